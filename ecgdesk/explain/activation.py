"""How strongly the layers of a network answer at each place (Majid et al. 2026 show such maps)."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Final

import torch
from torch import Tensor, nn

from ecgdesk.core.errors import ExplanationError
from ecgdesk.explain.keep import kept_features
from ecgdesk.explain.layout import as_grid
from ecgdesk.explain.setting import Setting
from ecgdesk.models.catalog import Layout

MOST_LAYERS: Final = 12
_DEPTH: Final = 2
_SMALLEST: Final = 4
"""A grid of fewer cells than this on its longer side shows no place."""


class Activation:
    """The mean size of a layer's features at each place; the same for every class."""

    def __init__(self, network: nn.Module, layer: str, layout: Layout, setting: Setting) -> None:
        self._network, self._layer, self._layout = network, setting.layer or layer, layout
        self._setting = setting

    def attribute(self, inputs: Tensor, target: int) -> Tensor:
        """Return the map (N, h, w), not negative; raises ExplanationError when the layer gives none."""
        self._setting.poll()
        with kept_features(self._network, self._layer) as kept:
            self._network(inputs)
        features = kept.features.detach()
        layout: Layout = self._layout if features.ndim == (3 if self._layout == "tokens" else 4) else "nchw"
        size = (inputs.shape[-2], inputs.shape[-1])
        return as_grid(features, layout, size).abs().mean(dim=1)


def layers_with_maps(network: nn.Module, layout: Layout, inputs: Tensor) -> tuple[str, ...]:
    """Return the names of the network's coarse parts that give a map, in the order in which they run."""
    seen: list[str] = []
    with ExitStack() as hooks, torch.no_grad():
        for name, module in _coarse(network):

            def note(_module: nn.Module, _inputs: object, output: object, name: str = name) -> None:
                if isinstance(output, Tensor) and _is_map(output, layout, inputs):
                    seen.append(name)

            hooks.callback(module.register_forward_hook(note).remove)
        network(inputs)
    return tuple(_spread([name for name in dict.fromkeys(seen) if seen.count(name) == 1]))


def _coarse(network: nn.Module) -> Iterator[tuple[str, nn.Module]]:
    for name, module in network.named_modules():
        if name and name.count(".") < _DEPTH and any(True for _ in module.children()):
            yield name, module


def _is_map(output: Tensor, layout: Layout, inputs: Tensor) -> bool:
    size = (inputs.shape[-2], inputs.shape[-1])
    try:
        grid = as_grid(output, "nchw" if output.ndim == 4 and layout == "tokens" else layout, size)
    except ExplanationError:
        return False
    return max(grid.shape[-2:]) >= _SMALLEST


def _spread(names: list[str]) -> list[str]:
    """Return at most `MOST_LAYERS` of the names, evenly taken, the last one included."""
    if len(names) <= MOST_LAYERS:
        return names
    return [names[round(at * (len(names) - 1) / (MOST_LAYERS - 1))] for at in range(MOST_LAYERS)]
