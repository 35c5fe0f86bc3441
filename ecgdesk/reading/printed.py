"""Paper speed and gain as they are printed above or below the tracing, such as "25mm/s 10mm/mV"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, Rect, straight_transform
from ecgdesk.reading.letters import known_shapes, shape_of
from ecgdesk.reading.straighten import cut

Pixels = NDArray[np.uint8]
Boxes = NDArray[np.int64]

_LEAST_STRIP_PX: Final = 8
_LARGE_PX: Final = 1500
"""Pages less wide than this are enlarged first: their letters hang together."""
_LETTER_PX: Final = (2, 64)
_WIDEST: Final = 4.0
_DARK: Final = 0.34
_OVER, _SPACE = 0.75, 0.33
_STROKE_PX: Final = 31
_GAP: Final = 1.6
_FEWEST: Final = 4
_FARTHEST: Final = 0.85
_SPEED = re.compile(r"(?:^| )(12\.?5|25|50|100|10|5) ?mm/s")
_GAIN = re.compile(r"(?:^| )(2\.?5|20|10|5) ?mm/m[Vv]")
_SPEED_VALUES: Final = {"125": 12.5}
_GAIN_VALUES: Final = {"25": 2.5}


@dataclass(frozen=True, slots=True)
class Printed:
    """Millimetres of a second and of a millivolt as they are printed; None where that cannot be read."""

    mm_per_s: float | None = None
    mm_per_mv: float | None = None


def read_printed(pixels: Pixels, crop: Crop) -> Printed:
    """Return what is printed below the crop of an RGB page, else above it; two answers are none."""
    speeds: set[float] = set()
    gains: set[float] = set()
    for strip in _strips(pixels, crop):
        for text in lines_of_text(strip):
            speeds |= set(_found(_SPEED, text, _SPEED_VALUES))
            gains |= set(_found(_GAIN, text, _GAIN_VALUES))
    return Printed(_only(speeds), _only(gains))


def lines_of_text(strip: Pixels) -> list[str]:
    """Return what the lines of text in a part of a page say, as far as its letters are known."""
    dark = _darkness(strip)
    boxes = _letter_boxes(dark)
    return [text for line in _lines(boxes) if (text := _text(dark, line))]


def _strips(pixels: Pixels, crop: Crop) -> Iterator[Pixels]:
    """Yield the part of the straightened page below the crop, then the one above it."""
    size = (pixels.shape[1], pixels.shape[0])
    _, (width, height) = straight_transform(size, crop.rotation_deg, crop.corners)
    _, y0, _, y1 = crop.rect.rounded()
    for top, bottom in ((y1, height), (0, y0)):
        if bottom - top < _LEAST_STRIP_PX:
            continue
        strip = cut(pixels, replace(crop, rect=Rect(0, top, width, bottom)))
        if width < _LARGE_PX:
            strip = np.asarray(cv2.resize(strip, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), np.uint8)
        yield strip


def _darkness(strip: Pixels) -> Pixels:
    """Return how dark what is drawn is, as a share of the darkest, 0 to 255; colours fade."""
    red, green, blue = cv2.split(strip)
    light = cv2.max(cv2.max(red, green), blue)
    dark = cv2.morphologyEx(light, cv2.MORPH_BLACKHAT, np.ones((_STROKE_PX, _STROKE_PX), np.uint8))
    most = max(float(np.percentile(dark, 99.8)), 60.0)
    return np.asarray(cv2.convertScaleAbs(dark, alpha=255 / most), np.uint8)


def _letter_boxes(dark: Pixels) -> Boxes:
    """Return the boxes of pieces of a letter's size, (n, 4) x0, y0, x1, y1."""
    ink = (dark >= _DARK * 255).view(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    boxes = np.asarray(stats, np.int64)[1:, :4]
    boxes[:, 2:] += boxes[:, :2]
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    low, high = _LETTER_PX
    keep = (height >= low) & (height <= high) & (width <= _WIDEST * np.maximum(height, 8))
    return np.asarray(boxes[keep], np.int64)


def _lines(boxes: Boxes) -> Iterator[Boxes]:
    """Yield the boxes of each line of text from left to right."""
    left = boxes[np.argsort(boxes[:, 0], kind="stable")]
    chains: list[list[NDArray[np.int64]]] = []
    for box in left:
        height = box[3] - box[1]
        for chain in chains:
            last = max(chain[-4:], key=lambda one: one[3] - one[1])
            tall = max(height, last[3] - last[1])
            level = min(box[3], last[3]) - max(box[1], last[1]) >= 0.5 * min(height, last[3] - last[1])
            if level and box[0] - chain[-1][2] <= _GAP * tall:
                chain.append(box)
                break
        else:
            chains.append([box])
    for chain in chains:
        if len(chain) >= _FEWEST:
            yield np.array(_joined(chain))


def _joined(chain: list[NDArray[np.int64]]) -> list[NDArray[np.int64]]:
    """Return the boxes with those that stand one over the other as one: pieces of a letter."""
    whole: list[NDArray[np.int64]] = []
    for box in chain:
        last = whole[-1] if whole else None
        if last is not None:
            common = min(box[2], last[2]) - max(box[0], last[0])
            if common >= _OVER * min(box[2] - box[0], last[2] - last[0]):
                whole[-1] = np.array([
                    min(box[0], last[0]), min(box[1], last[1]), max(box[2], last[2]), max(box[3], last[3]),
                ])  # fmt: skip
                continue
        whole.append(box)
    return whole


def _text(dark: Pixels, line: Boxes) -> str:
    """Return what a line of boxes says; letters that are like none that is known are left as "?"."""
    heights = line[:, 3] - line[:, 1]
    tall = float(np.percentile(heights, 75))
    standing = line[heights >= 0.7 * tall]
    foot = float(np.median(standing[:, 3]))
    letters = np.stack([shape_of(dark[y0:y1, x0:x1], tall, y1 - foot) for x0, y0, x1, y1 in line.tolist()])
    names, away = known_shapes().read(letters)
    words = [name if far <= _FARTHEST else "?" for name, far in zip(names, away, strict=True)]
    apart = np.r_[0, line[1:, 0] - line[:-1, 2]] > _SPACE * tall
    return "".join(f" {word}" if gap else word for word, gap in zip(words, apart, strict=True))


def _found(pattern: re.Pattern[str], text: str, without_point: Mapping[str, float]) -> Iterator[float]:
    for match in pattern.finditer(text.replace("I", "1").replace("l", "1")):
        # What was 12.5 must not be read as 5 where its point is too faint.
        if match[1] == "5" and text[: match.start()].rstrip(" .").endswith(("1", "I", "2")):
            continue
        yield without_point.get(match[1]) or float(match[1])


def _only(values: set[float]) -> float | None:
    return next(iter(values)) if len(values) == 1 else None
