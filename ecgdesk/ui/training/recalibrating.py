"""Fitting a model's probabilities to a clinic's own pages, into a new model beside the old one."""

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.findings import Evaluated
from ecgdesk.models.pack import SUFFIX
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.draft import id_for
from ecgdesk.services.training.evaluation import Evaluation
from ecgdesk.services.training.preview import DataPreview
from ecgdesk.ui.icons import icon
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.message import Message


class Recalibrating(QWidget):
    """Says what recalibration does, asks for a name, makes the pack and installs it."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._evaluation = services, Evaluation(self)
        self._model, self._pages = "", DataPreview(Path(), {})
        self._asked: str | None = None
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

    def offer(self, model: str, name: str, pages: DataPreview) -> None:
        """Offer it for a model that was just evaluated on pages."""
        self._model, self._pages = model, pages
        self.name.setText(self.tr("{model}, {pages}").format(model=name, pages=pages.source.stem))
        self.message.clear()
        self.show()

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
        column.addLayout(row)
        column.addWidget(self.message)

    def _on_make(self) -> None:
        self.make.setEnabled(False)
        self.message.say(self.tr("Evaluating again and writing the model…"))
        self._asked = id_for(self.name.text())
        folder = Path(mkdtemp(prefix="ecgdesk-"))
        self._evaluation.run(self._model, self._pages, folder / f"{self._asked}{SUFFIX}")

    def _on_evaluated(self, found: Evaluated | None) -> None:
        self.make.setEnabled(True)
        pack = found.outputs.get("pack", "") if found is not None else ""
        if pack:
            self._services.models.import_pack(Path(pack))
        elif self._asked is not None and found is None:
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
