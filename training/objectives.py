"""What is minimised."""

from typing import Protocol, runtime_checkable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import ObjectiveSettings


@runtime_checkable
class Contrasting(Protocol):
    """A network that compares pictures with the sentences of classes."""

    def contrastive_logits(self, x: Tensor, labels: Tensor) -> Tensor:
        """Return (N, N): picture i against the sentence of picture j's class."""


class Objective(nn.Module):
    """A loss of a batch. `outputs` asks the network for what the loss needs; classes weigh `weight`."""

    weight: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", weight)

    def outputs(self, network: nn.Module, views: Tensor, labels: Tensor) -> Tensor:
        """Return the network's logits (N, classes) of views (N, C, H, W)."""
        logits: Tensor = network(views)
        return logits

    def mass(self, labels: Tensor) -> float:
        """Return what the loss of these labels is divided by, so that parts of a batch can be joined."""
        return float(self.weight[labels].sum())


class CrossEntropy(Objective):
    """Weighted cross-entropy of one class a page."""

    def __init__(self, weight: Tensor, label_smoothing: float) -> None:
        super().__init__(weight)
        self._smoothing = label_smoothing

    def forward(self, logits: Tensor, labels: Tensor) -> Tensor:
        """Return the loss of logits (N, classes) and labels (N)."""
        return functional.cross_entropy(logits, labels, self.weight, label_smoothing=self._smoothing)


class Focal(Objective):
    """Focal loss (Lin et al. 2017): cross-entropy times (1 − p of the true class) to the power gamma."""

    def __init__(self, weight: Tensor, label_smoothing: float, gamma: float) -> None:
        super().__init__(weight)
        self._smoothing, self._gamma = label_smoothing, gamma

    def forward(self, logits: Tensor, labels: Tensor) -> Tensor:
        """Return the loss of logits (N, classes) and labels (N)."""
        each = functional.cross_entropy(
            logits, labels, self.weight, reduction="none", label_smoothing=self._smoothing
        )
        true = logits.softmax(dim=1).gather(1, labels[:, None])[:, 0]
        return ((1 - true) ** self._gamma * each).sum() / self.weight[labels].sum()


class EachClass(Objective):
    """Binary cross-entropy of every class for itself; labels are one class a page, or (N, classes) of 0/1.

    `weight` is what a page with the class counts against one without it.
    """

    def forward(self, logits: Tensor, labels: Tensor) -> Tensor:
        """Return the mean loss over pages and classes."""
        wanted = labels if labels.ndim == 2 else functional.one_hot(labels, logits.shape[1])
        return functional.binary_cross_entropy_with_logits(
            logits, wanted.to(logits.dtype), pos_weight=self.weight
        )

    def mass(self, labels: Tensor) -> float:
        """Return the number of pages."""
        return float(len(labels))


class Contrastive(Objective):
    """Pictures against the sentences of the batch, both ways (Radford et al. 2021).

    Pages of one class share a sentence, so all of them are positives, with equal shares.
    """

    def outputs(self, network: nn.Module, views: Tensor, labels: Tensor) -> Tensor:
        """Return (N, N) similarities; raises RecipeError for a network without sentences."""
        if not isinstance(network, Contrasting):
            raise RecipeError(
                "The contrastive objective needs a network with class sentences.", 'Use "cross-entropy".'
            )
        return network.contrastive_logits(views, labels)

    def forward(self, logits: Tensor, labels: Tensor) -> Tensor:
        """Return the mean of both directions' cross-entropy for logits (N, N) and labels (N)."""
        same = (labels[:, None] == labels[None, :]).to(logits.dtype)
        shares = same / same.sum(dim=1, keepdim=True)
        ways = (functional.cross_entropy(way, shares) for way in (logits, logits.T))
        return torch.stack(list(ways)).mean()

    def mass(self, labels: Tensor) -> float:
        """Return the number of pages."""
        return float(len(labels))


def class_weights(labels: NDArray[np.int64], classes: int, power: float) -> NDArray[np.float32]:
    """Return one weight a class: (pages ÷ (classes × pages of the class)) to the power; 1 for absent ones."""
    counts = np.bincount(labels, minlength=classes).astype(np.float64)
    weights = len(labels) / (classes * np.where(counts > 0, counts, len(labels) / classes))
    weighted: NDArray[np.float32] = (weights**power).astype(np.float32)
    return weighted


def presence_weights(truth: NDArray[np.int64], power: float) -> NDArray[np.float32]:
    """Return one weight a class: (pages without it ÷ pages with it) to the power; 1 for absent ones."""
    present = truth.sum(axis=0).astype(np.float64)
    ratio = np.where(present > 0, (len(truth) - present) / np.maximum(present, 1), 1.0)
    weighted: NDArray[np.float32] = (np.where(ratio > 0, ratio, 1.0) ** power).astype(np.float32)
    return weighted


def make_objective(settings: ObjectiveSettings, labels: NDArray[np.int64], classes: int) -> Objective:
    """Return the loss of logits and labels, weighted by the training labels: (N), or (N, classes) of 0/1."""
    power = settings.class_weight_power
    weights = class_weights(labels, classes, power) if labels.ndim == 1 else presence_weights(labels, power)
    weight = torch.from_numpy(weights)
    if settings.kind == "focal":
        return Focal(weight, settings.label_smoothing, settings.focal_gamma)
    if settings.kind == "multi-label":
        return EachClass(weight)
    if settings.kind == "contrastive":
        return Contrastive(weight)
    return CrossEntropy(weight, settings.label_smoothing)
