"""A picture to paint on with Qt, no screen needed."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from benchmarks.no_ecg.sets import Pixels

Floats = NDArray[np.float64]
_SIZES = ((1650, 1275), (1275, 1650), (1900, 950), (1400, 1050), (2000, 1414))

_PIECE = 30


@cache
def _application() -> object:
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["no_ecg"])


class Canvas:
    """White or tinted paper and a painter on it; lengths in pixels."""

    def __init__(self, chance: np.random.Generator, size: tuple[int, int] | None = None) -> None:
        _application()
        self.chance = chance
        self.width, self.height = size or _SIZES[int(chance.integers(len(_SIZES)))]
        self.image = QImage(self.width, self.height, QImage.Format.Format_RGB888)
        self.image.fill(QColor(*(int(v) for v in chance.integers(236, 256, 3))))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def pen(self, colour: tuple[int, int, int] | str, width: float) -> None:
        """Draw with this pen from now on."""
        self.painter.setPen(QPen(QColor(*colour) if isinstance(colour, tuple) else QColor(colour), width))

    def curve(self, x: Floats, y: Floats) -> None:
        """Draw a polyline, piece by piece: Qt takes the square of a piece's length in time."""
        points = [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
        for start in range(0, len(points) - 1, _PIECE):
            self.painter.drawPolyline(QPolygonF(points[start : start + _PIECE + 1]))

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw one line."""
        self.painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))

    def box(
        self, x0: float, y0: float, x1: float, y1: float, fill: tuple[int, int, int] | None = None
    ) -> None:
        """Draw a rectangle, filled if a colour is given."""
        rect = QRectF(x0, y0, x1 - x0, y1 - y0)
        if fill is not None:
            self.painter.fillRect(rect, QColor(*fill))
        self.painter.drawRect(rect)

    def text(self, x: float, y: float, words: str, px: int = 20) -> None:
        """Write at a place."""
        font = self.painter.font()
        font.setPixelSize(px)
        self.painter.setFont(font)
        self.painter.drawText(QPointF(x, y), words)

    def grid(
        self,
        step: float,
        colour: tuple[int, int, int],
        every: int = 5,
        area: tuple[float, float, float, float] | None = None,
    ) -> None:
        """Draw a grid with a stronger line every few."""
        x0, y0, x1, y1 = area or (0, 0, self.width, self.height)
        for start, end, upright in ((x0, x1, True), (y0, y1, False)):
            for number, at in enumerate(np.arange(start, end, step).tolist()):
                self.pen(colour, 2.0 if number % every == 0 else 0.8)
                self.line(at, y0, at, y1) if upright else self.line(x0, at, x1, at)

    def ink(self) -> tuple[int, int, int]:
        """Return a dark colour."""
        r, g, b = self.chance.integers(0, 90, 3).tolist()
        return r, g, b

    def paint(self) -> Pixels:
        """Return what was drawn, RGB."""
        self.painter.end()
        raw = np.frombuffer(self.image.constBits(), np.uint8).reshape(self.height, self.image.bytesPerLine())
        return raw[:, : 3 * self.width].reshape(self.height, self.width, 3).copy()


def grid_colour(chance: np.random.Generator) -> tuple[int, int, int]:
    """Return a colour that recorder and graph paper is printed in."""
    colours = (
        (245, 190, 195),
        (240, 170, 150),
        (180, 215, 190),
        (185, 200, 235),
        (215, 215, 215),
        (250, 205, 160),
    )
    return colours[int(chance.integers(len(colours)))]


def wandering(chance: np.random.Generator, count: int, memory: float) -> Floats:
    """Return noise that remembers this share of its last value, of unit variance."""
    from scipy.signal import lfilter

    made = np.asarray(lfilter([1.0], [1.0, -memory], chance.normal(size=count)))
    return np.asarray((made - made.mean()) / made.std())
