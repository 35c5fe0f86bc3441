"""The class activation maps differ only in how they weigh a layer's features by their gradient.

Each function maps features and gradient (N, C, h, w) to a map (N, h, w) that is not negative.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Combine = Callable[[Tensor, Tensor], Tensor]


def class_activation(features: Tensor, gradient: Tensor) -> Tensor:
    """Return Grad-CAM: features weighted by their mean gradient (Selvaraju et al. 2017, arXiv 1610.02391)."""
    return _weighted(features, gradient.mean(dim=(2, 3)))


def plus_plus(features: Tensor, gradient: Tensor) -> Tensor:
    """Return Grad-CAM++ (Chattopadhay et al. 2018, arXiv 1710.11063, equations 10 and 19).

    The second and third derivatives are powers of the first, as of an exponential score.
    """
    squared = gradient.square()
    total = features.sum(dim=(2, 3), keepdim=True)
    below = 2 * squared + total * squared * gradient
    shares = torch.where(below.abs() > 0, squared / below, torch.zeros_like(squared))
    return _weighted(features, (shares * gradient.relu()).sum(dim=(2, 3)))


def layer_cam(features: Tensor, gradient: Tensor) -> Tensor:
    """Return LayerCAM: features weighted by their own positive gradient (Jiang et al. 2021)."""
    return (gradient.relu() * features).sum(dim=1).relu()


def _weighted(features: Tensor, weights: Tensor) -> Tensor:
    return torch.einsum("nc,nchw->nhw", weights, features).relu()
