"""What is seen of a page at one glance, and kept: its sketch and its straight lines."""

import weakref
from concurrent.futures import ThreadPoolExecutor
from math import ceil, floor

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, Rect, Size, straight_transform
from ecgdesk.reading.sketch import LONGEST_SIDE_PX, Sketch, reduced, sketch
from ecgdesk.reading.skew import Lines, lines
from ecgdesk.reading.straighten import PAPER_WHITE, cut

Pixels = NDArray[np.uint8]

_LEAST_SHARE = 0.5
"""A crop whose longest side is a smaller part of a sketch's usual length than this gets one of its own."""


class Glance:
    """A page's sketch, and the lines that run over the whole of it, which are measured meanwhile."""

    def __init__(self, pixels: Pixels) -> None:
        self.sketch = sketch(pixels)
        beside = ThreadPoolExecutor(1, thread_name_prefix="lines")
        self._lines = beside.submit(lines, self.sketch)
        beside.shutdown(wait=False)

    @property
    def lines(self) -> Lines:
        """The lines of the page; waits for them."""
        return self._lines.result()


class Eye:
    """Glances at pages and remembers the last one; one thread at a time."""

    def __init__(self) -> None:
        self._seen: weakref.ref[Pixels] | None = None
        self._glance: Glance | None = None

    def glance(self, pixels: Pixels) -> Glance:
        """Return what is seen of an RGB page (height, width, 3)."""
        if self._seen is None or self._seen() is not pixels or self._glance is None:
            self._seen, self._glance = weakref.ref(pixels), Glance(pixels)
        return self._glance


def glance(pixels: Pixels) -> Glance:
    """Return what is seen of an RGB page (height, width, 3), remembered by nobody."""
    return Glance(pixels)


def look_at(pixels: Pixels, crop: Crop, page: Sketch) -> Sketch:
    """Return the sketch of a crop, masks painted over, from that of its page where it is fine enough."""
    longest = max(crop.rect.width, crop.rect.height)
    if longest / page.factor < _LEAST_SHARE * LONGEST_SIDE_PX and page.factor > 1:
        return _own(pixels, crop)
    return _painted(_part(page, crop), crop, page.factor)


def _own(pixels: Pixels, crop: Crop) -> Sketch:
    factor = max(1, round(max(crop.rect.width, crop.rect.height) / LONGEST_SIDE_PX))
    if factor == 1 or (crop.corners is None and crop.rotation_deg % 360 == 0):
        return sketch(cut(pixels, crop))
    # Turning is dear: turn a copy that is already small.
    return sketch(cut(reduced(pixels, factor)[0], _scaled(crop, 1 / factor)))


def _part(page: Sketch, crop: Crop) -> Sketch:
    # Outwards to whole pixels: half a trace at an edge must not go unseen.
    x0, y0 = floor(crop.rect.x0 / page.factor), floor(crop.rect.y0 / page.factor)
    size = (max(1, ceil(crop.rect.x1 / page.factor) - x0), max(1, ceil(crop.rect.y1 / page.factor) - y0))
    # The last pixels of a page that make no whole pixel of its sketch are not there.
    inside = x0 >= 0 and y0 >= 0 and x0 + size[0] <= page.width + 1 and y0 + size[1] <= page.height + 1
    if inside and crop.corners is None and crop.rotation_deg % 360 == 0:
        rows, columns = slice(y0, y0 + size[1]), slice(x0, x0 + size[0])
        picture = page.picture[rows, columns]
        return Sketch(picture, page.ink[rows, columns], page.strokes[rows, columns], page.factor)
    return _warped(page, crop, (x0, y0), size)


def _warped(page: Sketch, crop: Crop, start: tuple[int, int], size: Size) -> Sketch:
    small = _scaled(crop, 1 / page.factor)
    matrix, _ = straight_transform((page.width, page.height), small.rotation_deg, small.corners)
    to_part = np.array([[1, 0, -start[0]], [0, 1, -start[1]], [0, 0, 1]], np.float64) @ matrix
    planes = [
        np.asarray(cv2.warpPerspective(plane, to_part, size, borderValue=(paper,) * 3), np.uint8)
        for plane, paper in ((page.picture, PAPER_WHITE), (page.ink, 0), (page.strokes, 0))
    ]
    return Sketch(planes[0], planes[1], planes[2], page.factor)


def _painted(part: Sketch, crop: Crop, factor: int) -> Sketch:
    if not crop.masks:
        return part
    planes = [plane.copy() for plane in (part.picture, part.ink, part.strokes)]
    for mask in crop.masks:
        here = mask.moved(-crop.rect.x0, -crop.rect.y0)
        x0, y0 = max(0, int(here.x0 // factor)), max(0, int(here.y0 // factor))
        x1, y1 = max(0, int(-(-here.x1 // factor))), max(0, int(-(-here.y1 // factor)))
        for plane, paper in zip(planes, (PAPER_WHITE, 0, 0), strict=True):
            plane[y0:y1, x0:x1] = paper
    return Sketch(planes[0], planes[1], planes[2], part.factor)


def _scaled(crop: Crop, by: float) -> Crop:
    corners = crop.corners and tuple((x * by, y * by) for x, y in crop.corners)
    masks = tuple(_times(mask, by) for mask in crop.masks)
    return Crop(_times(crop.rect, by), crop.rotation_deg, corners, masks, crop.origin)  # type: ignore[arg-type]


def _times(rect: Rect, by: float) -> Rect:
    return Rect(rect.x0 * by, rect.y0 * by, rect.x1 * by, rect.y1 * by)
