"""Outlines around parts of the page, such as the boxes of leads."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ecgdesk.core.geometry import Rect
from ecgdesk.ui.canvas.foreground import line_colour

_LINE_PX = 2.0


class MarksItem(QGraphicsItem):
    """Shows rectangles of the straightened page in lines of one width at any zoom."""

    def __init__(self) -> None:
        super().__init__()
        self._rects: tuple[QRectF, ...] = ()
        self.hide()

    def show_rects(self, rects: tuple[Rect, ...]) -> None:
        """Outline these rectangles; none hides the item."""
        self.prepareGeometryChange()
        self._rects = tuple(QRectF(r.x0, r.y0, r.width, r.height) for r in rects)
        self.setVisible(bool(rects))

    def boundingRect(self) -> QRectF:
        """Return what holds all outlines."""
        whole = QRectF()
        for rect in self._rects:
            whole = whole.united(rect)
        return whole.adjusted(-_LINE_PX, -_LINE_PX, _LINE_PX, _LINE_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the outlines."""
        pen = QPen(line_colour(), _LINE_PX)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._rects:
            painter.drawRect(rect)
