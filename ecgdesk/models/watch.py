"""Take a layer's features along during a forward pass that is made anyway."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn


@contextmanager
def watched(network: nn.Module, layer: str, places: bool = False) -> Iterator[list[NDArray[np.float32]]]:
    """Collect the features (N, D) of every forward pass run inside; the hook is removed at the end.

    Of a linear layer they are what it gets, of any other what it gives: of maps (N, C, H, W) the mean and the
    spread of each channel, (N, 2C), and with `places` the mean of each row and column, (N, 2C + H + W).
    Raises AttributeError for a layer that is not there.
    """
    seen: list[NDArray[np.float32]] = []
    module = network.get_submodule(layer)

    def gets(_module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        seen.append(_summary(inputs[0], places))

    def gives(_module: nn.Module, _inputs: object, output: Tensor) -> None:
        seen.append(_summary(output, places))

    is_linear = isinstance(module, nn.Linear)
    handle = module.register_forward_pre_hook(gets) if is_linear else module.register_forward_hook(gives)
    try:
        yield seen
    finally:
        handle.remove()


def last_linear(network: nn.Module) -> str | None:
    """Return the name of the last linear layer, in the order of definition, or None."""
    names = [name for name, module in network.named_modules() if isinstance(module, nn.Linear)]
    return names[-1] if names else None


def _summary(values: Tensor, places: bool) -> NDArray[np.float32]:
    values = values.detach().float()
    if values.ndim == 4:
        spread, mean = torch.std_mean(values, dim=(2, 3), correction=0)
        everywhere = values.mean(1)
        where = [everywhere.mean(2), everywhere.mean(1)] if places else []
        values = torch.cat([mean, spread, *where], dim=1)
    return np.asarray(values.flatten(1).cpu().numpy(), dtype=np.float32)
