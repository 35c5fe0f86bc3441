"""A quiet sign that something is on its way: a page-shaped sheen, or a line when a page is shown."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ecgdesk.ui.theme import current_theme, space

_FRAME_MS: Final = 33
_PERIOD_MS: Final = 1600
_LINE_PX: Final = 3
_PAGE_SHAPE: Final = 1.41


class BusySheen(QWidget):
    """Lies over its parent and lets every event through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._skeleton = True
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self.update)
        self.hide()

    def set_skeleton(self, on: bool) -> None:
        """Draw the page that is awaited, or only a line over the page that is there."""
        self._skeleton = on
        self.place()

    def set_busy(self, busy: bool) -> None:
        """Start or stop."""
        self.place()
        if busy and not self._timer.isActive():
            self._clock.start()
            self._timer.start()
        elif not busy:
            self._timer.stop()
        self.setVisible(busy)

    def place(self) -> None:
        """Cover the parent, or only its top edge."""
        self.setGeometry(0, 0, self._over.width(), self._over.height() if self._skeleton else _LINE_PX)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheen where it is now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._skeleton:
            painter.setBrush(self._sheen("raised", "selected"))
            painter.drawRoundedRect(self._sheet(), 4, 4)
        else:
            painter.fillRect(self.rect(), self._sheen("well", "accent"))

    def _sheet(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(space(3), space(3), -space(3), -space(3))
        width = min(room.width(), room.height() * _PAGE_SHAPE)
        sheet = QRectF(0, 0, width, width / _PAGE_SHAPE)
        sheet.moveCenter(room.center())
        return sheet

    def _sheen(self, rest: str, shine: str) -> QLinearGradient:
        theme, width = current_theme(), float(self.width())
        share = (self._clock.elapsed() % _PERIOD_MS) / _PERIOD_MS
        middle = (1.6 * share - 0.3) * width
        gradient = QLinearGradient(QPointF(middle - 0.25 * width, 0), QPointF(middle + 0.25 * width, 0))
        gradient.setColorAt(0, QColor(theme.color(rest)))
        gradient.setColorAt(0.5, QColor(theme.color(shine)))
        gradient.setColorAt(1, QColor(theme.color(rest)))
        return gradient
