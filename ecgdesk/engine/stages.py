"""What the process asks of an analyst, and the stages an analyst gives back."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

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


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """What a model would get of a crop, for people to look at: uint8 (height, width, 1 or 3)."""

    pixels: NDArray[np.uint8]


Step = PageStage | Advance | Picture


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

    def see(self, request: AnalysisRequest, poll: Poll) -> Picture:
        """Return what the request's model would get of its crop, without torch; raises EcgdeskError."""

    def stages(self, request: AnalysisRequest, poll: Poll) -> Generator[Step]:
        """Yield stage 1 before models are touched, then the further stages; raises EcgdeskError."""
