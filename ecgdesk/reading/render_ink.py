"""Black lines with sub-pixel width, drawn at three times the resolution."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Size

Points = NDArray[np.float32]
Mask = NDArray[np.uint8]

FINER = 3
FRACTION_BITS = 4
HALF_COVERED = 128


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A polyline: `points` (n, 2) in pixels, pixel centres at whole numbers, and its width in pixels."""

    points: Points
    width_px: float


def ink_mask(size: Size, strokes: Sequence[Stroke], smooth: bool) -> Mask:
    """Return the coverage of the strokes, (height, width) in 0 … 255; hard-edged unless `smooth`."""
    width, height = size
    fine = np.zeros((height * FINER, width * FINER), dtype=np.uint8)
    for stroke in strokes:
        # Pixel centres at whole numbers: the middle of the first fine pixel lies left of the coarse one's.
        places = (stroke.points * FINER + (FINER - 1) / 2) * (1 << FRACTION_BITS)
        line = [np.round(places).astype(np.int32)]
        cv2.polylines(fine, line, False, 255, _thickness(stroke), cv2.LINE_8, FRACTION_BITS)
    mask = np.asarray(cv2.resize(fine, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return mask if smooth else np.where(mask >= HALF_COVERED, 255, 0).astype(np.uint8)


def _thickness(stroke: Stroke) -> int:
    # OpenCV draws even widths as the next odd one; the odd one nearest to the wanted width is chosen here.
    return max(1, 2 * round((stroke.width_px * FINER - 1) / 2) + 1)


def lay_ink(pixels: NDArray[np.uint8], mask: Mask, rgb: tuple[int, int, int]) -> None:
    """Blend ink of a colour into RGB pixels (height, width, 3), in place, where the mask covers them."""
    rows, columns = np.divmod(np.flatnonzero(mask), mask.shape[1])
    share = mask[rows, columns].astype(np.float32)[:, None] / 255
    under = pixels[rows, columns].astype(np.float32)
    ink = np.array(rgb, dtype=np.float32)
    pixels[rows, columns] = np.round(under + (ink - under) * share).astype(np.uint8)
