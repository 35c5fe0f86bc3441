"""Where the traces of a sheet begin and end, and what their length says about the scale."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import Scale
from ecgdesk.reading.ink import Ink

Floats = NDArray[np.float64]

USUAL_S: Final = 10.0
_CAP, _EDGE_PX = 0.5, 4  # of a line's width, from the edge of its ink to where the path ends
_COVERED, _BARE, _TALLEST = 0.9, 0.3, 8.0  # shares of full ink; a steep end's height in widths of the line
_FOOT_MM: Final = 2.2
_STEADY_MM: Final = 3.0
_STEADY: Final = 0.8
_AGREE, _SAME = 0.025, 0.006
_GAIN_AGREES: Final = 0.04
_FEWEST_PULSES, _PULSES_AGREE = 3, 0.006


@dataclass(frozen=True, slots=True)
class Extent:
    """Where traces begin and end, in pixels."""

    start: float
    stop: float


def without_pulse(heights: Floats, pulse: Rect | None, px_per_mm: float) -> Floats:
    """Return a row's heights without those of its calibration pulse and what lies beyond it."""
    if pulse is None:
        return heights
    kept, middle = heights.copy(), (pulse.x0 + pulse.x1) / 2
    known = np.flatnonzero(np.isfinite(heights))
    foot = _FOOT_MM * px_per_mm
    if middle - known[0] < known[-1] - middle:
        kept[: max(0, _after_foot(heights, pulse.x1, foot, 1))] = np.nan
    else:
        kept[max(0, _after_foot(heights, pulse.x0, foot, -1)) :] = np.nan
    return kept


def without_gaps(fine: Floats, heights: Floats) -> Floats:
    """Return the heights for each half column without those of columns that have none."""
    return np.where(np.repeat(np.isfinite(heights), len(fine) // len(heights)), fine, np.nan)


def _after_foot(heights: Floats, flank: float, foot: float, step: int) -> int:
    """Return the column where the pulse's foot ends: at the gap after it, or where a foot usually ends."""
    column = round(flank) + 2 * step
    while 0 <= column < len(heights) and abs(column - flank) <= foot:
        if np.isnan(heights[column]):
            return column
        column += step
    return round(flank) + step * 2


def extent(rows: list[Floats], strokes: list[float], share: Ink, px_per_mm: float) -> Extent | None:
    """Return from where to where most rows hold a trace; None where none does.

    `strokes` are the widths of the rows' lines in pixels, `share` (height, width) is how much ink lies where.
    """
    steady = round(_STEADY_MM * px_per_mm)
    ends = [_path_ends(h, stroke, share, steady) for h, stroke in zip(rows, strokes, strict=True)]
    known = [end for end in ends if end is not None]
    if not known:
        return None
    starts, stops = zip(*known, strict=True)
    return Extent(float(np.median(starts)), float(np.median(stops)))


def _path_ends(heights: Floats, stroke: float, share: Ink, steady: int) -> tuple[float, float] | None:
    ends = _ends(np.isfinite(heights), steady)
    if ends is None:
        return None
    first, last = ends
    start = _path_end(share, first, float(heights[first]), stroke, 1)
    return start, _path_end(share, last, float(heights[last]), stroke, -1)


def _path_end(share: Ink, column: int, level: float, stroke: float, inward: int) -> float:
    """Return where a pen's path ends, given the outermost column with its ink and the height there.

    A round pen reaches half its width beyond the end of its path, whatever the slope there; how much of the
    outermost pixels it covers says where between them its edge lies.
    """
    columns = column + inward * np.arange(-_EDGE_PX, _EDGE_PX + 1)
    if columns.min() < 0 or columns.max() >= share.shape[1]:
        return float(column)  # what the picture cuts off has no end of its own
    cover = share[_inked(share[:, column], level, _TALLEST * stroke), columns].max(axis=0)
    cover = np.clip(cover - np.median(cover[:2]), 0, None)
    whole = float(cover.max())
    if whole == 0:
        return float(column)
    first = int((cover >= _COVERED * whole).argmax())
    edge = first - 0.5 - float(cover[:first].sum()) / whole
    return float(column + inward * (edge - _EDGE_PX + _CAP * stroke))


def _inked(column: Ink, level: float, reach: float) -> slice:
    """Return the rows of a column's ink around a height and one more at each end, within `reach`."""
    top, bottom = max(0, round(level - reach)), min(len(column), round(level + reach) + 1)
    middle = min(max(round(level), top), bottom - 1)
    bare = np.flatnonzero(column[top:bottom] < _BARE) + top
    above, below = bare[bare < middle], bare[bare > middle]
    return slice(int(above[-1]) if len(above) else top, int(below[0]) + 1 if len(below) else bottom)


def _ends(present: NDArray[np.bool_], steady: int) -> tuple[int, int] | None:
    """Return the first and last column of a row from which on its trace goes on for some millimetres."""
    if present.sum() < 2 * steady:
        return None
    density = np.convolve(present, np.ones(steady) / steady, mode="valid")
    dense = np.flatnonzero(density >= _STEADY)
    if len(dense) == 0:
        return None
    first, last = int(dense[0]), int(dense[-1]) + steady - 1
    inside = np.flatnonzero(present)
    return int(inside[inside >= first][0]), int(inside[inside <= last][-1])


def anchored(where: Extent, scale: Scale, heights: list[Floats], pulses: list[Rect | None]) -> Extent:
    """Return the extent of ten seconds from where traces begin, where that is about what was found.

    `heights` are those with the pulses. Where a pulse's foot runs on into the trace, it hides where that
    begins: then the other end counts.
    """
    length = USUAL_S * scale.px_per_s
    if abs((where.stop - where.start) / length - 1) > _AGREE:
        return where
    if _hidden(where.start, heights, pulses, scale.px_per_mm_x):
        return Extent(where.stop - length, where.stop)
    return Extent(where.start, where.start + length)


def _hidden(start: float, heights: list[Floats], pulses: list[Rect | None], px_per_mm: float) -> bool:
    """Tell whether in most rows with a pulse on the left no gap parts it from the trace."""
    joined = []
    for row, pulse in zip(heights, pulses, strict=True):
        if pulse is not None and pulse.x1 < start + _FOOT_MM * px_per_mm:
            between = row[round(pulse.x1) : max(round(start), round(pulse.x1) + 1)]
            joined.append(bool(np.isfinite(between).all()))
    return sum(joined) > len(joined) / 2


def refined_scale(scale: Scale, where: Extent, pulses: list[Rect | None]) -> Scale:
    """Return the scale with how far what was drawn to it differs: ten seconds across, and pulses of 1 mV.

    What differs by more than some per cent was not drawn to this, and what differs by less than one is
    measured better on the grid.
    """
    px_x, px_y, source = scale.px_per_mm_x, scale.px_per_mm_y, scale.source
    drawn_x = drawn_y = 1.0
    across = (where.stop - where.start) / USUAL_S / scale.mm_per_s
    if _SAME < abs(across / px_x - 1) <= _AGREE:
        drawn_x = across / px_x
    heights = np.array([pulse.height / scale.mm_per_mv for pulse in pulses if pulse is not None])
    down = float(np.median(heights)) if len(heights) else px_y
    if len(heights) and abs(down / px_y - 1) <= _GAIN_AGREES:
        source = "grid and pulse"
        # Where pulses do not agree with each other, the grid knows better.
        exact = len(heights) >= _FEWEST_PULSES and float(np.std(heights)) <= _PULSES_AGREE * down
        drawn_y = down / px_y if exact else 1.0
    return replace(scale, drawn_x=drawn_x, drawn_y=drawn_y, source=source)
