"""Things go wrong: files, engine, disk. The window says so in place, and goes on."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import EngineState
from ecgdesk.services.entry import EntryStatus
from ecgdesk.ui.result.state import PanelState
from tests.fakes.engine import FakeEngine
from tests.fakes.pages import write_page
from tests.fakes.window import Rig, make_rig

Make = Callable[..., Rig]


def test_a_broken_file_is_named_and_the_rest_of_the_batch_goes_on(rig: Rig, tmp_path: Path) -> None:
    good = [write_page(tmp_path / f"{i}.png") for i in range(3)]
    rig.drop(good[0], write_page(tmp_path / "broken.png"), *good[1:])
    rig.finished(*good)
    rig.qtbot.waitUntil(lambda: not rig.services.batch.is_running)
    assert any("Without a result: broken.png" in text for text in rig.notices())
    step = next(n for n in rig.window.notices.notices if n.key == "batch").steps[0]
    step[1]()
    rig.qtbot.waitUntil(lambda: rig.window.workspace.result.state is PanelState.ERROR)


def test_cancel_stops_the_batch_at_once(rig: Rig, tmp_path: Path) -> None:
    rig.engine.step_s = 0.1
    rig.drop(*(write_page(tmp_path / f"{i}.png") for i in range(20)))
    rig.qtbot.waitUntil(lambda: rig.services.batch.progress.done >= 2, timeout=10_000)
    assert rig.window.status._cancel.isVisible()
    started = time.monotonic()
    QTest.mouseClick(rig.window.status._cancel, Qt.MouseButton.LeftButton)
    assert time.monotonic() - started < 0.1
    assert not rig.services.batch.is_running
    assert not rig.window.status._cancel.isVisible()
    states = {e.status for e in rig.services.session}
    assert states <= {EntryStatus.DONE, EntryStatus.WAITING}
    assert rig.notices()[0].startswith("Stopped.")


def test_an_engine_that_dies_is_announced_and_the_next_analysis_succeeds(rig: Rig, tmp_path: Path) -> None:
    states: list[EngineState] = []
    rig.services.engine.state_changed.connect(lambda event: states.append(event.state))
    killer, other = write_page(tmp_path / "killer.png"), write_page(tmp_path / "a.png")
    rig.open(killer)
    assert EngineState.RESTARTING in states
    assert "The engine runs again." in rig.notices()
    rig.open(other)


def test_a_page_that_kills_the_engine_twice_is_left_out_with_a_sentence(make: Make, tmp_path: Path) -> None:
    rig = make(engine=FakeEngine(deaths=9))
    rig.drop(write_page(tmp_path / "killer.png"))
    rig.qtbot.waitUntil(lambda: rig.window.workspace.result.state is PanelState.ERROR)
    assert "stopped the engine twice" in rig.entry.error.problem
    rig.engine.deaths = 0
    rig.window.workspace.result.step_chosen.emit("analyse")
    rig.finished()
    assert rig.window.workspace.result.state is PanelState.RESULT


def test_an_engine_that_does_not_start_offers_to_start_it_again(rig: Rig, tmp_path: Path) -> None:
    rig.engine.fail_for_good()
    rig.qtbot.waitUntil(lambda: bool(rig.notices()))
    notice = rig.window.notices.notices[0]
    assert notice.steps[0][0] == "Start it again"
    notice.steps[0][1]()
    rig.qtbot.waitUntil(lambda: rig.services.engine.state is EngineState.READY)
    assert len(rig.engine.options) == 1


def test_a_page_that_vanished_says_so_and_others_still_open(rig: Rig, tmp_path: Path) -> None:
    page = write_page(tmp_path / "a.png")
    rig.open(page, write_page(tmp_path / "b.png"))
    page.unlink()
    rig.window.actions_["next"].trigger()
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    rig.window.actions_["previous"].trigger()
    rig.qtbot.waitUntil(lambda: rig.entry.error is not None)
    assert rig.window.workspace.result.state is PanelState.RESULT
    assert rig.window.workspace.view._stage.currentIndex() == 1


def test_a_folder_that_takes_no_files_gets_a_sentence(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    blocker = tmp_path / "file"
    blocker.write_text("")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(blocker / "r.pdf"), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda *a: pytest.fail("a modal box was opened"))
    rig.window.actions_["save_report"].trigger()
    rig.qtbot.waitUntil(lambda: bool(rig.notices()), timeout=10_000)
    assert "r.pdf" in rig.notices()[0]
    assert blocker.read_text() == ""


def test_the_window_closes_at_once_while_the_engine_is_busy(make: Make, tmp_path: Path) -> None:
    rig = make(engine=FakeEngine(step_s=5.0))
    rig.drop(*(write_page(tmp_path / f"{i}.png") for i in range(5)))
    rig.qtbot.waitUntil(lambda: rig.services.current.is_busy)
    started = time.monotonic()
    rig.window.close()
    assert time.monotonic() - started < 2.0
    assert not rig.window.isVisible()


def test_pages_crops_and_choices_come_back_after_a_restart(make: Make, tmp_path: Path) -> None:
    pages = [write_page(tmp_path / f"{i}.png") for i in range(3)]
    first = make()
    first.open(*pages)
    first.window.actions_["next"].trigger()
    first.qtbot.waitUntil(lambda: first.services.current.page is not None)
    crop = Crop(Rect(50, 150, 800, 600), rotation_deg=1.0, masks=(Rect(60, 160, 90, 200),))
    first.window.workspace.view.canvas.edit_crop(crop)
    first.services.current.choose_target("AHB")
    first.finished()
    kept = first.window.workspace.view.canvas.current_crop()
    first.window.close()

    again = make()
    again.qtbot.waitUntil(lambda: len(again.services.session) == 3)
    assert again.services.session.current == PageRef(pages[1])
    assert again.entry.crop == kept
    assert again.entry.target == "AHB"
    assert "Your last session was restored." in again.notices()
    again.qtbot.waitUntil(lambda: again.window.workspace.view.canvas.current_crop() == kept)
    assert all(e.analysis is not None for e in again.services.session)


def test_nothing_is_lost_when_the_program_is_killed(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make()
    first.open(write_page(tmp_path / "a.png"))
    crop = Crop(Rect(50, 150, 800, 600))
    first.window.workspace.view.canvas.edit_crop(crop)
    saved = first.services.folder.session_file
    first.qtbot.waitUntil(lambda: saved.exists() and '"rotation_deg"' in saved.read_text(), timeout=4000)
    first.qtbot.waitUntil(lambda: "800" in saved.read_text(), timeout=4000)
    monkeypatch.setattr(first.services.autosave, "save_now", lambda: None)  # killed: nobody says goodbye
    second = make_rig(tmp_path / "home", first.qtbot)
    second.qtbot.waitUntil(lambda: len(second.services.session) == 1)
    assert second.entry.crop == crop
    second.window.close()


def test_a_restored_session_can_be_put_aside_in_one_click(make: Make, tmp_path: Path) -> None:
    first = make()
    first.open(write_page(tmp_path / "a.png"))
    first.window.close()
    again = make()
    again.qtbot.waitUntil(lambda: len(again.services.session) == 1)
    step = again.window.notices.notices[0].steps[0]
    assert step[0] == "Start empty"
    step[1]()
    assert len(again.services.session) == 0
    assert again.window.middle.currentWidget() is again.window.welcome


def test_restored_pages_get_their_pictures_back(make: Make, tmp_path: Path) -> None:
    pages = [write_page(tmp_path / f"{i}.png") for i in range(4)]
    first = make()
    first.open(*pages)
    first.window.close()
    again = make()
    again.qtbot.waitUntil(
        lambda: all(PageRef(p) in again.window.workspace.thumbnails for p in pages), timeout=8000
    )


def test_a_mistake_in_the_program_shows_a_sentence_and_goes_to_the_log(rig: Rig) -> None:
    rig.window.news.uncaught()
    assert "Traceback" not in rig.notices()[0]
    assert rig.window.notices.notices[0].steps[0][0] == "Show the log"
    assert os.environ.get("QT_QPA_PLATFORM")
