"""The hand on the corners of the page: drag them to where the sheet ends, and it is laid straight."""

from math import hypot
from typing import Final

import numpy as np
from PySide6.QtCore import Qt

from ecgdesk.core.geometry import Crop, Point, map_points, straight_transform
from ecgdesk.ui.canvas.crop_geometry import Corners, cornered, proper, whole_page
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.pointer import HIT_PX, Grab, Pointer

_REACH: Final = 1.6


class CornerTool:
    """Changes the corners of the crop; places are those of the whole page as it is shown meanwhile."""

    kind = EditKind.CORNERS

    def __init__(self, state: CropState) -> None:
        self._state = state
        self._begun: Crop | None = None
        self._last: Crop | None = None

    @property
    def target(self) -> CropState:
        """The crop with its corners."""
        return self._state

    @property
    def holds(self) -> bool:
        """Whether a corner is chosen."""
        return self._state.selected_corner is not None

    def grab(self, at: Pointer) -> Grab | None:
        """Return what a drag from here does: move a corner."""
        index = self._corner_at(at)
        if index is None:
            return None
        self._state.select_corner(index)
        start = shown_corners(self._state)[index]

        def move(now: Pointer) -> Crop:
            dx, dy = now.since(at)
            return self._with(index, (start[0] + dx, start[1] + dy))

        return move

    def cursor(self, at: Pointer) -> Qt.CursorShape:
        """Return the cursor that tells what a press here would do."""
        near = self._corner_at(at) is not None
        return Qt.CursorShape.CrossCursor if near else Qt.CursorShape.OpenHandCursor

    def nudge(self, dx: float, dy: float, *, resize: bool) -> None:
        """Move the chosen corner, the first where none is, by so many page pixels."""
        index = self._state.selected_corner or 0
        self._state.select_corner(index)
        x, y = shown_corners(self._state)[index]
        self._state.commit(self._with(index, (x + dx, y + dy)), EditKind.CORNER_NUDGE)

    def insert(self, *, other: bool) -> None:
        """A page has four corners."""

    def remove(self) -> bool:
        """Go back to the whole page."""
        crop = self._state.committed
        if crop.corners is None:
            return False
        self._state.commit(self._cornered(None), EditKind.CORNERS)
        return True

    def choose_next(self, step: int = 1) -> None:
        """Choose the next corner clockwise, or the one before."""
        index = self._state.selected_corner
        self._state.select_corner((0 if step > 0 else 3) if index is None else (index + step) % 4)

    def let_go(self) -> bool:
        """Choose no corner; returns whether one was."""
        held = self.holds
        self._state.select_corner(None)
        return held

    def open(self) -> bool:
        """A double click shows the whole page."""
        return False

    def _corner_at(self, at: Pointer) -> int | None:
        distances = [hypot(x - at.page.x(), y - at.page.y()) for x, y in shown_corners(self._state)]
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= _REACH * HIT_PX * at.unit else None

    def _with(self, index: int, place: Point) -> Crop:
        """Return the crop with one corner at a place of the shown page, unless that makes no page."""
        width, height = self._state.size
        places = list(shown_corners(self._state, self._state.committed))
        # Corners that were proposed by lines lie outside of the picture, and none may jump into it.
        (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*places, strict=True))
        x = min(max(place[0], min(0.0, left)), max(width, right))
        places[index] = x, min(max(place[1], min(0.0, top)), max(height, bottom))
        corners = _loaded(self._state, places)
        return self._cornered(corners) if proper(corners) else self._state.crop

    def _cornered(self, corners: Corners | None) -> Crop:
        # A run of changes is computed from where it began: rounding must not add up, masks must not grow.
        committed = self._state.committed
        if committed != self._last or self._begun is None:
            self._begun = committed
        found = cornered(self._begun, self._state.page_size, corners)
        self._last = found
        return found


def shown_corners(state: CropState, crop: Crop | None = None) -> Corners:
    """Return the corners in the pixels of the whole page as it is shown while they are set."""
    crop = crop or state.crop
    corners = crop.corners or whole_page(state.page_size)
    a, b, c, d = map_points(_to_shown(state), list(corners))
    return a, b, c, d


def shown_masks(state: CropState) -> list[list[Point]]:
    """Return what the masks hide, as corners in the pixels of the whole page as it is shown."""
    crop = state.crop
    straight, _ = straight_transform(state.page_size, crop.rotation_deg, crop.corners)
    back = np.asarray(_to_shown(state) @ np.linalg.inv(straight), np.float64)
    return [map_points(back, [(m.x0, m.y0), (m.x1, m.y0), (m.x1, m.y1), (m.x0, m.y1)]) for m in crop.masks]


def _loaded(state: CropState, places: list[Point]) -> Corners:
    back = np.asarray(np.linalg.inv(_to_shown(state)), np.float64)
    a, b, c, d = ((round(x, 2), round(y, 2)) for x, y in map_points(back, places))
    return a, b, c, d


def _to_shown(state: CropState) -> np.ndarray:
    return straight_transform(state.page_size, state.seen.rotation_deg, None)[0]
