"""What a training run says while it goes on: events, and the whole JSON lines that keep them.

The files of a run are named in `core.run_folder`; `core.run_history` reads runs back.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any, ClassVar, Final


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a run; `kind` names it in the file."""

    kind: ClassVar[str] = "event"


@dataclass(frozen=True, slots=True)
class Started(Event):
    """The run began or went on: its pages, classes, and the fits it will make."""

    kind: ClassVar[str] = "started"
    name: str
    pages: int
    classes: tuple[str, ...]
    fits: tuple[str, ...]
    epochs: int
    device: str = ""


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """A fit goes on after this step of this epoch; what was said of it beyond that place no longer counts."""

    kind: ClassVar[str] = "resumed"
    fit: str
    epoch: int
    step: int


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
    """A pass over the training pages ended; the held-out figures are None where nothing is held out.

    `best` says whether its weights are the ones kept so far; memory is the device's, in megabytes.
    """

    kind: ClassVar[str] = "epoch"
    fit: str
    epoch: int
    epochs: int
    train_loss: float
    held_out_loss: float | None
    held_out_accuracy: float | None
    seconds: float
    best: bool = False
    views_per_second: float | None = None
    device_memory_mb: float | None = None


@dataclass(frozen=True, slots=True)
class Fold(Event):
    """One fit of the cross-validation ended; figures are of its held-out pages."""

    kind: ClassVar[str] = "fold"
    fit: str
    pages: int
    accuracy: float
    macro_f1: float


@dataclass(frozen=True, slots=True)
class Notice(Event):
    """Something that a person should know and that does not end the run."""

    kind: ClassVar[str] = "notice"
    fit: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Finished(Event):
    """The run ended as planned; the pack is in the run folder."""

    kind: ClassVar[str] = "finished"
    pack: str
    accuracy: float
    macro_f1: float


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """The run was put aside and its process ended; it can go on from here."""

    kind: ClassVar[str] = "paused"
    reason: str


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


END_EVENTS: Final = (Finished, Paused, Stopped, Failed)
"""What ends the process of a run; a later `Started` means that it was begun again."""

KINDS: Final[Mapping[str, type[Event]]] = MappingProxyType(
    {event.kind: event for event in (Started, Resumed, Batch, Epoch, Fold, Notice, *END_EVENTS)}
)


def to_line(event: Event) -> str:
    """Return an event as one JSON line with its end of line."""
    return json.dumps({"event": event.kind, **asdict(event)}, ensure_ascii=False) + "\n"


def from_line(line: str) -> Event:
    """Return the event in a JSON line; raises ValueError for anything else.

    Fields that this version does not know are passed over, so that an older window reads a newer run.
    """
    values: dict[str, Any] = json.loads(line)
    try:
        kind = KINDS[values["event"]]
        known = {name: value for name, value in values.items() if name in kind.__dataclass_fields__}
        return kind(**{name: tuple(v) if isinstance(v, list) else v for name, v in known.items()})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an event of a run: {line[:80]!r}") from error
