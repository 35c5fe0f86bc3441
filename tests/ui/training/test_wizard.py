"""The wizard leads from pages to a run, can be left at any time, and finds its run again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ecgdesk.core.findings import Examined
from ecgdesk.core.run_history import RunState
from ecgdesk.services.training.launching import end_now, launch_of
from ecgdesk.services.training.runs import TrainingRuns
from ecgdesk.ui.training.run_page import RunPage
from ecgdesk.ui.training.steps import Step
from ecgdesk.ui.training.wizard import Wizard
from tests.fakes.training import labelled_folder, made_run, metrics, small_recipe
from tests.fakes.window import Rig
from tests.ui.training.conftest import Say, opened, runs_of

SOUND = Examined(6, 6, 6, {"Few": 3, "Many": 3}, 0, 0)
Behave = Callable[[str], None]


def with_pages(rig: Rig, wizard: Wizard, folder: Path) -> None:
    wizard.pages[Step.DATA].choose(labelled_folder(folder))  # type: ignore[attr-defined]
    rig.qtbot.waitUntil(lambda: wizard.pages[Step.DATA].is_ready)


def open_steps(wizard: Wizard) -> list[Step]:
    return [step for step in Step if wizard.rail.button(step).isEnabled()]


def test_only_what_can_be_done_next_is_open(rig: Rig, wizard: Wizard) -> None:
    assert open_steps(wizard) == [Step.DATA, Step.RUNS, Step.EVALUATE]
    assert not wizard.next.isEnabled()


def test_from_pages_to_a_finished_run(
    rig: Rig, wizard: Wizard, tmp_path: Path, say: Say, fake_trainer: Behave
) -> None:
    say(SOUND)
    with_pages(rig, wizard, tmp_path / "pages")
    wizard.next.click()
    rig.qtbot.waitUntil(lambda: wizard.pages[Step.CHECK].is_ready, timeout=10_000)
    for step in (Step.NETWORK, Step.RECIPE):
        wizard.next.click()
        assert wizard.step is step
    assert wizard.next.text() == "Start training"
    wizard.next.click()
    assert wizard.step is Step.RUN
    rig.qtbot.waitUntil(lambda: wizard.pages[Step.RUN].is_ready, timeout=20_000)
    wizard.next.click()
    assert wizard.step is Step.RESULTS
    assert Step.SAVE in open_steps(wizard)


def test_leaving_and_coming_back_keeps_everything(rig: Rig, wizard: Wizard, tmp_path: Path, say: Say) -> None:
    with_pages(rig, wizard, tmp_path / "pages")
    wizard.close_button.click()
    assert rig.window.middle.currentWidget() is rig.window.welcome
    rig.window.actions_["train"].trigger()
    assert rig.window.middle.currentWidget() is wizard
    assert wizard.draft.preview is not None


@pytest.fixture
def going(rig: Rig, tmp_path: Path, fake_trainer: Behave) -> TrainingRuns:
    fake_trainer("wait")
    runs = rig.services.training.runs
    runs.begin(small_recipe(), tmp_path)
    return runs


def test_a_window_opened_during_a_run_shows_it(rig: Rig, going: TrainingRuns) -> None:
    wizard = opened(rig)
    assert wizard.step is Step.RUN
    page = wizard.pages[Step.RUN]
    assert isinstance(page, RunPage)
    rig.qtbot.waitUntil(lambda: page.title.text() == "Training", timeout=10_000)
    for files in going.going:
        end_now(launch_of(files))


def test_the_end_of_a_run_is_told_where_something_else_is_looked_at(rig: Rig, going: TrainingRuns) -> None:
    (files,) = going.going
    files.path.joinpath("STOP").touch()
    rig.qtbot.waitUntil(lambda: any("ended" in text for text in rig.notices()), timeout=20_000)
    assert "stopped, best kept" in rig.notices()[0]


def test_a_run_that_is_discarded_leads_to_the_list(
    rig: Rig, wizard: Wizard, tmp_path: Path, fake_trainer: Behave
) -> None:
    wizard.follow(made_run(runs_of(rig), figures=metrics()))
    wizard.go(Step.RUN)
    assert wizard.files is not None
    wizard.runs.discard(wizard.files)
    rig.qtbot.waitUntil(lambda: wizard.step is Step.RUNS, timeout=10_000)
    assert wizard.files is None
    assert Step.RUN not in open_steps(wizard)


def test_an_old_run_opens_where_it_ended(rig: Rig, wizard: Wizard) -> None:
    made_run(runs_of(rig), "Broken off", events=())
    done = made_run(runs_of(rig), "Done", figures=metrics())
    wizard.go(Step.RUNS)
    page = wizard.pages[Step.RUNS]
    rig.qtbot.waitUntil(lambda: len(page.records) == 2, timeout=10_000)  # type: ignore[attr-defined]
    record = next(one for one in page.records if one.files.path == done.path)  # type: ignore[attr-defined]
    assert record.state is RunState.FINISHED
    page.run_wanted.emit(record)  # type: ignore[attr-defined]
    assert wizard.step is Step.RESULTS
