"""Which pieces of a page occlusion paints over: stretches of the leads, and a grid where no lead is known."""

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect

COLUMNS: Final = 28
"""Pieces across a page: with 2.5 s in a quarter of it, about 0.36 s each, less than a beat."""
ROWS: Final = 8


def pieces(height: int, width: int, leads: Iterable[Rect] = ()) -> NDArray[np.int64]:
    """Return the number of the piece that each pixel (height, width) belongs to, counted from 0.

    Each lead box is cut along time only; all that lies in none is cut by a grid.
    """
    rows = np.arange(height) * ROWS // height
    columns = np.arange(width) * (COLUMNS // 2) // width
    numbers = rows[:, None] * COLUMNS + columns[None, :]
    for lead in leads:
        _cut(numbers, lead.clipped((width, height)).rounded(), width / COLUMNS)
    _, dense = np.unique(numbers, return_inverse=True)
    return np.asarray(dense.reshape(height, width), dtype=np.int64)


def _cut(numbers: NDArray[np.int64], box: tuple[int, int, int, int], step: float) -> None:
    """Give the stretches of a lead numbers of their own, in place."""
    x0, y0, x1, y1 = box
    if x1 <= x0 or y1 <= y0:
        return
    count = max(1, round((x1 - x0) / step))
    numbers[y0:y1, x0:x1] = numbers.max() + 1 + np.arange(x1 - x0) * count // (x1 - x0)
