"""Fitting a model's probabilities to a clinic's own pages, into a new model beside the old one."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.evaluation import Estimate
from ecgdesk.core.evaluation import Evaluation as Measured
from ecgdesk.core.findings import Evaluated
from ecgdesk.models.pack import SUFFIX, read_card
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.draft import id_for
from ecgdesk.services.training.evaluation import Evaluation
from ecgdesk.services.training.packing import PackName, save_pack
from ecgdesk.services.training.preview import DataPreview
from ecgdesk.services.training.results import Value
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icons import icon
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.figure_table import FigureTable, value_words
from ecgdesk.ui.training.figure_words import figure_name
from ecgdesk.ui.training.message import Message


class Recalibrating(QWidget):
    """Says what recalibration does, asks for a name, makes the pack and installs it."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._evaluation = services, Evaluation(self)
        self._model, self._pages = "", DataPreview(Path(), {})
        self._meanings: dict[str, str] = {}
        self._asked: str | None = None
        self._sentence, self.table = prose("", self), FigureTable(self.tr("Recalibration"), self)
        self.name, self.message = QLineEdit(self), Message(self)
        self.make = QPushButton(icon("model"), self.tr("Make a recalibrated model"), self)
        self.name.setAccessibleName(self.tr("Name of the recalibrated model"))
        self._lay_out()
        self.make.clicked.connect(self._on_make)
        self.name.textChanged.connect(lambda text: self.make.setEnabled(bool(text.strip())))
        self._evaluation.evaluated.connect(self._on_evaluated)
        self._evaluation.failed.connect(self._on_failed)
        services.models.changed.connect(self._on_models)
        services.models.failed.connect(self._on_refused)
        services.models.replace_asked.connect(self._on_replace_asked)

    def offer(self, model: str, found: Measured, pages: DataPreview, meanings: Mapping[str, str]) -> None:
        """Offer it for a model that was just evaluated on pages, where these are enough."""
        self._model, self._pages, self._meanings = model, pages, dict(meanings)
        self.message.clear()
        self.setVisible(found.recalibration is not None)
        if found.recalibration is None:
            return
        name = self.tr("{model}, {pages}")
        self.name.setText(name.format(model=found.model.name, pages=pages.source.stem))
        self._sentence.setText(said(found.recalibration.sentence))
        before, after = found.recalibration.before, found.recalibration.after
        rows = [
            (self._kind(key), value_words(_value(now)), value_words(_value(after[key])))
            for key, now in before.items()
            if key in after
        ]
        self.table.show_rows((self.tr("Figure"), self.tr("Now"), self.tr("Recalibrated")), rows)

    def _kind(self, key: str) -> str:
        known = {
            "coverage": self.tr("Pages whose class is in the set"),
            "set_size": self.tr("Classes in the set"),
            "unsure": self.tr("Pages that are “not sure”"),
        }
        return known.get(key) or figure_name(key)

    def stop(self) -> None:
        """End the work beside the window."""
        self._evaluation.cancel()

    def _lay_out(self) -> None:
        words = self.tr(
            "Fits the probabilities and the prediction sets to these pages; what the network says first does "
            "not change. The new model's card names the pages, and the old model stays."
        )
        row = QHBoxLayout()
        row.setSpacing(space())
        row.addWidget(self.name, 1)
        row.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(), 0, 0)
        column.setSpacing(space())
        column.addWidget(heading(self.tr("Recalibrate"), self))
        column.addWidget(prose(words, self))
        column.addWidget(self._sentence)
        column.addWidget(self.table)
        column.addLayout(row)
        column.addWidget(self.message)

    def _on_make(self) -> None:
        self.make.setEnabled(False)
        self.message.say(self.tr("Evaluating again and writing the model…"))
        self._asked = id_for(self.name.text())
        folder = Path(mkdtemp(prefix="ecgdesk-"))
        target = folder / f"{self._asked}{SUFFIX}"
        self._evaluation.run(self._model, self._pages, self._meanings, target)

    def _on_evaluated(self, found: Evaluated | None) -> None:
        self.make.setEnabled(True)
        pack, name = found.outputs.get("pack", "") if found is not None else "", self.name.text()
        if pack:
            self._services.jobs.submit(
                lambda: _under(name, Path(pack)), self._services.models.import_pack, self._on_failed
            )
        elif found is None and self._asked is not None:
            self._asked = None
            self.message.clear()

    def _on_failed(self, error: EcgdeskError) -> None:
        self._asked = None
        self.make.setEnabled(True)
        self.message.show_error(error)

    def _on_models(self) -> None:
        chosen = self._services.models.chosen
        if self._asked is not None and chosen is not None and chosen.id == self._asked:
            self._asked = None
            self.message.say(self.tr("{name} is saved and in use.").format(name=chosen.name))

    def _on_refused(self, error: EcgdeskError) -> None:
        if self._asked is not None:
            self._on_failed(error)

    def _on_replace_asked(self, path: Path, error: EcgdeskError) -> None:
        if self._asked is not None:
            self.message.say(
                self.tr("Another model is called like that. Give this one another name, or replace it."),
                Tone.CAUTION,
                self.tr("Replace"),
                lambda: self._services.models.import_pack(path, replace=True),
            )


def _value(one: Estimate) -> Value:
    return Value(one.value, one.low, one.high)


def _under(name: str, pack: Path) -> Path:
    """Return the pack under the name that was typed; raises ModelPackError."""
    card = read_card(pack)
    return save_pack(pack, pack.parent / "named", PackName(name, card.description, card.licence))
