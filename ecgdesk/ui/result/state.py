"""Which of its designed states the result panel is in; a pure function of what is known."""

from dataclasses import dataclass
from enum import Enum, auto

from ecgdesk.core.analysis import Status
from ecgdesk.engine.protocol import EngineState
from ecgdesk.services.entry import Entry, EntryStatus


class PanelState(Enum):
    """What the panel shows."""

    EMPTY = auto()
    WAITING = auto()
    STARTING = auto()
    ANALYSING = auto()
    RESTARTING = auto()
    RESULT = auto()
    REFUSED = auto()
    ERROR = auto()
    NO_MODEL = auto()
    NO_ENGINE = auto()


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything the panel's state depends on; `has_model` None while the list is being read."""

    entry: Entry | None
    engine: EngineState
    has_model: bool | None


def panel_state(now: Situation) -> PanelState:
    """Return the state; what was found stays visible for as long as it can."""
    entry = now.entry
    if entry is None:
        return PanelState.EMPTY
    if entry.analysis is not None and entry.analysis.prediction is not None:
        return PanelState.RESULT
    running = entry.status is EntryStatus.RUNNING
    if not running and entry.error is not None:
        return PanelState.ERROR
    if not running and entry.analysis is not None and entry.analysis.status is Status.REFUSED:
        return PanelState.REFUSED
    if now.has_model is False:
        return PanelState.NO_MODEL
    if now.engine is EngineState.FAILED:
        return PanelState.NO_ENGINE
    return _on_the_way(now, running)


def _on_the_way(now: Situation, running: bool) -> PanelState:
    if now.engine is EngineState.RESTARTING:
        return PanelState.RESTARTING
    if not running and now.has_model:
        return PanelState.WAITING
    return PanelState.ANALYSING if now.engine is EngineState.READY else PanelState.STARTING
