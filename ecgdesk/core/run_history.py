"""Runs read back: their events, their state, and a list of all of them, for the window and for scripts."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe, read_recipe
from ecgdesk.core.run_events import (
    Batch,
    Epoch,
    Event,
    Failed,
    Finished,
    Paused,
    Resumed,
    Stopped,
    from_line,
)
from ecgdesk.core.run_folder import RunFiles


class RunState(StrEnum):
    """Where a run stands; `INTERRUPTED` means that its process ended without a word."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    STOPPED = "stopped"
    FINISHED = "finished"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run in a list. `accuracy` and `macro_f1` are those of its metrics.json, with the interval of the
    first; None before there is one. `problem` says what is wrong with a failed run or its folder."""

    files: RunFiles
    name: str
    state: RunState
    recipe: Recipe | None
    accuracy: float | None = None
    interval: tuple[float, float] | None = None
    macro_f1: float | None = None
    honest: bool = True
    problem: str = ""


class EventReader:
    """Reads a file of events from where it last ended; half a line is left for later.

    A damaged line ends what can be read: a run that goes on cuts the file off there.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._place = path, 0

    def read(self) -> Iterator[Event]:
        """Yield what is new; nothing while there is no file yet. Raises OSError."""
        if not self._path.is_file():
            return
        with self._path.open("rb") as file:
            file.seek(self._place)
            for line in file:
                event = whole_event(line)
                if event is None:
                    return
                self._place += len(line)
                yield event


def whole_event(line: bytes) -> Event | None:
    """Return the event of a line with its end, or None for half a line or a damaged one."""
    if not line.endswith(b"\n"):
        return None
    try:
        return from_line(line.decode("utf-8"))
    except ValueError:
        return None


def read_events(path: Path) -> Iterator[Event]:
    """Yield the events of a file from its beginning, up to half or damaged lines."""
    return EventReader(path).read()


def in_force(events: Iterable[Event]) -> list[Event]:
    """Return the events without those that a later `Resumed` took back."""
    kept: list[Event] = []
    for event in events:
        if isinstance(event, Resumed):
            kept = [earlier for earlier in kept if not _is_beyond(earlier, event)]
        kept.append(event)
    return kept


def list_runs(runs: Path) -> tuple[RunRecord, ...]:
    """Return all runs below a folder, the newest first; a folder without a recipe is no run."""
    if not runs.is_dir():
        return ()
    folders = sorted((path for path in runs.iterdir() if path.is_dir()), reverse=True)
    return tuple(read_run(RunFiles(path)) for path in folders if RunFiles(path).config.is_file())


def next_waiting(runs: Path) -> RunRecord | None:
    """Return the run that has waited longest, or None while another is running or none waits."""
    known = list_runs(runs)
    if any(run.state is RunState.RUNNING for run in known):
        return None
    return next((run for run in reversed(known) if run.state is RunState.WAITING), None)


def read_run(files: RunFiles) -> RunRecord:
    """Return a run as it stands now; what cannot be read is said in `problem`."""
    recipe, problem = None, ""
    try:
        recipe = read_recipe(files.config)
    except RecipeError as error:
        problem = str(error)
    last = next(iter(reversed(list(read_events(files.events)))), None)
    state = _state(files, last)
    if isinstance(last, Failed) and state is RunState.FAILED:
        problem = f"{last.problem} {last.advice}".strip()
    return _with_figures(RunRecord(files, files.path.name, state, recipe, problem=problem))


def _state(files: RunFiles, last: Event | None) -> RunState:
    if files.is_running():
        return RunState.RUNNING
    if last is None:
        return RunState.WAITING
    ends = {
        Finished: RunState.FINISHED,
        Paused: RunState.PAUSED,
        Stopped: RunState.STOPPED,
        Failed: RunState.FAILED,
    }
    return ends.get(type(last), RunState.INTERRUPTED)


def _with_figures(record: RunRecord) -> RunRecord:
    try:
        values = json.loads(record.files.metrics.read_text(encoding="utf-8"))
        heading = "honest" if "honest" in values else "as_published"
        summary = values[heading]["summary"]
        accuracy, macro_f1 = summary["accuracy"], summary["macro_f1"]
        low, high = _known(accuracy, "low"), _known(accuracy, "high")
        value, macro = _known(accuracy), _known(macro_f1)
    except FileNotFoundError:
        return record
    except (OSError, ValueError, KeyError, TypeError):
        return RunRecord(
            record.files, record.name, record.state, record.recipe,
            problem=record.problem or f"{record.files.metrics.name} of {record.name} cannot be read.",
        )  # fmt: skip
    interval = None if low is None or high is None else (low, high)
    return RunRecord(
        record.files, record.name, record.state, record.recipe, value, interval, macro, heading == "honest",
        record.problem,
    )  # fmt: skip


def _known(item: Mapping[str, float | None], name: str = "value") -> float | None:
    """Return a number of a figure; None where the file has null, as it was no number."""
    number = item[name]
    return None if number is None else float(number)


def _is_beyond(event: Event, place: Resumed) -> bool:
    """Return whether an event is of the same fit and lies after the place it goes on from."""
    if isinstance(event, Batch) and event.fit == place.fit:
        return (event.epoch, event.step) > (place.epoch, place.step)
    if isinstance(event, Epoch) and event.fit == place.fit:
        return event.epoch >= place.epoch
    return False
