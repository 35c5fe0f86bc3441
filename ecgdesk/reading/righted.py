"""A page that surely lies the wrong way up, cropped as it is once turned."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Quality
from ecgdesk.core.card import CropPolicy
from ecgdesk.core.geometry import Corners, Crop, Point, Size
from ecgdesk.core.placing import quarter_turns
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.quality import TURN_FIGURE
from ecgdesk.reading.reasons import SIDEWAYS

Pixels = NDArray[np.uint8]

_QUARTER_DEG: Final = 90.0


def turns_to_try(crop: Crop, quality: Quality) -> tuple[int, ...]:
    """Return by how many quarters to turn a page clockwise, the likelier first; none where it may lie right.

    `crop` was proposed for the page as it lies, and `quality` is the verdict on it.
    """
    if crop.origin == "user" or quarter_turns(crop) != 0:
        return ()
    degrees = quality.figures.get(TURN_FIGURE)
    if degrees is not None:
        return (round(degrees / _QUARTER_DEG),)
    # Which way up a page on its side is may be sure once its tracing area is found on the page turned.
    return (1, -1) if any(caution.code == SIDEWAYS for caution in quality.cautions) else ()


def turned_crop(pixels: Pixels, policy: CropPolicy, quarters: int) -> Crop:
    """Return the crop that a policy proposes once an RGB page (height, width, 3) is turned clockwise."""
    turned = np.ascontiguousarray(np.rot90(pixels, -quarters))
    return as_it_lies(propose_crop(turned, policy), quarters, (pixels.shape[1], pixels.shape[0]))


def as_it_lies(crop: Crop, quarters: int, size: Size) -> Crop:
    """Return a crop of a page turned clockwise by quarters as one of the page as it lies, of this size."""
    corners: Corners | None = None
    if crop.corners is not None:
        lying = [_back(corner, quarters, size) for corner in crop.corners]
        a, b, c, d = (lying[(i + quarters) % 4] for i in range(4))
        corners = (a, b, c, d)
    degrees = (crop.rotation_deg + _QUARTER_DEG * quarters + 180) % 360 - 180
    return Crop(crop.rect, degrees if degrees != -180 else 180.0, corners, crop.masks, crop.origin)


def _back(point: Point, quarters: int, size: Size) -> Point:
    """Return where a point of the turned page lies on the page of this size before it was turned."""
    (x, y), (width, height) = point, size
    back = {
        0: (x, y), 1: (y, height - x), 2: (width - x, height - y), 3: (width - y, x),
    }[quarters % 4]  # fmt: skip
    return round(back[0], 2), round(back[1], 2)
