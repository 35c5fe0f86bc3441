"""Scores of predictions, written so that a thousand resamples of pages cost little.

scikit-learn gives the same values (a test compares them) but takes milliseconds a call.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.multilabel_scores import class_scores as several_scores
from training.multilabel_scores import exactly_right, over_half

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]

ECE_BINS: Final = 10
_SMALLEST: Final = float(np.finfo(np.float64).tiny)


def confusions(guess: Labels, labels: Labels, classes: int, weights: Floats) -> Floats:
    """Return one confusion matrix a resample (draws, true, predicted); `weights` (draws, N) are its rows."""
    cells = np.eye(classes**2)[labels * classes + guess]
    return np.asarray(weights @ cells).reshape(len(weights), classes, classes)


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


def calibration_errors(
    probabilities: Floats, labels: Labels, weights: Floats, bins: int = ECE_BINS
) -> tuple[Floats, Floats]:
    """Return two errors of each resample (draws): the expected one, and a debiased one.

    The first is the mean gap between confidence and accuracy over equal-width bins, weighted by pages; chance
    alone makes it larger than 0. The second is the root of the mean squared gap less what chance adds
    (Kumar et al. 2019).
    """
    confidence, right = probabilities.max(1), (probabilities.argmax(1) == labels).astype(np.float64)
    bin_of = np.eye(bins)[np.minimum((confidence * bins).astype(int), bins - 1)]
    pages, total = weights @ bin_of, weights.sum(axis=1)
    gaps = weights @ (bin_of * (confidence - right)[:, None])
    accuracy = _ratio(weights @ (bin_of * right[:, None]), pages)
    squared = _ratio(gaps, pages) ** 2 - _ratio(accuracy * (1 - accuracy), pages - 1)
    # A bin with one page says nothing of how much chance there is.
    debiased = (np.where(pages > 1, squared, 0.0) * pages).sum(axis=1) / total
    return np.abs(gaps).sum(axis=1) / total, np.sqrt(np.maximum(debiased, 0.0))


def expected_calibration_error(probabilities: Floats, labels: Labels, bins: int = ECE_BINS) -> float:
    """Return the mean gap between confidence and accuracy over equal-width bins, weighted by pages."""
    return float(calibration_errors(probabilities, labels, np.ones((1, len(labels))), bins)[0][0])


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
    everything = np.ones((1, len(labels)))
    confusion = confusions(probabilities.argmax(1), labels, probabilities.shape[1], everything)
    return float(class_scores(confusion)["f1"].mean())


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
