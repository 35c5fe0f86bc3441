"""Keep one layer's output during a forward pass, so that only what lies behind it is differentiated."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.sentence import say


@dataclass(slots=True, eq=False)
class Kept:
    """What a layer gave during the last forward pass, as a leaf of the graph behind it."""

    layer: str
    outputs: list[Tensor] = field(default_factory=list)

    @property
    def features(self) -> Tensor:
        """The layer's output; raises ExplanationError when it did not run exactly once."""
        if len(self.outputs) != 1:
            raise ExplanationError(
                say(
                    "The layer {layer!r} ran {times} times in one forward pass.",
                    layer=self.layer,
                    times=len(self.outputs),
                )
            )
        return self.outputs[0]


def find_layer(network: nn.Module, layer: str) -> nn.Module:
    """Return a submodule by its dotted name; raises ExplanationError when there is none."""
    try:
        return network.get_submodule(layer)
    except AttributeError as error:
        raise ExplanationError(say("The network has no layer {layer!r} to explain.", layer=layer)) from error


@contextmanager
def kept_features(network: nn.Module, layer: str) -> Iterator[Kept]:
    """Keep `layer`'s output of the forward pass run inside; gradients are recorded from there on only.

    The hook is removed at the end whatever happens.
    """
    kept = Kept(layer)

    def keep(_module: nn.Module, _inputs: object, output: object) -> Tensor:
        if not isinstance(output, Tensor):
            raise ExplanationError(say("The layer {layer!r} gives no single tensor.", layer=layer))
        leaf = output.detach().requires_grad_(True)
        kept.outputs.append(leaf)
        torch.set_grad_enabled(True)  # the graph starts here; leaving no_grad below puts the mode back
        return leaf.clone()  # a later in-place ReLU must not overwrite the kept leaf

    handle = find_layer(network, layer).register_forward_hook(keep)
    try:
        with torch.no_grad():
            yield kept
    finally:
        handle.remove()
