"""How a crop changes under the hand. No Qt here; lengths in pixels of the straightened page."""

from dataclasses import replace
from enum import Enum
from typing import Final

import numpy as np

from ecgdesk.core.geometry import Crop, Point, Rect, Size, map_points, straight_transform

MIN_SIDE_PX: Final = 16
MIN_MASK_PX: Final = 4
_LEAST_TURN: Final = 0.17
"""Sine of the sharpest and the flattest corner that a page may have: ten degrees."""

Corners = tuple[Point, Point, Point, Point]


class Handle(Enum):
    """The eight grips; the value says which edges move: −1 the near one, 1 the far one, 0 none."""

    TOP_LEFT = (-1, -1)
    TOP = (0, -1)
    TOP_RIGHT = (1, -1)
    RIGHT = (1, 0)
    BOTTOM_RIGHT = (1, 1)
    BOTTOM = (0, 1)
    BOTTOM_LEFT = (-1, 1)
    LEFT = (-1, 0)

    def on(self, rect: Rect) -> tuple[float, float]:
        """Return where this grip sits on a rectangle."""
        x, y = self.value
        return (rect.x0 + rect.x1 + x * rect.width) / 2, (rect.y0 + rect.y1 + y * rect.height) / 2


def straight_size(page_size: Size, crop: Crop) -> Size:
    """Return the size of the page as this crop straightens it."""
    return straight_transform(page_size, crop.rotation_deg, crop.corners)[1]


def resized(
    rect: Rect, handle: Handle, dx: float, dy: float, size: Size, smallest: int = MIN_SIDE_PX
) -> Rect:
    """Return the rectangle with one grip moved, kept on the page and not too small."""
    x, y = handle.value
    x0, x1 = _moved_edge(rect.x0, rect.x1, dx, x, size[0], smallest)
    y0, y1 = _moved_edge(rect.y0, rect.y1, dy, y, size[1], smallest)
    return Rect(x0, y0, x1, y1)


def between(one: Point, other: Point) -> Rect:
    """Return the rectangle that two opposite corners span."""
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Rect(x0, y0, x1, y1)


def _moved_edge(
    low: float, high: float, by: float, which: int, limit: int, smallest: int
) -> tuple[float, float]:
    if which < 0:
        return min(max(low + by, 0.0), high - smallest), high
    if which > 0:
        return low, max(min(high + by, limit), low + smallest)
    return low, high


def moved(rect: Rect, dx: float, dy: float, size: Size) -> Rect:
    """Return the rectangle shifted as far as the page allows, its size unchanged."""
    dx = min(max(dx, -rect.x0), size[0] - rect.x1)
    dy = min(max(dy, -rect.y0), size[1] - rect.y1)
    return rect.moved(dx, dy)


def snapped(rect: Rect) -> Rect:
    """Return the rectangle on whole pixels."""
    return Rect(*(float(value) for value in rect.rounded()))


def fitted(rect: Rect, size: Size) -> Rect:
    """Return the rectangle shrunk and shifted so that it lies on a page of this size."""
    width = min(max(rect.width, MIN_SIDE_PX), size[0])
    height = min(max(rect.height, MIN_SIDE_PX), size[1])
    x0 = min(max(rect.x0, 0.0), size[0] - width)
    y0 = min(max(rect.y0, 0.0), size[1] - height)
    return Rect(x0, y0, x0 + width, y0 + height)


def rotated(crop: Crop, page_size: Size, rotation_deg: float) -> Crop:
    """Return the crop at another rotation of the page, kept on the same content.

    The rectangle keeps its size about the same point of the page (width and height swap with quarter
    turns). A mask grows to the upright box around what it hid, so that nothing comes out from under it.
    """
    before, _ = straight_transform(page_size, crop.rotation_deg, crop.corners)
    after, size = straight_transform(page_size, rotation_deg, crop.corners)
    change = after @ np.linalg.inv(before)
    masks = tuple(snapped(_outwards(_box(change, mask)).clipped(size)) for mask in crop.masks)
    rect = snapped(fitted(_turned(change, crop.rect, rotation_deg - crop.rotation_deg), size))
    return replace(crop, rect=rect, rotation_deg=rotation_deg, masks=masks, origin="user")


def _turned(change: np.ndarray, rect: Rect, by_deg: float) -> Rect:
    centre = ((rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2)
    (x, y) = map_points(change, [centre])[0]
    sideways = round(by_deg / 90) % 2 == 1
    half = (rect.height / 2, rect.width / 2) if sideways else (rect.width / 2, rect.height / 2)
    return Rect(x - half[0], y - half[1], x + half[0], y + half[1])


def _box(change: np.ndarray, rect: Rect) -> Rect:
    corners = [(rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x1, rect.y1), (rect.x0, rect.y1)]
    xs, ys = zip(*map_points(change, corners), strict=True)
    return Rect(min(xs), min(ys), max(xs), max(ys))


def _outwards(rect: Rect) -> Rect:
    tiny = 1e-6
    return Rect(*np.floor([rect.x0 + tiny, rect.y0 + tiny]), *np.ceil([rect.x1 - tiny, rect.y1 - tiny]))


def seen_whole(crop: Crop) -> Crop:
    """Return the crop of the whole loaded page on its side, as it is shown while corners are set."""
    return replace(crop, rotation_deg=90.0 * round(crop.rotation_deg / 90) % 360, corners=None)


def cornered(crop: Crop, page_size: Size, corners: Corners | None) -> Crop:
    """Return the crop on a page that other corners straighten, kept on the same content.

    `corners` are points of the loaded page, None for the whole of it; what small turn there was goes, for
    corners say it all. Masks grow to the upright box around what they hid, also beyond the page's edge.
    """
    wanted = replace(seen_whole(crop), corners=corners)
    before, _ = straight_transform(page_size, crop.rotation_deg, crop.corners)
    after, size = straight_transform(page_size, wanted.rotation_deg, corners)
    change = after @ np.linalg.inv(before)
    masks = tuple(snapped(_outwards(_box(change, mask))) for mask in crop.masks)
    rect = snapped(fitted(_box(change, crop.rect).clipped(size), size))
    return replace(wanted, rect=rect, masks=masks, origin="user")


def whole_page(size: Size) -> Corners:
    """Return the corners of a loaded page."""
    width, height = (float(side) for side in size)
    return (0.0, 0.0), (width, 0.0), (width, height), (0.0, height)


def proper(corners: Corners) -> bool:
    """Return whether corners go clockwise around a page without a dent, with sides that can be seen."""
    for i in range(4):
        (x0, y0), (x1, y1), (x2, y2) = (corners[(i + j) % 4] for j in range(3))
        first, second = (x1 - x0, y1 - y0), (x2 - x1, y2 - y1)
        long, next_long = np.hypot(*first), np.hypot(*second)
        if long < MIN_SIDE_PX or first[0] * second[1] - first[1] * second[0] < _LEAST_TURN * long * next_long:
            return False
    return True


class Turner:
    """Turns a crop step by step without drift: a run of turns is computed from where it began."""

    def __init__(self) -> None:
        self._start: Crop | None = None
        self._last: Crop | None = None

    def turned(self, crop: Crop, page_size: Size, rotation_deg: float) -> Crop:
        """Return `crop` at another rotation; back at the first rotation it is what it was at first."""
        if crop != self._last or self._start is None:
            self._start = crop
        angle = 180 - (180 - rotation_deg) % 360
        same = abs(angle - self._start.rotation_deg) < 1e-9
        self._last = self._start if same else rotated(self._start, page_size, angle)
        return self._last
