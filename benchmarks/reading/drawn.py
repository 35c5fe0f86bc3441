"""Records drawn as pages of varied looks, clean or photographed, with the truth about what is on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, straight_transform
from ecgdesk.reading.degrade import Level, degrade, photo
from ecgdesk.reading.render import RenderedPage, render
from ecgdesk.reading.render_grid import GridKind
from ecgdesk.reading.render_options import RenderOptions
from ecgdesk.reading.render_presets import varied_options
from ecgdesk.reading.render_signal import Signal

Floats = NDArray[np.float64]
Point = tuple[float, float]

DPIS: Final = (75.0, 300.0)


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """`pixels` of a page, what they were made of, and the 3×3 matrix from the clean page's pixels to them."""

    pixels: NDArray[np.uint8]
    page: RenderedPage
    matrix: Floats
    signal: Signal

    def grid_px(self, at: Point, crop: Crop) -> Point:
        """Return one millimetre of the grid in pixels, across and down, at a place of a straightened page."""
        across, down = self._axes(at, crop) * self.page.grid_px_per_mm
        return float(np.linalg.norm(across)), float(np.linalg.norm(down))

    def turn_deg(self, at: Point, crop: Crop) -> float:
        """Return how far the grid is turned clockwise at a place of the straightened page."""
        across, down = self._axes(at, crop)
        return float(np.degrees(np.arctan2(across[1], across[0]) + np.arctan2(-down[0], down[1])) / 2)

    def _axes(self, at: Point, crop: Crop) -> Floats:
        """Return what one pixel right and one pixel down of the clean page become there, (2, 2)."""
        size = (self.pixels.shape[1], self.pixels.shape[0])
        onto = straight_transform(size, crop.rotation_deg, crop.corners)[0] @ self.matrix
        x, y = _moved(np.asarray(np.linalg.inv(onto), np.float64), np.array([at]))[0]
        around = _moved(onto, np.array([(x, y), (x + 1, y), (x, y + 1)]))
        return np.asarray(around[1:] - around[0], np.float64)


def drawn(records: Iterator[tuple[str, Signal]], level: Level | None) -> Iterator[Drawn]:
    """Yield records as pages of varied looks that have a grid, at resolutions drawn by a fixed seed."""
    for seed, (_, signal) in enumerate(records):
        dpi = float(np.exp(np.random.default_rng(seed).uniform(*np.log(DPIS))))
        options = varied_options(seed, dpi)
        if options.grid.kind is not GridKind.NONE:
            yield drawn_page(signal, options, level, seed)


def drawn_page(signal: Signal, options: RenderOptions, level: Level | None = None, seed: int = 0) -> Drawn:
    """Return one record drawn, photographed at a level or clean (None)."""
    page = render(signal, options)
    if level is None:
        return Drawn(page.pixels, page, np.eye(3), signal)
    worse = degrade(page.pixels, photo(level), seed, options.dpi)
    return Drawn(worse.pixels, page, worse.matrix, signal)


def _moved(matrix: Floats, points: Floats) -> Floats:
    flat = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(flat[:, :2] / flat[:, 2:], np.float64)
