"""Only the latest work counts."""

from threading import Event

from pytestqt.qtbot import QtBot

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.ui.canvas.background import LatestJob


def test_of_many_requests_the_first_runs_and_only_the_last_answers(qtbot: QtBot) -> None:
    job, gate, ran, results = LatestJob(), Event(), [], []
    job.finished.connect(results.append)

    def work(number: int) -> int:
        gate.wait(5)
        ran.append(number)
        return number

    for number in range(6):
        job.submit(lambda number=number: work(number))
    gate.set()
    qtbot.waitUntil(lambda: results == [5])
    assert ran == [0, 5]


def test_dropped_work_does_not_answer(qtbot: QtBot) -> None:
    job, gate, results = LatestJob(), Event(), []
    job.finished.connect(results.append)
    job.submit(lambda: gate.wait(5))
    job.drop()
    gate.set()
    job.submit(lambda: "later")
    qtbot.waitUntil(lambda: results == ["later"])


def test_a_failure_is_told_and_the_next_work_still_runs(qtbot: QtBot) -> None:
    job, results, errors = LatestJob(), [], []
    job.finished.connect(results.append)
    job.failed.connect(errors.append)
    job.submit(lambda: 1 // 0)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], EcgdeskError)
    job.submit(lambda: "fine")
    qtbot.waitUntil(lambda: results == ["fine"])
