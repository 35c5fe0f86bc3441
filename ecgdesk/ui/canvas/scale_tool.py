"""The hand that draws a line over squares of the grid whose number is known: the scale, set by hand."""

from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, Qt

from ecgdesk.core.marks import Marks
from ecgdesk.core.tracing import USUAL_MM_PER_MV, USUAL_MM_PER_S, Scale
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.marks_state import MarksState
from ecgdesk.ui.canvas.pointer import Grab, Pointer

LEAST_PX_PER_MM: Final = 0.5
MOST_PX_PER_MM: Final = 200.0
_SHORTEST_PX: Final = 10.0


class ScaleTool:
    """A drag says how many pixels `length_mm` are; keys stretch the line that was drawn last."""

    kind = EditKind.SCALE

    def __init__(self, state: MarksState) -> None:
        self._state = state
        self.length_mm = 25.0
        """How many millimetres of the grid the next line goes over: five large squares."""

    @property
    def target(self) -> MarksState:
        """What lies on the page."""
        return self._state

    @property
    def holds(self) -> bool:
        """Whether the scale was set by hand."""
        return self._state.marks.scale is not None

    def grab(self, at: Pointer) -> Grab:
        """Return what a drag from here does: draw the line along or up the grid."""
        unchanged = self._state.marks
        self._state.ruler = None

        def draw(now: Pointer) -> Marks:
            dx, dy = now.since(at)
            end = (
                QPointF(now.page.x(), at.page.y())
                if abs(dx) >= abs(dy)
                else QPointF(at.page.x(), now.page.y())
            )
            length = hypot(end.x() - at.page.x(), end.y() - at.page.y())
            if length < _SHORTEST_PX * now.unit:
                self._state.ruler = None
                return unchanged
            self._state.ruler = at.page, end
            return self._state.with_scale(self._scale(length))

        return draw

    def cursor(self, at: Pointer) -> Qt.CursorShape:
        """Return the cursor that tells what a press here would do."""
        return Qt.CursorShape.CrossCursor

    def nudge(self, dx: float, dy: float, *, resize: bool) -> None:
        """Move the end of the line by so many page pixels along it."""
        if self._state.ruler is None:
            return
        start, end = self._state.ruler
        level = start.y() == end.y()
        end = end + (QPointF(dx, 0) if level else QPointF(0, dy))
        length = hypot(end.x() - start.x(), end.y() - start.y())
        if length >= 1:
            self._state.ruler = start, end
            self._state.commit(self._state.with_scale(self._scale(length)), EditKind.SCALE_NUMBER)

    def set_length(self, millimetres: float) -> None:
        """Say how much of the grid the line goes over; a line that was drawn counts anew."""
        self.length_mm = millimetres
        if self._state.ruler is not None:
            start, end = self._state.ruler
            length = hypot(end.x() - start.x(), end.y() - start.y())
            self._state.commit(self._state.with_scale(self._scale(length)), EditKind.SCALE_NUMBER)

    def insert(self, *, other: bool) -> None:
        """A line needs two places."""

    def remove(self) -> bool:
        """Go back to the scale that is read; returns whether another was set."""
        if not self.holds:
            return False
        self._state.ruler = None
        self._state.commit(self._state.with_scale(None), EditKind.SCALE)
        return True

    def choose_next(self, step: int = 1) -> None:
        """There is one line."""

    def let_go(self) -> bool:
        """Nothing is chosen."""
        return False

    def open(self) -> bool:
        """A double click shows the whole page."""
        return False

    def _scale(self, length_px: float) -> Scale:
        known = self._state.scale
        px_per_mm = min(max(length_px / self.length_mm, LEAST_PX_PER_MM), MOST_PX_PER_MM)
        return Scale(
            round(px_per_mm, 4), round(px_per_mm, 4), 1.0, "user", 0.0,
            known.mm_per_s if known else USUAL_MM_PER_S, known.mm_per_mv if known else USUAL_MM_PER_MV,
        )  # fmt: skip
