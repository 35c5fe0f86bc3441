"""Labelled pages to choose: dropped or looked for, counted by class, a list's columns named."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.preview import Columns, DataPreview, look_at
from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import heading, small
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.class_bars import ClassCounts
from ecgdesk.ui.training.columns import ColumnChoices
from ecgdesk.ui.training.drop_zone import DropZone
from ecgdesk.ui.training.message import Message


class PagesChooser(QWidget):
    """Looks at a folder or a list in the background and shows what is in it."""

    looked = Signal(object)
    """A DataPreview that was asked for."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted: Path | None = None
        self.preview: DataPreview | None = None
        self.message = Message(self)
        self._name, self._facts = heading("", self), small("", self)
        self._facts.setWordWrap(True)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.counts, self.columns = ClassCounts(self), ColumnChoices(self)
        self.columns.chosen.connect(self._on_columns)
        self._lay_out()
        self.show_preview(None)

    def choose(self, source: Path, columns: Columns | None = None) -> None:
        """Look at a folder or list in the background."""
        self._wanted = source
        self.message.say(self.tr("Counting pages…"))
        self._services.jobs.submit(
            lambda: look_at(source, columns),
            lambda found: self._on_looked(source, found),
            lambda error: self._on_failed(source, error),
        )

    def show_preview(self, found: DataPreview | None) -> None:
        """Show what is in a folder or list, or that nothing was chosen yet."""
        self.preview = found
        self.zone.set_large(found is None)
        for part in (self._name, self._facts, self.counts):
            part.setVisible(found is not None)
        self.columns.setVisible(found is not None and found.is_list)
        self.message.clear()
        if found is not None:
            self._name.setText(found.source.name)
            self._facts.setText(self._facts_of(found))
            self.counts.show_counts(found.per_class)
            self.columns.show_columns(found.columns, found.chosen)

    def _lay_out(self) -> None:
        folder = QPushButton(icon("folder"), self.tr("Choose a folder…"), self)
        file = QPushButton(icon("report"), self.tr("Choose a CSV list…"), self)
        folder.clicked.connect(self._on_choose_folder)
        file.clicked.connect(self._on_choose_file)
        row = QHBoxLayout()
        row.setSpacing(space())
        row.addStretch(1)
        row.addWidget(folder)
        row.addWidget(file)
        row.addStretch(1)
        self.zone = DropZone(row, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        for part in (self.zone, self.message, self._name, self._facts, self.counts, self.columns):
            column.addWidget(part)

    def _on_choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of pages"), self._start())
        if name:
            self.choose(Path(name))

    def _on_choose_file(self) -> None:
        kinds = self.tr("Lists (*.csv)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a CSV list"), self._start(), kinds)
        if name:
            self.choose(Path(name))

    def _start(self) -> str:
        if self.preview is not None:
            return str(self.preview.source.parent)
        return self._services.settings.values.open_folder

    def _on_columns(self, columns: Columns) -> None:
        if self.preview is not None:
            self.choose(self.preview.source, columns)

    def _on_looked(self, source: Path, found: DataPreview) -> None:
        if source == self._wanted:
            self.show_preview(found)
            self.looked.emit(found)

    def _on_failed(self, source: Path, error: EcgdeskError) -> None:
        if source == self._wanted:
            self.message.show_error(error)

    def _facts_of(self, found: DataPreview) -> str:
        words = self.tr("{pages} pages in {classes} classes")
        said = words.format(pages=found.pages, classes=len(found.per_class))
        if not found.is_list or not found.chosen.group_column:
            return said + " · " + self.tr("no groups by patient or date")
        grouped = self.tr("{n} groups by {column}").format(n=found.groups, column=found.chosen.group_column)
        return f"{said} · {grouped}"
