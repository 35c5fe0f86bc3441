"""A painted box of one size with a line of words above it, for several of them beside each other."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgdesk.ui.theme import TextSize, current_theme, set_text_size, space


class TitledPanel(QWidget):
    """Words that are too long for the box are cut, and whole in the tooltip and for screen readers."""

    def __init__(self, box: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._box = "", box
        set_text_size(self, TextSize.SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Put these words above the box."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """The box below its words."""
        return QSize(self._box.width() + 1, self._box.height() + self._top() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the box."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(current_theme().color("text"))
        line = QRectF(0, 0, self.width(), self.fontMetrics().height())
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeading), shown)
        self.paint_box(painter, QRectF(0.5, self._top() + 0.5, self._box.width(), self._box.height()))

    def paint_box(self, painter: QPainter, box: QRectF) -> None:
        """Paint what the panel is about."""
        raise NotImplementedError

    def _top(self) -> int:
        return self.fontMetrics().height() + space(0.5)
