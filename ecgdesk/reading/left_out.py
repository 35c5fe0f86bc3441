"""How much of the tracing a crop leaves out, against the area that was found on the page."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, straight_transform
from ecgdesk.reading.evidence import trace_points
from ecgdesk.reading.eye import Glance

_FEWEST_POINTS: Final = 200
"""Fewer pixels of trace than this on the sketch of a page say nothing about shares."""


def share_left_out(pixels: NDArray[np.uint8], crop: Crop, area: Crop, page: Glance | None = None) -> float:
    """Return the share in [0, 1] of the trace ink of a tracing area that lies outside a crop.

    `pixels` are of the loaded page, RGB (height, width, 3); both crops may turn it differently. What is
    masked in `crop` was left out on purpose and is not counted. 0 where there are hardly any traces.
    """
    points = trace_points(pixels, area, page)
    if len(points) < _FEWEST_POINTS:
        return 0.0
    size = (pixels.shape[1], pixels.shape[0])
    x, y = _as_in(points, area, crop, size).T
    r = crop.rect
    inside = (x >= r.x0) & (x < r.x1) & (y >= r.y0) & (y < r.y1)
    return float(1 - inside.mean())


def _as_in(points: NDArray[np.float64], area: Crop, crop: Crop, size: tuple[int, int]) -> NDArray[np.float64]:
    """Return points on the page as one crop straightens it, on the page as another does."""
    if (area.rotation_deg, area.corners) == (crop.rotation_deg, crop.corners):
        return points
    there, _ = straight_transform(size, crop.rotation_deg, crop.corners)
    here, _ = straight_transform(size, area.rotation_deg, area.corners)
    mapped = np.column_stack([points, np.ones(len(points))]) @ (there @ np.linalg.inv(here)).T
    return np.asarray(mapped[:, :2] / mapped[:, 2:], dtype=np.float64)
