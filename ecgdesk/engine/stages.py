"""What the process asks of an analyst, and the stages an analyst gives back."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Protocol

from ecgdesk.core.analysis import Analysis, AnalysisRequest, Quality
from ecgdesk.core.geometry import Crop
from ecgdesk.core.page import Page, PageRef

Poll = Callable[[], None]
"""Raises CancelledError when nobody wants the result any more; called between steps."""


def nobody_asks() -> None:
    """Poll for nobody: what was asked for is wanted."""


@dataclass(frozen=True, slots=True, eq=False)
class PageStage:
    """Stage 1: the page, its crop, and whether it can be trusted."""

    page: Page
    crop: Crop
    quality: Quality


@dataclass(frozen=True, slots=True, eq=False)
class Advance:
    """A later stage is whole; `final` when it is the last."""

    analysis: Analysis
    final: bool


Step = PageStage | Advance


@dataclass(frozen=True, slots=True)
class Readiness:
    """How the models came up: the device's name, and a sentence where something is to be said.

    `usable` False: pages can be read, models cannot run, and `sentence` says why.
    """

    device: str
    sentence: str = ""
    usable: bool = True


class Analyst(Protocol):
    """The work itself, synchronous; everything but `warm_up` is called on one thread."""

    def warm_up(self) -> Readiness:
        """Import and prepare whatever models need; called once, on a thread of its own."""

    def load(self, page: PageRef, model: str | None, poll: Poll) -> PageStage:
        """Return stage 1; raises EcgdeskError."""

    def stages(self, request: AnalysisRequest, poll: Poll) -> Generator[Step]:
        """Yield stage 1 before models are touched, then the further stages; raises EcgdeskError."""
