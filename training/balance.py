"""Rarer classes shown as often as the commonest: training pages only, drawn anew each epoch."""

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]


def oversampled(train: Indices, labels: Indices, chance: np.random.Generator) -> Indices:
    """Return training positions with chance repeats, so that each class is as large as the commonest."""
    counts = np.bincount(labels[train])
    more = [
        chance.choice(train[labels[train] == index], counts.max() - count)
        for index, count in enumerate(counts)
        if count
    ]
    return np.concatenate([train, *more])
