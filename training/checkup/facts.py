"""What is found out about one page, once for each content."""

from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

VERSION: Final = 1
"""Counts up whenever the same page would be described otherwise."""

MARGINS_SIZE: Final = (384, 272)
"""Width and height of the picture of the margins, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class PageFacts:
    """A page as the doctor knows it; with a `problem` it cannot be read and all else is empty.

    `quality` is the JPEG quality (0 when it is no JPEG), `dpi` 0 when the file claims none. `saturation`
    and `brightness` (0 to 255) are means over the page. `trust` and `cautions` are the reading's verdict.
    `points` (K, 2) lie on the `ink`, with SIFT `descriptors` (K, 128). Pictures are held as PNG.
    """

    sha256: str
    problem: str = ""
    advice: str = ""
    kind: str = ""
    file_bytes: int = 0
    width: int = 0
    height: int = 0
    dpi: float = 0.0
    quality: float = 0.0
    saturation: float = 0.0
    brightness: float = 0.0
    trust: str = ""
    cautions: tuple[str, ...] = ()
    ink_png: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))
    points: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 2), np.float32))
    descriptors: NDArray[np.uint8] = field(default_factory=lambda: np.zeros((0, 128), np.uint8))
    margins_png: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))

    @property
    def readable(self) -> bool:
        """Whether the page can be shown whole."""
        return not self.problem

    @property
    def ink(self) -> NDArray[np.uint8]:
        """The trace ink of the crop (h, 512), 255 black."""
        return from_png(self.ink_png)

    @property
    def margins(self) -> NDArray[np.uint8]:
        """The whole page, small and grey (`MARGINS_SIZE`), with the tracing painted over."""
        return from_png(self.margins_png)


def to_png(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a grey picture as the bytes of a PNG (n): thousands of pages stay in memory."""
    _, coded = cv2.imencode(".png", grey)
    return np.asarray(coded, dtype=np.uint8).ravel()


def from_png(coded: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the grey picture in the bytes of a PNG."""
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
