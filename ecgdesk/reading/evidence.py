"""Figures on a crop: how much there is to see, how well, and whether it looks like an ECG."""

from dataclasses import dataclass, fields

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.reading.quantile import percentile
from ecgdesk.reading.sketch import LONGEST_SIDE_PX, Grey, Sketch, reduced, sketch
from ecgdesk.reading.skew import regularity
from ecgdesk.reading.straighten import cut

_LEAST_STROKE, _STROKE_SHARE = 12.0, 0.4
_SEPARATOR_SHARE = 0.1
_PIECE_SHARE, _THICKEST_PX, _TALLEST_SHARE = 0.04, 9, 0.6
_FLATTEST_PX, _FLATTEST_SLOPE = 3, 0.009
_PEAK_SHARE = 0.04
_PAPER_GRID, _PAPER_REACH, _COARSER = (64, 48), 5, 4
_STEEPEST_SHARE, _SOBEL_GAIN = 0.995, 8

Strokes = NDArray[np.int64]
"""One row for each connected stroke: x0, y0, x1, y1, area; far edges excluded."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was measured on a crop.

    `width_px`, `height_px`: the crop in pixels of the page. `page_share`: its part of the page.
    `contrast`: darkness of the ink against the paper, 0 to 255. `ink_share`: part of the crop that is
    ink. `trace_rows`: lengths of all continuous traces over the crop's width. `regularity`: how far
    straight parallel lines stand out, 1 for not at all. `sharpness`: steepest change over contrast, 0.5
    for crisp lines. `evenness`: darkest paper over brightest. `brightness`: of the paper, 0 to 255.
    `cut_top`, `cut_bottom`: how many strokes the crop's edge runs through.
    """

    width_px: float
    height_px: float
    page_share: float
    contrast: float
    ink_share: float
    trace_rows: float
    regularity: float
    sharpness: float
    evenness: float
    brightness: float
    cut_top: float
    cut_bottom: float

    def figures(self) -> dict[str, float]:
        """Return the figures by name, rounded for reports."""
        return {field.name: round(float(getattr(self, field.name)), 3) for field in fields(self)}


def measure(pixels: NDArray[np.uint8], crop: Crop) -> Evidence:
    """Return the figures of a crop of an RGB page; masks count as paper."""
    picture = _small(pixels, crop)
    page = sketch(picture)
    contrast, ink = _ink(page)
    strokes, _ = _strokes(ink, page)
    traces, large = strokes[_are_traces(strokes, page)], _large(strokes, page)
    evenness, brightness = _light(picture)
    return Evidence(
        width_px=crop.rect.width,
        height_px=crop.rect.height,
        page_share=crop.rect.width * crop.rect.height / (pixels.shape[0] * pixels.shape[1]),
        contrast=contrast,
        ink_share=cv2.countNonZero(ink) / ink.size,
        trace_rows=float((traces[:, 2] - traces[:, 0]).sum() / page.width),
        regularity=regularity(page),
        sharpness=_sharpness(picture, contrast),
        evenness=evenness,
        brightness=brightness,
        cut_top=float((large[:, 1] <= 0).sum()),
        cut_bottom=float((large[:, 3] >= page.height).sum()),
    )


def trace_points(pixels: NDArray[np.uint8], crop: Crop) -> NDArray[np.float64]:
    """Return where the ink of continuous traces lies in a crop, (n, 2) x and y on the straightened page."""
    page = sketch(_small(pixels, crop))
    strokes, labels = _strokes(_ink(page)[1], page)
    is_trace = np.concatenate(([False], _are_traces(strokes, page)))
    rows, columns = np.nonzero(is_trace[labels])
    places = (np.column_stack([columns, rows]) + 0.5) / (page.width, page.height)
    rect = crop.rect
    return np.asarray(places * (rect.width, rect.height) + (rect.x0, rect.y0), dtype=np.float64)


def _small(pixels: NDArray[np.uint8], crop: Crop) -> NDArray[np.uint8]:
    """Return the cut crop at the scale of a sketch."""
    factor = max(1, round(max(crop.rect.width, crop.rect.height) / LONGEST_SIDE_PX))
    if factor == 1 or (crop.corners is None and crop.rotation_deg % 360 == 0):
        return reduced(cut(pixels, crop))[0]
    # Turning is dear: turn a copy that is already small.
    return cut(reduced(pixels, factor)[0], _scaled(crop, 1 / factor))


def _scaled(crop: Crop, by: float) -> Crop:
    corners = crop.corners and tuple((x * by, y * by) for x, y in crop.corners)
    masks = tuple(_times(mask, by) for mask in crop.masks)
    return Crop(_times(crop.rect, by), crop.rotation_deg, corners, masks, crop.origin)  # type: ignore[arg-type]


def _times(rect: Rect, by: float) -> Rect:
    return Rect(rect.x0 * by, rect.y0 * by, rect.x1 * by, rect.y1 * by)


def _ink(page: Sketch) -> tuple[float, Grey]:
    """Return the contrast of what is drawn, and where it is."""
    contrast = percentile(page.strokes[::2, ::2], 99.7)
    return contrast, (page.strokes >= max(_LEAST_STROKE, _STROKE_SHARE * contrast)).view(np.uint8)


def _strokes(ink: Grey, page: Sketch) -> tuple[Strokes, NDArray[np.int32]]:
    """Return x0, y0, x1, y1 and area of every connected stroke, and each pixel's stroke, counted from 1.

    Lines between columns of leads join the traces of all rows: they are taken out first.
    """
    length = max(5, round(_SEPARATOR_SHARE * page.height))
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    rest = cv2.subtract(ink, cv2.dilate(upright, np.ones((1, 3), np.uint8)))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
    found = np.asarray(stats, dtype=np.int64)[1:]
    found[:, 2:4] += found[:, :2]
    return found, np.asarray(labels, dtype=np.int32)


def _are_traces(strokes: Strokes, page: Sketch) -> NDArray[np.bool_]:
    """Return which strokes are continuous pieces that run across like a trace."""
    width, height = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]
    thin = strokes[:, 4] <= _THICKEST_PX * width
    flat = height <= np.maximum(_FLATTEST_PX, _FLATTEST_SLOPE * width)
    long = width >= _PIECE_SHARE * page.width
    return np.asarray(long & thin & ~flat & (height <= _TALLEST_SHARE * page.height), dtype=np.bool_)


def _large(strokes: Strokes, page: Sketch) -> Strokes:
    """Return the strokes that are no specks and no letters, such as the rest of a peak."""
    width, height = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]
    keep = (width >= _PIECE_SHARE * page.width) | (height >= _PEAK_SHARE * page.height)
    return np.asarray(strokes[keep])


def _sharpness(picture: NDArray[np.uint8], contrast: float) -> float:
    across, down = cv2.spatialGradient(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY))
    some = (np.asarray(change[::2, ::2], dtype=np.float32) for change in (across, down))
    steepness = cv2.magnitude(*some).ravel()
    steepest = np.partition(steepness, place := round(_STEEPEST_SHARE * (steepness.size - 1)))[place]
    return float(steepest / _SOBEL_GAIN / max(1.0, contrast))


def _light(picture: NDArray[np.uint8]) -> tuple[float, float]:
    """Return the paper's evenness and its brightness."""
    coarse = cv2.resize(reduced(picture, _COARSER)[0], _PAPER_GRID, interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(np.asarray(coarse).max(axis=2), np.ones((_PAPER_REACH, _PAPER_REACH), np.uint8))
    darkest, brightest = np.percentile(np.asarray(paper), (5, 95))
    return float(darkest / max(1.0, brightest)), float(brightest)
