"""The corners that lay a photographed page straight, where they can be told; None on pages that are flat."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Corners, straight_transform
from ecgdesk.reading.directions import Directions, View, directions, looks_flat, view
from ecgdesk.reading.paper import find_paper, shows_surround
from ecgdesk.reading.sketch import Sketch

Floats = NDArray[np.float64]

_LEAST_PX: Final = 64
_LEAST_BEND: Final = 0.004
_MOST_MISFIT_DEG: Final = 0.6
_BETTER: Final = 2.0
_LEAST_SHARE: Final = 0.6
_LARGEST_GROWTH: Final = 1.5
_AGREE_DEG: Final = 0.6
_PLACES: Final = 2


@dataclass(frozen=True, slots=True)
class Straight:
    """Corners on the loaded page in its pixels, what told them, and how sure that is, in [0, 1].

    By "paper" they are the sheet's own; by "lines" they hold the whole picture and lie outside of it.
    """

    corners: Corners
    by: Literal["paper", "lines"]
    confidence: float


def find_corners(page: Sketch) -> Straight | None:
    """Return what lays the page of a sketch straight, None where it is flat already or nothing is sure."""
    if min(page.width, page.height) < _LEAST_PX:
        return None
    surround = shows_surround(page)
    if not surround and looks_flat(page.ink):
        return None
    seen = directions(page.ink)
    by_lines = view(seen, (page.width, page.height))
    sheet = find_paper(page) if surround else None
    if sheet is not None and _fits(sheet, seen):
        return _straight(sheet, page, "paper", 1.0)
    if by_lines is None or not _sure(by_lines):
        return None
    around = _around(by_lines, page)
    worth = 1 - by_lines.misfit_deg / _MOST_MISFIT_DEG / 2
    return None if around is None else _straight(around, page, "lines", worth * by_lines.share)


def _sure(seen: View) -> bool:
    """Tell whether lines agree with a perspective, and much better than with a plain turn."""
    plain = seen.turned_misfit_deg >= _BETTER * seen.misfit_deg
    return plain and seen.misfit_deg <= _MOST_MISFIT_DEG and seen.share >= _LEAST_SHARE


def _fits(sheet: Floats, seen: Directions) -> bool:
    """Tell whether the lines on a sheet, where any are seen, run along its edges."""
    matrix = _flattening(sheet)
    left = []
    for turns, weights, way in ((seen.upright, seen.upright_weight, 90), (seen.level, seen.level_weight, 0)):
        angle = np.deg2rad(turns[weights > 0] + way)
        places = seen.places[weights > 0]
        ends = _mapped(matrix, places + np.column_stack([np.cos(angle), np.sin(angle)]))
        along = ends - _mapped(matrix, places)
        left.append((np.degrees(np.arctan2(along[:, 1], along[:, 0])) - way + 90) % 180 - 90)
    turned = np.concatenate(left)
    return len(turned) == 0 or float(np.median(np.abs(turned))) <= _AGREE_DEG


def _around(seen: View, page: Sketch) -> Floats | None:
    """Return the corners of the upright piece of paper that holds the whole picture."""
    picture = np.array([[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]], np.float64)
    below = np.column_stack([picture, np.ones(4)]) @ seen.matrix[2]
    if below.min() <= 0:
        return None
    flat = _mapped(seen.matrix, picture)
    low, high = flat.min(axis=0), flat.max(axis=0)
    if np.any(high - low > _LARGEST_GROWTH * max(page.width, page.height)):
        return None
    upright = np.array([low, (high[0], low[1]), high, (low[0], high[1])])
    return _mapped(np.asarray(np.linalg.inv(seen.matrix), np.float64), upright)


def _straight(
    sheet: Floats, page: Sketch, by: Literal["paper", "lines"], confidence: float
) -> Straight | None:
    """Return corners of the sketch as those of its page; None where a plain turn does as well."""
    if _bend(sheet) < _LEAST_BEND:
        return None
    a, b, c, d = ((round(x, _PLACES), round(y, _PLACES)) for x, y in (sheet * page.factor).tolist())
    return Straight((a, b, c, d), by, round(confidence, 3))


def _bend(sheet: Floats) -> float:
    """Return how far a quadrilateral is from every rectangle, as a share of its diagonal."""
    flat = _mapped(_flattening(sheet), sheet)
    # As complex numbers, a plain turn and stretch is a product; the best one is that of least squares.
    z, w = sheet @ (1, 1j), flat @ (1, 1j)
    z, w = z - z.mean(), w - w.mean()
    off = np.abs(w - z * (np.vdot(z, w) / np.vdot(z, z)))
    return float(off.max() / np.linalg.norm(flat[2] - flat[0]))


def _flattening(sheet: Floats) -> Floats:
    a, b, c, d = ((float(x), float(y)) for x, y in sheet)
    return straight_transform((0, 0), 0.0, (a, b, c, d))[0]


def _mapped(matrix: Floats, points: Floats) -> Floats:
    flat = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(flat[:, :2] / flat[:, 2:], np.float64)
