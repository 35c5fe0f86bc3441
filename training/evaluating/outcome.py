"""Answers and labels as arrays, for all that is measured of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Card
from ecgdesk.core.evaluation import Estimate
from training.evaluating.answers import Answer
from training.resampling import Interval

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A model's answers (N) to pages with known labels.

    `truth` (N) are class indices, or (N, classes) 0 and 1; `units` (N) number what the bootstrap draws.
    """

    card: Card
    answers: Sequence[Answer]
    truth: Labels
    units: Labels

    @property
    def classes(self) -> tuple[str, ...]:
        """The ids of the classes in order."""
        return tuple(item.id for item in self.card.classes)

    @property
    def logits(self) -> Floats:
        """Logits (N, classes) as the network gave them."""
        return np.stack([answer.logits for answer in self.answers])

    @property
    def probabilities(self) -> Floats:
        """Probabilities (N, classes) as the pack is calibrated."""
        return np.array([list(answer.said.probabilities.values()) for answer in self.answers])

    @property
    def said(self) -> Flags:
        """Classes over their thresholds (N, classes), of models that may say several."""
        return np.array([[name in answer.said.labels for name in self.classes] for answer in self.answers])

    @property
    def right(self) -> Flags:
        """Whether the most probable class is the true one (N); of several, whether all are as they should."""
        if self.card.multi_label:
            return np.asarray((self.said == (self.truth > 0)).all(axis=1))
        return np.asarray(self.probabilities.argmax(1) == self.truth)

    @property
    def novelty(self) -> Floats | None:
        """Distance from the training pages over the model's limit (N); None for a pack that cannot tell."""
        values = [answer.said.novelty for answer in self.answers]
        return None if None in values else np.array(values, dtype=np.float64)


def estimate(interval: Interval) -> Estimate | None:
    """Return an interval for evaluation.json; None for a figure without a value."""
    values = (interval.value, interval.low, interval.high)
    if not np.isfinite(values).all():
        return None
    return Estimate(value=interval.value, low=interval.low, high=interval.high)


def wilson(hits: int, pages: int) -> Estimate:
    """Return a share of pages with its Wilson interval: fit for few pages too."""
    from scipy.stats import binomtest

    found = binomtest(hits, pages).proportion_ci(method="wilson")
    return Estimate(value=hits / pages, low=float(found.low), high=float(found.high))
