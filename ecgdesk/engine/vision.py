"""What an analyst needs of models; the one with torch is in `engine.torch_vision`."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Caution, DeviceChoice, ModelInfo, Prediction
from ecgdesk.core.card import Card
from ecgdesk.core.geometry import Rect, Size
from ecgdesk.engine.pages import Pixels, Timing
from ecgdesk.engine.stages import Poll, Readiness, nobody_asks
from ecgdesk.models.trace_picture import TracePicture


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model as far as it is known without its weights."""

    card: Card
    info: ModelInfo


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """What is to be looked at: the masked crop, by which model, where, and how it is explained, if at all.

    `traces` is what a model that reads leads is given in place of the crop.
    """

    model: str
    crop: Pixels
    method: str | None
    device: DeviceChoice = DeviceChoice.AUTO
    traces: TracePicture | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What a heat map may need beyond its class: boxes of leads in the crop's pixels, and a layer to show.

    `poll` raises CancelledError when nobody wants the map any more.
    """

    leads: tuple[Rect, ...] = ()
    layer: str = ""
    poll: Poll = nobody_asks


@dataclass(frozen=True, slots=True, eq=False)
class HeatMap:
    """Heat over the crop in [0, 1], (h, w); `peak` is the evidence where it is 1, `passes` what it took.

    `layer` is what it rests on, "" for the pixels; `layers` are what an activation map can show.
    """

    heat: NDArray[np.float32]
    layer: str
    peak: float = 1.0
    passes: int = 0
    layers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """A heat map to be examined: how it was made, of which class, and crops moved by shares of their size."""

    glance: Glance
    target: str
    heat: NDArray[np.float32]
    terms: Terms
    shifted: tuple[tuple[float, float, Glance], ...] = ()


class Sight(Protocol):
    """One forward pass over one crop: its prediction, and its heat maps."""

    @property
    def prediction(self) -> Prediction:
        """The calibrated prediction."""

    @property
    def device(self) -> str:
        """The name of the device it was made on."""

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What is to be said about how it was made."""

    def heat(self, target: str, crop_size: Size, terms: Terms = ...) -> HeatMap:
        """Return the heat map of one class over the crop; raises ExplanationError, or what `poll` raises."""


class Vision(Protocol):
    """Models by id or file."""

    def prepare(self) -> Readiness:
        """Import torch and choose the device; called once, on a thread of its own."""

    def known(self, model: str) -> KnownModel:
        """Return what a pack says of itself, without torch; raises ModelPackError."""

    def look(self, glance: Glance, poll: Poll, timing: Timing) -> Sight:
        """Run a model over a crop, keeping what its method needs; raises EcgdeskError."""
