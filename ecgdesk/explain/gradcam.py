"""Grad-CAM and its kin in one forward pass (Selvaraju et al. 2017, https://arxiv.org/abs/1610.02391)."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.sentence import say
from ecgdesk.explain.combine import Combine, class_activation
from ecgdesk.explain.keep import kept_features
from ecgdesk.explain.layout import as_grid
from ecgdesk.models.catalog import Layout


@dataclass(frozen=True, slots=True, eq=False)
class OnePass:
    """One forward pass: its logits (N, classes), and the maps of as many classes as are asked for.

    Holds the features of the explained layer and the graph behind them until it is dropped.
    """

    logits: Tensor
    _outputs: Tensor
    _features: Tensor
    _layout: Layout
    _input_size: tuple[int, int]
    _combine: Combine = class_activation

    def map(self, target: int) -> Tensor:
        """Return the map of one class, (N, h, w), not negative, without another forward pass.

        Raises ExplanationError when there is no such class.
        """
        if not 0 <= target < self.logits.shape[1]:
            raise ExplanationError(say("There is no class number {target} to explain.", target=target))
        with torch.enable_grad():
            score = self._outputs[:, target].sum()
        (gradient,) = torch.autograd.grad(score, self._features, retain_graph=True)
        return self._combine(self._grid(self._features.detach()), self._grid(gradient))

    def _grid(self, values: Tensor) -> Tensor:
        return as_grid(values, self._layout, self._input_size)


class GradCam:
    """A class activation map of a network at one layer; differentiates only what lies behind that layer."""

    def __init__(
        self, network: nn.Module, layer: str, layout: Layout, combine: Combine = class_activation
    ) -> None:
        self._network = network
        self._layer = layer
        self._layout = layout
        self._combine = combine

    def forward(self, inputs: Tensor) -> OnePass:
        """Run the network once on (N, C, H, W); raises ExplanationError when the layer gives no map."""
        with kept_features(self._network, self._layer) as kept:
            outputs = self._network(inputs)
        size = (inputs.shape[-2], inputs.shape[-1])
        return OnePass(outputs.detach(), outputs, kept.features, self._layout, size, self._combine)

    def attribute(self, inputs: Tensor, target: int) -> Tensor:
        """Return the map of one class, (N, h, w)."""
        return self.forward(inputs).map(target)
