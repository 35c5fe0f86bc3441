"""The hand on the lead boxes: choose, move, resize, draw, delete and rename them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, Qt

from ecgdesk.core.geometry import Rect
from ecgdesk.core.lead_boxes import MIN_LEAD_PX, new_lead, reboxed
from ecgdesk.core.marks import Marks
from ecgdesk.core.tracing import LeadBox
from ecgdesk.ui.canvas.choosing_tool import ChoosingTool
from ecgdesk.ui.canvas.crop_geometry import Handle, between, fitted, moved, resized, snapped
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.pointer import CURSORS, Grab, Pointer, contains, handle_at

_NEW_SHARE: Final = (0.22, 0.2)


class LeadTool(ChoosingTool[LeadBox]):
    """Works on the boxes set by hand, which begin as those that were read."""

    kind = EditKind.LEAD

    @property
    def _things(self) -> tuple[LeadBox, ...]:
        return self._state.leads

    def _marks_with(self, things: Sequence[LeadBox]) -> Marks:
        return self._state.with_leads(tuple(things))

    def grab(self, at: Pointer) -> Grab:
        """Return what a drag from here does: resize or move a box, or draw a new one."""
        chosen, handle = self._state.chosen, self._handle(at)
        if handle is not None and chosen is not None:
            return self._resize(chosen, handle, at)
        index = lead_under(self._state.leads, at.page)
        self._state.choose(index)
        return self._draw(at) if index is None else self._move(index, at)

    def cursor(self, at: Pointer) -> Qt.CursorShape:
        """Return the cursor that tells what a press here would do."""
        handle = self._handle(at)
        if handle is not None:
            return CURSORS[handle]
        inside = lead_under(self._state.leads, at.page) is not None
        return Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.CrossCursor

    def nudge(self, dx: float, dy: float, *, resize: bool) -> None:
        """Move the chosen box, or its far edges, by so many page pixels."""
        index, size = self._state.chosen, self._crop.size
        if index is None:
            return
        box = self._state.leads[index].box
        change = (
            resized(box, Handle.BOTTOM_RIGHT, dx, dy, size, MIN_LEAD_PX)
            if resize
            else moved(box, dx, dy, size)
        )
        self._state.commit(self._with(index, change), EditKind.LEAD_NUDGE)

    def insert(self, *, other: bool) -> None:
        """Put a new box in the middle of the crop; `other` makes it as wide as a rhythm strip."""
        rect, leads = self._crop.committed.rect, self._state.leads
        width, height = rect.width * (0.9 if other else _NEW_SHARE[0]), rect.height * _NEW_SHARE[1]
        x, y = (rect.x0 + rect.x1 - width) / 2, (rect.y0 + rect.y1 - height) / 2
        box = fitted(snapped(Rect(x, y, x + width, y + height)), self._crop.size)
        self._state.commit(self._added(box), EditKind.LEAD)
        self._state.choose(len(leads))

    def open(self) -> bool:
        """Ask for another name of the chosen lead."""
        if self._state.chosen is None:
            return False
        self._state.rename_asked.emit(self._state.chosen)
        return True

    def _handle(self, at: Pointer) -> Handle | None:
        index = self._state.chosen
        return None if index is None else handle_at(self._state.leads[index].box, at)

    def _resize(self, index: int, handle: Handle, start: Pointer) -> Grab:
        box, size = self._state.leads[index].box, self._crop.size
        return lambda at: self._with(index, resized(box, handle, *at.since(start), size, MIN_LEAD_PX))

    def _move(self, index: int, start: Pointer) -> Grab:
        box, size = self._state.leads[index].box, self._crop.size
        unchanged = self._state.marks

        def move(at: Pointer) -> Marks:
            by = at.since(start)
            return self._with(index, moved(box, *by, size)) if by != (0.0, 0.0) else unchanged

        return move

    def _draw(self, start: Pointer) -> Grab:
        size, unchanged, leads = self._crop.size, self._state.marks, self._state.leads

        def draw(at: Pointer) -> Marks:
            box = snapped(between(start.page.toTuple(), at.page.toTuple()).clipped(size))
            large_enough = min(box.width, box.height) >= MIN_LEAD_PX
            self._state.chosen = len(leads) if large_enough else None
            return self._added(box, leads) if large_enough else unchanged

        return draw

    def _with(self, index: int, box: Rect) -> Marks:
        leads = self._state.leads
        change = reboxed(leads[index], snapped(box), self._state.scale)
        return self._state.with_leads((*leads[:index], change, *leads[index + 1 :]))

    def _added(self, box: Rect, leads: tuple[LeadBox, ...] | None = None) -> Marks:
        leads = self._state.leads if leads is None else leads
        return self._state.with_leads((*leads, new_lead(leads, box, self._state.scale)))


def lead_under(leads: tuple[LeadBox, ...], point: QPointF) -> int | None:
    """Return the index of the smallest lead box under a point, None where there is none."""
    hits = [index for index, lead in enumerate(leads) if contains(lead.box, point)]
    return min(hits, key=lambda i: leads[i].box.width * leads[i].box.height) if hits else None
