"""A run is shown while it goes on and after it ended, whatever the end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from ecgdesk.core.run_events import Failed, Notice, Paused, Resumed, to_line
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.services.training.launching import Launch, end_now, keep_launch, launch_of
from ecgdesk.ui.training import run_controls
from ecgdesk.ui.training.run_page import RunPage
from ecgdesk.ui.training.steps import Step
from ecgdesk.ui.training.wizard import Wizard
from tests.fakes.run_events import epoch, fold, started
from tests.fakes.training import made_run, metrics, small_recipe
from tests.fakes.window import Rig
from tests.ui.training.conftest import runs_of

Behave = Callable[[str], None]


@pytest.fixture
def page(wizard: Wizard) -> RunPage:
    found = wizard.pages[Step.RUN]
    assert isinstance(found, RunPage)
    return found


def shown(wizard: Wizard, files: RunFiles) -> None:
    wizard.follow(files)
    wizard.go(Step.RUN)


def test_curves_are_drawn_for_each_fold_with_the_best_epoch(rig: Rig, wizard: Wizard, page: RunPage) -> None:
    shown(wizard, made_run(runs_of(rig), figures=metrics()))
    lines = page.loss._lines
    assert [(line.fit, line.held_out) for line in lines] == [
        ("fold 1", False), ("fold 1", True), ("fold 2", False), ("fold 2", True), ("final", False),
    ]  # fmt: skip
    assert lines[1].values == [1.1, 0.6]
    assert lines[1].best == 2
    assert [line.fit for line in page.held_out._lines] == ["fold 1", "fold 2"]
    assert page.is_ready


def test_the_loss_can_be_logarithmic(rig: Rig, wizard: Wizard, page: RunPage) -> None:
    shown(wizard, made_run(runs_of(rig), figures=metrics()))
    page.log_scale.click()
    assert page.loss.plot.getPlotItem().getAxis("left").logMode


def test_facts_tell_speed_memory_and_device(rig: Rig, wizard: Wizard, page: RunPage) -> None:
    shown(wizard, made_run(runs_of(rig), figures=metrics()))
    said = " ".join(page.facts.texts)
    for words in ("8 pages, 2 classes", "55 images a second", "812 MB on the graphics card", "on processor"):
        assert words in said


def test_no_chart_stands_empty_before_the_first_epoch(rig: Rig, wizard: Wizard, page: RunPage) -> None:
    shown(wizard, made_run(runs_of(rig), events=(started(),)))
    assert not page.loss.isVisibleTo(page)


def test_a_failure_tells_the_reason_what_to_do_and_the_log(rig: Rig, wizard: Wizard, page: RunPage) -> None:
    events = (started(), *epoch("fold 1", 1), Failed("The disk is full.", "Free some space."))
    shown(wizard, made_run(runs_of(rig), events=events))
    assert page.title.text() == "Failed"
    assert page.message.text.startswith("The disk is full. Free some space.")
    assert "fold 1 epoch 2/2" in page.log.toPlainText()
    assert page.controls.resume.isVisibleTo(page)
    assert not page.is_ready


def test_a_crash_tells_the_last_words(rig: Rig, wizard: Wizard, page: RunPage) -> None:
    files = made_run(runs_of(rig), events=(started(), *epoch("fold 1", 1)))
    keep_launch(files, Launch("/pages", pid=2**22 + 1, born=1.0))
    (files.path / "process.log").write_text("Traceback\nMemoryError: no more\n")
    shown(wizard, files)
    assert page.title.text() == "Interrupted"
    assert "MemoryError: no more" in page.message.text
    assert page.controls.resume.isVisibleTo(page)


def test_stop_and_keep_and_discard_are_verbs_of_their_own(
    rig: Rig, wizard: Wizard, page: RunPage, tmp_path: Path, fake_trainer: Behave
) -> None:
    fake_trainer("wait")
    files = wizard.runs.begin(small_recipe(), tmp_path)
    shown(wizard, files)
    rig.qtbot.waitUntil(lambda: page.controls.stop.isVisibleTo(page), timeout=10_000)
    rig.qtbot.waitUntil(lambda: "epoch" in page.log.toPlainText(), timeout=20_000)
    page.controls.stop.click()
    rig.qtbot.waitUntil(lambda: page.title.text() == "Stopped, best kept", timeout=20_000)
    assert "best weights so far" in page.message.text
    assert page.is_ready  # there is a model and there are figures
    assert not page.controls.stop.isVisibleTo(page)


def test_discarding_asks_first(
    rig: Rig, wizard: Wizard, page: RunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = made_run(runs_of(rig), figures=metrics())
    shown(wizard, files)
    asked: list[str] = []
    monkeypatch.setattr(run_controls, "confirm_discard", lambda _, name: bool(asked.append(name)))
    page.controls.discard.click()
    assert asked == [files.path.name]
    assert files.path.exists()


def test_cancel_is_the_default_of_that_question(
    rig: Rig, wizard: Wizard, page: RunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: boxes.append(box))
    assert not run_controls.confirm_discard(page, "mine")
    assert boxes[0].defaultButton().text() == "Cancel"


def test_what_comes_later_is_taken_in(rig: Rig, wizard: Wizard, page: RunPage) -> None:
    files = made_run(runs_of(rig), events=(started(), *epoch("fold 1", 1), Paused("Paused.")))
    shown(wizard, files)
    assert page.title.text() == "Paused"
    with files.events.open("a") as stream:
        stream.writelines(
            map(to_line, (started(), Resumed("fold 1", 2, 0), *epoch("fold 1", 2), fold("fold 1")))
        )
    rig.qtbot.waitUntil(lambda: len(page.loss._lines[0].epochs) == 2, timeout=5000)


def test_what_a_person_should_know_is_told(rig: Rig, wizard: Wizard, page: RunPage) -> None:
    notice = Notice("fold 1", "Memory ran short: 8 pages at a time instead of 16.")
    shown(wizard, made_run(runs_of(rig), events=(started(), notice, *epoch("fold 1", 1))))
    watcher = page._watcher
    assert watcher is not None
    assert watcher.progress.notices == [notice.sentence]


def test_the_second_run_says_what_it_waits_for(
    rig: Rig, wizard: Wizard, page: RunPage, tmp_path: Path, fake_trainer: Behave
) -> None:
    fake_trainer("wait")
    first = wizard.runs.begin(small_recipe("First"), tmp_path)
    second = wizard.runs.begin(small_recipe("Second"), tmp_path)
    shown(wizard, second)
    assert page.title.text() == "Waiting"
    assert f"waits for {first.path.name}" in page.lead.text()
    assert page.controls.discard.isVisibleTo(page)
    end_now(launch_of(first))
