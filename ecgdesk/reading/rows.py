"""The rows of traces on a sheet, from where thin ink lies in one column of pixels after the other."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from ecgdesk.reading.strokes import Runs

Floats = NDArray[np.float64]

_BLOCKS: Final = 16
_THIN_MM: Final = 2.5
_SMOOTH_MM: Final = 0.9
_NEAR_MM: Final = 6.0
_LEAST_PITCH_MM: Final = 7.5
_BLOCK_FILLED: Final = 0.45
_LEAST_BLOCKS: Final = 0.55
_WEAKEST: Final = 0.2


@dataclass(frozen=True, slots=True)
class Row:
    """One row of traces: the level around which its ink lies, in pixels down, and how much of the width."""

    level: float
    filled: float


def find_rows(runs: Runs, shape: tuple[int, int], px_per_mm: float) -> list[Row]:
    """Return the rows of a sheet of this height and width, topmost first.

    A row is where thin runs of ink gather in most of sixteen blocks of columns; text fills too few of them.
    """
    height, width = shape
    thin = runs.height <= _THIN_MM * px_per_mm
    column, centre = runs.column[thin], np.clip(np.round(runs.centre[thin]).astype(int), 0, height - 1)
    block = column * _BLOCKS // width
    counts = np.zeros((_BLOCKS, height))
    np.add.at(counts, (block, centre), _BLOCKS / width)
    gathered = gaussian_filter1d(counts, _SMOOTH_MM * px_per_mm, axis=1, mode="constant").sum(axis=0)
    rows: list[Row] = []
    for level in _peaks(gathered, _LEAST_PITCH_MM * px_per_mm):
        near = np.abs(centre - level) <= _NEAR_MM * px_per_mm
        filled = _filled(column[near], width)
        if filled >= _LEAST_BLOCKS:
            rows.append(Row(float(level), filled))
    return rows


def _peaks(gathered: Floats, apart: float) -> list[int]:
    """Return local maxima at least so far apart, from the top of the page down; the higher ones win."""
    inner = (gathered[1:-1] >= gathered[:-2]) & (gathered[1:-1] > gathered[2:])
    order = np.flatnonzero(inner) + 1
    order = order[gathered[order] >= _WEAKEST * gathered.max()]
    chosen: list[int] = []
    for place in order[np.argsort(-gathered[order])].tolist():
        if all(abs(place - other) >= apart for other in chosen):
            chosen.append(place)
    return sorted(chosen)


def _filled(column: NDArray[np.int64], width: int) -> float:
    """Return the share of blocks in which enough columns hold ink."""
    present = np.zeros(width, bool)
    present[column] = True
    shares = [float(part.mean()) for part in np.array_split(present, _BLOCKS)]
    return float(np.mean([share >= _BLOCK_FILLED for share in shares]))
