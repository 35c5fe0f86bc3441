"""A crop laid flat: its grid measured, and perspective and what is left of a turn taken out."""

from dataclasses import dataclass, replace
from math import ceil
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop
from ecgdesk.core.tracing import Scale
from ecgdesk.reading.grid_period import Period, grid_period
from ecgdesk.reading.grid_plane import Plane, fit_plane
from ecgdesk.reading.grid_tiles import measure_tiles
from ecgdesk.reading.ink import Pixels, grid_ink
from ecgdesk.reading.sketch import reduced
from ecgdesk.reading.straighten import PAPER_WHITE, cut

Floats = NDArray[np.float64]

_LONGEST_PX: Final = 3600
_LEAST_STROKE_PX, _STROKES_ACROSS = 9.0, 110
_SMALLEST_BEND_PX: Final = 2.0
_LARGEST_GROWTH: Final = 1.5
_USUAL_RESIDUAL: Final = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """`pixels` RGB (height, width, 3) with `scale`, and `to_page` (3, 3) to the straightened page's pixels.

    `to_page` maps pixel centres to places that count from the corner of the page's first pixel.
    """

    pixels: Pixels
    scale: Scale
    to_page: Floats

    def on_page(self, points: Floats) -> Floats:
        """Return points (n, 2) of the sheet in pixels of the straightened page; NaN stays NaN."""
        flat = np.column_stack([points, np.ones(len(points))]) @ self.to_page.T
        return np.asarray(flat[:, :2] / flat[:, 2:], np.float64)


def lay_flat(pixels: Pixels, crop: Crop, near_px: float | None = None) -> Sheet | None:
    """Return the masked crop of a loaded page laid flat; None when no grid stands out.

    `near_px` is about how many pixels a millimetre has on the sheet, where that is known.
    """
    small, factor = _cut_small(pixels, crop)
    ink = grid_ink(small, max(_LEAST_STROKE_PX, small.shape[1] / _STROKES_ACROSS))
    period = grid_period(ink, near_px)
    if period is None:
        return None
    plane = fit_plane(measure_tiles(ink, period), period, (small.shape[1], small.shape[0]))
    if plane is None:
        return None
    return _flattened(Sheet(small, _scale(plane, period, small), _to_page(crop, factor)), plane)


def lay_plain(pixels: Pixels, crop: Crop, scale: Scale) -> Sheet:
    """Return the masked crop of a loaded page as it is, with a scale that a person set on the page."""
    small, factor = _cut_small(pixels, crop)
    on_sheet = replace(scale, px_per_mm_x=scale.px_per_mm_x / factor, px_per_mm_y=scale.px_per_mm_y / factor)
    return Sheet(small, on_sheet, _to_page(crop, factor))


def _cut_small(pixels: Pixels, crop: Crop) -> tuple[Pixels, float]:
    whole = cut(pixels, crop)
    return reduced(whole, max(1, ceil(max(whole.shape[:2]) / _LONGEST_PX)))


def _to_page(crop: Crop, factor: float) -> Floats:
    x0, y0, _, _ = crop.rect.rounded()
    # A pixel's centre lies half a pixel inside it; the page's coordinates count from the corner.
    return np.array([[factor, 0, x0 + factor / 2], [0, factor, y0 + factor / 2], [0, 0, 1]], np.float64)


def _scale(plane: Plane, period: Period, picture: Pixels) -> Scale:
    middle = np.array([[picture.shape[1] / 2, picture.shape[0] / 2]])
    across, down = (gradient[0] for gradient in plane.gradients(middle))
    turn = float(np.degrees(np.arctan2(-across[1], across[0]) + np.arctan2(down[0], down[1])) / 2)
    fit = plane.share / (1 + (plane.residual / _USUAL_RESIDUAL) ** 2)
    return Scale(
        float(1 / np.linalg.norm(across)), float(1 / np.linalg.norm(down)),
        round(period.confidence * fit, 3), "grid", rotation_deg=round(-turn, 3),
    )  # fmt: skip


def _flattened(sheet: Sheet, plane: Plane) -> Sheet:
    height, width = sheet.pixels.shape[:2]
    edges = np.array([[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]], np.float64)
    pitch = sheet.scale.px_per_mm_x, sheet.scale.px_per_mm_y
    unbent = np.diag([*pitch, 1.0]) @ plane.to_mm
    moved = _mapped(unbent, edges)
    plain = edges - np.array([(width - 1) / 2, (height - 1) / 2])
    if np.abs(moved - plain).max() < _SMALLEST_BEND_PX:
        return sheet
    even = np.diag([pitch[0], pitch[0], 1.0]) @ plane.to_mm
    low, high = _mapped(even, edges).min(axis=0), _mapped(even, edges).max(axis=0)
    size = np.ceil(high - low).astype(int) + 1
    if size.max() > _LARGEST_GROWTH * max(width, height):
        return sheet
    matrix = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1]]) @ even
    flat = cv2.warpPerspective(
        sheet.pixels, matrix, (int(size[0]), int(size[1])), borderValue=(PAPER_WHITE,) * 3
    )
    scale = replace(sheet.scale, px_per_mm_y=pitch[0])
    return Sheet(np.asarray(flat, np.uint8), scale, sheet.to_page @ np.linalg.inv(matrix))


def _mapped(matrix: Floats, points: Floats) -> Floats:
    flat = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(flat[:, :2] / flat[:, 2:], np.float64)
