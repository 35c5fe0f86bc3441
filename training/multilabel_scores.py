"""Scores of pages that may have several classes or none, for many resamples of the pages at once.

A resample is a row of weights (draws, N): how often each page is in it. scikit-learn gives the same values (a
test compares them) but takes milliseconds a call.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
Flags = NDArray[np.bool_]

BINS: Final = 10
_SMALLEST: Final = float(np.finfo(np.float64).tiny)


def over_half(logits: Floats) -> Flags:
    """Return which classes have a probability over one half, from logits (N, classes)."""
    return np.asarray(logits > 0)


def exactly_right(said: Flags, truth: Labels) -> Flags:
    """Return which pages have exactly the classes that were said of them (N)."""
    return np.asarray((said == (truth > 0)).all(axis=1))


def class_scores(said: Flags, truth: Labels, weights: Floats) -> dict[str, Floats]:
    """Return precision, recall, specificity and F1 (draws, classes); without a denominator they are 0."""
    true = truth > 0
    hit, false = weights @ (said & true), weights @ (said & ~true)
    missed, passed = weights @ (~said & true), weights @ (~said & ~true)
    return {
        "precision": _ratio(hit, hit + false),
        "recall": _ratio(hit, hit + missed),
        "specificity": _ratio(passed, passed + false),
        "f1": _ratio(2 * hit, 2 * hit + false + missed),
    }


def auroc(probabilities: Floats, truth: Labels, weights: Floats) -> Floats:
    """Return the area under each class's ROC curve (draws, classes); NaN where one side is missing.

    Equal probabilities count half: the mean of the areas with ties broken for and against the class.
    """
    areas = np.full((len(weights), truth.shape[1]), np.nan)
    for index in range(truth.shape[1]):
        value, true = probabilities[:, index], truth[:, index]
        both = (_area(np.lexsort((order, value)), true, weights) for order in (true, -true))
        areas[:, index] = sum(both) / 2
    return areas


def average_precision(probabilities: Floats, truth: Labels, weights: Floats) -> Floats:
    """Return each class's average precision (draws, classes); NaN where no page has the class."""
    values = np.full((len(weights), truth.shape[1]), np.nan)
    for index in range(truth.shape[1]):
        order = np.argsort(-probabilities[:, index], kind="stable")
        drawn, true = weights[:, order], truth[order, index]
        hits, ranked = np.cumsum(drawn * true, axis=1), probabilities[order, index]
        last = np.searchsorted(-ranked, -ranked, side="right") - 1  # equal probabilities are one threshold
        precision = _ratio(hits[:, last], np.cumsum(drawn, axis=1)[:, last])
        with np.errstate(invalid="ignore"):
            values[:, index] = (precision * drawn * true).sum(axis=1) / hits[:, -1]
    return values


def calibration_error(probabilities: Floats, truth: Labels, weights: Floats) -> Floats:
    """Return the mean gap between probability and share, over bins of all answers of all classes (draws)."""
    place = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    gaps = np.zeros((len(truth), BINS))
    rows = np.arange(len(truth))
    for index in range(truth.shape[1]):
        np.add.at(gaps, (rows, place[:, index]), probabilities[:, index] - truth[:, index])
    return np.asarray(np.abs(weights @ gaps).sum(axis=1) / (weights.sum(axis=1) * truth.shape[1]))


def page_brier(probabilities: Floats, truth: Labels) -> Floats:
    """Return each page's squared distance to its classes, as a mean over classes (0 to 1)."""
    return np.asarray(((probabilities - truth) ** 2).mean(axis=1))


def page_log_loss(probabilities: Floats, truth: Labels) -> Floats:
    """Return each page's −log p of what is true of every class, as a mean over classes."""
    right = np.where(truth > 0, probabilities, 1 - probabilities)
    return np.asarray(-np.log(np.maximum(right, _SMALLEST)).mean(axis=1))


def probabilities_at(logits: Floats, temperature: float) -> Floats:
    """Return the probability of each class for itself (N, classes)."""
    return np.asarray(expit(logits / temperature), dtype=np.float64)


def _area(order: Labels, true: Labels, weights: Floats) -> Floats:
    """Return the weighted share of pairs in which the page with the class stands behind, in this order."""
    drawn = weights[:, order]
    with_class, without = drawn * true[order], drawn * (1 - true[order])
    before = np.cumsum(without, axis=1)
    with np.errstate(invalid="ignore"):
        area = (with_class * before).sum(axis=1) / (with_class.sum(axis=1) * without.sum(axis=1))
    return np.asarray(area)


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part, dtype=np.float64), where=whole > 0)
