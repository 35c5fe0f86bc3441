"""A row that goes on in the next line where its window is narrow."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ecgdesk.ui.theme import space

_STEP_PX: Final = 8
_ANY_PX: Final = 1 << 20


class _Box(NamedTuple):
    """An item and the room it asks for."""

    item: QLayoutItem
    hint: QSize
    least: QSize

    def width(self, room: int) -> int:
        return max(min(self.hint.width(), room), self.least.width())


class FlowLayout(QLayout):
    """Lays its widgets beside each other in lines, mirrored where people read from the right.

    Centred lines are about as long as each other; others begin at the edge and are as full as can be.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 2, *, centred: bool = True, widest: int = _ANY_PX
    ) -> None:
        """`widest` is the longest a line may be, in pixels."""
        super().__init__(parent)
        self._widest = widest
        self._items: list[QLayoutItem] = []
        self._gap, self._centred = gap, centred
        # Qt asks for the height of many widths many times over; each item is measured once for all of them.
        self._measured: list[_Box] | None = None
        self._broken_at: dict[int, list[list[_Box]]] = {}

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)
        self._forget()

    def invalidate(self) -> None:
        """Measure anew: an item was shown, hidden or changed."""
        self._forget()
        super().invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Nothing grows."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        heights = [max(box.hint.height() for box in line) for line in lines]
        return sum(heights) + self._gap * max(len(lines) - 1, 0) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [box.hint for box in self._shown()]
        margins = self.contentsMargins()
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        margins = self.contentsMargins()
        widest = QSize(0, 0)
        for box in self._shown():
            widest = widest.expandedTo(box.least)
        return widest + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        y = room.top()
        for line in self._lines(room.width()):
            width = sum(box.width(room.width()) for box in line) + self._gap * (len(line) - 1)
            height = max(box.hint.height() for box in line)
            x = room.left() + (max((room.width() - width) // 2, 0) if self._centred else 0)
            for box in line:
                wide = box.width(room.width())
                self._place(box, QRect(QPoint(x, y), QSize(wide, height)), room)
                x += wide + self._gap
            y += height + self._gap

    def _place(self, box: _Box, place: QRect, room: QRect) -> None:
        hint = box.hint.height()
        place.setTop(place.top() + (place.height() - hint) // 2)
        place.setHeight(hint)
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft():
            place.moveRight(room.left() + room.right() - place.left())
        box.item.setGeometry(place)

    def _lines(self, width: int) -> list[list[_Box]]:
        """Return the lines for a width: as few as there can be, centred ones about as long as each other."""
        if width not in self._broken_at:
            self._broken_at[width] = self._balanced(min(width, self._widest))
        return self._broken_at[width]

    def _balanced(self, width: int) -> list[list[_Box]]:
        lines = self._broken(width, width)
        if not self._centred:
            return lines
        for narrower in range(width - _STEP_PX, width // max(len(lines), 1), -_STEP_PX):
            tried = self._broken(narrower, width)
            if len(tried) > len(lines):
                break
            lines = tried
        return lines

    def _broken(self, width: int, room: int) -> list[list[_Box]]:
        lines: list[list[_Box]] = []
        used = 0
        for box in self._shown():
            wide = box.width(room)
            if not lines or used + self._gap + wide > width:
                lines.append([])
                used = -self._gap
            lines[-1].append(box)
            used += self._gap + wide
        return lines

    def _shown(self) -> list[_Box]:
        if self._measured is None:
            shown = (item for item in self._items if not item.isEmpty())
            self._measured = [_Box(item, item.sizeHint(), item.minimumSize()) for item in shown]
        return self._measured

    def _forget(self) -> None:
        self._measured = None
        self._broken_at.clear()


class Flow(QWidget):
    """Holds widgets in rows that wrap, and asks for no more height than its rows take at its width."""

    def __init__(self, gap: int, parent: QWidget | None = None, widest: int = _ANY_PX) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap, centred=False, widest=widest)
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

    def fill(self, widgets: Iterable[QWidget]) -> None:
        """Show these widgets, children of this one, in place of all others; hidden without any."""
        while (item := self.flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self.flow.addWidget(widget)
            widget.show()
        self.setVisible(self.flow.count() > 0)
        self.updateGeometry()


class FlowBar(QWidget):
    """A bar of controls in lines, as many as the width asks for."""

    def __init__(self, parent: QWidget | None = None, gap: int = 2) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap)
        self.flow.setContentsMargins(space(), space(0.5), space(), space(0.5))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Append controls."""
        for widget in widgets:
            self.flow.addWidget(widget)
