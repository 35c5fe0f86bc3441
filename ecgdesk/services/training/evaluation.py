"""An installed model on a clinic's own labelled pages: `ecgdesk evaluate` beside the window."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal

from ecgdesk.core.evaluation import Estimate
from ecgdesk.core.evaluation import Evaluation as Measured
from ecgdesk.core.findings import Evaluated, Event, Progress
from ecgdesk.services.training.doctor import column_arguments
from ecgdesk.services.training.json_command import JsonCommand
from ecgdesk.services.training.preview import DataPreview
from ecgdesk.services.training.results import ClassFigures, MainFigures, Value

_LOG: Final = logging.getLogger(__name__)


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

    def run(
        self,
        model: str,
        pages: DataPreview,
        meanings: Mapping[str, str] | None = None,
        recalibrated: Path | None = None,
    ) -> None:
        """Evaluate a model, by its id, on pages.

        `meanings` say which class of the model a label means; `recalibrated` is the file of a new pack.
        """
        self._command.run(arguments_for(model, pages, meanings or {}, recalibrated))
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


def arguments_for(
    model: str, pages: DataPreview, meanings: Mapping[str, str], recalibrated: Path | None = None
) -> list[str]:
    """Return the arguments of `evaluate`."""
    arguments = ["evaluate", model, str(pages.source), "--json"]
    if pages.is_list:
        arguments += column_arguments(pages.chosen)
    for theirs, ours in meanings.items():
        arguments += ["--class", f"{theirs}={ours}"]
    return arguments if recalibrated is None else [*arguments, "--recalibrate", str(recalibrated)]


def result_of(found: Evaluated) -> Measured | None:
    """Return the whole of an evaluation; None for one that another version of the program wrote."""
    try:
        return Measured.model_validate(dict(found.result))
    except ValidationError:
        _LOG.exception("An evaluation could not be read")
        return None


def figures_of(result: Measured) -> MainFigures:
    """Return the figures of an evaluation as those of a run are shown."""
    return MainFigures(
        result.pages,
        result.model.classes,
        _values(result.summary),
        tuple(
            ClassFigures(name, result.support.get(name, 0), _values(result.per_class.get(name, {})))
            for name in result.model.classes
        ),
        result.confusion,
    )


def _values(estimates: Mapping[str, Estimate]) -> dict[str, Value]:
    return {name: Value(one.value, one.low, one.high) for name, one in estimates.items()}
