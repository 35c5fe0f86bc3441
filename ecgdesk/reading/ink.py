"""Ink on paper as shares of darkness: the grid of any colour, and the traces drawn over it."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Ink = NDArray[np.float32]
"""How much darker than the paper around it a pixel is, as a share of that paper's brightness."""

_LEAST_KERNEL_PX: Final = 9
_GRID_MOST: Final = 0.18
_DARKEST_PERCENTILE, _GRID_PERCENTILE = 99.7, 88.0
_LEAST_SHARE: Final = 0.45
_FAINTEST: Final = 0.10


def grid_ink(pixels: Pixels, stroke_px: float) -> Ink:
    """Return the ink of the darkest channel of an RGB page, cut off where a trace is darker than any grid.

    `stroke_px` is wider than any line. The cut makes a trace count no more than a line of the grid.
    """
    red, green, blue = cv2.split(pixels)
    dark = _darkness(np.asarray(cv2.min(cv2.min(red, green), blue), np.uint8), stroke_px)
    return np.minimum(dark, np.float32(_GRID_MOST))


@dataclass(frozen=True, slots=True, eq=False)
class TraceInk:
    """Ink of traces and text: `share` (height, width) in [0, 1], counted as drawn from `threshold` on."""

    share: Ink
    threshold: float

    @property
    def mask(self) -> Pixels:
        """1 where something is drawn, 0 elsewhere."""
        return (self.share >= self.threshold).view(np.uint8)


def trace_ink(pixels: Pixels, stroke_px: float) -> TraceInk | None:
    """Return the ink of the brightest channel, in which a coloured grid fades; None on empty paper."""
    red, green, blue = cv2.split(pixels)
    dark = _darkness(np.asarray(cv2.max(cv2.max(red, green), blue), np.uint8), stroke_px)
    sample = dark[::3, ::3]
    full = float(np.percentile(sample, _DARKEST_PERCENTILE))
    if full < _FAINTEST:
        return None
    # A grey grid does not fade: what counts as drawn lies halfway between it and the darkest ink.
    grid = float(np.percentile(sample, _GRID_PERCENTILE)) / full
    return TraceInk(np.minimum(dark / np.float32(full), np.float32(1)), max(_LEAST_SHARE, (1 + grid) / 2))


def _darkness(plane: Pixels, stroke_px: float) -> Ink:
    side = max(_LEAST_KERNEL_PX, round(stroke_px)) | 1
    paper = cv2.morphologyEx(plane, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    paper32 = np.asarray(paper, np.float32)
    return np.asarray((paper32 - plane) / np.maximum(paper32, np.float32(1)), np.float32)
