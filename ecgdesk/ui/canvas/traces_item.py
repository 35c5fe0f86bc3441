"""The traces that were read, drawn over the page for checking."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ecgdesk.core.tracing import LeadTrace
from ecgdesk.ui.canvas.foreground import line_colour
from ecgdesk.ui.theme import current_theme

_LINE_PX = 1.75
_HALO_PX = 4.0


class TracesItem(QGraphicsItem):
    """Shows lines of one width at any zoom; a gap in a trace stays a gap."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[QPolygonF, ...] = ()
        self._place = QRectF()
        self.setVisible(False)

    def show_traces(self, traces: tuple[LeadTrace, ...]) -> None:
        """Draw these traces."""
        self.prepareGeometryChange()
        self._pieces = tuple(piece for trace in traces for piece in pieces(trace))
        place = QRectF()
        for piece in self._pieces:
            place = place.united(piece.boundingRect())
        self._place = place.adjusted(-_HALO_PX, -_HALO_PX, _HALO_PX, _HALO_PX)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return what holds all lines, in pixels of the straightened page."""
        return self._place

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint a light line under a coloured one, so that both the ink and what was read can be seen."""
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        halo = QColor(theme.paper)
        halo.setAlphaF(0.6)
        for colour, width in ((halo, _HALO_PX), (line_colour(), _LINE_PX)):
            pen = QPen(colour, width)
            pen.setCosmetic(True)
            painter.setPen(pen)
            for piece in self._pieces:
                painter.drawPolyline(piece)


def pieces(trace: LeadTrace) -> list[QPolygonF]:
    """Return the unbroken stretches of a trace's line."""
    known = np.isfinite(trace.line[:, 0]) & np.isfinite(trace.line[:, 1])
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(np.int8)))
    return [
        QPolygonF(list(map(QPointF, *trace.line[start:stop].T.tolist())))
        for start, stop in zip(edges[::2], edges[1::2], strict=True)
    ]
