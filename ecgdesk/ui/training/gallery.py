"""Thumbnails in rows that wrap at the width there is."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ecgdesk.ui.theme import space
from ecgdesk.ui.training.pictures import Pictures, Thumbnail


class FlowLayout(QLayout):
    """Puts widgets side by side and begins another row where there is no room."""

    def __init__(self, parent: QWidget | None = None, gap: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = space() if gap is None else gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item by its place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Never asks for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place all items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """As narrow as the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest and the tallest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.sizeHint())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if (widget := item.widget()) is None or not widget.isHidden()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, row = 0, 0, 0
        over = self.parentWidget()
        mirrored = over is not None and over.isRightToLeft()
        for item in self._shown():
            size = item.sizeHint()
            if x and x + size.width() > rect.width():
                x, y, row = 0, y + row + self._gap, 0
            if move:
                left = rect.right() + 1 - x - size.width() if mirrored else rect.left() + x
                item.setGeometry(QRect(QPoint(left, rect.top() + y), size))
            x, row = x + size.width() + self._gap, max(row, size.height())
        return y + row


class Flow(QWidget):
    """Holds widgets in rows that wrap, and asks for no more height than its rows take at its width."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap)
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
