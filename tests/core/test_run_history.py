"""Runs read back: torn lines, what a resumed run took back, states, and the list."""

import json
import math
from collections.abc import Sequence
from pathlib import Path

import pytest
from filelock import FileLock

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe, parse_recipe
from ecgdesk.core.run_events import (
    Batch,
    Epoch,
    Event,
    Failed,
    Finished,
    Paused,
    Resumed,
    Started,
    Stopped,
    to_line,
)
from ecgdesk.core.run_folder import RunFiles, Wish, new_run
from ecgdesk.core.run_history import (
    EventReader,
    RunState,
    in_force,
    list_runs,
    next_waiting,
    read_events,
    read_run,
)
from training.run_folder import RunFolder

RECIPE = """
[card]
id = "tiny"
name = "Tiny"
[data]
source = "pages"
[model]
architecture = "page-resnet"
"""
START = Started("tiny", 4, ("a", "b"), ("fold 1",), 2)


@pytest.fixture
def recipe() -> Recipe:
    return parse_recipe(RECIPE)


@pytest.fixture
def run(tmp_path: Path, recipe: Recipe) -> RunFiles:
    return new_run(tmp_path, recipe)


def say(run: RunFiles, events: Sequence[Event]) -> None:
    with run.events.open("a", encoding="utf-8") as file:
        file.writelines(map(to_line, events))


def batch(epoch: int, step: int, fit: str = "fold 1") -> Batch:
    return Batch(fit, epoch, step, 2, 1.0, 0.1)


def epoch(number: int) -> Epoch:
    return Epoch("fold 1", number, 3, 1.0, None, None, 1.0)


def test_half_a_line_is_left_until_it_is_whole(run: RunFiles) -> None:
    reader = EventReader(run.events)
    assert list(reader.read()) == []
    say(run, [START])
    line = to_line(batch(1, 1))
    with run.events.open("a", encoding="utf-8") as file:
        file.write(line[:9])
    assert list(reader.read()) == [START]
    with run.events.open("a", encoding="utf-8") as file:
        file.write(line[9:])
    assert list(reader.read()) == [batch(1, 1)]
    assert list(reader.read()) == []


def test_a_damaged_line_ends_what_can_be_read(run: RunFiles) -> None:
    say(run, [START])
    with run.events.open("ab") as file:
        file.write(b"\0\0\0\n")
    say(run, [batch(1, 1)])
    assert list(read_events(run.events)) == [START]


def test_what_lies_beyond_the_place_of_a_resumed_fit_is_taken_back() -> None:
    other = batch(1, 2, "fold 2")
    said = [batch(1, 1), batch(1, 2), epoch(1), batch(2, 1), batch(2, 2), epoch(2), other]
    again = Resumed("fold 1", 2, 1)
    assert in_force([*said, again, batch(2, 2)]) == [*said[:4], other, again, batch(2, 2)]
    assert in_force([*said, Resumed("fold 1", 1, 0)]) == [other, Resumed("fold 1", 1, 0)]


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([], RunState.WAITING),
        ([START, batch(1, 1)], RunState.INTERRUPTED),
        ([START, Paused("x")], RunState.PAUSED),
        ([START, Paused("x"), START], RunState.INTERRUPTED),
        ([START, Stopped("", "x")], RunState.STOPPED),
        ([START, Finished("p", 1, 1)], RunState.FINISHED),
        ([START, Failed("x", "")], RunState.FAILED),
    ],
)
def test_the_last_event_says_where_a_run_stands(run: RunFiles, events: list[Event], state: RunState) -> None:
    say(run, events)
    assert read_run(run).state is state


def test_a_run_is_running_as_long_as_its_process_holds_the_lock(run: RunFiles) -> None:
    say(run, [START])
    with FileLock(run.lock):
        assert read_run(run).state is RunState.RUNNING
        with pytest.raises(RecipeError, match="still running"):
            run.delete()
    assert read_run(run).state is RunState.INTERRUPTED
    run.delete()
    assert not run.path.exists()


def test_only_runs_are_deleted(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    with pytest.raises(RecipeError, match="not a run"):
        RunFiles(tmp_path / "letters").delete()
    assert (tmp_path / "letters").is_dir()


def test_the_list_names_runs_with_their_figures(tmp_path: Path, recipe: Recipe) -> None:
    first, second = new_run(tmp_path, recipe), new_run(tmp_path, recipe)
    assert first.path != second.path
    (tmp_path / "cache").mkdir()
    say(first, [START, Finished("p", 0.75, 0.7)])
    accuracy = {"value": 0.75, "low": 0.6, "high": 0.9}
    summary = {"accuracy": accuracy, "macro_f1": {**accuracy, "value": 0.7}}
    first.metrics.write_text(json.dumps({"as_published": {"summary": summary}}))
    later, earlier = list_runs(tmp_path)
    assert (later.state, earlier.state) == (RunState.WAITING, RunState.FINISHED)
    assert (earlier.accuracy, earlier.interval, earlier.macro_f1) == (0.75, (0.6, 0.9), 0.7)
    assert not earlier.honest
    assert earlier.recipe == recipe
    assert list_runs(tmp_path / "nowhere") == ()


def test_a_figure_that_is_no_number_is_null_in_the_file_and_not_known_afterwards(
    tmp_path: Path, recipe: Recipe
) -> None:
    run = RunFolder.create(tmp_path, recipe)
    known = {"value": 0.7, "low": math.nan, "high": math.nan}
    summary = {"accuracy": known, "macro_f1": {"value": math.nan, "low": math.nan, "high": math.nan}}
    run.write_json(run.metrics, {"honest": {"summary": summary}})

    def refuse(constant: str) -> float:
        raise AssertionError(f"{constant} is no JSON")

    json.loads(run.metrics.read_text(), parse_constant=refuse)
    found = read_run(run)
    assert (found.accuracy, found.interval, found.macro_f1, found.problem) == (0.7, None, None, "")


def test_damaged_figures_and_recipes_are_said(run: RunFiles) -> None:
    run.metrics.write_text("{")
    assert "metrics.json" in read_run(run).problem
    run.config.write_text("[")
    assert "TOML" in read_run(run).problem


def test_runs_wait_for_their_turn(tmp_path: Path, recipe: Recipe) -> None:
    first, second = new_run(tmp_path, recipe), new_run(tmp_path, recipe)
    found = next_waiting(tmp_path)
    assert found is not None
    assert found.files.path == first.path
    with FileLock(first.lock):
        assert next_waiting(tmp_path) is None
    say(first, [START, Failed("x", "")])
    assert (found := next_waiting(tmp_path)) is not None
    assert found.files.path == second.path


def test_the_gravest_wish_counts_and_all_can_be_taken_back(run: RunFiles) -> None:
    assert run.wish() is None
    for wish in (Wish.PAUSE, Wish.STOP, Wish.DISCARD):
        run.ask(wish)
    assert run.wish() is Wish.DISCARD
    (run.path / Wish.DISCARD).unlink()
    assert run.wish() is Wish.STOP
    run.forget_wishes()
    assert run.wish() is None


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path, recipe: Recipe) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RecipeError, match="No run folder"):
        new_run(tmp_path / "file", recipe)
