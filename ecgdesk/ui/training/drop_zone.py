"""A dashed frame that says where to drop, with buttons for those who do not drag."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.theme import current_theme, space

_LARGE_STEPS = 26
_SMALL_STEPS = 7


class DropZone(QWidget):
    """Large while nothing was chosen, a slim row afterwards."""

    def __init__(self, buttons: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel("folder", "accent", 48, self)
        self._words = QLabel(self.tr("Drop a folder or a CSV list here"), self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(1.5), space(1.5), space(1.5), space(1.5))
        column.setSpacing(space(1.5))
        column.addStretch(1)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.addStretch(1)
        self.set_large(True)

    def set_large(self, on: bool) -> None:
        """Take much room, or little."""
        self._sign.setVisible(on)
        self._words.setVisible(on)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(space(_LARGE_STEPS if on else _SMALL_STEPS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("outline"), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
