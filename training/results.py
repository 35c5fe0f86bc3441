"""What a run has found: predictions of pages a model never saw, and the figures made of them."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Calibration
from training import multilabel
from training.calibrate import cross_fitted, fit_calibration, probabilities_at
from training.fit_store import DoneFit
from training.metrics import Interval, Metrics, evaluate, mean_interval
from training.multilabel_scores import calibration_error
from training.multilabel_scores import probabilities_at as several_at
from training.scores import accuracy, expected_calibration_error, macro_f1

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


@dataclass(slots=True)
class HeldOut:
    """Logits of held-out pages, pooled over the folds so far; `shifted` by name, NaN where absent."""

    labels: Labels
    classes: tuple[str, ...]
    shifts: tuple[str, ...] = ()
    logits: Floats = field(init=False)
    folds: Labels = field(init=False)
    shifted: dict[str, Floats] = field(init=False)

    def __post_init__(self) -> None:
        blank = np.full((len(self.labels), len(self.classes)), np.nan)
        self.logits = blank
        self.folds = np.full(len(self.labels), -1, dtype=np.int64)
        self.shifted = {name: blank.copy() for name in self.shifts}

    def add(self, fold: int, done: DoneFit) -> None:
        """Keep a fold's predictions of its held-out pages."""
        self.logits[done.positions] = done.logits
        self.folds[done.positions] = fold
        for name in self.shifts:
            if name in done.shifted:
                self.shifted[name][done.positions] = done.shifted[name]

    @property
    def seen(self) -> Labels:
        """Positions of the pages that have a held-out prediction."""
        return np.flatnonzero(self.folds >= 0)


@dataclass(frozen=True, slots=True)
class Shift:
    """Accuracy of held-out pages under a change, beside the same pages unchanged."""

    name: str
    pages: int
    unchanged: float
    accuracy: float
    macro_f1: float


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """The figures of a run. `comparison` is the unsound file-level figure, `baselines` need no network.

    Pages that may have several classes have no prediction sets: coverage and sizes are then empty. `said` is
    what was said of each page by the thresholds of the other folds; None where each page has one class.
    """

    metrics: Metrics
    calibration: Calibration
    coverage: Interval | None
    mean_set_size: Interval | None
    set_sizes: dict[str, int]
    class_coverage: dict[str, float]
    uncalibrated_ece: float
    probabilities: Floats
    labels: Labels
    positions: Labels
    folds: Labels
    shifts: tuple[Shift, ...]
    comparison: Metrics | None
    baselines: dict[str, float]
    said: NDArray[np.bool_] | None = None

    def as_json(self, heading: str = "honest") -> dict[str, Any]:
        """Return the figures for metrics.json; no timings, so that equal runs give equal files.

        `heading` says by its name whether the main figures are honest.
        """
        return {
            heading: self.metrics.as_json(),
            "calibration": self.calibration.model_dump(mode="json"),
            "prediction_sets": self._sets(),
            "uncalibrated_ece": self.uncalibrated_ece,
            "shifts": [
                {"name": s.name, "pages": s.pages, "unchanged": s.unchanged, "accuracy": s.accuracy,
                 "macro_f1": s.macro_f1} for s in self.shifts
            ],
            "file_level_comparison": None if self.comparison is None else self.comparison.as_json(),
            "baselines": self.baselines,
        }  # fmt: skip

    def _sets(self) -> dict[str, Any] | None:
        if self.coverage is None or self.mean_set_size is None:
            return None
        return {
            "coverage": asdict(self.coverage),
            "mean_size": asdict(self.mean_set_size),
            "pages_by_size": self.set_sizes,
            "coverage_by_class": self.class_coverage,
        }


def summarise(
    held_out: HeldOut, coverage: float, protocol: str, comparison: Metrics | None, baselines: dict[str, float]
) -> Results:
    """Return the figures of the held-out predictions, calibrated across folds."""
    if held_out.labels.ndim == 2:
        return _of_several(held_out, protocol, baselines)
    seen = held_out.seen
    logits, labels, folds = held_out.logits[seen], held_out.labels[seen], held_out.folds[seen]
    probabilities, sets = cross_fitted(logits, labels, folds, coverage)
    inside = sets[np.arange(len(labels)), labels]
    sizes = sets.sum(1)
    return Results(
        metrics=evaluate(probabilities, labels, held_out.classes),
        calibration=fit_calibration(logits, labels, folds, coverage, protocol),
        coverage=mean_interval(inside),
        mean_set_size=mean_interval(sizes),
        set_sizes={str(size): int((sizes == size).sum()) for size in np.unique(sizes)},
        class_coverage={
            name: float(inside[labels == index].mean())
            for index, name in enumerate(held_out.classes)
            if (labels == index).any()
        },
        uncalibrated_ece=_raw_ece(logits, labels),
        probabilities=probabilities,
        labels=labels,
        positions=seen,
        folds=folds,
        shifts=tuple(_shifts(held_out)),
        comparison=comparison,
        baselines=baselines,
    )


def _of_several(held_out: HeldOut, protocol: str, baselines: dict[str, float]) -> Results:
    seen = held_out.seen
    logits, truth, folds = held_out.logits[seen], held_out.labels[seen], held_out.folds[seen]
    probabilities, said = multilabel.cross_fitted(logits, truth, folds)
    raw = calibration_error(several_at(logits, 1.0), truth, np.ones((1, len(truth))))
    return Results(
        metrics=multilabel.evaluate(probabilities, said, truth, held_out.classes),
        calibration=multilabel.fit_calibration(logits, truth, held_out.classes, protocol),
        coverage=None, mean_set_size=None, set_sizes={}, class_coverage={}, uncalibrated_ece=float(raw[0]),
        probabilities=probabilities, labels=truth, positions=seen, folds=folds,
        shifts=tuple(_shifts(held_out)), comparison=None, baselines=baselines, said=said,
    )  # fmt: skip


def _raw_ece(logits: Floats, labels: Labels) -> float:
    return expected_calibration_error(probabilities_at(logits, 1.0), labels)


def _shifts(held_out: HeldOut) -> Iterator[Shift]:
    for name, shifted in held_out.shifted.items():
        there = np.flatnonzero(np.isfinite(shifted[:, 0]) & (held_out.folds >= 0))
        if len(there) == 0:
            continue
        labels = held_out.labels[there]
        yield Shift(
            name=name,
            pages=len(there),
            unchanged=accuracy(held_out.logits[there], labels),
            accuracy=accuracy(shifted[there], labels),
            macro_f1=macro_f1(shifted[there], labels),
        )
