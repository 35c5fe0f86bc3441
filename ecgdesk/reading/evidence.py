"""Figures on a crop: how much there is to see, how well, and whether it looks like an ECG."""

from dataclasses import dataclass, fields

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, Point, Rect, Size, map_points, straight_transform
from ecgdesk.core.placing import quarter_turns
from ecgdesk.reading.edges import EDGES, at_border, ends, strong
from ecgdesk.reading.eye import Glance, glance, look_at
from ecgdesk.reading.quantile import percentile
from ecgdesk.reading.sketch import Grey, Sketch
from ecgdesk.reading.skew import Lines
from ecgdesk.reading.upright import Leaning, leaning
from ecgdesk.reading.wave_shape import WaveShape, curves, wave_shape

_SEPARATOR_SHARE = 0.1
_PIECE_SHARE, _THICKEST_PX, _TALLEST_SHARE = 0.04, 9, 0.6
_FLATTEST_PX, _FLATTEST_SLOPE = 3, 0.009
_RULE_SHARE = 0.15
_PEAK_SHARE = 0.04
_LETTER_PX, _LETTER_ASPECT = (4, 20), 1.8
_PAPER_GRID, _PAPER_REACH, _COARSER = (64, 48), 5, 4
_PAPER_SHARE = 0.7
_FAINT_INK = 6
_STEEPEST, _SPAN_PX = 99.5, 2

Strokes = NDArray[np.int64]
"""One row for each connected stroke: x0, y0, x1, y1, area; far edges excluded."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the paper and what is drawn on it look like as a whole.

    `paper`: part of the picture that is as bright as its paper. `colour`: of the paper, 0 to 1. `fine`: part
    that is faint ink, such as a grid's. `tint`: how much of the ink fades in the brightest channel, 0 to 1.
    `rough`: mean darkness of strokes. `letters`: strokes of a letter's size, in hundreds. `letter_share`,
    `trace_share`, `upright_share`: parts of the ink. `rules`: lengths of all level rules over the width.
    """

    paper: float
    colour: float
    fine: float
    tint: float
    rough: float
    letters: float
    letter_share: float
    trace_share: float
    upright_share: float
    rules: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was measured on a crop.

    `width_px`, `height_px`: the crop in pixels of the page. `page_share`: the part of the
    picture that lies in it, 0 to 1.
    `contrast`: darkness of the ink against the paper, 0 to 255. `ink_share`: part of the crop that is
    ink. `trace_rows`: lengths of all continuous traces over the crop's width. `regularity`: how far
    straight parallel lines stand out, 1 for not at all. `sharpness`: steepest change over contrast, 0.5
    for crisp lines. `evenness`: darkest paper over brightest. `brightness`: of the paper, 0 to 255.
    `cut_top` to `cut_right`: how many strokes the crop's edge runs through; `page_top` to `page_right`: how
    many the page's.
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
    cut_left: float
    cut_right: float
    page_top: float
    page_bottom: float
    page_left: float
    page_right: float

    def figures(self) -> dict[str, float]:
        """Return the figures by name, rounded for reports."""
        return {field.name: round(float(getattr(self, field.name)), 3) for field in fields(self)}


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """All that was measured on a crop."""

    evidence: Evidence
    look: Look
    shape: WaveShape
    lines: Lines
    leaning: Leaning


def measure(pixels: NDArray[np.uint8], crop: Crop, page: Glance | None = None) -> Seen:
    """Return the figures of a crop of an RGB page; masks count as paper. `page` saves time."""
    page = page or glance(pixels)
    part = look_at(pixels, crop, page.sketch)
    height, width = pixels.shape[:2]
    share = page_share(crop, (width, height))
    found = page.lines
    lines = found if quarter_turns(crop) % 2 == 0 else _swapped(found)
    return _measured(part, lines, crop, (width, height), share, page.sketch)


def page_share(crop: Crop, size: Size) -> float:
    """Return which part of a loaded page of this size lies in the crop, 0 to 1.

    What a turned or straightened page has beyond its picture is no part of it.
    """
    there, _ = straight_transform(size, crop.rotation_deg, crop.corners)
    r = crop.rect
    corners: list[Point] = [(r.x0, r.y0), (r.x1, r.y0), (r.x1, r.y1), (r.x0, r.y1)]
    here = np.array(map_points(np.linalg.inv(there).astype(np.float64), corners), dtype=np.float32)
    width, height = size
    picture = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    common, _ = cv2.intersectConvexConvex(here, picture)
    return min(1.0, max(0.0, float(common) / (width * height)))


def on_its_side(pixels: NDArray[np.uint8], crop: Crop, page: Glance) -> Seen:
    """Return the figures of a crop as if the page were turned by a quarter to the left."""
    part, lines = look_at(pixels, crop, page.sketch), page.lines
    turned = Sketch(_quarter(part.picture), _quarter(part.ink), _quarter(part.strokes), part.factor)
    whole = Crop(Rect(0, 0, crop.rect.height, crop.rect.width))
    size = (round(crop.rect.height), round(crop.rect.width))
    return _measured(turned, _swapped(lines), whole, size, 1.0)


def _swapped(lines: Lines) -> Lines:
    """Return the lines of a page turned by a quarter."""
    return Lines(0.0, lines.stand_out, lines.level, lines.upright)


def _quarter(plane: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(np.rot90(plane))


def _measured(
    part: Sketch, lines: Lines, crop: Crop, size: Size, share: float, page: Sketch | None = None
) -> Seen:
    contrast, ink = _ink(part)
    drawn = _strokes(ink, part)
    is_trace = _are_traces(drawn.found, part)
    traces, large = drawn.found[is_trace], _large(drawn.found, part)
    light = _light(part.picture)
    at = ends(traces.astype(np.float64), large.astype(np.float64), crop, size, (part.width, part.height))
    rim = at_border(page.strokes, contrast, crop, page.factor) if page is not None else {}
    evidence = Evidence(
        width_px=crop.rect.width,
        height_px=crop.rect.height,
        page_share=share,
        contrast=contrast,
        ink_share=cv2.countNonZero(ink) / ink.size,
        trace_rows=float((traces[:, 2] - traces[:, 0]).sum() / part.width),
        regularity=lines.stand_out,
        sharpness=_sharpness(part.picture, contrast),
        evenness=light.evenness,
        brightness=light.brightness,
        **{f"cut_{edge}": at.crop[edge] for edge in EDGES},
        page_top=max(at.page["top"], rim.get("top", 0)),
        page_bottom=max(at.page["bottom"], rim.get("bottom", 0)),
        page_left=rim.get("left", at.page["left"]),
        page_right=rim.get("right", at.page["right"]),
    )
    waves = curves(drawn.rest, drawn.labels, drawn.found, is_trace)
    letters = drawn.found[_are_letters(drawn.found)]
    places = (letters[:, :2] + letters[:, 2:4]) / 2 / (part.width, part.height)
    look, shape = _look(part, ink, drawn, is_trace, light), wave_shape(waves, part.height)
    return Seen(evidence, look, shape, lines, leaning(waves, places, part.height))


def trace_points(pixels: NDArray[np.uint8], crop: Crop, page: Glance | None = None) -> NDArray[np.float64]:
    """Return where the ink of continuous traces lies in a crop, (n, 2) x and y on the straightened page."""
    part = look_at(pixels, crop, (page or glance(pixels)).sketch)
    drawn = _strokes(_ink(part)[1], part)
    is_trace = np.concatenate(([False], _are_traces(drawn.found, part)))
    rows, columns = np.nonzero(is_trace[drawn.labels])
    places = (np.column_stack([columns, rows]) + 0.5) / (part.width, part.height)
    rect = crop.rect
    return np.asarray(places * (rect.width, rect.height) + (rect.x0, rect.y0), dtype=np.float64)


def _ink(page: Sketch) -> tuple[float, Grey]:
    """Return the contrast of what is drawn, and where it is."""
    contrast = percentile(page.strokes[::2, ::2], 99.7)
    return contrast, (page.strokes >= strong(contrast)).view(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """Connected strokes, each pixel's stroke counted from 1, and the ink without long upright lines."""

    found: Strokes
    labels: NDArray[np.int32]
    rest: Grey


def _strokes(ink: Grey, page: Sketch) -> _Drawn:
    """Return every connected stroke.

    Lines between columns of leads join the traces of all rows: they are taken out first.
    """
    length = max(5, round(_SEPARATOR_SHARE * page.height))
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    rest = cv2.subtract(ink, cv2.dilate(upright, np.ones((1, 3), np.uint8)))
    # Grana's way takes a third of the time of OpenCV's own choice.
    _, labels, stats, _ = cv2.connectedComponentsWithStatsWithAlgorithm(rest, 8, cv2.CV_32S, cv2.CCL_GRANA)
    found = np.asarray(stats, dtype=np.int64)[1:]
    found[:, 2:4] += found[:, :2]
    return _Drawn(found, np.asarray(labels, dtype=np.int32), np.asarray(rest, np.uint8))


def _are_traces(strokes: Strokes, page: Sketch) -> NDArray[np.bool_]:
    """Return which strokes are continuous pieces that run across like a trace."""
    width, height = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]
    thin = strokes[:, 4] <= _THICKEST_PX * width
    flat = height <= np.maximum(_FLATTEST_PX, _FLATTEST_SLOPE * width)
    long = width >= _PIECE_SHARE * page.width
    return np.asarray(long & thin & ~flat & (height <= _TALLEST_SHARE * page.height), dtype=np.bool_)


def _are_letters(strokes: Strokes) -> NDArray[np.bool_]:
    width, height = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]
    low, high = _LETTER_PX
    fits = (height >= low) & (height <= high) & (width <= _LETTER_ASPECT * height)
    return np.asarray(fits, dtype=np.bool_)


def _large(strokes: Strokes, page: Sketch) -> Strokes:
    """Return the strokes that are no specks and no letters, such as the rest of a peak."""
    width, height = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]
    keep = (width >= _PIECE_SHARE * page.width) | (height >= _PEAK_SHARE * page.height)
    return np.asarray(strokes[keep])


def _look(part: Sketch, ink: Grey, drawn: _Drawn, is_trace: NDArray[np.bool_], light: "_Light") -> Look:
    strokes = drawn.found
    width, height, area = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1], strokes[:, 4]
    letter = _are_letters(strokes)
    flat = height <= np.maximum(_FLATTEST_PX, _FLATTEST_SLOPE * width)
    rule = flat & (width >= _RULE_SHARE * part.width)
    all_ink = max(1, cv2.countNonZero(ink))
    some_ink, some_strokes = part.ink[::2, ::2], part.strokes[::2, ::2]
    dark, pale = float(cv2.mean(some_ink)[0]), float(cv2.mean(some_strokes)[0])
    return Look(
        paper=light.paper,
        colour=light.colour,
        fine=float(np.count_nonzero(some_ink >= _FAINT_INK) / some_ink.size),
        tint=1 - pale / max(dark, 1e-6),
        rough=pale,
        letters=float(letter.sum() / 100),
        letter_share=float(area[letter].sum() / all_ink),
        trace_share=float(area[is_trace].sum() / all_ink),
        upright_share=1 - float(area.sum()) / all_ink,
        rules=float(width[rule].sum() / part.width),
    )


def _sharpness(picture: NDArray[np.uint8], contrast: float) -> float:
    """Return how steep the steepest places are, in parts of the contrast a pixel; on every second row."""
    grey = np.ascontiguousarray(picture[::2, :, 1])
    if grey.shape[1] < _SPAN_PX + 1:
        return 0.0
    change = cv2.absdiff(grey[:, _SPAN_PX:], grey[:, :-_SPAN_PX])
    return percentile(np.asarray(change[:, ::2], np.uint8), _STEEPEST) / _SPAN_PX / max(1.0, contrast)


@dataclass(frozen=True, slots=True)
class _Light:
    """The paper's evenness, brightness, part of the picture and colour."""

    evenness: float
    brightness: float
    paper: float
    colour: float


def _light(picture: NDArray[np.uint8]) -> _Light:
    some = np.ascontiguousarray(picture[::_COARSER, ::_COARSER])
    coarse = np.asarray(cv2.resize(some, _PAPER_GRID, interpolation=cv2.INTER_AREA))
    brightest = coarse.max(axis=2)
    paper = np.asarray(cv2.dilate(brightest, np.ones((_PAPER_REACH, _PAPER_REACH), np.uint8)))
    dark, bright = (float(value) for value in np.percentile(paper, (5, 95)))
    return _Light(
        evenness=dark / max(1.0, bright),
        brightness=bright,
        paper=float((brightest >= _PAPER_SHARE * bright).mean()),
        colour=float((1 - coarse.min(axis=2) / np.maximum(brightest, 1)).mean()),
    )
