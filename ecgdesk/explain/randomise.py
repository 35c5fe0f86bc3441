"""A copy of a network that has learnt nothing: what does not change with it explains nothing.

The model parameter randomisation test of Adebayo et al. 2018 (arXiv 1810.03292).
"""

import copy
from typing import Final

import torch
from torch import Tensor, nn

_SEED: Final = 20181
_NORMS: Final = (nn.BatchNorm1d, nn.BatchNorm2d)


def randomised(network: nn.Module, input_shape: tuple[int, ...]) -> nn.Module:
    """Return a copy with all weights drawn anew, always the same ones, in evaluation mode.

    `input_shape` is (C, H, W). Batch norms take their statistics from one pass over noise: with those of the
    learnt weights nothing would pass through them.
    """
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(_SEED)
        twin = copy.deepcopy(network).cpu().eval()
        for module in twin.modules():
            _redraw(module)
        _settle(twin, torch.randn(2, *input_shape))
    return twin.eval().requires_grad_(False)


def _redraw(module: nn.Module) -> None:
    reset = getattr(module, "reset_parameters", None)
    if callable(reset) and any(True for _ in module.parameters(recurse=False)):
        reset()
        return
    for parameter in module.parameters(recurse=False):  # class tokens, positions, scales
        spread = float(parameter.std(correction=0)) if parameter.numel() > 1 else 0.0
        centre = float(parameter.mean())
        parameter.copy_(centre + spread * torch.randn_like(parameter))


def _settle(network: nn.Module, noise: Tensor) -> None:
    norms = [module for module in network.modules() if isinstance(module, _NORMS)]
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 1.0
        norm.train()
    network(noise)
    for norm, momentum in zip(norms, momenta, strict=True):
        norm.momentum = momentum
        norm.eval()
