"""The page on the scene: straightened by its transform, painted from the level that fits the zoom."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ecgdesk.core.geometry import Size
from ecgdesk.ui.canvas.pyramid import Pyramid
from ecgdesk.ui.theme import current_theme

_SHOW_PIXELS_ABOVE: Final = 4.0
"""Device pixels per page pixel from which single pixels are shown as squares."""


def to_qtransform(matrix: NDArray[np.float64]) -> QTransform:
    """Return the Qt form of a 3×3 matrix for column vectors."""
    return QTransform(*(float(value) for value in matrix.T.flat))


class PaperItem(QGraphicsItem):
    """The white sheet as large as the straightened page: what lies beyond the page is paper."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()

    def set_size(self, size: Size) -> None:
        """Take the size of the straightened page."""
        self.prepareGeometryChange()
        self._rect = QRectF(0, 0, *size)

    def boundingRect(self) -> QRectF:
        """Return the sheet in page pixels."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint paper."""
        painter.fillRect(self._rect, QColor(current_theme().paper))


class PageItem(QGraphicsItem):
    """The loaded page; its transform straightens it."""

    def __init__(self) -> None:
        super().__init__()
        self._pyramid: Pyramid | None = None

    @property
    def pyramid(self) -> Pyramid | None:
        """The levels that are shown."""
        return self._pyramid

    def set_pyramid(self, pyramid: Pyramid | None) -> None:
        """Show other levels, of the same page or of another."""
        self.prepareGeometryChange()
        self._pyramid = pyramid

    def boundingRect(self) -> QRectF:
        """Return the loaded page in its own pixels."""
        return QRectF(0, 0, *self._pyramid.size) if self._pyramid else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the coarsest level that loses nothing at this zoom."""
        if self._pyramid is None:
            return
        bounds = self.boundingRect()
        scale = _device_scale(painter.deviceTransform(), bounds.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _SHOW_PIXELS_ABOVE)
        painter.drawImage(bounds, self._pyramid.best(scale))


def _device_scale(transform: QTransform, at: QPointF) -> float:
    here = transform.map(at)
    right = transform.map(at + QPointF(1, 0)) - here
    down = transform.map(at + QPointF(0, 1)) - here
    return max(_length(right), _length(down))


def _length(way: QPointF) -> float:
    return float(np.hypot(way.x(), way.y()))
