"""Heat between a network that reads leads and the page: painted along the traces, and looked up on them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Size
from ecgdesk.models.trace_picture import TracePicture

Map = NDArray[np.float32]

_REACH: Final = 2.5
"""Heat is painted this many spreads up and down the trace."""


def along_traces(grid: Map, traces: TracePicture, size: Size) -> Map:
    """Return a map of a size (width, height) with the heat of the sixteen rows around the traces.

    `grid` (h', w') covers the rows and is not negative. Where rows meet, the hotter counts.
    """
    width, height = size
    heat = np.zeros((height, width), dtype=np.float32)
    values = _rows(grid, traces.points.shape[:2])
    for row, points in zip(values, traces.points * _size(width, height), strict=True):
        _paint(heat, row, points, traces.spread * height)
    return heat


def on_traces(heat: Map, traces: TracePicture) -> Map:
    """Return a heat map over the crop as one over the sixteen rows: what lies at the traces' places."""
    height, width = heat.shape
    there = np.isfinite(traces.points).all(axis=2)
    x, y = np.nan_to_num(traces.points * _size(width, height)).transpose(2, 0, 1).astype(np.int64)
    found = heat[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)]
    return np.where(there, found, np.float32(0)).astype(np.float32)


def _size(width: int, height: int) -> Map:
    return np.array([width, height], dtype=np.float32)


def _rows(grid: Map, shape: tuple[int, ...]) -> Map:
    """Return a grid stretched over rows and columns, linear along time."""
    rows, columns = shape
    number = np.arange(rows) * grid.shape[0] // rows
    centres = (np.arange(columns) + 0.5) / columns * grid.shape[1] - 0.5
    return np.stack([np.interp(centres, np.arange(grid.shape[1]), grid[row]) for row in number]).astype(
        np.float32
    )


def _paint(heat: Map, row: Map, place: Map, spread: float) -> None:
    """Add one row's heat around its trace, in place; where rows meet, the hotter counts."""
    there = np.isfinite(place).all(axis=1)
    if there.sum() < 2 or row.max() <= 0:
        return
    x, y = place[there, 0], place[there, 1]
    columns = np.arange(max(0, int(np.ceil(x[0]))), min(heat.shape[1], int(x[-1]) + 1))
    if len(columns) == 0:
        return
    value, centre = np.interp(columns, x, row[there]), np.interp(columns, x, y)
    reach = max(1, int(np.ceil(_REACH * spread)))
    top, bottom = max(0, int(centre.min()) - reach), min(heat.shape[0], int(centre.max()) + reach + 1)
    if bottom <= top:
        return
    away = (np.arange(top, bottom, dtype=np.float32)[:, None] - centre[None].astype(np.float32)) / spread
    painted = np.exp(-0.5 * away * away, dtype=np.float32) * value.astype(np.float32)
    part = heat[top:bottom, columns[0] : columns[-1] + 1]
    np.maximum(part, painted, out=part)
