"""Figures of a set of predictions, each with a 95 % bootstrap interval over pages."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    log_loss,
    precision_recall_fscore_support,
    roc_auc_score,
)

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
Statistic = Callable[[Floats, Labels], float]

ECE_BINS: Final = 10
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
    draws = np.random.default_rng(0).integers(0, len(labels), size=(resamples, len(labels)))

    def interval(statistic: Statistic) -> Interval:
        return bootstrap(statistic, probabilities, labels, draws)

    summary = {name: interval(statistic) for name, statistic in _summaries(len(classes)).items()}
    per_class = {
        name: {kind: interval(_per_class(index, kind, len(classes))) for kind in _KINDS}
        for index, name in enumerate(classes)
    }
    counts = confusion_matrix(labels, probabilities.argmax(1), labels=range(len(classes)))
    confusion = {
        true: {guess: int(counts[i, j]) for j, guess in enumerate(classes)} for i, true in enumerate(classes)
    }
    support = {name: int((labels == index).sum()) for index, name in enumerate(classes)}
    return Metrics(len(labels), tuple(classes), summary, per_class, support, confusion)


def bootstrap(
    statistic: Statistic, probabilities: Floats, labels: Labels, draws: NDArray[np.int64]
) -> Interval:
    """Return a statistic and its 95 % percentile interval over the drawn positions (resamples, N)."""
    values = [statistic(probabilities[draw], labels[draw]) for draw in draws]
    low, high = np.nanpercentile(values, (2.5, 97.5))
    return Interval(statistic(probabilities, labels), float(low), float(high))


def mean_interval(values: NDArray[Any], resamples: int = RESAMPLES) -> Interval:
    """Return the mean of one value a page with its 95 % bootstrap interval."""
    draws = np.random.default_rng(0).integers(0, len(values), size=(resamples, len(values)))
    low, high = np.percentile(values[draws].mean(axis=1), (2.5, 97.5))
    return Interval(float(values.mean()), float(low), float(high))


def expected_calibration_error(probabilities: Floats, labels: Labels, bins: int = ECE_BINS) -> float:
    """Return the mean gap between confidence and accuracy over equal-width bins, weighted by pages."""
    confidence, right = probabilities.max(1), probabilities.argmax(1) == labels
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = (
        abs(float(confidence[place == b].mean()) - float(right[place == b].mean())) * int((place == b).sum())
        for b in np.unique(place)
    )
    return float(sum(gaps) / len(labels))


def brier(probabilities: Floats, labels: Labels) -> float:
    """Return the mean squared distance to the true class's indicator, summed over classes (0 to 2)."""
    truth = np.eye(probabilities.shape[1])[labels]
    return float(((probabilities - truth) ** 2).sum(1).mean())


def macro_f1(probabilities: Floats, labels: Labels) -> float:
    """Return the unweighted mean of the classes' F1."""
    return _macro(probabilities, labels, probabilities.shape[1], 2)


def accuracy(probabilities: Floats, labels: Labels) -> float:
    """Return the share of pages whose most probable class is right."""
    return float(accuracy_score(labels, probabilities.argmax(1)))


def macro_auroc(probabilities: Floats, labels: Labels) -> float:
    """Return the mean area under the one-vs-rest ROC curves; NaN when a class is absent."""
    if len(np.unique(labels)) < probabilities.shape[1]:
        return float("nan")
    if probabilities.shape[1] == 2:
        return float(roc_auc_score(labels, probabilities[:, 1]))
    return float(roc_auc_score(labels, probabilities, multi_class="ovr", average="macro"))


_KINDS: Final = ("precision", "recall", "f1", "specificity")


def _summaries(classes: int) -> dict[str, Statistic]:
    return {
        "accuracy": accuracy,
        "macro_precision": lambda p, y: _macro(p, y, classes, 0),
        "macro_recall": lambda p, y: _macro(p, y, classes, 1),
        "macro_f1": lambda p, y: _macro(p, y, classes, 2),
        "auroc": macro_auroc,
        "ece": expected_calibration_error,
        "brier": brier,
        "log_loss": lambda p, y: float(log_loss(y, p, labels=range(classes))),
    }


def _macro(probabilities: Floats, labels: Labels, classes: int, part: int) -> float:
    scores = precision_recall_fscore_support(
        labels, probabilities.argmax(1), labels=range(classes), average="macro", zero_division=0
    )
    return float(scores[part])


def _per_class(index: int, kind: str, classes: int) -> Statistic:
    def statistic(probabilities: Floats, labels: Labels) -> float:
        guess = probabilities.argmax(1) == index
        truth = labels == index
        hit, false, missed = (guess & truth).sum(), (guess & ~truth).sum(), (~guess & truth).sum()
        if kind == "precision":
            return _ratio(hit, hit + false)
        if kind == "recall":
            return _ratio(hit, hit + missed) if truth.any() else float("nan")
        if kind == "specificity":
            return _ratio((~guess & ~truth).sum(), (~truth).sum())
        return _ratio(2 * hit, 2 * hit + false + missed)

    return statistic


def _ratio(part: int, whole: int) -> float:
    return float(part / whole) if whole else 0.0
