import threading

from pytestqt.qtbot import QtBot

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.jobs import Jobs


def test_results_come_back_on_the_callers_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    seen: list[object] = []
    jobs.submit(threading.get_ident, lambda ident: seen.append((ident, threading.get_ident())), seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    worker, caller = seen[0]  # type: ignore[misc]
    assert caller == threading.get_ident() != worker


def test_an_unexpected_error_becomes_a_sentence(qtbot: QtBot) -> None:
    seen: list[EcgdeskError] = []
    jobs = Jobs()
    jobs.submit(lambda: 1 / 0, seen.append, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert "division" not in str(seen[0])
    assert seen[0].advice


def test_a_full_or_read_only_disk_is_named(qtbot: QtBot) -> None:
    def fail() -> None:
        raise PermissionError(13, "Permission denied", "/x/report.pdf")

    seen: list[EcgdeskError] = []
    jobs = Jobs()
    jobs.submit(fail, seen.append, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].problem == "Permission denied: /x/report.pdf."


def test_nobody_is_called_after_close(qtbot: QtBot) -> None:
    seen: list[object] = []
    jobs = Jobs()
    jobs.submit(lambda: 1, seen.append, seen.append)
    jobs.close()
    jobs.submit(lambda: 2, seen.append, seen.append)
    qtbot.wait(50)
    assert seen == []
