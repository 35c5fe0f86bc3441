"""What is minimised."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ecgdesk.core.recipe import ObjectiveSettings


def class_weights(labels: NDArray[np.int64], classes: int, power: float) -> NDArray[np.float32]:
    """Return one weight a class: (pages ÷ (classes × pages of the class)) to the power; 1 for absent ones."""
    counts = np.bincount(labels, minlength=classes).astype(np.float64)
    weights = len(labels) / (classes * np.where(counts > 0, counts, len(labels) / classes))
    weighted: NDArray[np.float32] = (weights**power).astype(np.float32)
    return weighted


def make_objective(settings: ObjectiveSettings, labels: NDArray[np.int64], classes: int) -> nn.Module:
    """Return the loss of (logits (N, classes), labels (N)), weighted by the training labels."""
    weights = torch.from_numpy(class_weights(labels, classes, settings.class_weight_power))
    return nn.CrossEntropyLoss(weight=weights, label_smoothing=settings.label_smoothing)
