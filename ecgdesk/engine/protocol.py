"""What the window and the engine say to each other. Imports neither torch nor OpenCV."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from ecgdesk.core.analysis import Analysis, AnalysisRequest, DeviceChoice, Quality
from ecgdesk.core.geometry import Crop
from ecgdesk.core.page import Page, PageRef

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class EngineState(StrEnum):
    """The life of the engine process as the window shows it.

    READING: files can be loaded, torch is still being imported. READY: models can run.
    """

    STARTING = "starting"
    READING = "reading"
    READY = "ready"
    RESTARTING = "restarting"
    FAILED = "failed"
    STOPPED = "stopped"


class Lane(StrEnum):
    """INTERACTIVE: the latest request wins, older ones are dropped. BATCH: in order, all of them."""

    INTERACTIVE = "interactive"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """How an engine process is started. `threads` 0 leaves one core to the window."""

    device: DeviceChoice = DeviceChoice.AUTO
    threads: int = 0


@dataclass(frozen=True, slots=True)
class StateChanged:
    """The engine moved to another state; `sentence` is for the status bar, `device` e.g. "CPU"."""

    state: EngineState
    sentence: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class PageLoaded:
    """Stage 1 of a request: the page, the crop that was asked for or is proposed, and its quality.

    Comes again when a request is sent a second time after a crash. The pixels are the same array as long
    as somebody holds those of an earlier event and the file did not change.
    """

    request_id: int
    page: Page
    crop: Crop
    quality: Quality


@dataclass(frozen=True, slots=True, eq=False)
class AnalysisAdvanced:
    """A further stage is whole. `final` when nothing more comes for this request."""

    request_id: int
    analysis: Analysis
    final: bool


@dataclass(frozen=True, slots=True, eq=False)
class PictureSeen:
    """What a model would get of a crop: uint8 (height, width, 1 or 3); the request ends with it."""

    request_id: int
    page: PageRef
    picture: "NDArray[np.uint8]"


@dataclass(frozen=True, slots=True)
class RequestFailed:
    """A request ended with an error sentence; everything got before stays good."""

    request_id: int
    page: PageRef
    code: str
    problem: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class RequestDropped:
    """A request was cancelled, or a later one took its place."""

    request_id: int
    page: PageRef


EngineEvent = StateChanged | PageLoaded | AnalysisAdvanced | PictureSeen | RequestFailed | RequestDropped


class Engine(Protocol):
    """What services need of an engine. Events arrive on the engine's own thread."""

    def start(self, on_event: Callable[[EngineEvent], None]) -> None:
        """Start the process and return at once."""

    def load(self, page: PageRef) -> int:
        """Ask for stage 1 only (answered before torch is there); returns the request's id.

        The newest load is answered first; none replaces another.
        """

    def see(self, request: AnalysisRequest) -> int:
        """Ask for the picture that the request's model would get of its crop; returns the request's id.

        Answered without torch. It replaces the one before, also one that runs.
        """

    def analyse(self, request: AnalysisRequest, lane: Lane = Lane.INTERACTIVE) -> int:
        """Ask for an analysis; returns the request's id.

        It begins with stage 1, so no load is needed beside it. In the interactive lane it replaces the
        one before, also one that runs.
        """

    def cancel(self, request_id: int) -> None:
        """Drop a request: at once when it waits, at its next poll when it runs."""

    def cancel_all(self) -> None:
        """Drop everything that waits or runs."""

    def restart(self, options: EngineOptions) -> None:
        """Start a new process with other options; requests that wait are kept."""

    def close(self) -> None:
        """End the process and wait for it; safe to call twice."""
