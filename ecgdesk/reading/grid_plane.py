"""The plane of the paper: how a picture must be turned and stretched so that its grid is even."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from ecgdesk.reading.grid_period import Period
from ecgdesk.reading.grid_tiles import Tiles

Floats = NDArray[np.float64]

_TOLERANCE: Final = 0.003
_FEWEST: Final = 4
_FEWEST_FOR_PERSPECTIVE: Final = 9
_LEAST_SHARE: Final = 0.25
_WORST_RESIDUAL: Final = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """`to_mm` (3, 3) sends pixel centres of a picture to millimetres of paper, about the picture's middle.

    `residual` is how far tiles differ from it on average, as a share of the period; `share` is how many tiles
    showed the grid.
    """

    to_mm: Floats
    residual: float
    share: float

    def gradients(self, places: Floats) -> tuple[Floats, Floats]:
        """Return the gradients of the paper's x and y, each (n, 2) in mm per pixel, at places (n, 2)."""
        return _gradients(self.to_mm, places)


def fit_plane(tiles: Tiles, period: Period, size: tuple[int, int]) -> Plane | None:
    """Return the plane that fits a picture's tiles, None where they disagree; size is (width, height)."""
    good = np.isfinite(tiles.upright[:, 0]) & np.isfinite(tiles.level[:, 0])
    share = float(good.mean())
    if good.sum() < _FEWEST or share < _LEAST_SHARE:
        return None
    places = tiles.places[good]
    upright, level = tiles.upright[good], tiles.level[good]
    middle, reach = np.array(size) / 2 - 0.5, max(size) / 2
    scale = np.repeat([period.x_px, period.y_px], 2)

    def matrix(free: Floats) -> Floats:
        return _matrix(free, scale, middle, reach)

    def misfit(free: Floats) -> Floats:
        x, y = _gradients(matrix(free), places)
        return np.concatenate([((x - upright) * period.x_px).ravel(), ((y - level) * period.y_px).ravel()])

    free = 6 if good.sum() >= _FEWEST_FOR_PERSPECTIVE else 4
    start = np.array([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])[:free]
    found = least_squares(misfit, start, loss="soft_l1", f_scale=_TOLERANCE, max_nfev=60)
    residual = float(np.median(np.abs(misfit(found.x))))
    return Plane(matrix(found.x), residual, share) if residual <= _WORST_RESIDUAL else None


def _matrix(free: Floats, scale: Floats, middle: Floats, reach: float) -> Floats:
    a, b, d, e = free[:4] / scale
    g, h = free[4:] / reach if len(free) > 4 else (0.0, 0.0)
    centred = np.array([[1, 0, -middle[0]], [0, 1, -middle[1]], [0, 0, 1]], np.float64)
    return np.asarray(np.array([[a, b, 0], [d, e, 0], [g, h, 1]]) @ centred, np.float64)


def _gradients(matrix: Floats, places: Floats) -> tuple[Floats, Floats]:
    u, v = places.T
    below = matrix[2, 0] * u + matrix[2, 1] * v + matrix[2, 2]
    result = []
    for row in matrix[:2]:
        above = row[0] * u + row[1] * v + row[2]
        result.append(np.column_stack([(row[i] * below - above * matrix[2, i]) / below**2 for i in (0, 1)]))
    return result[0], result[1]
