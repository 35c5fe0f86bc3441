"""The directions of a page's lines in one place after another, and the perspective that they tell of."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.fft import rfft2

from ecgdesk.core.geometry import Size
from ecgdesk.reading.sketch import Grey

Floats = NDArray[np.float64]
Floats32 = NDArray[np.float32]

_SIDE_PX: Final = 256
_MOST_DEG, _STEP_DEG = 15.0, 0.25
_DARKEST: Final = 60.0
"""A trace counts no more than this: it runs along no line of the paper."""
_LEAST_CONTRAST: Final = 1.9
_SURE_CONTRAST: Final = 4.0
_FEWEST: Final = 5
_ROUNDS: Final = 4
_USUAL_MISFIT_DEG: Final = 0.5
_ALIKE_DEG: Final = 0.15
_UPPER: Final = 0.3
"""Headers and footers show no grid: how far down, and up, the fast look looks."""


@dataclass(frozen=True, slots=True, eq=False)
class Directions:
    """Clockwise turns in degrees of upright and of level lines, (n,) each, at `places` (n, 2) in pixels.

    `upright_weight` and `level_weight` say how far the lines stand out there, 0 where none do.
    """

    places: Floats
    upright: Floats
    level: Floats
    upright_weight: Floats
    level_weight: Floats


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """How the paper lies before the camera, by its lines.

    `matrix` (3, 3) sends pixels to paper with upright and level lines, about as large in the middle.
    `misfit_deg` is by how much lines differ from it on average, `turned_misfit_deg` from the best plain turn;
    `share` is in how many places both kinds of lines were seen.
    """

    matrix: Floats
    misfit_deg: float
    turned_misfit_deg: float
    share: float


def looks_flat(ink: Grey) -> bool:
    """Tell whether lines are upright and level in two opposite parts of a page's ink: no perspective.

    A fast look; perspective that leaves both parts as they are does not exist.
    """
    side = _side(ink)
    height, width = ink.shape
    for x, y in ((0, _UPPER * (height - side)), (width - side, (1 - _UPPER) * (height - side))):
        (upright, sure), (level, certain) = _lines_at(ink, x, int(y), side)
        if min(sure, certain) < _LEAST_CONTRAST or max(abs(upright), abs(level)) > _ALIKE_DEG:
            return False
    return True


def directions(ink: Grey) -> Directions:
    """Return the directions of lines in overlapping parts of a page's ink."""
    side = _side(ink)
    height, width = ink.shape
    starts = [(x, y) for y in _starts(height, side, 3) for x in _starts(width, side, 4)]
    found = np.array([_lines_at(ink, x, y, side) for x, y in starts])
    weight = np.where(found[:, :, 1] < _LEAST_CONTRAST, 0, np.minimum(found[:, :, 1], _SURE_CONTRAST) - 1)
    places = np.array(starts, np.float64) + side / 2
    return Directions(places, found[:, 0, 0], found[:, 1, 0], weight[:, 0], weight[:, 1])


def view(seen: Directions, size: Size) -> View | None:
    """Return how paper lies whose lines run like this on a picture of a size; None where too few are seen."""
    upright, level = seen.upright_weight > 0, seen.level_weight > 0
    if min(upright.sum(), level.sum()) < _FEWEST:
        return None
    middle, reach = np.array(size) / 2, max(size) / 2
    places = (seen.places - middle) / reach
    above = _meeting(places[upright], seen.upright[upright], seen.upright_weight[upright], 90.0)
    beside = _meeting(places[level], seen.level[level], seen.level_weight[level], 0.0)
    matrix = _upright_and_level(above, beside)
    if matrix is None:
        return None
    misfits = np.concatenate([
        _misfit(above, places[upright], seen.upright[upright], 90.0),
        _misfit(beside, places[level], seen.level[level], 0.0),
    ])  # fmt: skip
    turns = np.concatenate([seen.upright[upright], seen.level[level]])
    centred = np.array([[1, 0, -middle[0]], [0, 1, -middle[1]], [0, 0, reach]], np.float64) / reach
    return View(
        np.diag([reach, reach, 1.0]) @ matrix @ centred, float(np.abs(misfits).mean()),
        float(np.abs(turns - np.median(turns)).mean()), float((upright & level).mean()),
    )  # fmt: skip


def _side(ink: Grey) -> int:
    return int(min(_SIDE_PX, *ink.shape)) // 2 * 2


def _starts(length: int, side: int, most: int) -> list[int]:
    count = max(2, min(most, round(1.5 * length / max(1, side))))
    return [int(start) for start in np.linspace(0, length - side, count)]


def _lines_at(ink: Grey, x: int, y: int, side: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return turn and contrast of the upright and of the level lines in a square of the ink."""
    part = np.minimum(ink[y : y + side, x : x + side], np.float32(_DARKEST))
    part = (part - part.mean()) * _window(side)
    spectrum = np.abs(rfft2(part))
    across, down, steep_x, steep_y = _rays(side)
    upright = cv2.remap(spectrum, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    level = cv2.remap(spectrum, steep_x, steep_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    return _strongest(np.asarray(upright.mean(axis=1))), _strongest(np.asarray(level.mean(axis=1)))


@cache
def _window(side: int) -> Floats32:
    hann = np.hanning(side).astype(np.float32)
    return np.outer(hann, hann)


@cache
def _rays(side: int) -> tuple[Floats32, Floats32, Floats32, Floats32]:
    """Return where the rays of upright and of level lines lie in half the plane of a square's spectrum."""
    radius = np.arange(max(2, side // 20), max(4, int(side * 0.45)), dtype=np.float32)
    turn = np.deg2rad(_turns())[:, None]
    along, aside = radius * np.cos(turn), radius * np.sin(turn)
    # What lies left of the plane's middle is the same as what lies opposite, right of it.
    level = np.abs(aside), np.where(aside > 0, -along, along)
    return tuple(plane.astype(np.float32) for plane in (along, aside, *level))  # type: ignore[return-value]


def _turns() -> Floats:
    steps = round(_MOST_DEG / _STEP_DEG)
    return np.asarray(np.arange(-steps, steps + 1) * _STEP_DEG, np.float64)


def _strongest(energies: Floats32) -> tuple[float, float]:
    """Return the turn of the strongest ray, and its energy over the middle one; nothing at the very end."""
    best = int(energies.argmax())
    middle = float(np.median(energies))
    if not 0 < best < len(energies) - 1 or middle <= 0:
        return 0.0, 0.0
    before, here, after = np.log(energies[best - 1 : best + 2].astype(np.float64))
    bend = before - 2 * here + after
    offset = 0.5 * (before - after) / bend if bend < 0 else 0.0
    return (best + offset) * _STEP_DEG - _MOST_DEG, float(energies[best]) / middle


def _meeting(places: Floats, turns: Floats, weights: Floats, way: float) -> Floats:
    """Return the point, in homogeneous coordinates, in which lines meet that run through places."""
    angle = np.deg2rad(turns + way)
    normals = np.column_stack([-np.sin(angle), np.cos(angle)])
    through = np.column_stack([normals, -(normals * places).sum(axis=1)])
    trusted = weights
    for _ in range(_ROUNDS):
        point = np.linalg.svd(through * trusted[:, None])[2][-1]
        trusted = weights / (1 + (_misfit(point, places, turns, way) / _USUAL_MISFIT_DEG) ** 2)
    return np.asarray(point, np.float64)


def _misfit(point: Floats, places: Floats, turns: Floats, way: float) -> Floats:
    """Return by how many degrees lines at places miss a point."""
    towards = point[:2] - places * point[2]
    angles = np.degrees(np.arctan2(towards[:, 1], towards[:, 0])) - way - turns
    return np.asarray((angles + 90) % 180 - 90, np.float64)


def _upright_and_level(above: Floats, beside: Floats) -> Floats | None:
    """Return the matrix that sends one point up and one aside without end; None where that is impossible."""
    horizon = np.cross(above, beside)
    if abs(horizon[2]) < 1e-6 * float(np.abs(horizon).max()):
        return None
    middle = np.array([0.0, 0.0, 1.0])
    x, y = np.cross(above, middle), np.cross(beside, middle)
    x, y = x / np.linalg.norm(x[:2]), y / np.linalg.norm(y[:2])
    return np.stack([x * np.sign(x[0]), y * np.sign(y[1]), horizon / horizon[2]])
