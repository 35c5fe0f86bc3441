"""Scores of predictions, written so that a thousand resamples of pages cost little.

scikit-learn gives the same values (a test compares them) but takes milliseconds a call.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from training.multilabel_scores import class_scores as several_scores
from training.multilabel_scores import exactly_right, over_half

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]

ECE_BINS: Final = 10
_SMALLEST: Final = float(np.finfo(np.float64).tiny)


def confusions(guess: Labels, labels: Labels, classes: int, draws: Labels) -> Floats:
    """Return one confusion matrix a draw (draws, true, predicted); `draws` is (draws, N) positions."""
    cells = (labels * classes + guess)[draws]
    offset = np.arange(len(draws))[:, None] * classes**2
    counts = np.bincount((cells + offset).ravel(), minlength=len(draws) * classes**2)
    return counts.reshape(len(draws), classes, classes).astype(np.float64)


def class_scores(confusion: Floats) -> dict[str, Floats]:
    """Return precision, recall, F1 and specificity (…, classes) of confusion matrices (…, true, predicted).

    What has no denominator counts 0, as scikit-learn's `zero_division=0` does.
    """
    hit = np.diagonal(confusion, axis1=-2, axis2=-1)
    true, guessed = confusion.sum(-1), confusion.sum(-2)
    others = confusion.sum((-2, -1))[..., None] - true
    return {
        "precision": _ratio(hit, guessed),
        "recall": _ratio(hit, true),
        "f1": _ratio(2 * hit, true + guessed),
        "specificity": _ratio(others - (guessed - hit), others),
    }


def page_brier(probabilities: Floats, labels: Labels) -> Floats:
    """Return each page's squared distance to the true class's indicator, summed over classes (0 to 2)."""
    truth = np.eye(probabilities.shape[1])[labels]
    return np.asarray(((probabilities - truth) ** 2).sum(1))


def page_log_loss(probabilities: Floats, labels: Labels) -> Floats:
    """Return each page's −log p of the true class."""
    return np.asarray(-np.log(np.maximum(probabilities[np.arange(len(labels)), labels], _SMALLEST)))


def macro_auroc(probabilities: Floats, labels: Labels) -> float:
    """Return the mean one-vs-rest area under the ROC curve over classes present; NaN with only one."""
    areas = []
    for index in range(probabilities.shape[1]):
        positive = labels == index
        hits, misses = int(positive.sum()), int((~positive).sum())
        if hits and misses:
            ranks = rankdata(probabilities[:, index])[positive].sum()
            areas.append((ranks - hits * (hits + 1) / 2) / (hits * misses))
    return float(np.mean(areas)) if areas else float("nan")


def expected_calibration_error(probabilities: Floats, labels: Labels, bins: int = ECE_BINS) -> float:
    """Return the mean gap between confidence and accuracy over equal-width bins, weighted by pages."""
    confidence, right = probabilities.max(1), probabilities.argmax(1) == labels
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gap = np.bincount(place, weights=confidence - right, minlength=bins)
    return float(np.abs(gap).sum() / len(labels))


def accuracy(logits: Floats, labels: Labels) -> float:
    """Return the share of pages whose most probable class is right.

    With labels (N, classes) of 0 or 1: whose classes over one half are exactly the right ones.
    """
    if labels.ndim == 2:
        return float(exactly_right(over_half(logits), labels).mean())
    return float((logits.argmax(1) == labels).mean())


def macro_f1(probabilities: Floats, labels: Labels) -> float:
    """Return the unweighted mean of the classes' F1; with labels (N, classes) from logits."""
    if labels.ndim == 2:
        one = np.ones((1, len(labels)))
        return float(several_scores(over_half(probabilities), labels, one)["f1"].mean())
    everything = np.arange(len(labels))[None]
    confusion = confusions(probabilities.argmax(1), labels, probabilities.shape[1], everything)
    return float(class_scores(confusion)["f1"].mean())


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
