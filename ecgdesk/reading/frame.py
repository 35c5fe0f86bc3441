"""A printed frame: four long lines that meet at their ends."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect
from ecgdesk.reading.quantile import percentile
from ecgdesk.reading.sketch import Grey, Sketch

_LEAST_INK, _INK_SHARE = 8, 0.12
_PIECE_SHARE = 0.125
_GAP_SHARE = 0.0064
_LEAST_SIDE_SHARE = 0.3
_LEAST_FILL = 0.85
_SOLID = 0.98 * 255
_CORNER_PX = 8
_EDGE_SHARE = 0.01
_INSET_PX = 2.0

_Side = tuple[int, int, int]
_Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Lines:
    """Long lines of one direction: where each lies across it, and from where to where it runs."""

    at: NDArray[np.intp]
    start: NDArray[np.intp]
    end: NDArray[np.intp]


def find_frame(page: Sketch) -> Rect | None:
    """Return the inside of the largest printed frame in pixels of the sketch, or None."""
    strong = max(_LEAST_INK, _INK_SHARE * percentile(page.ink[::4, ::4], 99.5))
    mask = (page.ink >= strong).view(np.uint8) * np.uint8(255)
    boxes = _boxes(*_sides(_long_lines(np.asarray(cv2.transpose(mask), np.uint8)), _long_lines(mask)))
    whole = [box for box in boxes if not _cut_off(box, page)]
    best = max(whole, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]), default=None)
    return None if best is None else _inside(page.ink, best)


def _long_lines(mask: Grey) -> _Lines:
    """Return the nearly unbroken lines along the rows of a mask."""
    length = mask.shape[1]
    half = max(1, round(length * _PIECE_SHARE / 2))
    gap = max(3, round(max(mask.shape) * _GAP_SHARE))
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, _row(gap))
    # A line that is not quite straight changes rows: look at three at a time.
    joined = cv2.dilate(joined, np.ones((3, 1), np.uint8))
    share = np.asarray(cv2.blur(joined, (2 * half + 1, 1), borderType=cv2.BORDER_CONSTANT))
    rows = np.flatnonzero(share.max(axis=1) >= _SOLID)
    on = share[rows] >= _SOLID
    start = np.maximum(on.argmax(axis=1) - half, 0)
    end = np.minimum(length - on[:, ::-1].argmax(axis=1) + half, length)
    runs = end - start
    filled = on.sum(axis=1) + 2 * half >= _LEAST_FILL * runs
    keep = filled & (runs >= _LEAST_SIDE_SHARE * length)
    return _Lines(rows[keep], start[keep], end[keep])


def _row(length: int) -> Grey:
    return np.ones((1, length), np.uint8)


def _sides(upright: _Lines, level: _Lines) -> tuple[list[_Side], list[_Side]]:
    """Return (x, top, bottom) of the upright lines at whose ends level lines start, and where they end."""
    at_top, at_bottom = _near(upright.start, level.at), _near(upright.end, level.at)
    left, right = _near(upright.at, level.start), _near(upright.at, level.end)
    columns = np.stack([upright.at, upright.start, upright.end], axis=1)
    lefts, rights = (
        columns[(at_top & side).any(axis=1) & (at_bottom & side).any(axis=1)] for side in (left, right)
    )
    return [tuple(row) for row in lefts.tolist()], [tuple(row) for row in rights.tolist()]


def _near(some: NDArray[np.intp], others: NDArray[np.intp]) -> NDArray[np.bool_]:
    return np.asarray(np.abs(others - some[:, None]) <= _CORNER_PX, dtype=np.bool_)


def _boxes(lefts: list[_Side], rights: list[_Side]) -> list[_Box]:
    """Return (x0, y0, x1, y1) for every left and right side of the same height."""
    return [
        (left[0], left[1], right[0], left[2])
        for left in lefts
        for right in rights
        if right[0] > left[0]
        and abs(left[1] - right[1]) <= _CORNER_PX
        and abs(left[2] - right[2]) <= _CORNER_PX
    ]


def _cut_off(box: _Box, page: Sketch) -> bool:
    """Tell whether the lines end only because the picture does, as a grid's lines on a close-up."""
    gaps = (box[0], box[1], page.width - box[2], page.height - box[3])
    edge = _EDGE_SHARE * max(page.width, page.height)
    return sum(gap <= edge for gap in gaps) >= 2


def _inside(ink: Grey, box: _Box) -> Rect:
    x0, y0, x1, y1 = box
    within = ink[y0:y1], ink[:, x0:x1].T
    return Rect(
        _peak(within[0], x0) + _INSET_PX, _peak(within[1], y0) + _INSET_PX,
        _peak(within[0], x1) - _INSET_PX, _peak(within[1], y1) - _INSET_PX,
    )  # fmt: skip


def _peak(ink: Grey, near: int) -> float:
    """Return the centre of the line near a column: the darkest pixel and its two neighbours, weighed."""
    first = max(0, near - _CORNER_PX)
    near_by = np.ascontiguousarray(ink[:, first : near + _CORNER_PX + 1])
    window = np.ravel(cv2.reduce(near_by, 0, cv2.REDUCE_AVG, dtype=cv2.CV_32F))
    best = int(window.argmax())
    low, high = max(0, best - 2), best + 3
    weights = window[low:high] - window.min() + 1e-9
    return float(first + low + (weights * np.arange(len(weights))).sum() / weights.sum()) + 0.5
