"""Where the hand is, and what it may take hold of."""

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, Qt

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.marks import Marks
from ecgdesk.ui.canvas.crop_geometry import Handle

HIT_PX: Final = 9
"""Reach of a grip in logical pixels to each side, whatever the zoom: an 18 px target."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A mouse position on the straightened page and on the screen.

    `unit` is how many page pixels one logical pixel spans; `fine` asks for small steps.
    """

    page: QPointF
    screen: QPointF
    unit: float
    fine: bool = False

    def since(self, start: "Pointer") -> tuple[float, float]:
        """Return how far the hand went from `start`, in page pixels."""
        way = self.page - start.page
        return way.x(), way.y()


Grab = Callable[[Pointer], Crop | Marks]
"""What a drag does: where the hand is now → how the crop, or what is on the page, looks."""

CURSORS: Final = {
    Handle.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Handle.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Handle.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Handle.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
    Handle.TOP: Qt.CursorShape.SizeVerCursor,
    Handle.BOTTOM: Qt.CursorShape.SizeVerCursor,
    Handle.LEFT: Qt.CursorShape.SizeHorCursor,
    Handle.RIGHT: Qt.CursorShape.SizeHorCursor,
}


def handle_at(rect: Rect, at: Pointer) -> Handle | None:
    """Return the nearest grip of a rectangle within reach; an edge may be held anywhere along it."""
    reach = HIT_PX * at.unit
    by_distance = sorted(Handle, key=lambda one: _distance(one.on(rect), at.page))
    if _distance(by_distance[0].on(rect), at.page) <= reach * 1.4:
        return by_distance[0]
    return _edge_at(rect, at.page, reach)


def contains(rect: Rect, point: QPointF) -> bool:
    """Return whether a point lies in a rectangle."""
    return rect.x0 <= point.x() < rect.x1 and rect.y0 <= point.y() < rect.y1


def _distance(grip: tuple[float, float], point: QPointF) -> float:
    return hypot(grip[0] - point.x(), grip[1] - point.y())


def _edge_at(rect: Rect, point: QPointF, reach: float) -> Handle | None:
    beside = rect.x0 < point.x() < rect.x1
    level = rect.y0 < point.y() < rect.y1
    nearness = {
        Handle.TOP: abs(point.y() - rect.y0) if beside else reach,
        Handle.BOTTOM: abs(point.y() - rect.y1) if beside else reach,
        Handle.LEFT: abs(point.x() - rect.x0) if level else reach,
        Handle.RIGHT: abs(point.x() - rect.x1) if level else reach,
    }
    nearest = min(nearness, key=lambda one: nearness[one])
    return nearest if nearness[nearest] < reach * 0.6 else None
