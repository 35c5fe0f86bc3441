"""The sheet of paper on a photograph that shows the table around it: its four corners."""

from functools import cache
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.sketch import Grey, Sketch, reduced

Floats = NDArray[np.float64]

_LONGEST_PX: Final = 280
_INK_PX: Final = 9
_RIM_SHARE: Final = 0.012
_DARKER: Final = 0.86
"""A rim with at least one side darker than this share of the paper may be a table."""
_STEP: Final = 9
"""Thirtieths of a doubling of brightness within three pixels that stop a way over the table."""
_LEAST_AREA, _SOLID = 0.25, 0.93
_REACH_SHARE: Final = 0.02
_PROFILES: Final = 60
_END_SHARE: Final = 0.06
_LEAST_STEP: Final = 0.10
_CLOSE_PX: Final = 2.5
_LEAST_FOUND: Final = 0.6
_ROUNDS: Final = 5
_OPPOSITE: Final = 0.6
_LEAST_ANGLE_DEG: Final = 60.0


def shows_surround(page: Sketch) -> bool:
    """Tell whether a picture is darker at its rim than paper is; flat pages are told by that at once."""
    return _has_surround(_small(page.picture)[0])


def find_paper(page: Sketch) -> Floats | None:
    """Return the corners (4, 2) of a sheet in pixels of the sketch, clockwise from the top left, or None.

    All four edges must be seen as the step from something darker to paper.
    """
    small, factor = _small(page.picture)
    if not _has_surround(small):
        return None
    rough = _quadrilateral(_sheet(small))
    if rough is None:
        return None
    edges = [_edge(page.picture, rough[i] * factor, rough[(i + 1) % 4] * factor) for i in range(4)]
    if any(edge is None for edge in edges):
        return None
    corners = np.array([np.cross(edges[i - 1], edges[i]) for i in range(4)])  # type: ignore[arg-type]
    if np.any(np.abs(corners[:, 2]) < 1e-9):
        return None
    found = np.asarray(corners[:, :2] / corners[:, 2:], np.float64)
    return found if _is_sheet(found, (page.width, page.height)) else None


def _small(picture: NDArray[np.uint8]) -> tuple[Grey, int]:
    """Return the brightness of a small copy, without what is drawn on it, and how much smaller it is."""
    small, factor = reduced(picture, max(1, round(max(picture.shape[:2]) / _LONGEST_PX)))
    red, green, blue = cv2.split(small)
    light = cv2.max(cv2.max(red, green), blue)
    # As if the table went on beyond the picture: a narrow strip of it is no ink.
    wide = cv2.copyMakeBorder(light, *(_INK_PX,) * 4, cv2.BORDER_REPLICATE)
    plain = cv2.morphologyEx(wide, cv2.MORPH_CLOSE, np.ones((_INK_PX, _INK_PX), np.uint8))
    return np.asarray(plain[_INK_PX:-_INK_PX, _INK_PX:-_INK_PX], np.uint8), factor


def _has_surround(small: Grey) -> bool:
    """Tell whether the picture is darker at its rim than paper is: flat pages are told by that at once."""
    rim = max(1, round(_RIM_SHARE * max(small.shape)))
    paper = float(np.median(small[small.shape[0] // 4 : -small.shape[0] // 4]))
    sides = (small[:rim], small[-rim:], small[:, :rim], small[:, -rim:])
    return min(float(np.median(side)) for side in sides) < _DARKER * paper


def _sheet(small: Grey) -> Grey:
    """Return 1 where no way leads from the rim without a step in brightness, 0 elsewhere."""
    # Steps are shares of the brightness: the shadow over a sheet and its table is the same.
    logs = np.asarray(cv2.LUT(small, _logarithms()), np.uint8)
    steps = cv2.morphologyEx(logs, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    _, parts = cv2.connectedComponents((steps < _STEP).view(np.uint8), connectivity=4)
    outer = np.unique(np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]]))
    inner = np.ones(int(parts.max()) + 1, np.uint8)
    inner[outer[outer > 0]] = 0
    return np.asarray(inner[parts], np.uint8)


@cache
def _logarithms() -> Grey:
    return np.asarray(np.log2(np.maximum(np.arange(256), 8)) * 30, np.uint8)


def _quadrilateral(sheet: Grey) -> Floats | None:
    """Return the corners of the largest part if it fills a quadrilateral, clockwise from the top left."""
    contours, _ = cv2.findContours(sheet, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = max(contours, key=cv2.contourArea, default=None)
    if largest is None or cv2.contourArea(largest) < _LEAST_AREA * sheet.size:
        return None
    hull = cv2.convexHull(largest)
    if len(hull) < 4 or cv2.contourArea(largest) < _SOLID * cv2.contourArea(hull):
        return None
    corners = np.asarray(cv2.approxPolyN(hull, 4, approxCurve=None, ensure_convex=True), np.float64)
    corners = corners.reshape(-1, 2) + 0.5
    if len(corners) != 4 or cv2.contourArea(hull) < _SOLID * cv2.contourArea(corners.astype(np.float32)):
        return None
    around = np.arctan2(*(corners - corners.mean(axis=0)).T[::-1])
    corners = corners[np.argsort(around)]
    return np.roll(corners, -int(corners.sum(axis=1).argmin()), axis=0)


def _edge(picture: NDArray[np.uint8], start: Floats, end: Floats) -> Floats | None:
    """Return the line (3,) along which the picture steps from dark to paper near a side, None where none is.

    Paper lies to the right of the way from start to end.
    """
    length = float(np.linalg.norm(end - start))
    along = (end - start) / max(length, 1e-9)
    inward = np.array([-along[1], along[0]])
    reach = max(6, round(_REACH_SHARE * max(picture.shape)))
    offsets = np.arange(-reach, reach + 1)
    middles = start + np.linspace(_END_SHARE, 1 - _END_SHARE, _PROFILES)[:, None] * (end - start)
    places = (middles[:, None] + offsets[None, :, None] * inward - 0.5).astype(np.float32)
    across, down = places[..., 0], places[..., 1]
    sampled = cv2.remap(picture, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    steps, strong = _steps(np.asarray(sampled, np.float64).max(axis=2), offsets)
    if strong.mean() < _LEAST_FOUND:
        return None
    points = middles[strong] + steps[strong, None] * inward
    return _line(points)


def _steps(profiles: Floats, offsets: NDArray[np.int64]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return where each profile steps up most, to a part of a pixel, and whether it does at all."""
    change = np.diff(cv2.blur(profiles, (3, 1)), axis=1)
    best = change[:, 1:-1].argmax(axis=1) + 1
    rows = np.arange(len(change))
    before, here, after = (change[rows, best + i] for i in (-1, 0, 1))
    bend = before - 2 * here + after
    offset = np.where(bend < 0, 0.5 * (before - after) / np.where(bend < 0, bend, 1), 0.0)
    level = profiles.max(axis=1)
    return offsets[best] + 0.5 + np.clip(offset, -1, 1), here >= _LEAST_STEP * level / 2


def _line(points: Floats) -> Floats | None:
    """Return the line through most of the points, None where they do not lie on one."""
    weights = np.ones(len(points))
    normal, middle = np.zeros(2), points.mean(axis=0)
    for _ in range(_ROUNDS):
        middle = (points * weights[:, None]).sum(axis=0) / weights.sum()
        normal = np.linalg.svd((points - middle) * weights[:, None])[2][-1]
        away = np.abs((points - middle) @ normal)
        weights = 1 / (1 + (away / max(1.0, float(np.median(away)))) ** 2)
    if (np.abs((points - middle) @ normal) <= _CLOSE_PX).mean() < _LEAST_FOUND:
        return None
    return np.array([*normal, -normal @ middle])


def _is_sheet(corners: Floats, size: tuple[int, int]) -> bool:
    """Tell whether corners may be those of a sheet that lies whole on the picture."""
    slack = _REACH_SHARE * max(size)
    if np.any(corners < -slack) or np.any(corners > np.array(size) + slack):
        return False
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.linalg.norm(sides, axis=1)
    if min(lengths[i] / lengths[i - 2] for i in range(4)) < _OPPOSITE:
        return False
    before = np.roll(sides, 1, axis=0)
    cosines = (sides * before).sum(axis=1) / (lengths * np.roll(lengths, 1))
    return bool(np.all(np.abs(cosines) <= np.cos(np.deg2rad(_LEAST_ANGLE_DEG))))
