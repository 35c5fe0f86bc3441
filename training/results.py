"""What a run has found: the figures made of predictions of pages that a model never saw."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Calibration
from ecgdesk.core.recipe import CalibrationSettings
from training import multilabel
from training.calibrate import cross_fitted, fit_calibration, fold_pairs, probabilities_at
from training.fold_figures import fold_figures
from training.held_out import HeldOut
from training.metrics import Interval, Metrics, evaluate, mean_interval
from training.multilabel_scores import calibration_error
from training.multilabel_scores import probabilities_at as several_at
from training.scores import accuracy, expected_calibration_error, macro_f1
from training.sensitivity import ClassThreshold, class_thresholds

__all__ = ["HeldOut", "Results", "Shift", "summarise"]

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


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
    thresholds: dict[str, ClassThreshold] = field(default_factory=dict)
    over_folds: dict[str, Any] | None = None

    def as_json(self, heading: str = "honest") -> dict[str, Any]:
        """Return the figures for metrics.json; no timings, so that equal runs give equal files.

        `heading` says by its name whether the main figures are honest.
        """
        return {
            heading: self.metrics.as_json(),
            "over_folds": self.over_folds,
            "calibration": self.calibration.model_dump(mode="json"),
            "prediction_sets": self._sets(),
            "class_thresholds": {name: found.as_json() for name, found in self.thresholds.items()},
            "uncalibrated_ece": self.uncalibrated_ece,
            "shifts": [asdict(shift) for shift in self.shifts],
            "file_level_comparison": None if self.comparison is None else self.comparison.as_json(),
            "baselines": self.baselines,
        }

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
    held_out: HeldOut, settings: CalibrationSettings, protocol: str, comparison: Metrics | None,
    baselines: dict[str, float],
) -> Results:  # fmt: skip
    """Return the figures of the held-out predictions, calibrated across folds."""
    if held_out.labels.ndim == 2:
        return _of_several(held_out, protocol, baselines)
    pages, logits, folds = held_out.positions, held_out.logits, held_out.folds
    labels, classes, coverage = held_out.labels[pages], held_out.classes, settings.coverage
    probabilities, sets = cross_fitted(logits, labels, folds, coverage, held_out.repeats)
    inside = sets[np.arange(len(labels)), labels]
    sizes = sets.sum(1)
    return Results(
        metrics=evaluate(probabilities, labels, classes, units=pages),
        calibration=fit_calibration(logits, labels, probabilities, coverage, protocol, classes),
        coverage=mean_interval(inside, units=pages),
        mean_set_size=mean_interval(sizes, units=pages),
        set_sizes={str(size): int((sizes == size).sum()) for size in np.unique(sizes)},
        class_coverage={
            name: float(inside[labels == index].mean())
            for index, name in enumerate(classes)
            if (labels == index).any()
        },
        uncalibrated_ece=expected_calibration_error(probabilities_at(logits, 1.0), labels),
        probabilities=probabilities,
        labels=labels,
        positions=pages,
        folds=folds,
        shifts=tuple(_shifts(held_out)),
        comparison=comparison,
        baselines=baselines,
        thresholds=class_thresholds(
            probabilities, labels, fold_pairs(folds, held_out.repeats), classes, settings.sensitivity, pages
        ),
        over_folds=fold_figures(probabilities, labels, folds, classes),
    )


def _of_several(held_out: HeldOut, protocol: str, baselines: dict[str, float]) -> Results:
    pages, logits, folds = held_out.positions, held_out.logits, held_out.folds
    truth = held_out.labels[pages]
    probabilities, said = multilabel.cross_fitted(logits, truth, folds)
    raw = calibration_error(several_at(logits, 1.0), truth, np.ones((1, len(truth))))
    return Results(
        metrics=multilabel.evaluate(probabilities, said, truth, held_out.classes),
        calibration=multilabel.fit_calibration(logits, truth, held_out.classes, protocol, probabilities),
        coverage=None, mean_set_size=None, set_sizes={}, class_coverage={}, uncalibrated_ece=float(raw[0]),
        probabilities=probabilities, labels=truth, positions=pages, folds=folds,
        shifts=tuple(_shifts(held_out)), comparison=None, baselines=baselines, said=said,
    )  # fmt: skip


def _shifts(held_out: HeldOut) -> Iterator[Shift]:
    logits, labels = held_out.logits, held_out.labels[held_out.positions]
    for name, shifted in held_out.shifted.items():
        there = np.flatnonzero(np.isfinite(shifted[:, 0]))
        if len(there) == 0:
            continue
        yield Shift(
            name=name,
            pages=len(there),
            unchanged=accuracy(logits[there], labels[there]),
            accuracy=accuracy(shifted[there], labels[there]),
            macro_f1=macro_f1(shifted[there], labels[there]),
        )
