"""Predictions of pages that a model never saw, pooled over the folds of a run."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from training.fit_store import DoneFit

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


@dataclass(slots=True)
class HeldOut:
    """Rows of predictions in the order of their pages; a page has several where a split is repeated.

    `labels` are those of all pages; `shifted` by name is NaN where absent; `folds_each` counts the folds of
    one repeat.
    """

    labels: Labels
    classes: tuple[str, ...]
    shifts: tuple[str, ...] = ()
    folds_each: int = 0
    _done: list[tuple[int, DoneFit]] = field(default_factory=list)

    def add(self, fold: int, done: DoneFit) -> None:
        """Keep a fold's predictions of its held-out pages."""
        self._done.append((fold, done))

    @property
    def positions(self) -> Labels:
        """The page of each row."""
        return self._whole_numbers([done.positions for _, done in self._done])

    @property
    def seen(self) -> Labels:
        """The pages that have a prediction, each once."""
        return np.unique(self.positions)

    @property
    def folds(self) -> Labels:
        """The fold of each row, counted from 0."""
        return self._whole_numbers([np.full(len(done.positions), fold) for fold, done in self._done])

    @property
    def repeats(self) -> Labels:
        """Which repeat of the split each row belongs to."""
        return self.folds // self.folds_each if self.folds_each else np.zeros_like(self.folds)

    @property
    def logits(self) -> Floats:
        """The logits of each row (rows, classes)."""
        return self._numbers([done.logits for _, done in self._done])

    @property
    def shifted(self) -> dict[str, Floats]:
        """The logits of each row under each change."""
        return {name: self._numbers([_under(done, name) for _, done in self._done]) for name in self.shifts}

    def _whole_numbers(self, parts: list[Labels]) -> Labels:
        return np.concatenate([np.zeros(0, dtype=np.int64), *parts])[self._order()]

    def _numbers(self, parts: list[Floats]) -> Floats:
        return np.concatenate([np.zeros((0, len(self.classes))), *parts])[self._order()]

    def _order(self) -> Labels:
        pages = [np.zeros(0, dtype=np.int64), *(done.positions for _, done in self._done)]
        return np.argsort(np.concatenate(pages), kind="stable")


def _under(done: DoneFit, name: str) -> Floats:
    return done.shifted.get(name, np.full(done.logits.shape, np.nan))
