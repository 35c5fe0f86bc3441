"""How much of the attribution lies where no trace is."""

from collections.abc import Iterable, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Point, Rect
from ecgdesk.core.tracing import LeadBox

_SUB_BITS: Final = 4
_LEADS_OF_TRACING: Final = 0.5
"""Leads that fill less of the tracing are not all that is drawn: what lies beside them may be a trace."""


def outside_share(
    heat: NDArray[np.float32], placement: Rect, tracing: Rect, picture: Sequence[Point] = ()
) -> float | None:
    """Return the share in [0, 1] of the heat outside `tracing` or `picture`; None without heat.

    `placement` is what the heat map covers; all are in pixels of the straightened page. `picture` holds the
    corners of the loaded page there, in their order: beyond them is nothing. Without corners all counts.
    """
    total = heat_of(heat)
    if total <= 0:
        return None
    inside = heat_in(on_picture(heat, placement, picture), placement, tracing)
    return min(1.0, max(0.0, 1.0 - inside / total))


def rows_of(leads: Iterable[LeadBox], tracing: Rect) -> Rect:
    """Return the part of the tracing area that the rows of leads fill; all where few are known."""
    boxes = [lead.box for lead in leads]
    if not boxes:
        return tracing
    found = Rect(
        max(tracing.x0, min(box.x0 for box in boxes)), max(tracing.y0, min(box.y0 for box in boxes)),
        min(tracing.x1, max(box.x1 for box in boxes)), min(tracing.y1, max(box.y1 for box in boxes)),
    )  # fmt: skip
    enough = _LEADS_OF_TRACING * tracing.width * tracing.height
    filled = max(0.0, found.width) * max(0.0, found.height)
    return found if filled >= enough else tracing


def on_picture(heat: NDArray[np.float32], placement: Rect, picture: Sequence[Point]) -> NDArray[np.float32]:
    """Return the heat with nothing beyond the picture's corners; itself where it lies within them."""
    outline = np.array(picture, dtype=np.float32).reshape(-1, 2)
    if not len(outline) or _holds(outline, placement):
        return heat
    height, width = heat.shape
    scale = np.array([width / placement.width, height / placement.height])
    # Pixel centres: OpenCV counts from them, the geometry from corners.
    places = (outline - [placement.x0, placement.y0]) * scale - 0.5
    mask = np.zeros(heat.shape, dtype=np.uint8)
    fixed = np.round(places * 2**_SUB_BITS).astype(np.int32)
    cv2.fillConvexPoly(mask, fixed, 1, shift=_SUB_BITS)
    return heat * mask


def heat_of(heat: NDArray[np.float32]) -> float:
    """Return all heat of a map."""
    return float(heat.sum(dtype=np.float64))


def heat_in(heat: NDArray[np.float32], placement: Rect, region: Rect) -> float:
    """Return the heat inside a region; `placement` is what the map covers."""
    down, across = coverage(heat.shape, placement, region)
    return float(down @ heat.astype(np.float64) @ across)


def coverage(
    shape: tuple[int, ...], placement: Rect, region: Rect
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return for each row, and for each column, of a map of this shape the share that lies in a region."""
    rows, columns = shape
    across = _coverage(columns, placement.x0, placement.x1, region.x0, region.x1)
    down = _coverage(rows, placement.y0, placement.y1, region.y0, region.y1)
    return down, across


def _holds(outline: NDArray[np.float32], box: Rect) -> bool:
    """Return whether a box lies within an outline, to a pixel."""
    corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
    return all(cv2.pointPolygonTest(outline, corner, measureDist=True) >= -1.0 for corner in corners)


def _coverage(pixels: int, start: float, stop: float, low: float, high: float) -> NDArray[np.float64]:
    """Return for each pixel between `start` and `stop` the share of it that lies in [low, high]."""
    edges = np.linspace(start, stop, pixels + 1)
    clipped = np.clip(edges, low, max(low, high))
    return np.diff(clipped) / np.diff(edges)
