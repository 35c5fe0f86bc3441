"""The shape of a result that is on its way; the real one replaces it whole."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgdesk.ui.theme import current_theme, space

_BLOCKS: Final = (
    (0.0, 3.0, 0.75), (4.0, 1.5, 1.0), (8.0, 1.5, 0.55), (10.0, 0.75, 1.0), (12.5, 1.5, 0.65),
    (14.5, 0.75, 1.0), (17.0, 1.5, 0.45), (19.0, 0.75, 1.0), (21.5, 1.5, 0.35), (23.5, 0.75, 1.0),
)  # fmt: skip
"""Top and height in grid steps, width as a share."""


class Skeleton(QWidget):
    """Quiet blocks where class, bars and words will be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The result is on its way"))

    def sizeHint(self) -> QSize:
        """Tall enough for all blocks."""
        top, height, _ = _BLOCKS[-1]
        return QSize(space(30), space(top + height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the blocks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().color("well"))
        for top, height, share in _BLOCKS:
            block = QRectF(0, space(top), self.width() * share, space(height))
            if self.isRightToLeft():
                block.moveRight(self.width())
            painter.drawRoundedRect(block, 4, 4)
