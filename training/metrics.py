"""Figures of a set of predictions, each with a 95 % bootstrap interval over pages."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.scores import (
    Floats,
    Labels,
    class_scores,
    confusions,
    expected_calibration_error,
    macro_auroc,
    page_brier,
    page_log_loss,
)

RESAMPLES: Final = 1000


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with the 2.5th and 97.5th percentile over resampled pages."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Metrics:
    """All figures of one set of predictions; `confusion` has true classes as rows."""

    pages: int
    classes: tuple[str, ...]
    summary: dict[str, Interval]
    per_class: dict[str, dict[str, Interval]]
    support: dict[str, int]
    confusion: dict[str, dict[str, int]]

    def as_json(self) -> dict[str, Any]:
        """Return plain values for a JSON file."""
        return asdict(self)


def evaluate(
    probabilities: Floats, labels: Labels, classes: Sequence[str], resamples: int = RESAMPLES
) -> Metrics:
    """Return the figures of probabilities (N, classes) against labels (N)."""
    # The first draw is the pages themselves: its scores are the values, the rest give the intervals.
    draws = np.vstack([np.arange(len(labels)), _resamples(len(labels), resamples)])
    counts = confusions(probabilities.argmax(1), labels, len(classes), draws)
    scores = class_scores(counts)
    per_class = {
        name: {kind: _interval(values[:, index]) for kind, values in scores.items()}
        for index, name in enumerate(classes)
    }
    table = {
        true: {guess: int(counts[0, i, j]) for j, guess in enumerate(classes)}
        for i, true in enumerate(classes)
    }
    support = {name: int((labels == index).sum()) for index, name in enumerate(classes)}
    summary = _summary(probabilities, labels, draws, counts, scores)
    return Metrics(len(labels), tuple(classes), summary, per_class, support, table)


def mean_interval(values: NDArray[Any], resamples: int = RESAMPLES) -> Interval:
    """Return the mean of one value a page with its 95 % bootstrap interval."""
    means = values[_resamples(len(values), resamples)].mean(axis=1)
    return _interval(np.array([values.mean(), *means]))


def _summary(
    probabilities: Floats, labels: Labels, draws: Labels, counts: Floats, scores: dict[str, Floats]
) -> dict[str, Interval]:
    def drawn(score: Callable[[Floats, Labels], float]) -> Interval:
        return _interval(np.array([score(probabilities[draw], labels[draw]) for draw in draws]))

    accuracies = np.trace(counts, axis1=1, axis2=2) / len(labels)
    return {
        "accuracy": _interval(accuracies),
        "macro_precision": _interval(scores["precision"].mean(axis=1)),
        "macro_recall": _interval(scores["recall"].mean(axis=1)),
        "macro_f1": _interval(scores["f1"].mean(axis=1)),
        "auroc": drawn(macro_auroc),
        "ece": drawn(expected_calibration_error),
        "brier": _interval(page_brier(probabilities, labels)[draws].mean(axis=1)),
        "log_loss": _interval(page_log_loss(probabilities, labels)[draws].mean(axis=1)),
    }


def _interval(values: Floats) -> Interval:
    low, high = np.nanpercentile(values[1:], (2.5, 97.5))
    return Interval(float(values[0]), float(low), float(high))


def _resamples(pages: int, resamples: int) -> Labels:
    return np.random.default_rng(0).integers(0, pages, size=(resamples, pages))
