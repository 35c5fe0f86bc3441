"""How much of the attribution lies where no trace is."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Point, Rect
from ecgdesk.core.tracing import LeadBox

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
    """Return the heat with nothing beyond the convex picture; itself where it lies within."""
    if not picture or _holds(picture, placement):
        return heat
    rows, columns = heat.shape
    x = placement.x0 + (np.arange(columns) + 0.5) / columns * placement.width
    y = placement.y0 + (np.arange(rows) + 0.5) / rows * placement.height
    return np.where(_depth(picture, x[None, :], y[:, None]) >= 0, heat, np.float32(0)).astype(np.float32)


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


def _holds(outline: Sequence[Point], box: Rect) -> bool:
    """Return whether a box lies within a convex outline, to a pixel."""
    x, y = np.array([box.x0, box.x1, box.x1, box.x0]), np.array([box.y0, box.y0, box.y1, box.y1])
    return bool((_depth(outline, x, y) >= -1.0).all())


def _depth(outline: Sequence[Point], x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far places lie inside the nearest side of a convex outline, in pixels; below 0 outside."""
    ends = np.roll(np.array(outline, dtype=np.float64), -1, axis=0)
    starts = np.array(outline, dtype=np.float64)
    turning = np.sign(np.sum(starts[:, 0] * ends[:, 1] - ends[:, 0] * starts[:, 1]))
    depth: NDArray[np.float64] = np.full(np.broadcast_shapes(x.shape, y.shape), np.inf)
    for (x0, y0), (x1, y1) in zip(starts, ends, strict=True):
        along = np.hypot(x1 - x0, y1 - y0) or 1.0
        np.minimum(depth, turning * ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / along, out=depth)
    return depth


def _coverage(pixels: int, start: float, stop: float, low: float, high: float) -> NDArray[np.float64]:
    """Return for each pixel between `start` and `stop` the share of it that lies in [low, high]."""
    edges = np.linspace(start, stop, pixels + 1)
    clipped = np.clip(edges, low, max(low, high))
    return np.diff(clipped) / np.diff(edges)
