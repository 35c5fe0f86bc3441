"""Heat maps that need passes of their own, made when they are asked for. Imports no torch."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect, Size
from ecgdesk.core.methods import ACTIVATION
from ecgdesk.engine.vision import Terms
from ecgdesk.models.preprocess import placement

if TYPE_CHECKING:
    from torch import Tensor

    from ecgdesk.core.card import Preprocessing
    from ecgdesk.explain.setting import Setting
    from ecgdesk.models.loaded import LoadedModel

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A map over the network's input, (h, w), what it rests on, and how many passes it took."""

    grid: Floats
    layer: str
    passes: int = 0
    layers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class LateMaps:
    """A model, the page as it sees it, and the method that explains it."""

    model: "LoadedModel"
    inputs: "Tensor"
    method: str

    def map(self, target: int, setting: "Setting") -> Drawn:
        """Return the map of one class; raises ExplanationError, or CancelledError from the setting's poll."""
        from ecgdesk.explain.activation import layers_with_maps
        from ecgdesk.explain.methods import attributor
        from ecgdesk.explain.readable import for_people

        entry, passes = self.model.architecture, [0]
        made = attributor(self.method, self.model.network, entry, setting)

        def count(_module: object, inputs: tuple["Tensor", ...]) -> None:
            passes[0] += len(inputs[0])

        handle = self.model.network.register_forward_pre_hook(count)
        try:
            grid = made.attribute(self.inputs, target)[0].detach().float().cpu().numpy()
        finally:
            handle.remove()
        grid = for_people(grid, self.method, setting.preprocessing)
        if self.method == ACTIVATION:
            layers = layers_with_maps(self.model.network, entry.layout, self.inputs)
            return Drawn(grid, setting.layer or entry.target_layer, passes[0], layers)
        return Drawn(grid, "", passes[0])


def setting_for(terms: Terms, crop_size: Size, settings: "Preprocessing") -> "Setting":
    """Return how a method is to be run on these terms."""
    from ecgdesk.explain.setting import Setting

    regions = tuple(on_input(lead, crop_size, settings) for lead in terms.leads)
    if settings.reads_leads:  # each lead has a row of its own
        regions = tuple(Rect(0, row, settings.width, row + 1) for row in range(settings.height))
    return Setting(settings, regions=regions, poll=terms.poll, layer=terms.layer)


def on_input(box: Rect, crop_size: Size, settings: "Preprocessing") -> Rect:
    """Return a box of the crop in pixels of the network's input."""
    left, top, width, height = placement(crop_size, settings)
    across, down = width / crop_size[0], height / crop_size[1]
    return Rect(box.x0 * across, box.y0 * down, box.x1 * across, box.y1 * down).moved(left, top)
