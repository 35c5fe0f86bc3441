"""Findings about what gives the class away beside the tracing: margins, files, printed numbers.

Each question is a model of its own, cross-validated with groups held out whole. Its balanced accuracy stands
beside chance: the same model on labels that are dealt out anew. Pages of a group are alike, so groups are
drawn and dealt whole.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

Floats = NDArray[np.floating]
Labels = NDArray[np.int64]

_FOLDS: Final = 5
_DEALS: Final = 10
"""How often labels are dealt anew to see what chance gives."""
_RESAMPLES: Final = 500
_LEAST_PAGES: Final = 20
_LEAST_SPREAD: Final = 1e-3
_LEAST_LEAF: Final = 3
_LEAST_GAIN: Final = 0.05
"""A balanced accuracy that is less above chance than this gives little away."""


@dataclass(frozen=True, slots=True)
class Guess:
    """How well something beside the tracing tells the class.

    `value` is the balanced accuracy of held-out pages with its 95 % interval over groups, `chance` the
    largest of those with labels dealt anew, `fair` one over the number of classes.
    """

    value: float
    low: float
    high: float
    chance: float
    fair: float

    @property
    def gives_away(self) -> bool:
        """Whether it is clearly better than chance."""
        return self.low > max(self.chance, self.fair) and self.value - self.fair >= _LEAST_GAIN


def enough(labels: Labels, groups: Labels) -> bool:
    """Return whether there are pages and groups enough to hold some of each class out."""
    if len(labels) < _LEAST_PAGES:
        return False
    return all(len(np.unique(groups[labels == label])) >= 2 for label in np.unique(labels))


def guessed(
    features: Floats, labels: Labels, groups: Labels, model: Callable[[int], BaseEstimator],
    poll: Callable[[], None] = lambda: None,
) -> Guess:  # fmt: skip
    """Return how well features (N, D) tell labels (N), groups (N) held out whole."""
    right = _held_out(features, labels, groups, model)
    scores = _balanced(right, labels, _draws(groups))
    dealt = []
    for deal in range(_DEALS):
        poll()
        mixed = _dealt(labels, groups, np.random.default_rng(deal))
        dealt.append(_balanced(_held_out(features, mixed, groups, model), mixed, np.ones((1, len(mixed))))[0])
    low, high = np.nanpercentile(scores[1:], (2.5, 97.5))
    fair = 1.0 / len(np.unique(labels))
    return Guess(float(scores[0]), float(low), float(high), float(max(dealt)), fair)


def pixel_kernel(pictures: Floats) -> Floats:
    """Return how alike pictures (N, pixels) are, pair by pair (N, N), each pixel less its mean over its SD.

    No label has a part in it, so it may be made of all pages at once.
    """
    off = pictures - pictures.mean(0)
    spread = off.std(0)
    varying = off[:, spread > _LEAST_SPREAD] / spread[spread > _LEAST_SPREAD]
    return np.asarray(varying @ varying.T / max(varying.shape[1], 1), dtype=np.float64)


def of_pictures(pages: int) -> BaseEstimator:
    """Return a model on a `pixel_kernel`."""
    return SVC(kernel="precomputed", class_weight="balanced")


def of_numbers(pages: int) -> BaseEstimator:
    """Return a model for a few numbers a page: a tree, for a number may tell in any range."""
    return DecisionTreeClassifier(
        min_samples_leaf=max(_LEAST_LEAF, pages // 50), class_weight="balanced", random_state=0
    )


def _held_out(
    features: Floats, labels: Labels, groups: Labels, model: Callable[[int], BaseEstimator]
) -> NDArray[np.bool_]:
    """Return which pages a model that never saw them, nor their group, gets right."""
    folds = min(_FOLDS, *(len(np.unique(groups[labels == label])) for label in np.unique(labels)))
    cut = StratifiedGroupKFold(max(2, folds), shuffle=True, random_state=0)
    said = cross_val_predict(model(len(labels)), features, labels, groups=groups, cv=cut)
    return np.asarray(said == labels)


def _dealt(labels: Labels, groups: Labels, chance: np.random.Generator) -> Labels:
    """Return labels dealt anew (N), in runs as they stand in the groups, each run shuffled."""
    runs = [chance.permutation(labels[groups == group]) for group in np.unique(groups)]
    mixed = np.empty_like(labels)
    mixed[np.argsort(groups, kind="stable")] = np.concatenate(
        [runs[at] for at in chance.permutation(len(runs))]
    )
    return mixed


def _draws(groups: Labels) -> Floats:
    """Return how often each page counts (1 + resamples, N): groups drawn anew, whole."""
    chance, own = np.random.default_rng(0), np.unique(groups, return_inverse=True)[1]
    count = int(own.max()) + 1
    drawn = chance.integers(0, count, (_RESAMPLES, count))
    counts = [np.bincount(draw, minlength=count) for draw in drawn]
    return np.array([np.ones(count), *counts], dtype=np.float64)[:, own]


def _balanced(right: NDArray[np.bool_], labels: Labels, weights: Floats) -> Floats:
    """Return the mean share of right answers over classes, under each line of weights (draws)."""
    shares = []
    for label in np.unique(labels):
        own = labels == label
        total = weights[:, own].sum(1)
        shares.append(np.divide((weights[:, own] * right[own]).sum(1), total,
                                out=np.full(len(weights), np.nan), where=total > 0))  # fmt: skip
    return np.asarray(np.nanmean(shares, axis=0))
