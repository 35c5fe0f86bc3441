"""A proposed crop: the tracing area as it is found on the page itself, without header and footer."""

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import CropPolicy
from ecgdesk.core.constants import FALLBACK_CROP_BOTTOM, FALLBACK_CROP_TOP
from ecgdesk.core.geometry import Crop, CropOrigin, Rect, Size, straight_transform
from ecgdesk.reading.extent import find_grid
from ecgdesk.reading.eye import Glance, glance
from ecgdesk.reading.frame import find_frame
from ecgdesk.reading.sketch import Sketch
from ecgdesk.reading.skew import turn
from ecgdesk.reading.traces import find_drawing

# A frame that holds much more or less than the grid is the sheet's border or a box for text.
_FRAME_TO_GRID = (0.6, 1.3)


def propose_crop(
    pixels: NDArray[np.uint8], policy: CropPolicy = "tracing", page: Glance | None = None
) -> Crop:
    """Return the crop that a policy asks for on an RGB page (height, width, 3).

    "tracing" looks for a printed frame, then the grid, then the traces, and turns a tilted page
    straight; where nothing is found, and for "paper-c", the top 20 % and bottom 7 % are cut off;
    "whole" keeps everything. `Crop.origin` says which it was.
    """
    size = (pixels.shape[1], pixels.shape[0])
    if policy == "whole":
        return Crop(Rect(0, 0, *size), origin="whole")
    found = _tracing(page or glance(pixels), size) if policy == "tracing" else None
    return found or paper_c(size)


def paper_c(size: Size) -> Crop:
    """Return the fixed fractions of paper C for a page of this size."""
    width, height = size
    top, bottom = round(height * FALLBACK_CROP_TOP), round(height * (1 - FALLBACK_CROP_BOTTOM))
    return Crop(Rect(0, top, width, max(bottom, top + 1)), origin="fallback")


def _tracing(seen: Glance, size: Size) -> Crop | None:
    # Most pages are straight: look for the area beside the measurement of the lines, again only if turned.
    found = _area(seen.sketch)
    straight = seen.sketch.turned(-turn(seen.lines))
    if straight is not seen.sketch:
        found = _area(straight)
    if found is None:
        return None
    rect, origin = found
    _, turned = straight_transform(size, straight.rotation_deg)
    return Crop(_on_page(rect, straight.factor, turned), straight.rotation_deg, origin=origin)


def _area(page: Sketch) -> tuple[Rect, CropOrigin] | None:
    grid, frame = find_grid(page), find_frame(page)
    if frame is not None and (grid is None or _agree(frame, grid)):
        return frame, "frame"
    drawing = find_drawing(page)
    if grid is not None:
        return (grid if drawing is None else drawing.without_text(drawing.reached(grid))), "grid"
    return None if drawing is None else (drawing.without_text(drawing.area()), "trace")


def _agree(frame: Rect, grid: Rect) -> bool:
    ratio = (frame.width * frame.height) / (grid.width * grid.height)
    return _FRAME_TO_GRID[0] <= ratio <= _FRAME_TO_GRID[1]


def _on_page(rect: Rect, factor: int, size: Size) -> Rect:
    large = Rect(rect.x0 * factor, rect.y0 * factor, rect.x1 * factor, rect.y1 * factor)
    whole = Rect(*large.clipped(size).rounded())
    return Rect(whole.x0, whole.y0, max(whole.x1, whole.x0 + 1), max(whole.y1, whole.y0 + 1))
