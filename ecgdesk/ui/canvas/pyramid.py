"""A page at halved sizes, so that painting never touches more pixels than the screen has."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from ecgdesk.core.geometry import Size

_SMALLEST_SIDE: Final = 256
_COARSE_PIXELS: Final = 250_000


@dataclass(frozen=True, slots=True, eq=False)
class Pyramid:
    """Levels of one page, finest first; each level is half as wide and high as the one before."""

    size: Size
    levels: tuple[QImage, ...]

    def best(self, device_pixels_per_page_pixel: float) -> QImage:
        """Return the coarsest level that still has a pixel for each device pixel."""
        enough = [one for one in self.levels if one.width() >= self.size[0] * device_pixels_per_page_pixel]
        return enough[-1] if enough else self.levels[0]


def coarse_pyramid(pixels: NDArray[np.uint8]) -> Pyramid:
    """Return one small level by skipping pixels: rough, but there within a few milliseconds."""
    height, width = pixels.shape[:2]
    step = max(1, round((height * width / _COARSE_PIXELS) ** 0.5))
    return Pyramid((width, height), (_image(np.ascontiguousarray(pixels[::step, ::step])),))


def build_pyramid(pixels: NDArray[np.uint8]) -> Pyramid:
    """Return all levels, each the area average of the one before. For a worker thread."""
    height, width = pixels.shape[:2]
    levels = [_image(pixels)]
    while min(pixels.shape[:2]) > 2 * _SMALLEST_SIDE:
        half = ((pixels.shape[1] + 1) // 2, (pixels.shape[0] + 1) // 2)
        pixels = np.asarray(cv2.resize(pixels, half, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        levels.append(_image(pixels))
    return Pyramid((width, height), tuple(levels))


def _image(pixels: NDArray[np.uint8]) -> QImage:
    """Return an own copy in the format that Qt paints fastest."""
    height, width = pixels.shape[:2]
    image = QImage(width, height, QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.bits(), dtype=np.uint8).reshape(height, image.bytesPerLine())
    cv2.cvtColor(pixels, cv2.COLOR_RGB2BGRA, dst=rows[:, : 4 * width].reshape(height, width, 4))
    return image
