"""The hand on the crop: eight grips, moving it, and turning the page by the grip above it."""

from math import atan2, degrees
from typing import Final

from PySide6.QtCore import QPointF, Qt

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.ui.canvas.crop_geometry import Handle, moved, resized, snapped
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.pointer import CURSORS, HIT_PX, Grab, Pointer, contains, handle_at

TURN_GRIP_PX: Final = 28
"""How far above the crop the turning grip floats, in logical pixels."""
_FINE_GEAR: Final = 0.2
_STEP_DEG: Final = 0.1


class CropTool:
    """Says what a press on the canvas takes hold of, and how keys change the crop."""

    kind = EditKind.DRAG

    def __init__(self, state: CropState) -> None:
        self._state = state

    def grab(self, at: Pointer) -> Grab | None:
        """Return what a drag from here does, or None where there is nothing to hold."""
        rect = self._state.committed.rect
        if on_turn_grip(rect, at):
            return self._turn(at)
        handle = handle_at(rect, at)
        if handle is not None:
            return self._resize(handle, at)
        return self._move(at) if contains(rect, at.page) else None

    def cursor(self, at: Pointer) -> Qt.CursorShape:
        """Return the cursor that tells what a press here would do."""
        rect = self._state.crop.rect
        if on_turn_grip(rect, at):
            return Qt.CursorShape.PointingHandCursor
        handle = handle_at(rect, at)
        if handle is not None:
            return CURSORS[handle]
        return Qt.CursorShape.SizeAllCursor if contains(rect, at.page) else Qt.CursorShape.OpenHandCursor

    @property
    def target(self) -> CropState:
        """The crop."""
        return self._state

    @property
    def holds(self) -> bool:
        """There is one crop: nothing is chosen."""
        return False

    def insert(self, *, other: bool) -> None:
        """There is one crop."""

    def remove(self) -> bool:
        """The crop stays."""
        return False

    def choose_next(self, step: int = 1) -> None:
        """There is one crop."""

    def let_go(self) -> bool:
        """Nothing is chosen."""
        return False

    def open(self) -> bool:
        """A double click shows the whole page."""
        return False

    def nudge(self, dx: float, dy: float, *, resize: bool) -> None:
        """Move the crop, or its far edges, by so many page pixels."""
        crop, size = self._state.committed, self._state.size
        change = (
            resized(crop.rect, Handle.BOTTOM_RIGHT, dx, dy, size)
            if resize
            else moved(crop.rect, dx, dy, size)
        )
        self._state.commit(crop.with_rect(change), EditKind.NUDGE)

    def _resize(self, handle: Handle, start: Pointer) -> Grab:
        crop, size = self._state.committed, self._state.size
        return lambda at: crop.with_rect(snapped(resized(crop.rect, handle, *at.since(start), size)))

    def _move(self, start: Pointer) -> Grab:
        crop, size = self._state.committed, self._state.size
        return lambda at: crop.with_rect(snapped(moved(crop.rect, *at.since(start), size)))

    def _turn(self, start: Pointer) -> Grab:
        state, crop = self._state, self._state.committed
        centre = _centre_on_screen(crop.rect, start)
        gear = _FINE_GEAR if start.fine else 1.0
        begin = _angle(centre, start.screen)

        def turn(at: Pointer) -> Crop:
            by = (_angle(centre, at.screen) - begin + 180) % 360 - 180
            return state.turned(round((crop.rotation_deg + by * gear) / _STEP_DEG) * _STEP_DEG)

        return turn


def turn_grip(rect: Rect, unit: float) -> QPointF:
    """Return where the turning grip floats, in page pixels."""
    return QPointF((rect.x0 + rect.x1) / 2, rect.y0 - TURN_GRIP_PX * unit)


def on_turn_grip(rect: Rect, at: Pointer) -> bool:
    """Return whether a press here takes the turning grip."""
    away = turn_grip(rect, at.unit) - at.page
    return max(abs(away.x()), abs(away.y())) <= HIT_PX * at.unit


def _centre_on_screen(rect: Rect, at: Pointer) -> QPointF:
    centre = QPointF((rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2)
    return at.screen + (centre - at.page) / at.unit


def _angle(centre: QPointF, point: QPointF) -> float:
    way = point - centre
    return degrees(atan2(way.y(), way.x()))
