"""Full disks and read-only folders are found before hours are lost, and end a run with a sentence."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

import pytest

from ecgdesk.core import whole_file
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_events import Batch, Failed, Finished
from ecgdesk.core.run_history import RunState, read_events, read_run
from tests.training.processes import given
from tests.training.test_resume import config, only_run, weights_hash
from tests.training.test_trainer import new_folder
from training import space
from training.crew import ALONE
from training.data import PageSet
from training.run_folder import RunFolder
from training.space import check_space, needed_in_cache, needed_in_folder
from training.task import Task, make_task
from training.train import main

__all__ = ["config"]


@pytest.fixture
def folder(tmp_path: Path, recipe: Recipe) -> RunFolder:
    return new_folder(tmp_path, recipe)


@pytest.fixture
def task(recipe: Recipe, pages: PageSet, tmp_path: Path) -> Task:
    return make_task(recipe, pages, tmp_path / "cache", tmp_path, None, ALONE)


def test_the_estimate_holds_what_a_run_leaves(task: Task) -> None:
    assert needed_in_cache(task) == 40 * 2 * 48 * 64
    weights = sum(value.nbytes for value in task.network(0).state_dict().values())
    assert needed_in_folder(task) > 14 * weights


def test_too_small_a_disk_is_found_at_the_start(
    task: Task, folder: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = needed_in_folder(task) + needed_in_cache(task)
    check_space(task, folder)
    monkeypatch.setattr(space.shutil, "disk_usage", lambda _: SimpleNamespace(free=needed - 1))
    with pytest.raises(RecipeError, match="are free"):
        check_space(task, folder)
    monkeypatch.setattr(space.shutil, "disk_usage", lambda _: SimpleNamespace(free=needed))
    check_space(task, folder)


def test_a_folder_that_cannot_be_written_to_is_found_at_the_start(
    task: Task, folder: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(RecipeError, match="Read-only file system"):
        check_space(task, folder)


def test_runs_where_nothing_can_be_made_are_wrong_usage(
    config: Path, tiny_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["--config", str(config), *given(tiny_data, tmp_path / "file")]) == 2
    assert "No run folder can be made" in capsys.readouterr().err


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch, after: int) -> Iterator[None]:
    """Let the disk fill up after so many whole files."""
    written = 0
    whole = whole_file.write_atomically

    def write(path: Path, fill: object) -> None:
        nonlocal written
        written += 1
        if written > after:

            def half(file: BinaryIO) -> None:
                file.write(b"half")
                raise OSError(errno.ENOSPC, "No space left on device")

            whole(path, half)
        whole(path, fill)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        for name in ("training.fit_state", "training.fit_store", "training.checkpoint"):
            patch.setattr(f"{name}.write_atomically", write)
        yield


@pytest.mark.parametrize("after", [0, 7, 13])
def test_a_disk_that_fills_up_ends_the_run_and_it_can_go_on(
    config: Path, tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    whole, runs = tmp_path / "whole", tmp_path / "runs"
    assert main(["--config", str(config), *given(tiny_data, whole)]) == 0
    with full_disk(monkeypatch, after):
        assert main(["--config", str(config), *given(tiny_data, runs, "--state-every", "0")]) == 1
    run = only_run(runs)
    last = list(read_events(run.events))[-1]
    assert isinstance(last, Failed)
    assert last.problem == "The disk is full."
    assert "resume" in last.advice
    assert read_run(run).state is RunState.FAILED
    assert not [path for path in run.path.rglob("*") if path.suffix == ".tmp"]
    assert main(["--resume", str(run.path)]) == 0
    assert isinstance(list(read_events(run.events))[-1], Finished)
    assert weights_hash(run) == weights_hash(only_run(whole))
    assert run.metrics.read_bytes() == only_run(whole).metrics.read_bytes()


def test_a_disk_too_full_for_the_event_itself_is_said_on_the_console(
    config: Path, tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    from training import events

    wrote = events.EventWriter.write

    def full(writer: events.EventWriter, event: object) -> None:
        if isinstance(event, Batch | Failed):
            raise OSError(errno.ENOSPC, "No space left on device")
        wrote(writer, event)  # type: ignore[arg-type]

    runs = tmp_path / "runs"
    with monkeypatch.context() as patch:
        patch.setattr(events.EventWriter, "write", full)
        assert main(["--config", str(config), *given(tiny_data, runs)]) == 1
    said = capsys.readouterr().err
    assert "No space left on device" in said.replace("\n", " ")
    assert "Traceback" not in said
    assert main(["--resume", str(only_run(runs).path)]) == 0


def test_the_disk_is_asked_where_the_run_is(task: Task, folder: RunFolder) -> None:
    assert shutil.disk_usage(folder.path).free > needed_in_folder(task)
