"""A fit's figures on pages it does not learn from, after each epoch."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from ecgdesk.core.recipe import Recipe
from training.bench import Bench
from training.changes import Changes
from training.predicting import Material, predict
from training.scores import accuracy

Figures = tuple[float | None, float | None]


class Watched:
    """Measures loss and accuracy of chosen pages; under several processes the first one does, for all."""

    def __init__(
        self, recipe: Recipe, material: Material, positions: NDArray[np.int64], changes: Changes, bench: Bench
    ) -> None:
        self._recipe, self._material, self._positions = recipe, material, positions
        self._bench = bench
        unsound = recipe.is_as_published and recipe.published.validation_changed
        self._changes = changes if unsound else None

    def measured(self, network: nn.Module) -> Figures:
        """Return loss and accuracy; None where no page is watched."""
        if not len(self._positions):
            return None, None
        return self._bench.crew.told(lambda: self._figures(network))

    def score(self, loss: float | None, accuracy: float | None) -> float | None:
        """Return what decides which epoch is kept, higher being better; None where the last one is."""
        stopping = self._recipe.early_stopping
        if stopping is None or loss is None or accuracy is None:
            return None
        return accuracy if stopping.measure == "accuracy" else -loss

    def _figures(self, network: nn.Module) -> Figures:
        pictures = np.stack([self._material.pictures[i, 0] for i in self._positions])
        logits = predict(network, pictures, self._material.preprocessing, self._bench.device, self._changes)
        labels = self._material.labels[self._positions]
        return held_out_loss(logits, labels), accuracy(logits, labels)


def held_out_loss(logits: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """Return the plain loss of logits (N, classes): of one class a page (N), or of several (N, classes)."""
    answers, wanted = torch.from_numpy(logits), torch.from_numpy(labels)
    if labels.ndim == 2:
        return float(functional.binary_cross_entropy_with_logits(answers, wanted.to(answers.dtype)))
    return float(functional.cross_entropy(answers, wanted))
