"""Which pages to train on: a folder for each class, or a CSV list."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ecgdesk.services.bundle import Services
from ecgdesk.services.training.draft import Draft
from ecgdesk.services.training.preview import Columns, DataPreview
from ecgdesk.ui.drop import named
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import prose
from ecgdesk.ui.training.folder_page import FolderPage
from ecgdesk.ui.training.gallery import Gallery
from ecgdesk.ui.training.pages_chooser import PagesChooser
from ecgdesk.ui.training.pictures import Pictures

FEW_PAGES = 10


class DataPage(FolderPage):
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
        self._draft = draft
        self.chooser, self.gallery = PagesChooser(services, self), Gallery(pictures, self)
        self._looks = prose(self.tr("A few pages of each class. Click one to look at it."), self)
        for part in (self.chooser, self._looks, self.gallery):
            self.add(part)
        self.chooser.looked.connect(self._on_looked)
        self.gallery.page_wanted.connect(lambda path: services.opener.open([path], remember=False))
        self.chooser.show_preview(draft.preview)
        self._show(draft.preview)

    @property
    def message(self) -> str:
        """What is said about the pages; empty while nothing is worth saying."""
        return self.chooser.message.text

    def choose(self, source: Path, columns: Columns | None = None) -> None:
        """Look at a folder or list in the background."""
        self.chooser.choose(source, columns)

    def _on_looked(self, found: DataPreview) -> None:
        self._draft.take_data(found)
        self._show(found)

    def _show(self, found: DataPreview | None) -> None:
        self._looks.setVisible(found is not None)
        samples = {} if found is None else found.samples
        self.gallery.show_pages((path, name) for name, paths in samples.items() for path in paths)
        if found is not None:
            self._judge(found)

    def _judge(self, found: DataPreview) -> None:
        few = [name for name, pages in found.per_class.items() if pages < FEW_PAGES]
        message = self.chooser.message
        if found.missing:
            text = self.tr("{n} files of the list are not there: {names}. Check the folder of the pages.")
            names = named(Path(name) for name in found.missing)
            message.say(text.format(n=len(found.missing), names=names), Tone.ERROR)
        elif len(found.per_class) < 2:
            message.say(self.tr("There is only one class; at least two are needed."), Tone.ERROR)
        elif few:
            text = self.tr("Fewer than {n} pages: {names}. Every figure of such a class will be uncertain.")
            message.say(text.format(n=FEW_PAGES, names=", ".join(few)), Tone.CAUTION)
        else:
            message.clear()
        self.set_ready(not found.missing and len(found.per_class) >= 2)
