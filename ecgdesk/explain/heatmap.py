"""From the grid of a class activation map to a heat map on the crop of the page."""

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.constants import HEATMAP_LONGEST_SIDE_PX, TRACE_HEATMAP_LONGEST_SIDE_PX
from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.geometry import Size
from ecgdesk.explain.trace_heat import along_traces
from ecgdesk.models.preprocess import placement
from ecgdesk.models.trace_picture import TracePicture

_FLAT = 1e-6
"""A map whose spread is below this share of its largest value has no hottest place."""


def on_crop(
    grid: NDArray[np.float32], crop_size: Size, settings: Preprocessing, traces: TracePicture | None = None
) -> NDArray[np.float32]:
    """Return the heat map over the crop: float32 in [0, 1], the crop's shape up to the shared longest side.

    `grid` (h', w') covers the network's input; padding is taken away. Values are divided by the largest, so
    that 0 stays "no evidence"; a flat map shows no place and becomes all 0. Of a network that reads leads it
    is painted along its `traces`. Raises ExplanationError when the grid holds values that are not numbers.
    """
    if not np.isfinite(grid).all():
        raise ExplanationError("The heat map holds values that are not numbers.", "Use another model.")
    if traces is not None:
        fine = heat_size(crop_size, TRACE_HEATMAP_LONGEST_SIDE_PX)
        return _scaled(along_traces(np.maximum(grid, 0), traces, fine))
    width, height = heat_size(crop_size)
    left, top, inner_width, inner_height = placement(crop_size, settings)
    rows = _sampling(grid.shape[0], height, top / settings.height, inner_height / settings.height)
    columns = _sampling(grid.shape[1], width, left / settings.width, inner_width / settings.width)
    positive = np.maximum(grid, 0).astype(np.float32)
    return _scaled(np.asarray(rows @ positive @ columns.T, dtype=np.float32))


def _scaled(heat: NDArray[np.float32]) -> NDArray[np.float32]:
    """Divide a map that is not negative by its maximum, in place: at page size a copy costs milliseconds."""
    high = float(heat.max())
    flat = high - float(heat.min()) <= _FLAT * high
    if flat:
        heat.fill(0)
    else:
        heat /= np.float32(high)
    return heat


def heat_size(crop_size: Size, longest_px: int = HEATMAP_LONGEST_SIDE_PX) -> Size:
    """Return width and height of the heat map for a crop of this size, neither more than `longest_px`."""
    scale = min(1.0, longest_px / max(crop_size))
    return max(1, round(crop_size[0] * scale)), max(1, round(crop_size[1] * scale))


def _sampling(cells: int, pixels: int, start: float, length: float) -> NDArray[np.float32]:
    """Return the (pixels, cells) matrix of linear interpolation between cell centres.

    The pixels cover the part of the cells from `start` over `length`, both as shares of all cells.
    """
    centres = (start + (np.arange(pixels) + 0.5) / pixels * length) * cells - 0.5
    centres = np.clip(centres, 0, cells - 1)
    low = np.minimum(centres.astype(int), max(0, cells - 2))
    weight = (centres - low).astype(np.float32)
    matrix = np.zeros((pixels, cells), dtype=np.float32)
    matrix[np.arange(pixels), low] = 1 - weight
    matrix[np.arange(pixels), np.minimum(low + 1, cells - 1)] += weight
    return matrix
