"""An installed model on a clinic's own labelled pages: `ecgdesk evaluate` beside the window."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal

from ecgdesk.core import evaluation
from ecgdesk.core.card import ReliabilityBin
from ecgdesk.core.findings import Evaluated, Event, Progress
from ecgdesk.services.training.doctor import column_arguments
from ecgdesk.services.training.json_command import JsonCommand
from ecgdesk.services.training.preview import DataPreview
from ecgdesk.services.training.results import MainFigures, Value, main_figures


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
    try:
        whole = evaluation.Evaluation.model_validate(found.result)
    except ValidationError:  # of another version: the figures in the event itself still stand
        return EvaluationResult(None)
    record = whole.model_dump()
    figures = main_figures({**record, "classes": whole.model.classes})
    return EvaluationResult(
        figures, whole.reliability, tuple(map(_subgroup, whole.subgroups)), tuple(map(_drift, whole.drift))
    )


def _subgroup(part: evaluation.Subgroup) -> Subgroup:
    accuracy = part.accuracy
    return Subgroup(
        f"{part.by}: {part.value}", part.pages, Value(accuracy.value, accuracy.low, accuracy.high)
    )


def _drift(row: evaluation.Drift) -> Drift:
    return Drift(row.name, "–" if row.training is None else f"{row.training:.3g}", f"{row.here:.3g}")
