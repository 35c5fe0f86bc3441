"""Laying photographs straight: where the sheet's corners are, and what that is worth for what is read.

Drawn pages of varied looks are photographed with the table around the sheet, corners known. "Close-ups" are
the same pictures cut down to paper only: there the grid's lines tell, and the error is by how much the
sheet's edges lean afterwards. Errors of corners are the worst corner's, as a share of the sheet's diagonal.
"before" is read without laying straight. Pages that are flat must stay as they are.
"""

from collections.abc import Iterator
from statistics import median
from typing import Final
from unittest.mock import patch

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.reading.drawn import Drawn, drawn_page
from benchmarks.reading.figure import Figure, share
from benchmarks.reading.reader import read
from benchmarks.reading.score import scores
from benchmarks.reading.sets import Sets
from benchmarks.reading.tables.traces import look
from ecgdesk.core.geometry import straight_transform
from ecgdesk.reading.degrade import Level
from ecgdesk.reading.perspective import find_corners
from ecgdesk.reading.sketch import sketch

Floats = NDArray[np.float64]

PAGES: Final = 24
LEVELS: Final[tuple[Level, ...]] = ("light", "medium")
_INSIDE_PX: Final = 6


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield the rows."""
    yield from _flat(sets)
    for level in LEVELS:
        records = enumerate(sets.ptb_xl(PAGES))
        pages = [drawn_page(signal, look(seed), level, seed) for seed, (_, signal) in records]
        yield from _corners(level, pages)
        yield from _close_ups(level, pages)
        yield from _worth(level, pages)


def _flat(sets: Sets) -> Iterator[Figure]:
    for name, pages in (("ecg-cardiac", sets.cardiac()), ("LUDB pages", sets.ludb_pages())):
        yield share(f"{name}: left as they are", [find_corners(sketch(page)) is None for _, page in pages], 1)
    laid = [find_corners(sketch(page)) is not None for _, page in sets.photos()]
    yield share("ecg-photos: laid straight", laid)


def _corners(level: Level, pages: list[Drawn]) -> Iterator[Figure]:
    found = [find_corners(sketch(page.pixels)) for page in pages]
    by_paper = [one is not None and one.by == "paper" for one in found]
    yield share(f"{level}: the sheet's corners are found", by_paper)
    errors = [
        float(np.linalg.norm(np.array(one.corners) - _edges(page), axis=1).max() / _diagonal(page))
        for one, page in zip(found, pages, strict=True)
        if one is not None and one.by == "paper"
    ]
    yield Figure(f"{level}: error of corners, median", median(errors), len(errors), form=".5f")
    yield Figure(f"{level}: error of corners, largest", max(errors), len(errors), form=".5f")


def _close_ups(level: Level, pages: list[Drawn]) -> Iterator[Figure]:
    left, laid = [], []
    for page in pages:
        corners = _edges(page)
        low = np.ceil(np.maximum(corners[0], [corners[3][0], corners[1][1]])).astype(int) + _INSIDE_PX
        high = np.floor(np.minimum(corners[2], [corners[1][0], corners[3][1]])).astype(int) - _INSIDE_PX
        picture = np.ascontiguousarray(page.pixels[low[1] : high[1], low[0] : high[0]])
        found = find_corners(sketch(picture))
        laid.append(found is not None)
        if found is not None:
            flat, _ = straight_transform((0, 0), 0.0, found.corners)
            moved = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1]], np.float64)
            left.append(_lean(flat @ moved @ page.matrix, page))
    yield share(f"{level}, close-ups: laid straight by lines", laid)
    if left:
        yield Figure(f"{level}, close-ups: lean left, degrees, median", median(left), len(left), form=".2f")
        yield Figure(f"{level}, close-ups: lean left, degrees, largest", max(left), len(left), form=".2f")


def _worth(level: Level, pages: list[Drawn]) -> Iterator[Figure]:
    for what in ("before", "after"):
        decibels, errors = [], []
        for page in pages:
            if what == "before":
                with patch("ecgdesk.reading.crop.find_corners", return_value=None):
                    reading, crop = read(page.pixels)
            else:
                reading, crop = read(page.pixels)
            decibels += [score.snr for score in scores(reading, page.signal, page.page)]
            if reading.scale is not None:
                middle = (crop.rect.x0 + crop.rect.x1) / 2, (crop.rect.y0 + crop.rect.y1) / 2
                pairs = zip(
                    (reading.scale.px_per_mm_x, reading.scale.px_per_mm_y), page.grid_px(middle, crop),
                    strict=True,
                )  # fmt: skip
                errors += [abs(float(np.log(one / true))) for one, true in pairs]
        yield Figure(f"{level}, {what}: SNR, dB", median(decibels), len(decibels), form=".2f")
        low = float(np.percentile(decibels, 10))
        yield Figure(f"{level}, {what}: SNR, 10th percentile, dB", low, len(decibels), form=".2f")
        yield Figure(f"{level}, {what}: error of the scale, median", median(errors), len(errors), form=".5f")


def _edges(page: Drawn) -> Floats:
    """Return the true corners of a sheet on its photograph."""
    return np.asarray(cv2.perspectiveTransform(_sheet(page)[None], page.matrix)[0], np.float64)


def _sheet(page: Drawn) -> Floats:
    height, width = page.page.pixels.shape[:2]
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)


def _diagonal(page: Drawn) -> float:
    return float(np.hypot(*page.page.pixels.shape[:2]))


def _lean(matrix: Floats, page: Drawn) -> float:
    corners = cv2.perspectiveTransform(_sheet(page)[None], matrix)[0]
    sides = np.roll(corners, -1, axis=0) - corners
    angles = np.degrees(np.arctan2(sides[:, 1], sides[:, 0])) - np.array([0, 90, 180, 270])
    return float(np.abs((angles + 180) % 360 - 180).max())
