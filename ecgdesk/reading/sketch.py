"""A small grey copy of a page on which its layout is found: fast, and the same for every resolution."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Corners, straight_transform

LONGEST_SIDE_PX = 1100
_STROKE_PX = 15
_PAPER = (255, 255, 255)

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """A small copy of a page, and two maps of how much darker a pixel is than the paper around it.

    `picture` is RGB (height, width, 3); the maps are uint8, 0 on paper.
    `ink` is of the darkest channel: traces, text and a grid of any colour. `strokes` is of the brightest
    channel, in which a coloured grid fades. One pixel is `factor` × `factor` pixels of the page;
    `rotation_deg` is how far the page was turned clockwise before, `corners` are points on the page that
    became those of the sketch before that.
    """

    picture: NDArray[np.uint8]
    ink: Grey
    strokes: Grey
    factor: int
    rotation_deg: float = 0.0
    corners: Corners | None = None

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
        ink, strokes = (
            np.asarray(cv2.warpAffine(plane, matrix[:2], size), dtype=np.uint8)
            for plane in (self.ink, self.strokes)
        )
        picture = cv2.warpAffine(self.picture, matrix[:2], size, borderValue=_PAPER)
        return Sketch(np.asarray(picture, np.uint8), ink, strokes, self.factor, self.rotation_deg + degrees)

    def straightened(self, corners: Corners) -> "Sketch":
        """Return the sketch with four points of the page, clockwise from the top left, as its corners."""
        a, b, c, d = ((x / self.factor, y / self.factor) for x, y in corners)
        matrix, size = straight_transform((self.width, self.height), 0.0, (a, b, c, d))
        planes = [
            np.asarray(cv2.warpPerspective(plane, matrix, size, borderValue=(paper,) * 3), np.uint8)
            for plane, paper in ((self.picture, _PAPER[0]), (self.ink, 0), (self.strokes, 0))
        ]
        return Sketch(planes[0], planes[1], planes[2], self.factor, corners=corners)


def sketch(pixels: NDArray[np.uint8]) -> Sketch:
    """Return the sketch of an RGB page (height, width, 3)."""
    small, factor = reduced(pixels)
    red, green, blue = cv2.split(small)
    darkest = cv2.min(cv2.min(red, green), blue)
    brightest = cv2.max(cv2.max(red, green), blue)
    return Sketch(small, _darkness(darkest), _darkness(brightest), factor)


def reduced(pixels: NDArray[np.uint8], factor: int | None = None) -> tuple[NDArray[np.uint8], int]:
    """Return a smaller copy and the whole factor by which it is smaller.

    Without a factor the copy's longest side comes to about `LONGEST_SIDE_PX`. A whole factor keeps thin
    lines even and is fast.
    """
    factor = factor or max(1, round(max(pixels.shape[:2]) / LONGEST_SIDE_PX))
    height, width = max(1, pixels.shape[0] // factor), max(1, pixels.shape[1] // factor)
    small = pixels[: height * factor, : width * factor]
    if factor == 1:
        return small, factor
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_AREA), np.uint8), factor


def _darkness(plane: cv2.typing.MatLike) -> Grey:
    stroke = np.ones((_STROKE_PX, _STROKE_PX), np.uint8)
    return np.asarray(cv2.morphologyEx(plane, cv2.MORPH_BLACKHAT, stroke), dtype=np.uint8)
