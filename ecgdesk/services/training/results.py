"""The figures of a run as its metrics.json holds them, ready to be shown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecgdesk.core.card import ReliabilityBin
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_folder import RunFiles

HONEST: Final = "honest"
AS_PUBLISHED: Final = "as_published"


@dataclass(frozen=True, slots=True)
class Value:
    """A figure with its 95 % interval, where it has one."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One class: how many pages it has, and its figures by name."""

    name: str
    pages: int
    figures: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class ShiftFigure:
    """Accuracy under a change of the pages, beside the same pages unchanged."""

    name: str
    pages: int
    unchanged: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class MainFigures:
    """Figures of one set of predictions; `confusion` is by true class, then predicted class."""

    pages: int
    classes: tuple[str, ...]
    summary: Mapping[str, Value]
    per_class: tuple[ClassFigures, ...]
    confusion: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class RunResults:
    """All of a run's figures."""

    is_honest: bool
    main: MainFigures
    reliability: tuple[ReliabilityBin, ...]
    protocol: str
    temperature: float
    file_level: Mapping[str, Value]
    baselines: Mapping[str, float]
    shifts: tuple[ShiftFigure, ...]

    @property
    def pages(self) -> int:
        """Pages that were judged."""
        return self.main.pages

    @property
    def summary(self) -> Mapping[str, Value]:
        """The figures over all classes."""
        return self.main.summary


def read_results(files: RunFiles) -> RunResults:
    """Return the figures of a run; raises EcgdeskError where there are none or they cannot be read."""
    try:
        return results_of(json.loads(files.metrics.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise EcgdeskError(
            f"{files.path.name} has no figures yet.", "They are written when its folds are done."
        ) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EcgdeskError(
            f"The figures of {files.path.name} cannot be read.", "Resume the run to have them written again."
        ) from error


def main_figures(record: Mapping[str, Any]) -> MainFigures:
    """Return the figures in an object of the trainer's; raises KeyError or TypeError for another object."""
    classes = tuple(record["classes"])
    return MainFigures(
        int(record["pages"]),
        classes,
        _values(record["summary"]),
        tuple(_class_figures(record, name) for name in classes),
        record.get("confusion") or {},
    )


def results_of(record: Mapping[str, Any]) -> RunResults:
    """Return the figures in the object of a metrics.json; raises KeyError or TypeError for another object."""
    heading = HONEST if HONEST in record else AS_PUBLISHED
    main, calibration = record[heading], record.get("calibration") or {}
    file_level = record.get("file_level_comparison") or {}
    return RunResults(
        is_honest=heading == HONEST,
        main=main_figures(main),
        reliability=bins_of(calibration),
        protocol=str(calibration.get("protocol", "")),
        temperature=float(calibration.get("temperature", 1.0)),
        file_level=_values(file_level.get("summary") or {}),
        baselines=record.get("baselines") or {},
        shifts=tuple(_shift(item) for item in record.get("shifts") or ()),
    )


def bins_of(calibration: Mapping[str, Any]) -> tuple[ReliabilityBin, ...]:
    """Return the reliability curve of a calibration; raises TypeError for another object."""
    return tuple(ReliabilityBin(**item) for item in calibration.get("reliability") or ())


def _class_figures(main: Mapping[str, Any], name: str) -> ClassFigures:
    return ClassFigures(name, int(main["support"][name]), _values(main["per_class"][name]))


def _values(records: Mapping[str, Any]) -> dict[str, Value]:
    return {
        name: Value(float(item["value"]), item.get("low"), item.get("high"))
        for name, item in records.items()
        if isinstance(item, Mapping) and item.get("value") is not None
    }


def _shift(item: Mapping[str, Any]) -> ShiftFigure:
    return ShiftFigure(
        str(item["name"]), int(item["pages"]), float(item["unchanged"]), float(item["accuracy"])
    )
