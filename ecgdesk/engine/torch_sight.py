"""One forward pass through torch and its heat maps, on the processor if the card gives up on them.

Imports no torch.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Caution, Prediction
from ecgdesk.core.card import Card
from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.geometry import Size
from ecgdesk.core.sentence import say
from ecgdesk.engine.device import Place, Runner
from ecgdesk.engine.torch_late import Drawn, LateMaps, setting_for
from ecgdesk.engine.vision import HeatMap, Terms
from ecgdesk.models.trace_picture import TracePicture

if TYPE_CHECKING:
    from ecgdesk.explain.gradcam import OnePass

Floats = NDArray[np.float32]

_USUAL: Final = Terms()


@dataclass(frozen=True, slots=True)
class Pass:
    """What a forward pass left: logits (classes), the explained layer, and the maps or why there are none.

    `late` makes maps that need passes of their own.
    """

    logits: Floats
    layer: str
    maps: "OnePass | None" = None
    late: LateMaps | None = None
    trouble: ExplanationError | None = None
    novelty: float | None = None


class TorchSight:
    """A forward pass whose features are kept as long as this is.

    `runner` is where maps are computed; `again` does the pass once more at another place.
    """

    def __init__(
        self, prediction: Prediction, place: Place, cautions: tuple[Caution, ...], card: Card, kept: Pass,
        runner: Runner, again: Callable[[Place], Pass], traces: TracePicture | None = None,
    ) -> None:  # fmt: skip
        self.prediction = prediction
        self.device = place.label
        self.cautions = cautions
        self._card = card
        self._kept = kept
        self._kept_at = place.torch_name
        self._runner = runner
        self._again = again
        self._traces = traces

    def heat(self, target: str, crop_size: Size, terms: Terms = _USUAL) -> HeatMap:
        """Return the heat map of one class over the crop; raises ExplanationError, or what `poll` raises.

        Where the card gives up, pass and map are done on the processor, and `cautions` say so from then on;
        prediction and device stay those of the first pass.
        """
        from ecgdesk.explain.heatmap import on_crop

        classes = [item.id for item in self._card.classes]
        self._check_kept("No explanation was asked for.")
        if target not in classes:
            raise ExplanationError(say("The model has no class {target!r} to explain.", target=target))
        try:
            work = partial(self._drawn, classes.index(target), crop_size, terms)
            drawn, _, cautions = self._runner.run(work)
        except (RuntimeError, MemoryError) as error:  # torch raises no other type
            raise ExplanationError("The heat map could not be computed.", "Try the processor.") from error
        self.cautions = (*self.cautions, *cautions)
        heat = on_crop(drawn.grid, crop_size, self._card.preprocessing, self._traces)
        return HeatMap(heat, drawn.layer, max(0.0, float(drawn.grid.max())), drawn.passes, drawn.layers)

    def _drawn(self, target: int, crop_size: Size, terms: Terms, place: Place) -> Drawn:
        if place.torch_name != self._kept_at:
            self._kept, self._kept_at = self._again(place), place.torch_name
            self._runner = Runner(place, _nothing)
        self._check_kept("The heat map could not be computed.")
        if self._kept.late is not None:
            return self._kept.late.map(target, setting_for(terms, crop_size, self._card.preprocessing))
        if self._kept.maps is None:
            raise AssertionError("a pass without trouble has maps")
        grid: Floats = self._kept.maps.map(target)[0].float().cpu().numpy()
        if self._card.preprocessing.reads_leads:
            from ecgdesk.explain.readable import readable

            grid = readable(grid, self._card.preprocessing)
        return Drawn(grid, self._kept.layer)

    def _check_kept(self, problem: str) -> None:
        if self._kept.maps is None and self._kept.late is None:
            raise self._kept.trouble or ExplanationError(problem)


def _nothing() -> None:
    """Forget nothing: the processor keeps no cache."""
