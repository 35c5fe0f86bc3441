"""Honest probabilities: temperature, split-conformal sets and reliability, on held-out predictions only."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax

from ecgdesk.core.card import Calibration, ReliabilityBin
from ecgdesk.models.predict import prediction_set

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
Flags = NDArray[np.bool_]

RELIABILITY_BINS: Final = 10
_TEMPERATURES: Final = (0.05, 20.0)


def probabilities_at(logits: Floats, temperature: float) -> Floats:
    """Return softmax probabilities (N, classes) of logits divided by a temperature."""
    return np.asarray(softmax(logits / temperature, axis=1), dtype=np.float64)


def fit_temperature(logits: Floats, labels: Labels) -> float:
    """Return the temperature of the lowest log loss (Guo et al. 2017)."""
    rows = np.arange(len(labels))

    def loss(log_temperature: float) -> float:
        scaled = log_softmax(logits / math.exp(log_temperature), axis=1)
        return -float(scaled[rows, labels].mean())

    bounds = (math.log(_TEMPERATURES[0]), math.log(_TEMPERATURES[1]))
    return float(math.exp(minimize_scalar(loss, bounds=bounds, method="bounded").x))


def fit_threshold(probabilities: Floats, labels: Labels, coverage: float) -> float:
    """Return the split-conformal threshold on 1 − p of the true class (Vovk; Angelopoulos and Bates 2021).

    The ⌈(n + 1) × coverage⌉-th smallest score; 1 when there are too few pages to promise the coverage.
    """
    scores = np.sort(1.0 - probabilities[np.arange(len(labels)), labels])
    rank = math.ceil((len(scores) + 1) * coverage)
    return float(scores[rank - 1]) if rank <= len(scores) else 1.0


def prediction_sets(probabilities: Floats, threshold: float, coverage: float) -> NDArray[np.bool_]:
    """Return which classes are in each page's set (N, classes), by the very rule of the program."""
    rule = Calibration(conformal_threshold=threshold, coverage=coverage)
    names = [str(index) for index in range(probabilities.shape[1])]
    chosen = (prediction_set(dict(zip(names, row, strict=True)), rule) for row in probabilities.tolist())
    return np.array([[name in members for name in names] for members in chosen], dtype=np.bool_)


def fold_pairs(folds: Labels, repeats: Labels) -> list[tuple[Flags, Flags]]:
    """Return for each fold which rows are its own, and which are of the other folds of its repeat.

    Another repeat holds the same pages, so it could not be fitted on without having seen them.
    """
    pairs = []
    for fold in np.unique(folds):
        here = folds == fold
        others = (repeats == repeats[here][0]) & ~here
        # A hold-out, or a stopped run with one fold, has nothing else; its card says so.
        pairs.append((here, others if others.any() else here))
    return pairs


def cross_fitted(
    logits: Floats, labels: Labels, folds: Labels, coverage: float, repeats: Labels | None = None
) -> tuple[Floats, Flags]:
    """Return probabilities and sets in which each fold was calibrated on the other folds alone.

    So figures of calibration are of pages that the calibration never saw. `folds` (N) names each row's fold,
    `repeats` (N) the repeat of the split it belongs to.
    """
    probabilities = np.zeros_like(logits)
    sets = np.zeros(logits.shape, dtype=bool)
    for here, others in fold_pairs(folds, np.zeros_like(folds) if repeats is None else repeats):
        temperature = fit_temperature(logits[others], labels[others])
        threshold = fit_threshold(probabilities_at(logits[others], temperature), labels[others], coverage)
        probabilities[here] = probabilities_at(logits[here], temperature)
        sets[here] = prediction_sets(probabilities[here], threshold, coverage)
    return probabilities, sets


def reliability(
    probabilities: Floats, labels: Labels, bins: int = RELIABILITY_BINS
) -> tuple[ReliabilityBin, ...]:
    """Return pages and right answers by top probability, in equal-width bins that hold any page."""
    return binned(probabilities.max(1), probabilities.argmax(1) == labels, bins)


def binned(stated: Floats, right: Flags, bins: int = RELIABILITY_BINS) -> tuple[ReliabilityBin, ...]:
    """Return pages and right ones by what was stated (N), in equal-width bins that hold any page."""
    place = np.minimum((stated * bins).astype(int), bins - 1)
    return tuple(
        ReliabilityBin(
            low=b / bins,
            high=(b + 1) / bins,
            pages=int((place == b).sum()),
            correct=int(right[place == b].sum()),
        )
        for b in range(bins)
        if (place == b).any()
    )


def class_reliability(
    probabilities: Floats, labels: Labels, classes: Sequence[str], bins: int = RELIABILITY_BINS
) -> dict[str, tuple[ReliabilityBin, ...]]:
    """Return the reliability of each class on the pages that were given it; without pages it has no bins."""
    given = probabilities.argmax(1)
    return {
        name: binned(probabilities[given == index, index], labels[given == index] == index, bins)
        for index, name in enumerate(classes)
    }


def fit_calibration(
    logits: Floats, labels: Labels, honest: Floats, coverage: float, protocol: str,
    classes: Sequence[str] = (),
) -> Calibration:  # fmt: skip
    """Return temperature and threshold of all held-out predictions; `honest` are cross-fitted ones."""
    temperature = fit_temperature(logits, labels)
    probabilities = probabilities_at(logits, temperature)
    return Calibration(
        temperature=temperature,
        conformal_threshold=fit_threshold(probabilities, labels, coverage),
        coverage=coverage,
        reliability=reliability(honest, labels),
        class_reliability=class_reliability(honest, labels, classes),
        protocol=protocol,
    )
