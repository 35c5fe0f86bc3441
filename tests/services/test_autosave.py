import json
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.calipers import Caliper, CaliperKind
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import PageRef
from ecgdesk.core.tracing import Scale
from ecgdesk.services.autosave import (
    LONGEST_WAIT_MS,
    SAVE_AFTER_MS,
    Autosave,
    Snapshot,
    read_snapshot,
    write_snapshot,
)
from ecgdesk.services.entry import Entry, EntryStatus
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.session import Session
from tests.fakes.pages import classified, quality_for
from tests.fakes.reading import fake_reading

PAGE = PageRef(Path("/x/blur.pdf"), 2)
CROP = Crop(Rect(1, 2, 3, 4), 1.5, ((0, 0), (9, 0), (9, 9), (0, 9)), (Rect(0, 0, 5, 5),))


def _entry(status: EntryStatus = EntryStatus.DONE) -> Entry:
    analysis = classified(AnalysisRequest(PAGE, "fake-1"), CROP, quality_for("blur"))
    return Entry(PAGE, 3, (900, 640), CROP, CROP, "HMI", status, True, analysis)


def test_everything_chosen_and_found_comes_back_without_the_heat_map(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    write_snapshot(file, Snapshot((_entry(),), 0))
    (back,) = read_snapshot(file).entries
    assert (back.page, back.page_count, back.size, back.crop, back.target) == (
        PAGE,
        3,
        (900, 640),
        CROP,
        "HMI",
    )
    assert back.stale
    assert back.analysis is not None
    assert back.analysis.prediction == _entry().analysis.prediction
    assert back.analysis.quality == quality_for("blur")
    assert back.analysis.explanation is None


def test_calipers_leads_and_scale_come_back(tmp_path: Path) -> None:
    file, leads = tmp_path / "session.json", fake_reading().leads
    calipers = (Caliper(CaliperKind.TIME, 1, 2.5, 3, march=True), Caliper(CaliperKind.VOLTAGE, 1, 2, 3))
    marks = Marks(calipers, Scale(7.9, 8.1, 1.0, "user", mm_per_s=50.0), leads, 1.5, CROP.corners)
    write_snapshot(file, Snapshot((replace(_entry(), marks=marks),), 0))
    (back,) = read_snapshot(file).entries
    assert back.marks == marks


def test_a_running_page_waits_again(tmp_path: Path) -> None:
    write_snapshot(tmp_path / "s.json", Snapshot((_entry(EntryStatus.RUNNING),), None))
    (back,) = read_snapshot(tmp_path / "s.json").entries
    assert (back.status, back.analysis, back.stale) == (EntryStatus.WAITING, None, False)


@pytest.mark.parametrize("damage", ['{"entries": [{"page": 3}]}', '{"entr', '{"version": 9, "entries": []}'])
def test_a_damaged_session_is_set_aside(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "session.json"
    file.write_text(damage)
    assert read_snapshot(file) == Snapshot()
    assert (tmp_path / "session.json.damaged").read_text() == damage


def test_an_empty_session_leaves_no_file(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    write_snapshot(file, Snapshot((_entry(),), 0))
    write_snapshot(file, Snapshot())
    assert not file.exists()


def test_changes_are_written_soon_and_restored(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "session.json"
    session, jobs = Session(), Jobs()
    Autosave(session, file, jobs).begin()
    saver = Autosave(session, file, jobs)
    saver.begin()
    session.add([PageRef(Path("/x/a.png")), PAGE])
    session.show(PAGE)
    session.set_crop(PAGE, CROP)
    qtbot.waitUntil(file.exists, timeout=3000)
    again = Session()
    restored: list[int] = []
    other = Autosave(again, file, jobs)
    other.restored.connect(restored.append)
    with qtbot.waitCallback() as done:
        other.restore(done)
    assert restored == [2]
    assert (again.current, again[PAGE].crop) == (PAGE, CROP)
    jobs.close()


def test_nothing_is_written_before_the_old_session_was_read(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    write_snapshot(file, Snapshot((_entry(),), 0))
    session = Session()
    Autosave(session, file, Jobs()).save_now()
    assert len(json.loads(file.read_text())["entries"]) == 1


def test_an_older_snapshot_never_overtakes_a_newer_one(tmp_path: Path, qtbot: QtBot) -> None:
    file, session, jobs = tmp_path / "s.json", Session(), Jobs(threads=2)
    gate = threading.Event()
    saver = Autosave(session, file, jobs)
    saver.begin()
    jobs.submit(lambda: gate.wait(5), lambda _: None, lambda _: None)
    session.add([PAGE])
    qtbot.wait(900)
    session.add([PageRef(Path("/x/a.png"))])
    gate.set()
    qtbot.waitUntil(lambda: file.exists() and len(json.loads(file.read_text())["entries"]) == 2, timeout=4000)
    jobs.close()


def test_changes_that_keep_coming_do_not_put_the_writing_off(tmp_path: Path, qtbot: QtBot) -> None:
    file, session, jobs = tmp_path / "s.json", Session(), Jobs()
    saver = Autosave(session, file, jobs)
    session.add([PAGE])
    saver.begin()
    session.set_crop(PAGE, CROP)
    file.unlink(missing_ok=True)
    ticks = QTimer()
    ticks.timeout.connect(session.changed.emit)
    ticks.start(100)
    qtbot.waitUntil(file.exists, timeout=2500)
    written = file.stat().st_mtime_ns
    qtbot.waitUntil(lambda: file.stat().st_mtime_ns != written, timeout=2500)
    ticks.stop()
    jobs.close()


def test_which_files_were_opened_is_written_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    file, session, jobs = tmp_path / "s.json", Session(), Jobs()
    saver = Autosave(session, file, jobs)
    with qtbot.waitCallback() as read:
        saver.restore(read)
    started = time.monotonic()
    session.add([PAGE])
    qtbot.waitUntil(file.exists, timeout=2000)
    assert time.monotonic() - started < SAVE_AFTER_MS / 1000
    jobs.close()


def test_closing_every_page_keeps_the_file_until_the_window_closes(tmp_path: Path, qtbot: QtBot) -> None:
    file, session, jobs = tmp_path / "s.json", Session(), Jobs()
    saver = Autosave(session, file, jobs)
    saver.begin()
    session.add([PAGE])
    qtbot.waitUntil(file.exists, timeout=2000)
    session.clear()
    qtbot.wait(LONGEST_WAIT_MS + 200)
    assert file.exists()
    saver.save_now()
    assert not file.exists()
    jobs.close()
