"""The hand on the calipers: draw one along or up the trace, hold its legs or its bar, march it through."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt

from ecgdesk.core.calipers import (
    LEAST_PX,
    Caliper,
    CaliperKind,
    Part,
    between,
    moved,
    part_at,
    proposed,
    with_leg,
)
from ecgdesk.core.geometry import Point
from ecgdesk.core.marks import Marks
from ecgdesk.core.snapping import Patch, Snapper
from ecgdesk.ui.canvas.choosing_tool import ChoosingTool
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.marks_state import MarksState
from ecgdesk.ui.canvas.pointer import HIT_PX, Grab, Pointer

_SHORTEST_PX = 4.0
"""A shorter drag, in logical pixels, draws nothing."""


class CaliperTool(ChoosingTool[Caliper]):
    """Legs snap to the trace and the grid, unless Ctrl is held; keys move by pixels and never snap."""

    kind = EditKind.CALIPER

    def __init__(self, state: MarksState, crop: CropState, patch: Patch) -> None:
        super().__init__(state, crop)
        self._patch = patch

    @property
    def _things(self) -> tuple[Caliper, ...]:
        return self._state.calipers

    def _marks_with(self, things: Sequence[Caliper]) -> Marks:
        return self._state.with_calipers(tuple(things))

    @property
    def _chosen(self) -> Caliper | None:
        index = self._state.chosen
        return None if index is None else self._state.calipers[index]

    def grab(self, at: Pointer) -> Grab:
        """Return what a drag from here does: move a leg or a caliper, or draw a new one."""
        index, part = self._part_at(at)
        self._state.choose(index)
        if index is None or part is None:
            return self._draw(at)
        return self._move(index, at) if part is Part.BAR else self._move_leg(index, part, at)

    def cursor(self, at: Pointer) -> Qt.CursorShape:
        """Return the cursor that tells what a press here would do."""
        index, part = self._part_at(at)
        if index is None:
            return Qt.CursorShape.CrossCursor
        if part is Part.BAR:
            return Qt.CursorShape.SizeAllCursor
        time = self._state.calipers[index].kind is CaliperKind.TIME
        return Qt.CursorShape.SizeHorCursor if time else Qt.CursorShape.SizeVerCursor

    def nudge(self, dx: float, dy: float, *, resize: bool) -> None:
        """Move the chosen caliper, or only its second leg, by so many page pixels."""
        chosen, size = self._chosen, self._crop.size
        if chosen is None:
            return
        if resize:
            by = dx if chosen.kind is CaliperKind.TIME else dy
            change = with_leg(chosen, Part.SECOND, chosen.second + by, size)
        else:
            change = moved(chosen, dx, dy, size)
        self._state.commit(self._with(change), EditKind.CALIPER_NUDGE)

    def insert(self, *, other: bool) -> None:
        """Put a new caliper of time in the middle of the crop; `other` makes it one of voltage."""
        kind = CaliperKind.VOLTAGE if other else CaliperKind.TIME
        made = proposed(kind, self._crop.committed.rect, self._state.scale)
        count = len(self._state.calipers)
        self._state.commit(self._state.with_calipers((*self._state.calipers, made)), EditKind.CALIPER)
        self._state.choose(count)

    def open(self) -> bool:
        """March the chosen caliper through, or stop."""
        chosen = self._chosen
        if chosen is None:
            return False
        self._state.commit(self._with(replace(chosen, march=not chosen.march)), EditKind.CALIPER)
        return True

    def _part_at(self, at: Pointer) -> tuple[int | None, Part | None]:
        """Return which caliper, the chosen one first, and what of it lies under the pointer."""
        calipers = self._state.calipers
        order = sorted(range(len(calipers)), key=lambda i: (i != self._state.chosen, -i))
        for index in order:
            part = part_at(calipers[index], at.page.toTuple(), HIT_PX * at.unit)
            if part is not None:
                return index, part
        return None, None

    def _draw(self, start: Pointer) -> Grab:
        calipers, unchanged = self._state.calipers, self._state.marks

        def draw(at: Pointer) -> Marks:
            if max(map(abs, at.since(start))) < max(_SHORTEST_PX * at.unit, LEAST_PX):
                self._state.chosen = None
                return unchanged
            drawn = between(start.page.toTuple(), at.page.toTuple())
            first = self._snapped(drawn, start.page.toTuple(), start.unit, fine=at.fine or start.fine)
            second = self._snapped(drawn, at.page.toTuple(), at.unit, fine=at.fine or start.fine)
            self._state.chosen = len(calipers)
            made = with_leg(replace(drawn, first=first), Part.SECOND, second, self._crop.size)
            return replace(unchanged, calipers=(*calipers, made))

        return draw

    def _move(self, index: int, start: Pointer) -> Grab:
        caliper, size = self._state.calipers[index], self._crop.size

        def move(at: Pointer) -> Marks:
            shifted = moved(caliper, *at.since(start), size)
            if at.fine or start.fine:
                return self._with(shifted)
            low, high = shifted.ends
            by = self._snapped(shifted, low, at.unit) - shifted.first
            if by == 0:
                by = self._snapped(shifted, high, at.unit) - shifted.second
            way = (by, 0.0) if caliper.kind is CaliperKind.TIME else (0.0, by)
            return self._with(moved(shifted, *way, size))

        return move

    def _move_leg(self, index: int, part: Part, start: Pointer) -> Grab:
        caliper, size = self._state.calipers[index], self._crop.size

        def move(at: Pointer) -> Marks:
            dx, dy = at.since(start)
            by = dx if caliper.kind is CaliperKind.TIME else dy
            place = (caliper.first if part is Part.FIRST else caliper.second) + by
            point = (place, caliper.at) if caliper.kind is CaliperKind.TIME else (caliper.at, place)
            place = self._snapped(caliper, point, at.unit, fine=at.fine or start.fine)
            return self._with(with_leg(caliper, part, place, size))

        return move

    def _snapped(self, caliper: Caliper, point: Point, unit: float, *, fine: bool = False) -> float:
        """Return where along its axis a leg near a point comes to rest."""
        time = caliper.kind is CaliperKind.TIME
        if fine:
            return point[0] if time else point[1]
        snapper = Snapper(self._state.traces, self._state.scale, self._patch)
        return (snapper.time if time else snapper.height)(point, HIT_PX * unit)

    def _with(self, change: Caliper) -> Marks:
        """Return the marks with the chosen caliper changed."""
        index, calipers = self._state.chosen, self._state.calipers
        if index is None:
            return self._state.marks
        return self._state.with_calipers((*calipers[:index], change, *calipers[index + 1 :]))
