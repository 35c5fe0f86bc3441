"""From the runs a trace takes to its height in every column, between pixels."""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.strokes import Runs, Whole

Floats = NDArray[np.float64]

_FLAT: Final = 1.6
_LONGEST_GAP_MM: Final = 1.0
_TIP_PX: Final = 3


def trace_heights(runs: Runs, way: Whole, px_per_mm: float) -> Floats:
    """Return the trace's height in pixels for each column, NaN where there is none.

    A flat piece lies at the ink's centre of gravity, a steep one at the middle of its run. At a peak or a
    trough both flanks share a column: there the trace reaches the run's end, less half a stroke. Gaps of up
    to a millimetre are bridged.
    """
    present = way >= 0
    top, bottom, centre = (np.full(len(way), np.nan) for _ in range(3))
    top[present], bottom[present] = runs.top[way[present]], runs.bottom[way[present]]
    centre[present] = runs.centre[way[present]]
    stroke = stroke_height(runs, way)
    steep = bottom - top + 1 > _FLAT * stroke
    heights = np.where(steep, (top + bottom) / 2, centre)
    half = (stroke - 1) / 2
    peak, trough = _tips(top, bottom, steep)
    heights = np.where(peak, top + half, np.where(trough, bottom - half, heights))
    return _bridged(heights, _LONGEST_GAP_MM * px_per_mm)


def stroke_height(runs: Runs, way: Whole) -> float:
    """Return the usual height of a trace's runs in pixels: that of its flat pieces."""
    taken = way[way >= 0]
    return float(np.percentile(runs.height[taken], 30)) if len(taken) else 1.0


def _tips(
    top: Floats, bottom: Floats, steep: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return where a steep run ends above both neighbours' ends, and where it ends below both."""
    rise, fall = _end(top), _end(-bottom)
    # Where a wave is so narrow that both ends stick out, the longer one counts.
    peak = steep & (rise > 0) & (rise >= fall)
    return peak, steep & (fall > 0) & ~peak


def _end(top: Floats) -> Floats:
    """Return how far a run's top lies above those around it, 0 where one beside it lies higher."""
    beside = np.stack([_shifted(top, by) for by in range(-_TIP_PX, _TIP_PX + 1)])
    nearest = beside[_TIP_PX - 1 : _TIP_PX + 2]
    highest = np.where(np.isfinite(nearest), nearest, np.inf).min(axis=0)
    lowest = np.where(np.isfinite(beside), beside, -np.inf).max(axis=0)
    return np.asarray(np.where(top <= highest, lowest - top, 0.0), np.float64)


def _shifted(values: Floats, by: int) -> Floats:
    moved = np.full_like(values, np.nan)
    if by >= 0:
        moved[by:] = values[: len(values) - by]
    else:
        moved[:by] = values[-by:]
    return moved


def _bridged(heights: Floats, longest: float) -> Floats:
    known = np.flatnonzero(np.isfinite(heights))
    if len(known) < 2:
        return heights
    filled = np.interp(np.arange(len(heights)), known, heights[known])
    for before, after in pairwise(known.tolist()):
        if after - before - 1 > longest:
            filled[before + 1 : after] = np.nan
    filled[: known[0]], filled[known[-1] + 1 :] = np.nan, np.nan
    return filled
