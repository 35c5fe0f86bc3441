"""Calibration pulses: 1 mV high at either end of the rows, which tells the gain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect
from ecgdesk.reading.strokes import Runs

Floats = NDArray[np.float64]

_GAINS: Final = (10.0, 5.0, 20.0)
_HEIGHT: Final = (0.86, 1.14)
_WIDTH_MM: Final = (1.2, 6.5)
_EVEN_MM: Final = 0.3
_THIN_MM: Final = 1.2
_FLANK_MM: Final = 0.9
_LOW_MM: Final = 3.5
_FOOT_MM: Final = 1.0
_END_MM: Final = 30.0
_TOGETHER_MM: Final = 6.0


@dataclass(frozen=True, slots=True)
class Pulses:
    """Each row's pulse, None for none, and their height in millimetres; that is None without any pulse."""

    boxes: list[Rect | None]
    mm_per_mv: float | None


def find_pulses(runs: Runs, levels: Sequence[float], px_x: float, px_y: float) -> Pulses:
    """Return the pulses of 10, else 5 or 20 mm: flanks at x0 and x1, top at y0, foot at y1, in pixels.

    `levels` are the rows' heights, `px_x` and `px_y` pixels of a millimetre. An unusual gain needs pulses in
    most of the rows.
    """
    nothing: list[Rect | None] = [None] * len(levels)
    for gain in _GAINS:
        boxes = _of_height(runs, levels, gain, px_x, px_y)
        count = sum(box is not None for box in boxes)
        if count > (0 if gain == _GAINS[0] else len(levels) / 2):
            return Pulses(boxes, gain)
    return Pulses(nothing, None)


def _of_height(
    runs: Runs, levels: Sequence[float], height_mm: float, px_x: float, px_y: float
) -> list[Rect | None]:
    """Return each row's pulse of this height: they stand in one place across, and one of several is none."""
    found = [_candidates(runs, level, height_mm, px_x, px_y) for level in levels]
    everyone = [box for boxes in found for box in boxes]
    if not everyone:
        return [None] * len(levels)
    middles = np.array([(box.x0 + box.x1) / 2 for box in everyone])
    company = (np.abs(middles[:, None] - middles[None, :]) <= _TOGETHER_MM * px_x).sum(axis=1)
    place = float(middles[int(company.argmax())])
    if company.max() < 2 <= len(levels):
        return [None] * len(levels)
    return [_at(boxes, place, _TOGETHER_MM * px_x) for boxes in found]


def _at(boxes: list[Rect], place: float, reach: float) -> Rect | None:
    near = [box for box in boxes if abs((box.x0 + box.x1) / 2 - place) <= reach]
    return min(near, key=lambda box: abs((box.x0 + box.x1) / 2 - place), default=None)


def _candidates(runs: Runs, level: float, height_mm: float, px_x: float, px_y: float) -> list[Rect]:
    """Return level tops so far above the row with a foot beside them, near either end of what is drawn."""
    low, high = (height_mm * share for share in _HEIGHT)
    above = (level - runs.centre) / px_y
    thin = runs.height <= _THIN_MM * px_y
    top = _by_column(runs, thin & (above >= low) & (above <= high))
    foot = _by_column(runs, thin & (np.abs(above) <= min(_LOW_MM, low / 2)))
    edges = np.diff(np.concatenate([[0], np.isfinite(top).astype(np.int8), [0]]))
    spans = zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True)
    first, last = int(runs.column[0]), int(runs.column[-1])
    near = _END_MM * px_x
    pulses = [_pulse(top, foot, int(a), int(b), px_x, px_y) for a, b in spans]
    return [box for box in pulses if box is not None and (box.x0 - first <= near or last - box.x1 <= near)]


def _by_column(runs: Runs, chosen: NDArray[np.bool_]) -> Floats:
    heights = np.full(len(runs.start) - 1, np.nan)
    heights[runs.column[chosen]] = runs.centre[chosen]
    return heights


def _pulse(top: Floats, foot: Floats, first: int, after: int, px_x: float, px_y: float) -> Rect | None:
    """Return the pulse whose top lies in these columns, None where it is none."""
    if not _WIDTH_MM[0] * px_x <= after - first <= _WIDTH_MM[1] * px_x:
        return None
    heights = top[first + 1 : after - 1]
    if len(heights) == 0 or float(np.std(heights)) > _EVEN_MM * px_y:
        return None
    reach, length = max(2, round(_FLANK_MM * px_x)), max(2, round(_FOOT_MM * px_x))
    beside = [foot[max(0, first - reach - length) : max(0, first - reach)], foot[after + reach :][:length]]
    feet = [float(np.nanmedian(part)) for part in beside if np.isfinite(part).any()]
    under = foot[first:after]
    if not feet or np.isfinite(under[1:-1]).mean() > 1 / 2:
        return None
    return Rect(first - 1.0, float(np.median(heights)), float(after), float(np.mean(feet)))
