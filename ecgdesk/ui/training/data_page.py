"""Which pages to train on: a folder for each class, or a CSV list."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.draft import Draft
from ecgdesk.services.training.preview import Columns, DataPreview, look_at
from ecgdesk.ui.drop import named
from ecgdesk.ui.icons import icon
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import heading, prose, small
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.class_bars import ClassCounts
from ecgdesk.ui.training.columns import ColumnChoices
from ecgdesk.ui.training.drop_zone import DropZone
from ecgdesk.ui.training.gallery import Gallery
from ecgdesk.ui.training.message import Message
from ecgdesk.ui.training.page import WizardPage
from ecgdesk.ui.training.pictures import Pictures

FEW_PAGES = 10


class DataPage(WizardPage):
    """Drop or choose pages; the counts of classes answer at once."""

    def __init__(
        self, services: Services, draft: Draft, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("Which pages?"))
        self.setAccessibleName(self.title.text())
        self.lead.setText(
            self.tr(
                "Drop a folder that holds one folder of pages for each class, or a CSV list with a path and "
                "a label in each row. Nothing is copied and nothing leaves this computer."
            )
        )
        self._services, self._draft = services, draft
        self._wanted: Path | None = None
        self.message = Message(self)
        self._summary = QWidget(self)
        self._name = heading("", self)
        self._facts = small("", self)
        self._facts.setWordWrap(True)
        self.counts = ClassCounts(self)
        self.columns = ColumnChoices(self)
        self.gallery = Gallery(pictures, self)
        self.columns.chosen.connect(self._on_columns)
        self.gallery.page_wanted.connect(lambda path: services.opener.open([path], remember=False))
        self._lay_out()
        self.setAcceptDrops(True)
        self._show(draft.preview)

    def choose(self, source: Path, columns: Columns | None = None) -> None:
        """Look at a folder or list in the background."""
        self._wanted = source
        self.message.say(self.tr("Counting pages…"))
        self._services.jobs.submit(
            lambda: look_at(source, columns),
            lambda found: self._on_looked(source, found),
            lambda error: self._on_failed(source, error),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and lists; the window must not open them as pages."""
        event.setAccepted(any(url.isLocalFile() for url in event.mimeData().urls()))

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.choose(paths[0])

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
        self.add(self.zone)
        self.add(self.message)
        for part in (self._name, self._facts, self.counts, self.columns):
            self.add(part)
        self._looks = prose(self.tr("A few pages of each class. Click one to look at it."), self)
        self.add(self._looks)
        self.add(self.gallery)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

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
        preview = self._draft.preview
        return str(preview.source.parent) if preview else self._services.settings.values.open_folder

    def _on_columns(self, columns: Columns) -> None:
        if self._draft.preview is not None:
            self.choose(self._draft.preview.source, columns)

    def _on_looked(self, source: Path, found: DataPreview) -> None:
        if source != self._wanted:
            return
        self._draft.take_data(found)
        self._show(found)

    def _on_failed(self, source: Path, error: EcgdeskError) -> None:
        if source == self._wanted:
            self.message.show_error(error)

    def _show(self, found: DataPreview | None) -> None:
        there = found is not None
        self.zone.set_large(not there)
        for part in (self._name, self._facts, self.counts, self._looks, self.gallery):
            part.setVisible(there)
        self.columns.setVisible(found is not None and found.is_list)
        if found is None:
            self.message.clear()
            return
        self._name.setText(found.source.name)
        self._facts.setText(self._facts_of(found))
        self.counts.show_counts(found.per_class)
        self.columns.show_columns(found.columns, found.chosen)
        self.gallery.show_pages((path, name) for name, paths in found.samples.items() for path in paths)
        self._judge(found)

    def _facts_of(self, found: DataPreview) -> str:
        words = self.tr("{pages} pages in {classes} classes")
        said = words.format(pages=found.pages, classes=len(found.per_class))
        if not found.is_list:
            return said
        if not found.chosen.group_column:
            return said + " · " + self.tr("no groups: each page is held out on its own")
        grouped = self.tr("{n} groups by {column}").format(n=found.groups, column=found.chosen.group_column)
        return f"{said} · {grouped}"

    def _judge(self, found: DataPreview) -> None:
        few = [name for name, pages in found.per_class.items() if pages < FEW_PAGES]
        if found.missing:
            text = self.tr("{n} files of the list are not there: {names}. Check the folder of the pages.")
            names = named(Path(name) for name in found.missing)
            self.message.say(text.format(n=len(found.missing), names=names), Tone.ERROR)
        elif len(found.per_class) < 2:
            self.message.say(self.tr("There is only one class; at least two are needed."), Tone.ERROR)
        elif few:
            text = self.tr("Fewer than {n} pages: {names}. Every figure of such a class will be uncertain.")
            self.message.say(text.format(n=FEW_PAGES, names=", ".join(few)), Tone.CAUTION)
        else:
            self.message.clear()
        self.set_ready(not found.missing and len(found.per_class) >= 2)
