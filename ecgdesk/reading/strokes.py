"""What is drawn, as runs of ink in the columns of a sheet; upright lines apart."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.ink import Pixels, TraceInk

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

_SEPARATOR_MM: Final = 35.0
_SEPARATOR_WIDTH_MM: Final = 1.0
_SPECK_MM: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Vertical runs of ink: column, first and last row, and the ink's centre of gravity, sorted by column.

    `upper` and `lower` are the run's edges between pixels, `start[x]` is the index of the first run of column
    x; there is one more entry than columns.
    """

    column: Whole
    top: Whole
    bottom: Whole
    centre: Floats
    upper: Floats
    lower: Floats
    start: Whole

    @property
    def height(self) -> Whole:
        """Pixels of each run."""
        return self.bottom - self.top + 1


def find_runs(ink: TraceInk, mask: Pixels) -> Runs:
    """Return every vertical run of a mask (height, width), with centres weighted by the ink."""
    height, width = mask.shape
    padded = np.zeros((width, height + 2), np.int8)
    padded[:, 1:-1] = mask.T
    edges = np.diff(padded, axis=1)
    column, top = np.nonzero(edges == 1)
    _, after = np.nonzero(edges == -1)
    bottom = after - 1
    start = np.searchsorted(column, np.arange(width + 1))
    upper = top - _over(ink, column, top, -1)
    lower = bottom + _over(ink, column, bottom, 1)
    return Runs(column, top, bottom, _centres(ink.share, column, top, bottom), upper, lower, start)


def _over(ink: TraceInk, column: Whole, end: Whole, step: int) -> Floats:
    """Return how far beyond the last pixel's centre the ink falls to what counts as drawn, in [0, 1]."""
    last = ink.share[end, column].astype(np.float64)
    beyond = ink.share[np.clip(end + step, 0, len(ink.share) - 1), column].astype(np.float64)
    fall = last - beyond
    # Where a line was taken out beside a run nothing falls: its edge is the pixel's.
    return np.where(fall > 0, np.clip((last - ink.threshold) / np.maximum(fall, 1e-6), 0, 1), 1 / 2)


def _centres(share: NDArray[np.float32], column: Whole, top: Whole, bottom: Whole) -> Floats:
    """Return the ink's centre of gravity of each run, from the pixels of all runs in one line."""
    # One pixel more on either side: the faint edge of a stroke says where between pixels it lies.
    first, last = np.maximum(top - 1, 0), np.minimum(bottom + 1, share.shape[0] - 1)
    length = last - first + 1
    begin = np.cumsum(length) - length
    along = np.arange(int(length.sum())) - np.repeat(begin, length)
    ink = share[np.repeat(first, length) + along, np.repeat(column, length)].astype(np.float64)
    if len(begin) == 0:
        return np.empty(0)
    weight, moment = np.add.reduceat(ink, begin), np.add.reduceat(ink * along, begin)
    return np.asarray(first + moment / np.maximum(weight, 1e-9), np.float64)


def without_specks(mask: Pixels, px_per_mm: float) -> Pixels:
    """Return the mask without what is smaller both ways than a pen's point: dots of a grid, noise."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    largest = np.asarray(stats)[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1)
    kept = largest > _SPECK_MM * px_per_mm
    kept[0] = False
    return np.asarray(kept[np.asarray(labels)].view(np.uint8), np.uint8)


def separator_px(px_per_mm: float) -> int:
    """Return how many pixels long an upright line is that is no trace."""
    return max(3, round(_SEPARATOR_MM * px_per_mm))


def split_upright(mask: Pixels, px_per_mm: float) -> tuple[Pixels, Pixels]:
    """Return the mask without long upright lines, and those lines: separators, edges of a frame.

    No trace is upright over that length within one column of pixels.
    """
    length = separator_px(px_per_mm)
    lines = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8)), np.uint8)
    return mask & (1 - lines), lines


def separator_places(lines: Pixels, px_per_mm: float) -> Floats:
    """Return where upright lines stand, the middles of their strokes in pixels across."""
    share = lines.any(axis=0).view(np.int8)
    edges = np.diff(np.concatenate([[0], share, [0]]))
    first, after = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    narrow = after - first <= max(3.0, _SEPARATOR_WIDTH_MM * px_per_mm)
    return np.asarray((first + after - 1)[narrow] / 2, np.float64)
