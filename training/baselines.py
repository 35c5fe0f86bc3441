"""What needs no network: the majority class, and a tree on one printed number alone."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.tree import DecisionTreeClassifier

from training.data import PageSet
from training.splits import Split

_TREE_DEPTH = 3


def baselines_of(pages: PageSet, folds: Sequence[Split]) -> dict[str, float]:
    """Return the accuracies of answers that need no network, by their names.

    Where a page may have several classes, its set of classes is the answer.
    """
    if pages.is_multi_label:
        sets = np.unique(pages.labels, axis=0, return_inverse=True)[1].reshape(-1)
        return {"commonest set of classes": majority_accuracy(sets, folds)}
    found = {"majority class": majority_accuracy(pages.labels, folds)}
    if (number := single_number_accuracy(pages, folds)) is not None:
        found["printed number only"] = number
    return found


def majority_accuracy(labels: NDArray[np.int64], folds: Sequence[Split]) -> float:
    """Return the accuracy of always answering the commonest class of the training part."""
    right = sum(
        int((labels[fold.held_out] == np.bincount(labels[fold.train]).argmax()).sum()) for fold in folds
    )
    return right / sum(len(fold.held_out) for fold in folds)


def single_number_accuracy(pages: PageSet, folds: Sequence[Split]) -> float | None:
    """Return the accuracy of a shallow tree on the printed number, or None where pages lack it."""
    numbers = [page.number for page in pages.pages]
    if any(number is None for number in numbers):
        return None
    values, labels = np.array(numbers, dtype=np.float64)[:, None], pages.labels
    right = 0
    for fold in folds:
        tree = DecisionTreeClassifier(max_depth=_TREE_DEPTH, random_state=0)
        guess = tree.fit(values[fold.train], labels[fold.train]).predict(values[fold.held_out])
        right += int((guess == labels[fold.held_out]).sum())
    return right / sum(len(fold.held_out) for fold in folds)
