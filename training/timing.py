"""How long a run's parts took, kept apart from its figures."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Timed:
    """What is being timed: `epochs` passes."""

    epochs: int = 0


class Timing:
    """Seconds by the keys of Majid et al. 2026."""

    def __init__(self) -> None:
        self._folds: list[float] = []
        self._evaluation = 0.0
        self._fits: list[tuple[float, int]] = []

    @contextmanager
    def fold(self) -> Iterator[None]:
        """Time one fold's training."""
        started = time.perf_counter()
        yield
        self._folds.append(time.perf_counter() - started)

    @contextmanager
    def evaluation(self) -> Iterator[None]:
        """Time one evaluation."""
        started = time.perf_counter()
        yield
        self._evaluation += time.perf_counter() - started

    @contextmanager
    def fit(self) -> Iterator[Timed]:
        """Time one fit; whoever fits says how many epochs it was."""
        started, timed = time.perf_counter(), Timed()
        yield timed
        self._fits.append((time.perf_counter() - started, timed.epochs))

    def as_json(self) -> dict[str, object]:
        """Return the values of timing.json."""
        epochs = sum(count for _, count in self._fits)
        return {
            "fold_training_time_seconds": self._folds,
            "average_epoch_time_seconds": sum(s for s, _ in self._fits) / epochs if epochs else 0.0,
            "total_cv_time_seconds": sum(self._folds),
            "evaluation_time_seconds": self._evaluation,
        }
