"""What travels through the pipe between client and engine process. Both ends are this program."""

from dataclasses import dataclass
from pathlib import Path

from ecgdesk.core.analysis import Analysis, AnalysisRequest, Quality
from ecgdesk.core.geometry import Crop
from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import EngineOptions, EngineState, Lane
from ecgdesk.engine.shared import Parcel


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """What one engine process is started with; `prefix` begins the names of its shared memory."""

    options: EngineOptions
    prefix: str
    log_file: Path | None = None


@dataclass(frozen=True, slots=True)
class LoadPage:
    """Stage 1 of a page, with the crop policy of `model` where one is named.

    `held` is the hash of the file whose pixels the client still has.
    """

    id: int
    page: PageRef
    model: str | None = None
    held: str | None = None


@dataclass(frozen=True, slots=True)
class AnalysePage:
    """All stages that the request asks for."""

    id: int
    request: AnalysisRequest
    lane: Lane
    held: str | None = None

    @property
    def page(self) -> PageRef:
        """The page that is asked about."""
        return self.request.page


@dataclass(frozen=True, slots=True)
class SeePage:
    """The picture that the request's model would get of its crop; no model runs for it."""

    id: int
    request: AnalysisRequest
    held: str | None = None

    @property
    def page(self) -> PageRef:
        """The page that is asked about."""
        return self.request.page


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nobody wants this request any more."""

    id: int


@dataclass(frozen=True, slots=True)
class Taken:
    """The client has copied this shared memory."""

    name: str


@dataclass(frozen=True, slots=True)
class Quit:
    """End the process."""


Task = LoadPage | AnalysePage | SeePage
Command = Task | Cancel | Taken | Quit


@dataclass(frozen=True, slots=True)
class Moved:
    """The engine process reached another state."""

    state: EngineState
    sentence: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class Began:
    """The engine works on this request from now on, or still does: it is to blame if the process dies."""

    id: int


@dataclass(frozen=True, slots=True)
class Waits:
    """Nothing is left to do for this request until the models are there: it `Began` again then."""

    id: int


@dataclass(frozen=True, slots=True)
class PageMessage:
    """Stage 1; `pixels` None when the client has them already. `final` ends the request."""

    id: int
    page: PageRef
    pixels: Parcel | None
    page_count: int
    sha256: str
    dpi: float | None
    crop: Crop
    quality: Quality
    final: bool


@dataclass(frozen=True, slots=True)
class AnalysisMessage:
    """A further stage; its heat map is empty and comes in `heat`, None when it is the one sent before."""

    id: int
    analysis: Analysis
    heat: Parcel | None
    final: bool


@dataclass(frozen=True, slots=True)
class PictureMessage:
    """What a model would get, as a picture for people; always the end of its request."""

    id: int
    picture: Parcel
    final: bool = True


@dataclass(frozen=True, slots=True)
class Failed:
    """The request ended with a sentence."""

    id: int
    code: str
    problem: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Dropped:
    """The request ended because it was cancelled."""

    id: int


Reply = Moved | Began | Waits | PageMessage | AnalysisMessage | PictureMessage | Failed | Dropped
