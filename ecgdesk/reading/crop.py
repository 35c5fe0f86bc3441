"""A proposed crop: the tracing area as it is found on the page itself, without header and footer."""

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import CropPolicy
from ecgdesk.core.constants import FALLBACK_CROP_BOTTOM, FALLBACK_CROP_TOP
from ecgdesk.core.geometry import Crop, CropOrigin, Rect, Size, straight_transform
from ecgdesk.reading.extent import find_grid
from ecgdesk.reading.eye import Glance, glance
from ecgdesk.reading.frame import find_frame
from ecgdesk.reading.perspective import find_corners
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
    straight = _straight(seen, framed=found is not None and found[1] == "frame")
    if straight is not seen.sketch:
        found = _area(straight)
    if found is None:
        return None
    rect, origin = found
    _, turned = straight_transform(size, straight.rotation_deg, straight.corners)
    return Crop(_on_page(rect, straight, turned), straight.rotation_deg, straight.corners, origin=origin)


def _straight(seen: Glance, framed: bool) -> Sketch:
    """Return the sketch laid straight: out of perspective, or turned; a framed page that is level is flat."""
    degrees = turn(seen.lines)
    if framed and degrees == 0:
        return seen.sketch
    found = find_corners(seen.sketch)
    return seen.sketch.turned(-degrees) if found is None else seen.sketch.straightened(found.corners)


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


def _on_page(rect: Rect, page: Sketch, size: Size) -> Rect:
    """Return a part of a sketch in pixels of its page, which has this size as it is laid straight."""
    # The size of a page that is straightened by its corners is rounded, that of its sketch as well.
    flat = page.corners is not None
    across = size[0] / page.width if flat else page.factor
    down = size[1] / page.height if flat else page.factor
    large = Rect(rect.x0 * across, rect.y0 * down, rect.x1 * across, rect.y1 * down)
    whole = Rect(*large.clipped(size).rounded())
    return Rect(whole.x0, whole.y0, max(whole.x1, whole.x0 + 1), max(whole.y1, whole.y0 + 1))
