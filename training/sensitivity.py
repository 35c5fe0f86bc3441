"""A threshold for each class that finds a stated share of its pages, and what it finds of other pages."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.resampling import Interval, interval_of, weights_of

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ClassThreshold:
    """A class is suspected from `threshold` on. `sensitivity` and `specificity` are of thresholds fitted on
    other folds, so of pages that had no part in them."""

    threshold: float
    wanted: float
    sensitivity: Interval
    specificity: Interval

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self)


def threshold_for(scores: Floats, wanted: float) -> float:
    """Return the highest threshold that at least the wanted share of scores reaches; 0 for no scores."""
    if not len(scores):
        return 0.0
    return float(np.sort(scores)[::-1][math.ceil(wanted * len(scores)) - 1])


def class_thresholds(
    probabilities: Floats, labels: Labels, groups: Sequence[tuple[Flags, Flags]], classes: Sequence[str],
    wanted: float, units: Labels | None = None,
) -> dict[str, ClassThreshold]:  # fmt: skip
    """Return each class's threshold for the wanted sensitivity.

    `groups` are pairs of rows: those to judge, and those their thresholds are fitted on.
    """
    weights, found = weights_of(len(labels), units=units), {}
    for index, name in enumerate(classes):
        own, true = probabilities[:, index], labels == index
        if not true.any():
            continue
        suspected = np.zeros(len(labels), dtype=bool)
        for here, others in groups:
            suspected[here] = own[here] >= threshold_for(own[others][true[others]], wanted)
        found[name] = ClassThreshold(
            threshold_for(own[true], wanted), wanted, _share(suspected & true, true, weights),
            _share(~suspected & ~true, ~true, weights),
        )  # fmt: skip
    return found


def _share(part: Flags, whole: Flags, weights: Floats) -> Interval:
    total = weights @ whole
    return interval_of(np.divide(weights @ part, total, out=np.full(len(weights), np.nan), where=total > 0))
