"""At which edges of a page something is cut off: strokes run into them, or a grid goes on there."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, Size, straight_transform
from ecgdesk.core.placing import as_if_upright, quarter_turns

Edge = Literal["top", "bottom", "left", "right"]
Floats = NDArray[np.float64]

EDGES: Final[tuple[Edge, ...]] = ("top", "bottom", "left", "right")
CUT_STROKES: Final = 2
"""One may be the sheet's own edge or a printed border."""
_MARGIN_SHARE: Final = 0.015
_TOUCH_PX: Final = 3.0
_RIM_PX: Final = 2
_NEAR_SHARE: Final = 0.04
_LEAST_STROKE, _STROKE_SHARE = 12.0, 0.4
_CLEAN: Final = 200.0
_MOST_OF_A_RIM: Final = 0.25
_PULSE_REACH, _PULSE_TALL, _PULSE_LEAST, _PULSE_LEVEL = 0.06, 0.06, 0.02, 0.006
"""Of the width: how far from the rim a pulse ends, its most and least height, the least of its level part."""
_FOOT_PX: Final = 4
_MOST_RUNS: Final = 15
"""More than this are no rows of traces but the lines of a dark grid."""


@dataclass(frozen=True, slots=True)
class Ends:
    """How many strokes end at each edge of a crop, and how many of these edges are the page's own."""

    crop: dict[Edge, int]
    page: dict[Edge, int]


def ends(traces: Floats, large: Floats, crop: Crop, size: Size, part: Size) -> Ends:
    """Return how many strokes end at the edges of a crop and of its page.

    `traces` and `large` are boxes of strokes, (n, 4) x0, y0, x1, y1 in pixels of the crop's sketch, which is
    `part` wide and high; traces end left and right, large strokes at the top and the bottom. `size` is the
    page's; edges are named as they lie once the page is turned.
    """
    crop, size = as_if_upright(crop, size)
    width, height = part
    touch = {
        "top": large[:, 1] <= 1, "bottom": large[:, 3] >= height - 1,
        "left": traces[:, 0] <= 0, "right": traces[:, 2] >= width,
    }  # fmt: skip
    at_crop: dict[Edge, int] = {edge: int(touch[edge].sum()) for edge in EDGES}
    if crop.corners is not None:
        return Ends(at_crop, dict.fromkeys(EDGES, 0))
    if crop.rotation_deg % 360 == 0:
        own = _own_edges(crop, size)
        return Ends(at_crop, {edge: at_crop[edge] if edge in own else 0 for edge in EDGES})
    return Ends(at_crop, _turned(traces, large, crop, size, part))


def strong(contrast: float) -> float:
    """Return the darkness from which on a sketch's strokes count as ink."""
    return max(_LEAST_STROKE, _STROKE_SHARE * contrast)


def at_border(strokes: NDArray[np.uint8], contrast: float, crop: Crop, factor: int) -> dict[Edge, int]:
    """Return how many traces run into those edges of the page that an upright crop comes close to.

    `strokes` is the darkness of the page's sketch, one of its pixels `factor` of the page's. A border or a
    dark surround is no trace. Traces that run into both the left and the right edge tell nothing: close-ups
    of a strip are like that. Edges of which nothing can be said are left out: all of a turned crop, and top
    and bottom of a photograph, where creases and a dark grid look like the rest of a peak.
    """
    strokes = np.rot90(strokes, -quarter_turns(crop))
    height, width = strokes.shape
    crop, _ = as_if_upright(crop, (width, height))
    if crop.corners is not None or crop.rotation_deg % 360 != 0:
        return {}
    ink, rect = strong(contrast), crop.rect
    rows = slice(max(0, int(rect.y0 / factor)), max(1, int(rect.y1 / factor)))
    columns = slice(max(0, int(rect.x0 / factor)), max(1, int(rect.x1 / factor)))
    near_x, near_y = _NEAR_SHARE * width * factor, _NEAR_SHARE * height * factor
    left = 0
    if rect.x0 <= near_x:
        at_left = strokes[rows, :_RIM_PX].max(axis=1) >= ink
        left = _runs(at_left) and _runs(at_left) - _pulses(strokes[rows] >= ink, at_left)
    right = rect.x1 >= width * factor - near_x and _runs(strokes[rows, -_RIM_PX:].max(axis=1) >= ink)
    both = min(left, right) >= CUT_STROKES
    found: dict[Edge, int] = {"left": 0 if both else int(left), "right": 0 if both else int(right)}
    if contrast >= _CLEAN:
        top = rect.y0 <= near_y and _runs(strokes[:_RIM_PX, columns].max(axis=0) >= ink)
        bottom = rect.y1 >= height * factor - near_y and _runs(strokes[-_RIM_PX:, columns].max(axis=0) >= ink)
        found |= {"top": int(top), "bottom": int(bottom)}
    return found


def _runs(ink: NDArray[np.bool_]) -> int:
    if ink.size == 0 or ink.mean() > _MOST_OF_A_RIM:
        return 0
    runs = int(np.count_nonzero(np.diff(ink.astype(np.int8), prepend=0) == 1))
    return runs if runs <= _MOST_RUNS else 0


def _pulses(ink: NDArray[np.bool_], at_left: NDArray[np.bool_]) -> int:
    """Return how many traces begin with a calibration pulse: what begins like that is not cut off there."""
    starts = np.flatnonzero(np.diff(at_left.astype(np.int8), prepend=0) == 1)
    return sum(_pulse_beside(ink, int(row)) for row in starts)


def _pulse_beside(ink: NDArray[np.bool_], row: int) -> bool:
    """Tell whether the trace that starts at a row of the left rim soon runs up, level and down like a box."""
    width = ink.shape[1]
    part = ink[max(0, row - round(_PULSE_TALL * width)) : row + 1, : round(_PULSE_REACH * width)]
    above = np.where(part.any(axis=0), len(part) - part.argmax(axis=0), 0)
    top = int(above.max(initial=0))
    if top < _PULSE_LEAST * width:
        return False
    level = np.flatnonzero(above >= top - 2)
    steps = np.split(level, np.flatnonzero(np.diff(level) > 1) + 1)
    longest = max(steps, key=len)
    before, after = above[: max(0, longest[0] - 2)], above[longest[-1] + 3 :][:_FOOT_PX]
    flanks = [int(side.max(initial=0)) < top / 3 for side in (before, after)]
    return len(longest) >= _PULSE_LEVEL * width and all(flanks)


def _own_edges(crop: Crop, size: Size) -> set[Edge]:
    """Return the edges of an upright crop that are the page's."""
    rect = crop.rect
    gaps = {"top": rect.y0, "bottom": size[1] - rect.y1, "left": rect.x0, "right": size[0] - rect.x1}
    return {edge for edge in EDGES if gaps[edge] <= 1}


def _turned(traces: Floats, large: Floats, crop: Crop, size: Size, part: Size) -> dict[Edge, int]:
    """Return how many strokes end at the page's edges, which run askew through a turned crop."""
    matrix, _ = straight_transform(size, crop.rotation_deg)
    back = np.linalg.inv(matrix)
    scale = np.array([crop.rect.width / part[0], crop.rect.height / part[1]])
    slope = abs(np.tan(np.deg2rad(crop.rotation_deg)))

    def on_page(x: Floats, y: Floats) -> Floats:
        places = np.column_stack([x, y]) * scale + (crop.rect.x0, crop.rect.y0)
        mapped = np.column_stack([places, np.ones(len(places))]) @ back.T
        return np.asarray(mapped[:, :2])

    middle_y, middle_x = traces[:, [1, 3]].mean(axis=1), large[:, [0, 2]].mean(axis=1)
    near_x = _TOUCH_PX * scale[0] + slope * (traces[:, 3] - traces[:, 1]) * scale[1] / 2
    near_y = _TOUCH_PX * scale[1] + slope * (large[:, 2] - large[:, 0]) * scale[0] / 2
    left = int((on_page(traces[:, 0], middle_y)[:, 0] <= near_x).sum())
    right = int((on_page(traces[:, 2], middle_y)[:, 0] >= size[0] - near_x).sum())
    both = min(left, right) >= CUT_STROKES
    return {
        "top": int((on_page(middle_x, large[:, 1])[:, 1] <= near_y).sum()),
        "bottom": int((on_page(middle_x, large[:, 3])[:, 1] >= size[1] - near_y).sum()),
        "left": 0 if both else left,
        "right": 0 if both else right,
    }


def open_edges(crop: Crop, size: Size) -> set[Edge]:
    """Return the edges of the page at which a grid or frame ends only because the page does.

    Paper whose grid reaches every edge is whole: only where there is a margin opposite, and at three edges
    no more than at two, does a grid without one tell of a part that is missing.
    """
    crop, size = as_if_upright(crop, size)
    if crop.origin != "grid" or crop.corners is not None or crop.rotation_deg % 360 != 0:
        return set()
    rect = crop.rect
    gaps = {
        "top": rect.y0 / size[1], "bottom": 1 - rect.y1 / size[1],
        "left": rect.x0 / size[0], "right": 1 - rect.x1 / size[0],
    }  # fmt: skip
    own = _own_edges(crop, size)
    margins = {edge for edge in EDGES if gaps[edge] >= _MARGIN_SHARE}
    whole = len(own) + len(margins) == len(EDGES) and len(margins) >= 2
    return {edge for edge in own if whole and _OPPOSITE[edge] in margins}


_OPPOSITE: Final[dict[Edge, Edge]] = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
