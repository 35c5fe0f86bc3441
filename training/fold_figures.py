"""How much figures differ from fold to fold."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.scores import accuracy, class_scores, confusions

Table = dict[str, dict[str, float]]


def fold_figures(
    probabilities: NDArray[np.float64], labels: NDArray[np.int64], folds: NDArray[np.int64],
    classes: Sequence[str],
) -> dict[str, Any]:  # fmt: skip
    """Return figures of each fold, their mean and SD, and the mean and SD of its confusion matrices.

    SDs are those of a sample (n − 1), and 0 for a single fold. Counts are pages.
    """
    each, tables = [], []
    for fold in np.unique(folds):
        here = folds == fold
        guess = probabilities[here].argmax(1)
        table = confusions(guess, labels[here], len(classes), np.ones((1, int(here.sum()))))[0]
        f1 = class_scores(table)["f1"]
        tables.append(table)
        each.append(
            {
                "fold": int(fold) + 1, "pages": int(here.sum()),
                "accuracy": accuracy(probabilities[here], labels[here]), "macro_f1": float(f1.mean()),
            }
        )  # fmt: skip
    stacked = np.stack(tables)
    return {
        "folds": each,
        **{kind: _mean_and_sd(np.array([fold[kind] for fold in each])) for kind in ("accuracy", "macro_f1")},
        "confusion_mean": _named(stacked.mean(axis=0), classes),
        "confusion_sd": _named(_sd(stacked), classes),
    }


def _mean_and_sd(values: NDArray[np.float64]) -> dict[str, float]:
    return {"mean": float(values.mean()), "sd": float(_sd(values))}


def _sd(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return values.std(axis=0, ddof=1) if len(values) > 1 else np.zeros(values.shape[1:])


def _named(table: NDArray[np.float64], classes: Sequence[str]) -> Table:
    return {
        true: {guess: float(table[i, j]) for j, guess in enumerate(classes)} for i, true in enumerate(classes)
    }
