"""What an analyst needs of models; the one with torch is in `engine.torch_vision`."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Caution, DeviceChoice, ModelInfo, Prediction
from ecgdesk.core.card import Card
from ecgdesk.core.geometry import Size
from ecgdesk.engine.pages import Pixels, Timing
from ecgdesk.engine.stages import Poll, Readiness


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model as far as it is known without its weights."""

    card: Card
    info: ModelInfo


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """What is to be looked at: the masked crop, by which model, where, and how it is explained, if at all."""

    model: str
    crop: Pixels
    method: str | None
    device: DeviceChoice = DeviceChoice.AUTO


class Sight(Protocol):
    """One forward pass over one crop: its prediction, and heat maps without another pass."""

    @property
    def prediction(self) -> Prediction:
        """The calibrated prediction."""

    @property
    def device(self) -> str:
        """The name of the device it was made on."""

    @property
    def layer(self) -> str:
        """The layer whose features a heat map rests on; empty when it has none."""

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What is to be said about how it was made."""

    def heat(self, target: str, crop_size: Size) -> NDArray[np.float32]:
        """Return the heat map of one class over the crop; raises ExplanationError."""


class Vision(Protocol):
    """Models by id or file."""

    def prepare(self) -> Readiness:
        """Import torch and choose the device; called once, on a thread of its own."""

    def known(self, model: str) -> KnownModel:
        """Return what a pack says of itself, without torch; raises ModelPackError."""

    def look(self, glance: Glance, poll: Poll, timing: Timing) -> Sight:
        """Run a model over a crop, keeping what its method needs; raises EcgdeskError."""
