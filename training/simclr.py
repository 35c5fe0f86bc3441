"""The loss of pretraining: two views of a page agree, pages differ (SimCLR, Chen et al. 2020; paper D)."""

from typing import Protocol, runtime_checkable

import torch
from torch import Tensor
from torch.nn import functional

from ecgdesk.core.recipe import PretrainingSettings


@runtime_checkable
class Projecting(Protocol):
    """A network with a projection head."""

    def project(self, x: Tensor) -> Tensor:
        """Map (N, channels, H, W) to unit vectors (N, projection)."""


def pretraining_loss(first: Tensor, second: Tensor, settings: PretrainingSettings) -> Tensor:
    """Return InfoNCE + alignment + triplet of the unit vectors (N, D) of two views, weighted as settled."""
    loss = info_nce(first, second, settings.temperature)
    loss = loss + settings.alignment_weight * alignment(first, second)
    if settings.triplet_weight:
        loss = loss + settings.triplet_weight * triplet(first, second, settings.triplet_margin)
    return loss


def info_nce(first: Tensor, second: Tensor, temperature: float) -> Tensor:
    """Return the mean loss over all 2N views: its partner against the 2N − 2 views of other pages."""
    pages = len(first)
    vectors = torch.cat([first, second])
    likeness = vectors @ vectors.T / temperature
    itself = torch.eye(2 * pages, dtype=torch.bool, device=vectors.device)
    partner = torch.arange(2 * pages, device=vectors.device).roll(pages)
    return functional.cross_entropy(likeness.masked_fill(itself, -torch.inf), partner)


def alignment(first: Tensor, second: Tensor) -> Tensor:
    """Return the mean of 1 − cosine over the pairs of views of one page.

    The paper sums over all i without saying over which pairs; positive pairs are our reading.
    """
    return (1 - (first * second).sum(dim=1)).mean()


def triplet(first: Tensor, second: Tensor, margin: float) -> Tensor:
    """Return the mean triplet loss in cosine distance; the negative is the nearest view of another page.

    The choice of the negative is ours: the paper does not say.
    """
    distance = 1 - first @ second.T
    itself = torch.eye(len(first), dtype=torch.bool, device=first.device)
    nearest = distance.masked_fill(itself, torch.inf).amin(dim=1)
    return (distance.diagonal() - nearest + margin).relu().mean()
