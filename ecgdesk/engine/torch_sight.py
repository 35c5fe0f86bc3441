"""One forward pass through torch and its heat maps, on the processor if the card gives up on them.

Imports no torch.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Caution, Prediction
from ecgdesk.core.card import Card
from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.geometry import Size
from ecgdesk.core.sentence import say
from ecgdesk.engine.device import Place, Runner

if TYPE_CHECKING:
    from ecgdesk.explain.gradcam import OnePass

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pass:
    """What a forward pass left: logits (classes), the explained layer, and the maps or why there are none."""

    logits: Floats
    layer: str
    maps: "OnePass | None" = None
    trouble: ExplanationError | None = None
    novelty: float | None = None


class TorchSight:
    """A forward pass whose features are kept as long as this is.

    `runner` is where maps are computed; `again` does the pass once more at another place.
    """

    def __init__(
        self, prediction: Prediction, place: Place, cautions: tuple[Caution, ...], card: Card, kept: Pass,
        runner: Runner, again: Callable[[Place], Pass],
    ) -> None:  # fmt: skip
        self.prediction = prediction
        self.device = place.label
        self.cautions = cautions
        self._card = card
        self._kept = kept
        self._kept_at = place.torch_name
        self._runner = runner
        self._again = again

    @property
    def layer(self) -> str:
        """The layer whose features the heat maps rest on."""
        return self._kept.layer

    def heat(self, target: str, crop_size: Size) -> Floats:
        """Return the heat map of one class over the crop; raises ExplanationError.

        Where the card gives up, pass and map are done on the processor, and `cautions` say so from then on;
        prediction and device stay those of the first pass.
        """
        from ecgdesk.explain.heatmap import on_crop

        classes = [item.id for item in self._card.classes]
        if self._kept.maps is None:
            raise self._kept.trouble or ExplanationError("No explanation was asked for.")
        if target not in classes:
            raise ExplanationError(say("The model has no class {target!r} to explain.", target=target))
        try:
            grid, _, cautions = self._runner.run(partial(self._grid, classes.index(target)))
        except (RuntimeError, MemoryError) as error:  # torch raises no other type
            raise ExplanationError("The heat map could not be computed.", "Try the processor.") from error
        self.cautions = (*self.cautions, *cautions)
        return on_crop(grid, crop_size, self._card.preprocessing)

    def _grid(self, target: int, place: Place) -> Floats:
        if place.torch_name != self._kept_at:
            self._kept, self._kept_at = self._again(place), place.torch_name
            self._runner = Runner(place, _nothing)
        if self._kept.maps is None:
            raise self._kept.trouble or ExplanationError("The heat map could not be computed.")
        grid: Floats = self._kept.maps.map(target)[0].float().cpu().numpy()
        return grid


def _nothing() -> None:
    """Forget nothing: the processor keeps no cache."""
