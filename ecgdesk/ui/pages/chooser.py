"""Which pages of a file are to be open: their pictures with a box to tick."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecgdesk.core.page import PageRef
from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import heading, prose, without_icons
from ecgdesk.ui.theme import TextSize, current_theme, space
from ecgdesk.ui.thumbnails import THUMBNAIL, Thumbnails

_CELL = QSize(THUMBNAIL.width() + space(3), THUMBNAIL.height() + space(5))
_CHECK = Qt.ItemDataRole.CheckStateRole


class PageGrid(QListWidget):
    """Pictures in rows; Space and a click tick a page."""

    ticked = Signal()

    def __init__(self, pages: list[PageRef], thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setIconSize(THUMBNAIL)
        self.setGridSize(_CELL)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Pages of this file"))
        self._items = {page: self._item(page) for page in pages}
        self.itemChanged.connect(lambda _: self.ticked.emit())
        self.itemPressed.connect(self._on_pressed)
        thumbnails.ready.connect(self.show_picture)
        self._pressed: Qt.CheckState | None = None
        self.itemClicked.connect(self._on_clicked)
        self.setCurrentRow(0)

    @property
    def chosen(self) -> list[int]:
        """Numbers of the ticked pages."""
        return [
            page.number for page, item in self._items.items() if item.checkState() == Qt.CheckState.Checked
        ]

    def tick(self, numbers: Iterable[int]) -> None:
        """Tick these pages and no others."""
        wanted = set(numbers)
        for page, item in self._items.items():
            item.setCheckState(Qt.CheckState.Checked if page.number in wanted else Qt.CheckState.Unchecked)

    def show_picture(self, page: PageRef) -> None:
        """Show the picture of a page as soon as there is one."""
        item, image = self._items.get(page), self._thumbnails.image(page)
        if item is not None and image is not None:
            item.setIcon(QIcon(QPixmap.fromImage(image)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space turn all chosen rows over."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        items = self.selectedItems() or [self.currentItem()]
        on = any(item.checkState() != Qt.CheckState.Checked for item in items if item)
        for item in items:
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _item(self, page: PageRef) -> QListWidgetItem:
        item = QListWidgetItem(_blank(), self.tr("Page {n}").format(n=page.number), self)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        image = self._thumbnails.image(page)
        if image is not None:
            item.setIcon(QIcon(QPixmap.fromImage(image)))
        return item

    def _on_pressed(self, item: QListWidgetItem) -> None:
        self._pressed = item.checkState()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        # A click beside the box ticks too; one on the box has done so already.
        if item.checkState() == self._pressed:
            checked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)


def _blank() -> QIcon:
    """Return what stands for a picture that is not there yet."""
    picture = QPixmap(THUMBNAIL)
    picture.fill(current_theme().color("well"))
    painter = QPainter(picture)
    box = QRect(0, 0, space(4), space(4))
    box.moveCenter(picture.rect().center())
    icon("page", "muted").paint(painter, box)
    painter.end()
    return QIcon(picture)


class PageChooser(QDialog):
    """Asks which pages of a file to open."""

    def __init__(
        self, file: str, pages: list[PageRef], open_now: list[int], thumbnails: Thumbnails, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose pages"))
        self.grid = PageGrid(pages, thumbnails, self)
        self.grid.tick(open_now)
        self._count = QLabel(self)
        self.all, self.none = QPushButton(self.tr("&All"), self), QPushButton(self.tr("&None"), self)
        self._buttons = QDialogButtonBox(self)
        self.ok = self._buttons.addButton(self.tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        without_icons(self._buttons)
        self._total = len(pages)
        self._lay_out(file)
        self.all.clicked.connect(lambda: self.grid.tick(page.number for page in pages))
        self.none.clicked.connect(lambda: self.grid.tick(()))
        self.grid.ticked.connect(self._describe)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._describe()
        self.grid.setFocus()

    def sizeHint(self) -> QSize:
        """Ask for four pictures in a row and three rows."""
        return QSize(4 * _CELL.width() + space(8), 3 * _CELL.height() + space(20))

    def _describe(self) -> None:
        chosen = len(self.grid.chosen)
        self._count.setText(self.tr("{n} of {total} pages").format(n=chosen, total=self._total))
        self.ok.setEnabled(chosen > 0)

    def _lay_out(self, file: str) -> None:
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addWidget(self.none)
        row.addStretch(1)
        row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(2), space(2), space(2), space(2))
        column.setSpacing(space(1.5))
        column.addWidget(heading(file, self, TextSize.BODY))
        column.addWidget(
            prose(self.tr("Tick the pages that hold an ECG. Pages that are not ticked are closed."), self)
        )
        column.addWidget(self.grid, 1)
        column.addLayout(row)
        column.addWidget(self._buttons)
