"""An installed model on a clinic's own labelled pages: `ecgdesk evaluate` beside the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.card import ReliabilityBin
from ecgdesk.core.findings import Evaluated, Event, Progress
from ecgdesk.services.training.doctor import column_arguments
from ecgdesk.services.training.json_command import JsonCommand
from ecgdesk.services.training.preview import DataPreview
from ecgdesk.services.training.results import MainFigures, Value, bins_of, main_figures


class Evaluation(QObject):
    """Runs one evaluation at a time; the result stays until the next one begins."""

    begun = Signal()
    progressed = Signal(object)
    """Progress."""
    evaluated = Signal(object)
    """Evaluated, or None where it was cancelled."""
    failed = Signal(object)
    """EcgdeskError."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = JsonCommand(self)
        self._command.said.connect(self._on_said)
        self._command.failed.connect(self.failed)
        self._command.ended.connect(lambda _: self.evaluated.emit(self.result))
        self.result: Evaluated | None = None

    @property
    def is_running(self) -> bool:
        """Whether pages are being looked at."""
        return self._command.is_running

    def run(self, model: str, pages: DataPreview, recalibrated: Path | None = None) -> None:
        """Evaluate a model, by its id, on pages; `recalibrated` is the file of a new pack, if wanted."""
        self._command.run(arguments_for(model, pages, recalibrated))
        self.result = None
        self.begun.emit()

    def cancel(self) -> None:
        """Stop; nothing is kept."""
        self._command.cancel()

    def _on_said(self, event: Event) -> None:
        match event:
            case Progress():
                self.progressed.emit(event)
            case Evaluated():
                self.result = event


def arguments_for(model: str, pages: DataPreview, recalibrated: Path | None = None) -> list[str]:
    """Return the arguments of `evaluate`."""
    arguments = ["evaluate", model, str(pages.source), "--json"]
    if pages.is_list:
        arguments += column_arguments(pages.chosen)
    return arguments if recalibrated is None else [*arguments, "--recalibrate", str(recalibrated)]


@dataclass(frozen=True, slots=True)
class Subgroup:
    """Some of the pages, and how often the model is right on them."""

    name: str
    pages: int
    accuracy: Value | None


@dataclass(frozen=True, slots=True)
class Drift:
    """A measure of the training pages beside the same of these pages."""

    name: str
    training: str
    here: str


@dataclass(frozen=True, slots=True)
class EvaluationResult:
    """What an evaluation found; parts that a newer or older program leaves out are empty."""

    figures: MainFigures | None
    reliability: tuple[ReliabilityBin, ...] = ()
    subgroups: tuple[Subgroup, ...] = ()
    drift: tuple[Drift, ...] = ()


def result_of(found: Evaluated) -> EvaluationResult:
    """Return the parts of an evaluation that are shown."""
    record = found.result
    try:
        return EvaluationResult(
            main_figures(record["metrics"]),
            bins_of(record.get("calibration") or {}),
            tuple(map(_subgroup, record.get("subgroups") or ())),
            tuple(map(_drift, record.get("drift") or ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError):  # the figures in the event itself still stand
        return EvaluationResult(None)


def _subgroup(item: Mapping[str, Any]) -> Subgroup:
    accuracy = item.get("accuracy")
    value = Value(float(accuracy["value"]), accuracy.get("low"), accuracy.get("high")) if accuracy else None
    return Subgroup(f"{item['column']}: {item['group']}", int(item["pages"]), value)


def _drift(item: Mapping[str, Any]) -> Drift:
    return Drift(str(item["name"]), _number(item.get("training")), _number(item.get("here")))


def _number(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, int | float) else "–" if value is None else str(value)
