"""Thumbnails in rows that wrap at the width there is."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgdesk.ui.flow import FlowLayout
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.pictures import Pictures, Thumbnail


class Flow(QWidget):
    """Holds widgets in rows that wrap, and asks for no more height than its rows take at its width."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap, centred=False)
        self.flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """One row; a layout's own hint would be the height of all items in one column."""
        return self.flow.minimumSize()

    def minimumSizeHint(self) -> QSize:
        """One row, for the same reason."""
        return self.flow.minimumSize()


class Gallery(Flow):
    """Pages as thumbnails."""

    page_wanted = Signal(object)
    """The path of a page to look at."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(space(1.5), parent)
        self._pictures = pictures

    def show_pages(self, pages: Iterable[tuple[Path, str]]) -> None:
        """Show these pages, each with its words."""
        self.show_pictures((path, words, None) for path, words in pages)

    def show_pictures(self, pages: Iterable[tuple[Path | None, str, Path | None]]) -> None:
        """Show pages, each with its words and a picture of our own in place of the page itself, if any.

        A page that is None is no longer there; a click on it leads nowhere.
        """
        while (item := self.flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = list(pages)
        for path, words, picture in shown:
            thumbnail = Thumbnail(path, words, self._pictures, self)
            thumbnail.wanted.connect(self.page_wanted)
            if picture is not None:
                thumbnail.show_picture(picture)
            self.flow.addWidget(thumbnail)
            thumbnail.show()
        self.setVisible(bool(shown))
        self._pictures.want(path for path, _, picture in shown if path and picture is None)
        self.updateGeometry()
