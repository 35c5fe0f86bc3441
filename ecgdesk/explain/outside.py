"""How much of the attribution lies where no trace is."""

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect


def outside_share(heat: NDArray[np.float32], placement: Rect, tracing: Rect) -> float | None:
    """Return the share in [0, 1] of the heat outside `tracing`; None when the map holds no heat.

    `placement` is what the heat map covers; both rectangles are in pixels of the straightened page.
    """
    total = float(heat.sum(dtype=np.float64))
    if total <= 0:
        return None
    return min(1.0, max(0.0, 1.0 - _inside(heat, placement, tracing) / total))


def share_inside(heat: NDArray[np.float32], placement: Rect, region: Rect) -> float | None:
    """Return the share in [0, 1] of the heat inside `region`; None when the map holds no heat."""
    outside = outside_share(heat, placement, region)
    return None if outside is None else 1.0 - outside


def _inside(heat: NDArray[np.float32], placement: Rect, region: Rect) -> float:
    rows, columns = heat.shape
    across = _coverage(columns, placement.x0, placement.x1, region.x0, region.x1)
    down = _coverage(rows, placement.y0, placement.y1, region.y0, region.y1)
    return float(down @ heat.astype(np.float64) @ across)


def _coverage(pixels: int, start: float, stop: float, low: float, high: float) -> NDArray[np.float64]:
    """Return for each pixel between `start` and `stop` the share of it that lies in [low, high]."""
    edges = np.linspace(start, stop, pixels + 1)
    clipped = np.clip(edges, low, max(low, high))
    return np.diff(clipped) / np.diff(edges)
