"""From the runs a trace takes to its height in every half column, between pixels."""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d, minimum_filter1d

from ecgdesk.reading.strokes import Runs, Whole

Floats = NDArray[np.float64]

FINER: Final = 2
"""Heights for each column: a narrow wave may have its tip between two."""

_FLAT_PERCENTILE, _STEEP = 10, 1.5
_LONGEST_GAP_MM: Final = 1.0
_OPEN, _TIP = 0.35, 0.25  # shares of a stroke
_REACHES: Final = (0.3, 0.6, 0.85, 1.0)  # shares of a pen's radius


def trace_heights(runs: Runs, way: Whole, stroke: float, px_per_mm: float) -> Floats:
    """Return the trace's height in pixels for each half column from the first on, NaN where there is none.

    A pen of this width leaves above its path the edge of its ink: in each column that of the highest place in
    the pen's reach. Below it is the other way round. Undoing both gives two curves with the trace between
    them: they meet on flanks; the upper one keeps the tips of peaks, the lower one those of troughs. Gaps of
    up to a millimetre are bridged.
    """
    present = way >= 0
    if not present.any():
        return np.full(FINER * len(way), np.nan)
    fine = np.arange(FINER * len(way)) / FINER
    columns = np.flatnonzero(present)
    upper, lower = (np.interp(fine, columns, edge[way[present]]) for edge in (runs.upper, runs.lower))
    above, below = _undone(upper, stroke / 2), -_undone(-lower, stroke / 2)
    heights = _between(above, below, stroke)
    return _bridged(np.where(np.repeat(present, FINER), heights, np.nan), _LONGEST_GAP_MM * px_per_mm * FINER)


def stroke_height(runs: Runs, way: Whole) -> float:
    """Return the width of a trace's line in pixels: the usual height of its runs where it is rather level."""
    taken = way[way >= 0]
    if len(taken) < 2:
        return 1.0
    slope = np.gradient(runs.centre[taken])
    level = np.abs(slope) < _STEEP
    across = (runs.lower[taken] - runs.upper[taken]) / np.sqrt(1 + slope**2)
    return float(np.percentile(across[level], _FLAT_PERCENTILE)) if level.any() else 1.0


def _undone(edge: Floats, radius: float) -> Floats:
    """Return the highest path, counted downwards, on which a pen of this radius leaves this upper edge."""
    places = np.arange(len(edge), dtype=np.float64)
    lowest = edge + radius
    for share in _REACHES:
        reach = radius * np.sqrt(1 - share**2)
        for side in (-share, share):
            lowest = np.maximum(lowest, np.interp(places + side * radius * FINER, places, edge) + reach)
    return lowest


def _between(above: Floats, below: Floats, stroke: float) -> Floats:
    """Return the middle of two curves; where they part, the one whose tip, peak or trough, is nearer."""
    heights = (above + below) / 2
    peaks, troughs = _tips(above, stroke), _tips(-below, stroke)
    apart = np.flatnonzero(below - above > _OPEN * stroke)
    to_peak, to_trough = _distance(apart, peaks), _distance(apart, troughs)
    heights[apart] = np.where(to_peak < to_trough, above[apart], below[apart])
    neither = apart[np.minimum(to_peak, to_trough) > 2 * FINER * stroke]
    heights[neither] = (above[neither] + below[neither]) / 2
    return heights


def _tips(curve: Floats, stroke: float) -> Whole:
    """Return where a curve, counted downwards, is higher than a pen's width to its left and to its right."""
    reach = max(1, round(FINER * stroke))
    tip = minimum_filter1d(curve, 2 * (reach // 2) + 1) >= curve
    origin = reach // 2
    left, right = (maximum_filter1d(curve, reach + 1, origin=side) for side in (origin, -origin))
    return np.flatnonzero(tip & (np.minimum(left, right) - curve > _TIP * stroke))


def _distance(places: Whole, others: Whole) -> Floats:
    """Return the distance from each place to the nearest of the others, infinite without any."""
    if len(others) == 0:
        return np.full(len(places), np.inf)
    after = np.searchsorted(others, places)
    right = np.abs(others[np.minimum(after, len(others) - 1)] - places)
    left = np.abs(others[np.maximum(after - 1, 0)] - places)
    return np.asarray(np.minimum(left, right), np.float64)


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
