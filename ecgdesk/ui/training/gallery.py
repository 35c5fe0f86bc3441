"""Thumbnails in rows that wrap at the width there is."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ecgdesk.ui.flow import Flow
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.pictures import Pictures, Thumbnail


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
        shown = list(pages)
        self.fill(self._thumbnail(*page) for page in shown)
        self._pictures.want(path for path, _, picture in shown if path and picture is None)

    def _thumbnail(self, path: Path | None, words: str, picture: Path | None) -> Thumbnail:
        made = Thumbnail(path, words, self._pictures, self)
        made.wanted.connect(self.page_wanted)
        if picture is not None:
            made.show_picture(picture)
        return made
