"""The period of the printed grid in pixels, from the spectra of parts of the page.

Lines every millimetre and stronger ones every five leave peaks at multiples of one frequency. A row's
spectrum does not mind that the row beside it is shifted, so a small turn of the page does no harm; each part
of the page may have a period of its own, so neither does perspective.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.fft import next_fast_len, rfft

from ecgdesk.reading.ink import Ink

Floats = NDArray[np.float64]

MM_PER_SQUARE: Final = 5
_SMALLEST_PX, _LARGEST_PX, _STEP = 1.2, 48.0, 0.004
_TEETH, _HIGHEST = 20, 0.46
_TOOTH_COST, _TOOTH_LEAST, _TOOTH_MOST = 0.25, -1.0, 3.0
_USUAL_WIDTH_MM, _WIDTH_SPREAD, _PRIOR_WEIGHT = 235.0, 0.35, 1.0
_PARTS_ACROSS, _ROWS = 4, 120
_SPREAD: Final = 0.18
_NEAR: Final = 0.9
_LEAST_SCORE, _SURE_SCORE = 0.7, 3.5


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """Pixels of one millimetre of the grid, within some per cent, and how sure that is, in [0, 1].

    `x_px` and `y_px` are of the whole picture; `bend` (2, 3) holds for each how its logarithm differs from
    that: a constant, and changes per pixel along x and y.
    """

    x_px: float
    y_px: float
    confidence: float
    bend: Floats

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the period across and down at a place in pixels."""
        across, down = np.exp(self.bend @ np.array([1.0, x, y]))
        return float(self.x_px * across), float(self.y_px * down)


def grid_period(ink: Ink, near_px: float | None = None) -> Period | None:
    """Return the period of a grid's ink (height, width), None where none stands out.

    Where only one set of lines can be seen, that a tracing is some 235 mm wide decides what they are, or that
    a millimetre has about `near_px` pixels.
    """
    low, high = (_SMALLEST_PX, _LARGEST_PX) if near_px is None else (near_px * _NEAR, near_px / _NEAR)
    candidates = np.exp(np.arange(np.log(low), np.log(high), _STEP))
    places, parts = _parts(ink)
    across = np.stack([_scores(part, candidates) for part in parts])
    down = np.stack([_scores(np.ascontiguousarray(part.T), candidates) for part in parts])
    reach = round(_SPREAD / 2 / _STEP)
    x_total, y_total = _spread(across, reach).mean(axis=0), _spread(down, reach).mean(axis=0)
    total = x_total + y_total - _PRIOR_WEIGHT * _unlikely(ink.shape[1] / candidates)
    best = int(total.argmax())
    if min(x_total[best], y_total[best]) < _LEAST_SCORE:
        return None
    window = slice(max(0, best - 2 * reach), best + 2 * reach + 1)
    near = candidates[window]
    x_px, x_bend = _field(across[:, window], near, places)
    y_px, y_bend = _field(down[:, window], near, places)
    confidence = min(1.0, float(x_total[best] + y_total[best]) / (2 * _SURE_SCORE))
    return Period(x_px, y_px, confidence, np.stack([x_bend, y_bend]))


def _parts(ink: Ink) -> tuple[Floats, list[Ink]]:
    """Return overlapping parts of a picture and the places of their middles, (n, 2)."""
    side = min(max(ink.shape) // _PARTS_ACROSS, *ink.shape)
    ys, xs = (np.linspace(0, n - side, max(1, round(1.5 * n / side) - 1)).astype(int) for n in ink.shape)
    corners = [(x, y) for y in ys for x in xs]
    return np.array(corners) + side / 2, [ink[y : y + side, x : x + side] for x, y in corners]


def _scores(part: Ink, px_per_mm: Floats) -> Floats:
    """Return for each period how far the comb's teeth stand out of the gaps beside them.

    The sum over the teeth that can be seen would favour twice the period, their mean half of it.
    """
    level = _level(part[:: max(1, part.shape[0] // _ROWS)])
    half_teeth = np.arange(1, 2 * _TEETH + 2) / 2
    up_to = len(level) - 1  # half a cycle a pixel
    places = 2 * up_to * half_teeth / (MM_PER_SQUARE * px_per_mm[:, None])
    heights = np.interp(places, np.arange(len(level)), level)
    stand = heights[:, 1::2] - (heights[:, :-1:2] + heights[:, 2::2]) / 2
    worth = np.clip(stand, _TOOTH_LEAST, _TOOTH_MOST) - _TOOTH_COST
    seen = places[:, 1::2] < _HIGHEST * 2 * up_to
    return np.asarray((worth * seen).sum(axis=1) / np.sqrt(np.maximum(seen.sum(axis=1), 1)), np.float64)


def _level(rows: Ink) -> Floats:
    """Return the logarithm of the mean power of rows at their length of frequencies, up to half a cycle."""
    length = rows.shape[1]
    windowed = (rows - rows.mean(axis=1, keepdims=True)) * np.hanning(length).astype(np.float32)
    waves = rfft(windowed, next_fast_len(2 * length, real=True), axis=1)
    power = (waves.real**2 + waves.imag**2).mean(axis=0, dtype=np.float64)
    return np.asarray(np.log(power + 1e-9), np.float64)


def _spread(scores: Floats, reach: int) -> Floats:
    return np.asarray(cv2.dilate(scores, np.ones((1, 2 * reach + 1), np.uint8)), np.float64)


def _unlikely(width_mm: Floats) -> Floats:
    return np.asarray(np.log(width_mm / _USUAL_WIDTH_MM) ** 2 / (2 * _WIDTH_SPREAD**2), np.float64)


def _field(scores: Floats, candidates: Floats, places: Floats) -> tuple[float, Floats]:
    """Return the middle period of all parts, and how its logarithm bends over the picture."""
    logs = np.log(candidates[scores.argmax(axis=1)])
    weight = np.clip(scores.max(axis=1), 0, None)
    middle = float(np.median(np.repeat(logs, np.round(weight).astype(int) + 1)))
    good = (weight > _LEAST_SCORE / 2) & (np.abs(logs - middle) < _SPREAD)
    rows = np.column_stack([np.ones(len(places)), places])[good]
    if len(np.unique(rows[:, 1])) < 2 or len(np.unique(rows[:, 2])) < 2:
        return float(np.exp(middle)), np.zeros(3)
    bend, *_ = np.linalg.lstsq(rows, logs[good] - middle, rcond=None)
    return float(np.exp(middle)), np.asarray(bend, np.float64)
