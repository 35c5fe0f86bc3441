"""Figures of a set of predictions, each with a 95 % bootstrap interval over pages."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from training.multilabel_scores import auroc, average_precision
from training.resampling import (
    RESAMPLES,
    Interval,
    interval_of,
    mean_interval,
    mean_of_known,
    weighted_mean,
    weights_of,
)
from training.scores import (
    Floats,
    Labels,
    calibration_errors,
    class_scores,
    confusions,
    page_brier,
    page_log_loss,
)

__all__ = ["RESAMPLES", "Interval", "Metrics", "evaluate", "mean_interval"]


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
    probabilities: Floats, labels: Labels, classes: Sequence[str], resamples: int = RESAMPLES,
    units: Labels | None = None,
) -> Metrics:  # fmt: skip
    """Return the figures of probabilities (N, classes) against labels (N).

    `units` (N) names the page of each row where a page has several: they are resampled together.
    """
    weights = weights_of(len(labels), resamples, units)
    counts = confusions(probabilities.argmax(1), labels, len(classes), weights)
    truth = np.eye(len(classes), dtype=np.int64)[labels]
    scores = class_scores(counts) | {
        "auroc": auroc(probabilities, truth, weights),
        "average_precision": average_precision(probabilities, truth, weights),
    }
    per_class = {
        name: {kind: interval_of(values[:, index]) for kind, values in scores.items()}
        for index, name in enumerate(classes)
    }
    summary = {
        name: interval_of(values)
        for name, values in _summary(probabilities, labels, weights, counts, scores).items()
    }
    support = {name: int((labels == index).sum()) for index, name in enumerate(classes)}
    return Metrics(len(labels), tuple(classes), summary, per_class, support, table_of(counts[0], classes))


def table_of(counts: Floats, classes: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return a confusion matrix (true, predicted) by the names of its classes."""
    return {
        true: {guess: int(counts[i, j]) for j, guess in enumerate(classes)} for i, true in enumerate(classes)
    }


def _summary(
    probabilities: Floats, labels: Labels, weights: Floats, counts: Floats, scores: dict[str, Floats]
) -> dict[str, Floats]:
    share = counts.sum(axis=2) / counts.sum(axis=(1, 2))[:, None]
    kinds = ("precision", "recall", "f1")
    ece, debiased = calibration_errors(probabilities, labels, weights)
    return {
        "accuracy": np.trace(counts, axis1=1, axis2=2) / weights.sum(axis=1),
        **{f"macro_{kind}": scores[kind].mean(axis=1) for kind in kinds},
        **{f"weighted_{kind}": (scores[kind] * share).sum(axis=1) for kind in kinds},
        "auroc": mean_of_known(scores["auroc"]),
        "average_precision": mean_of_known(scores["average_precision"]),
        "ece": ece,
        "ece_debiased": debiased,
        "brier": weighted_mean(page_brier(probabilities, labels), weights),
        "log_loss": weighted_mean(page_log_loss(probabilities, labels), weights),
    }
