"""Figures and calibration of pages that may have several classes or none, on held-out predictions only."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy.optimize import minimize_scalar

from ecgdesk.core.card import Calibration
from ecgdesk.models.predict import DEFAULT_CLASS_THRESHOLD
from training.calibrate import binned
from training.metrics import RESAMPLES, Metrics
from training.multilabel_scores import (
    Flags,
    Floats,
    Labels,
    auroc,
    average_precision,
    calibration_error,
    class_scores,
    exactly_right,
    page_brier,
    page_log_loss,
    probabilities_at,
)
from training.resampling import interval_of, mean_of_known, weights_of

_TEMPERATURES: Final = (0.05, 20.0)
_THRESHOLDS: Final = (0.01, 0.99)


def fit_temperature(logits: Floats, truth: Labels) -> float:
    """Return the temperature of the lowest log loss over all classes."""

    def loss(log_temperature: float) -> float:
        return float(page_log_loss(probabilities_at(logits, math.exp(log_temperature)), truth).mean())

    bounds = (math.log(_TEMPERATURES[0]), math.log(_TEMPERATURES[1]))
    return float(math.exp(minimize_scalar(loss, bounds=bounds, method="bounded").x))


def fit_thresholds(probabilities: Floats, truth: Labels) -> Floats:
    """Return for each class the threshold of its best F1 (classes); one half for a class that has no page."""
    return np.array([_best_threshold(p, t) for p, t in zip(probabilities.T, truth.T, strict=True)])


def cross_fitted(logits: Floats, truth: Labels, folds: Labels) -> tuple[Floats, Flags]:
    """Return probabilities and what is said (N, classes), each fold calibrated on the other folds alone.

    `folds` (N) names each page's fold; a single fold has nothing but itself to be calibrated on.
    """
    probabilities, said = np.zeros_like(logits), np.zeros(logits.shape, dtype=bool)
    for fold in np.unique(folds):
        here, others = folds == fold, folds != fold
        others = others if others.any() else here
        temperature = fit_temperature(logits[others], truth[others])
        thresholds = fit_thresholds(probabilities_at(logits[others], temperature), truth[others])
        probabilities[here] = probabilities_at(logits[here], temperature)
        said[here] = probabilities[here] >= thresholds
    return probabilities, said


def fit_calibration(
    logits: Floats, truth: Labels, classes: Sequence[str], protocol: str, honest: Floats
) -> Calibration:
    """Return temperature and thresholds of all held-out predictions; `honest` are cross-fitted ones."""
    temperature = fit_temperature(logits, truth)
    thresholds = fit_thresholds(probabilities_at(logits, temperature), truth)
    named = dict(zip(classes, map(float, thresholds), strict=True))
    bins = {name: binned(honest[:, index], truth[:, index] == 1) for index, name in enumerate(classes)}
    return Calibration(
        temperature=temperature, class_thresholds=named, class_reliability=bins, protocol=protocol
    )


def evaluate(
    probabilities: Floats, said: Flags, truth: Labels, classes: Sequence[str], resamples: int = RESAMPLES
) -> Metrics:
    """Return the figures of probabilities and of what was said, each (N, classes), against 0 or 1.

    `accuracy` counts pages of which exactly the right classes were said. There is no confusion matrix.
    """
    weights = weights_of(len(truth), resamples)
    each = class_scores(said, truth, weights)
    each |= {
        "auroc": auroc(probabilities, truth, weights),
        "average_precision": average_precision(probabilities, truth, weights),
    }
    per_class = {
        name: {kind: interval_of(values[:, index]) for kind, values in each.items()}
        for index, name in enumerate(classes)
    }
    pages = {
        "accuracy": exactly_right(said, truth).astype(np.float64),
        "brier": page_brier(probabilities, truth),
        "log_loss": page_log_loss(probabilities, truth),
    }
    macro = {"macro_precision": "precision", "macro_recall": "recall", "macro_f1": "f1", "auroc": "auroc",
             "average_precision": "average_precision"}  # fmt: skip
    summary = {
        **{name: interval_of(weights @ values / len(truth)) for name, values in pages.items()},
        **{name: interval_of(mean_of_known(each[kind])) for name, kind in macro.items()},
        "ece": interval_of(calibration_error(probabilities, truth, weights)),
    }
    support = {name: int(truth[:, index].sum()) for index, name in enumerate(classes)}
    return Metrics(len(truth), tuple(classes), summary, per_class, support, {})


def _best_threshold(probabilities: Floats, truth: Labels) -> float:
    if not truth.any():
        return DEFAULT_CLASS_THRESHOLD
    order = np.argsort(-probabilities, kind="stable")
    ranked, hits = probabilities[order], np.cumsum(truth[order])
    scores = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    last_of_equals = np.append(ranked[:-1] > ranked[1:], True)
    best = int(np.argmax(np.where(last_of_equals, scores, -1.0)))
    below = ranked[best + 1] if best + 1 < len(ranked) else 0.0
    return float(np.clip((ranked[best] + below) / 2, *_THRESHOLDS))
