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
_PALE_SHARE, _PALE_OVER_GRID, _PALE_LENGTH_PX = 0.25, 0.15, 5
_PALE_GRID_MOST: Final = 0.35
_ACROSS: Final = np.ones((1, 3), np.uint8)


def grid_ink(pixels: Pixels, stroke_px: float) -> Ink:
    """Return the ink of the darkest channel of an RGB page, cut off where a trace is darker than any grid.

    `stroke_px` is wider than any line. The cut makes a trace count no more than a line of the grid.
    """
    red, green, blue = cv2.split(pixels)
    dark = _darkness(np.asarray(cv2.min(cv2.min(red, green), blue), np.uint8), stroke_px)
    return np.minimum(dark, np.float32(_GRID_MOST))


@dataclass(frozen=True, slots=True, eq=False)
class TraceInk:
    """Ink of traces and text: `share` (height, width) in [0, 1], counted as drawn from `threshold` on.

    Where a steep flank is thinner than a pixel it is paler, from `pale` on: see `with_pale`.
    """

    share: Ink
    threshold: float
    pale: float = 1.0

    @property
    def mask(self) -> Pixels:
        """1 where something is drawn, 0 elsewhere."""
        return (self.share >= self.threshold).view(np.uint8)

    def with_pale(self, longest_px: int) -> Pixels:
        """Return the mask with pale strokes that go on from it where no darker ink lies beside them.

        Upright ones of `longest_px` are lines that part leads, no flanks.
        """
        mask = self.mask
        if self.pale >= self.threshold:
            return mask
        pale = (self.share >= self.pale).view(np.uint8)
        beside = np.asarray(cv2.dilate(mask, _ACROSS), np.uint8) ^ mask
        added = _upright(pale & (1 - beside), _PALE_LENGTH_PX)
        joined = mask | (added & (1 - _upright(pale, longest_px)))
        count, labels = cv2.connectedComponents(joined, connectivity=8)
        kept = np.zeros(count, np.uint8)
        kept[labels[mask.view(bool)]] = 1
        kept[0] = 0
        return np.asarray(kept[labels], np.uint8)


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
    share = np.minimum(dark / np.float32(full), np.float32(1))
    # Beside a dark grid pale strokes cannot be told from its lines.
    pale = max(_PALE_SHARE, grid + _PALE_OVER_GRID) if grid <= _PALE_GRID_MOST else 1.0
    return TraceInk(share, max(_LEAST_SHARE, (1 + grid) / 2), pale)


def _upright(mask: Pixels, length: int) -> Pixels:
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8)), np.uint8)


def _darkness(plane: Pixels, stroke_px: float) -> Ink:
    side = max(_LEAST_KERNEL_PX, round(stroke_px)) | 1
    paper = cv2.morphologyEx(plane, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    paper32 = np.asarray(paper, np.float32)
    return np.asarray((paper32 - plane) / np.maximum(paper32, np.float32(1)), np.float32)
