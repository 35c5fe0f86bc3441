"""A small grey copy of a page on which its layout is found: fast, and the same for every resolution."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import straight_transform

LONGEST_SIDE_PX = 1100
_STROKE_PX = 15

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """`ink` is how much darker a pixel is than the paper around it (uint8, 0 on paper), grid included.

    One pixel of the sketch is `factor` × `factor` pixels of the page; `rotation_deg` is how far the
    page was turned clockwise before.
    """

    ink: Grey
    factor: int
    rotation_deg: float = 0.0

    @property
    def width(self) -> int:
        """Width in pixels of the sketch."""
        return int(self.ink.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels of the sketch."""
        return int(self.ink.shape[0])

    def turned(self, degrees: float) -> "Sketch":
        """Return the sketch of the page turned clockwise, on a canvas that holds all of it."""
        if degrees == 0:
            return self
        matrix, size = straight_transform((self.width, self.height), degrees)
        ink = cv2.warpAffine(self.ink, matrix[:2], size)
        return Sketch(np.asarray(ink, dtype=np.uint8), self.factor, self.rotation_deg + degrees)


def sketch(pixels: NDArray[np.uint8]) -> Sketch:
    """Return the sketch of an RGB page."""
    paper, factor = darkest_channel(pixels)
    stroke = cv2.getStructuringElement(cv2.MORPH_RECT, (_STROKE_PX, _STROKE_PX))
    ink = cv2.morphologyEx(paper, cv2.MORPH_BLACKHAT, stroke)
    return Sketch(np.asarray(ink, dtype=np.uint8), factor)


def darkest_channel(pixels: NDArray[np.uint8]) -> tuple[Grey, int]:
    """Return a reduced copy with the darkest channel of each pixel, and the whole factor of reduction.

    The darkest channel shows a grid of any colour on paper of any colour.
    """
    factor = max(1, round(max(pixels.shape[:2]) / LONGEST_SIDE_PX))
    height, width = max(1, pixels.shape[0] // factor), max(1, pixels.shape[1] // factor)
    small = pixels[: height * factor, : width * factor]
    if factor > 1:
        small = np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    red, green, blue = cv2.split(small)
    return np.asarray(cv2.min(cv2.min(red, green), blue), dtype=np.uint8), factor
