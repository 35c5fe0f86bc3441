"""At which edges of a page something is cut off: strokes run into them, or a grid goes on there."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, Size, straight_transform

Edge = Literal["top", "bottom", "left", "right"]
Floats = NDArray[np.float64]

EDGES: Final[tuple[Edge, ...]] = ("top", "bottom", "left", "right")
CUT_STROKES: Final = 2
"""One may be the sheet's own edge or a printed border."""
_MARGIN_SHARE: Final = 0.015
_TOUCH_PX: Final = 3.0


@dataclass(frozen=True, slots=True)
class Ends:
    """How many strokes end at each edge of a crop, and how many of these edges are the page's own."""

    crop: dict[Edge, int]
    page: dict[Edge, int]


def ends(traces: Floats, large: Floats, crop: Crop, size: Size, part: Size) -> Ends:
    """Return how many strokes end at the edges of a crop and of its page.

    `traces` and `large` are boxes of strokes, (n, 4) x0, y0, x1, y1 in pixels of the crop's sketch, which is
    `part` wide and high; traces end left and right, large strokes at the top and the bottom. `size` is the
    page's.
    """
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
    return {
        "top": int((on_page(middle_x, large[:, 1])[:, 1] <= near_y).sum()),
        "bottom": int((on_page(middle_x, large[:, 3])[:, 1] >= size[1] - near_y).sum()),
        "left": int((on_page(traces[:, 0], middle_y)[:, 0] <= near_x).sum()),
        "right": int((on_page(traces[:, 2], middle_y)[:, 0] >= size[0] - near_x).sum()),
    }


def open_edges(crop: Crop, size: Size) -> set[Edge]:
    """Return the edges of the page at which a grid or frame ends only because the page does.

    Paper whose grid reaches every edge is whole: only where there is a margin opposite, and at three edges
    no more than at two, does a grid without one tell of a part that is missing.
    """
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
