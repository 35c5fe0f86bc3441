"""What a run says while it goes on, and the file of whole JSON lines that keeps it."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar, TextIO


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a run; `kind` names it in the file."""

    kind: ClassVar[str] = "event"


@dataclass(frozen=True, slots=True)
class Started(Event):
    """The run began: its distinct pages, classes, and the fits it will make."""

    kind: ClassVar[str] = "started"
    name: str
    pages: int
    classes: tuple[str, ...]
    fits: tuple[str, ...]
    epochs: int


@dataclass(frozen=True, slots=True)
class Batch(Event):
    """A step was made; `loss` is that batch's."""

    kind: ClassVar[str] = "batch"
    fit: str
    epoch: int
    step: int
    steps: int
    loss: float
    rate: float


@dataclass(frozen=True, slots=True)
class Epoch(Event):
    """A pass over the training pages ended; the held-out figures are None where nothing is held out."""

    kind: ClassVar[str] = "epoch"
    fit: str
    epoch: int
    epochs: int
    train_loss: float
    held_out_loss: float | None
    held_out_accuracy: float | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Fold(Event):
    """One fit of the cross-validation ended; figures are of its held-out pages."""

    kind: ClassVar[str] = "fold"
    fit: str
    pages: int
    accuracy: float
    macro_f1: float


@dataclass(frozen=True, slots=True)
class Finished(Event):
    """The run ended as planned; the pack is in the run folder."""

    kind: ClassVar[str] = "finished"
    pack: str
    accuracy: float
    macro_f1: float


@dataclass(frozen=True, slots=True)
class Stopped(Event):
    """The run was stopped; `pack` is empty when there was nothing to keep yet."""

    kind: ClassVar[str] = "stopped"
    pack: str
    reason: str


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """The run ended in an error that a person can act on."""

    kind: ClassVar[str] = "failed"
    problem: str
    advice: str


KINDS: dict[str, type[Event]] = {
    event.kind: event for event in (Started, Batch, Epoch, Fold, Finished, Stopped, Failed)
}


def to_line(event: Event) -> str:
    """Return an event as one JSON line with its end of line."""
    return json.dumps({"event": event.kind, **asdict(event)}, ensure_ascii=False) + "\n"


def from_line(line: str) -> Event:
    """Return the event in a JSON line; raises ValueError for anything else."""
    values: dict[str, Any] = json.loads(line)
    try:
        kind = KINDS[values.pop("event")]
        return kind(**{key: tuple(v) if isinstance(v, list) else v for key, v in values.items()})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an event of a run: {line[:80]!r}") from error


class EventWriter:
    """Appends events; each line is handed to the system whole, so a reader never meets half of one."""

    def __init__(self, path: Path) -> None:
        self._file: TextIO = path.open("a", encoding="utf-8")

    def write(self, event: Event) -> None:
        """Append one event."""
        self._file.write(to_line(event))
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def read_events(path: Path) -> Iterator[Event]:
    """Yield the events of a file; a last line still being written is left for later."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.endswith("\n"):
                yield from_line(line)
