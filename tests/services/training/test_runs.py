"""Runs are processes that outlive the window; two of them queue, and each can be taken up again."""

import os
import signal
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.run_folder import RunFiles, Wish
from ecgdesk.core.run_history import RunState, read_run
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.training.export import export_run
from ecgdesk.services.training.launching import end_now, launch_of
from ecgdesk.services.training.runs import TrainingRuns, is_going
from ecgdesk.services.training.watching import RunWatcher
from tests.fakes.training import made_run, metrics, small_recipe

Behave = Callable[[str], None]


@pytest.fixture
def runs(tmp_path: Path, fake_trainer: Behave, qtbot: QtBot) -> Iterator[TrainingRuns]:
    made = TrainingRuns(tmp_path / "runs", Jobs())
    yield made
    for files in made.going:
        end_now(launch_of(files))


def wait_for(qtbot: QtBot, runs: TrainingRuns, files: RunFiles, state: RunState) -> None:
    def stands() -> bool:
        runs.look()
        return read_run(files).state is state and not is_going(files)

    qtbot.waitUntil(stands, timeout=20_000)


def wait_until_it_speaks(qtbot: QtBot, files: RunFiles) -> None:
    qtbot.waitUntil(lambda: files.events.is_file() and "epoch" in files.events.read_text(), timeout=20_000)


def test_a_run_is_started_and_ends(runs: TrainingRuns, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runs.ended, timeout=20_000) as ended:
        files = runs.begin(small_recipe(), tmp_path)
        assert runs.going
    assert ended.args[0].state is RunState.FINISHED
    assert ended.args[0].files.path == files.path
    assert runs.going == []


def test_the_second_run_waits_for_the_first(
    runs: TrainingRuns, tmp_path: Path, qtbot: QtBot, fake_trainer: Behave
) -> None:
    fake_trainer("wait")
    first = runs.begin(small_recipe("First"), tmp_path)
    second = runs.begin(small_recipe("Second"), tmp_path)
    wait_until_it_speaks(qtbot, first)
    assert [files.path for files in runs.waiting] == [second.path]
    assert read_run(second).state is RunState.WAITING
    fake_trainer("finish")
    runs.ask(first, Wish.STOP)
    wait_for(qtbot, runs, first, RunState.STOPPED)
    wait_for(qtbot, runs, second, RunState.FINISHED)


def test_a_window_that_is_opened_again_finds_what_goes_on_and_what_waits(
    runs: TrainingRuns, tmp_path: Path, qtbot: QtBot, fake_trainer: Behave
) -> None:
    fake_trainer("wait")
    first, second = runs.begin(small_recipe("A"), tmp_path), runs.begin(small_recipe("B"), tmp_path)
    wait_until_it_speaks(qtbot, first)
    again = TrainingRuns(runs.folder, Jobs())
    again.find()
    assert [files.path for files in again.going] == [first.path]
    assert [files.path for files in again.waiting] == [second.path]
    watcher = RunWatcher(first)
    watcher.look()
    watcher.look()
    assert watcher.state is RunState.RUNNING
    assert watcher.progress.fits["fold 1"].epochs


def test_a_run_that_is_paused_goes_on(
    runs: TrainingRuns, tmp_path: Path, qtbot: QtBot, fake_trainer: Behave
) -> None:
    fake_trainer("wait")
    files = runs.begin(small_recipe(), tmp_path)
    wait_until_it_speaks(qtbot, files)
    runs.ask(files, Wish.PAUSE)
    wait_for(qtbot, runs, files, RunState.PAUSED)
    fake_trainer("finish")
    runs.resume(files)
    assert files.wish() is None
    wait_for(qtbot, runs, files, RunState.FINISHED)


def test_a_run_that_died_is_interrupted_and_tells_its_last_words(
    runs: TrainingRuns, tmp_path: Path, qtbot: QtBot, fake_trainer: Behave
) -> None:
    fake_trainer("crash")
    files = runs.begin(small_recipe(), tmp_path)
    wait_for(qtbot, runs, files, RunState.INTERRUPTED)
    watcher = RunWatcher(files)
    watcher.look()
    assert watcher.state is RunState.INTERRUPTED
    assert watcher.last_words(2) == ["Segmentation of something", "the very last words"]


def test_discarding_ends_the_process_and_deletes_the_folder(
    runs: TrainingRuns, tmp_path: Path, qtbot: QtBot, fake_trainer: Behave
) -> None:
    fake_trainer("wait")
    files = runs.begin(small_recipe(), tmp_path)
    wait_until_it_speaks(qtbot, files)
    launch = launch_of(files)
    assert launch is not None
    runs.discard(files)
    qtbot.waitUntil(lambda: not files.path.exists(), timeout=20_000)
    assert not psutil.pid_exists(launch.pid) or psutil.Process(launch.pid).status() == "zombie"


def test_a_trainer_that_cannot_be_started_is_a_sentence(
    runs: TrainingRuns, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ecgdesk.services.training import launching
    from ecgdesk.services.training.commands import Command

    monkeypatch.setattr(launching, "trainer", lambda _: Command(str(tmp_path / "nothing here"), ()))
    with qtbot.waitSignal(runs.failed, timeout=5000) as failed:
        files = runs.begin(small_recipe(), tmp_path)
    assert "could not be started" in str(failed.args[0])
    assert files.path not in [other.path for other in runs.going]


def test_a_run_from_the_command_line_asks_where_its_pages_are(runs: TrainingRuns) -> None:
    files = made_run(runs.folder, events=())
    with pytest.raises(RecipeError, match="not known where the pages"):
        runs.resume(files)


def test_the_window_s_end_does_not_reach_a_run(
    runs: TrainingRuns, tmp_path: Path, qtbot: QtBot, fake_trainer: Behave
) -> None:
    fake_trainer("wait")
    files = runs.begin(small_recipe(), tmp_path)
    wait_until_it_speaks(qtbot, files)
    launch = launch_of(files)
    assert launch is not None
    assert os.getsid(launch.pid) != os.getsid(0)  # no signal of the window's terminal comes by
    os.kill(launch.pid, signal.SIGKILL)
    wait_for(qtbot, runs, files, RunState.INTERRUPTED)


def test_an_exported_run_has_figures_and_model_and_nothing_of_this_machine(tmp_path: Path) -> None:
    files = made_run(tmp_path / "runs", pages_at=tmp_path, figures=metrics())
    files.checkpoints.mkdir()
    (files.checkpoints / "final.npz").write_bytes(b"x")
    archive = export_run(files, tmp_path / "run.zip")
    with zipfile.ZipFile(archive) as opened:
        names = {Path(name).name for name in opened.namelist()}
        said = b"".join(opened.read(name) for name in opened.namelist() if not name.endswith(".ecgmodel"))
    assert names == {
        "config.toml", "events.jsonl", "train.log", "metrics.json", "predictions.csv", "report.html",
        "model.ecgmodel",
    }  # fmt: skip
    assert str(tmp_path).encode() not in said
