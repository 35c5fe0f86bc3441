"""Radiographs, photographs and empty paper of the frozen set."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PIL import Image
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath, QRadialGradient

from benchmarks.no_ecg.frozen.painter import Canvas, grid_colour
from benchmarks.no_ecg.sets import Pixels

_WALLPAPERS: Final = Path("/usr/share/backgrounds/mate/nature")
_SCIENCE: Final = (
    "astronaut.png", "camera.png", "chelsea.png", "coffee.png", "coins.png", "hubble_deep_field.jpg",
    "ihc.png",
    "moon.png", "motorcycle_left.png", "retina.jpg", "rocket.jpg", "brick.png", "grass.png", "gravel.png",
    "page.png", "text.png", "cell.png", "color.png",
)  # fmt: skip


def _dark(chance: np.random.Generator) -> Canvas:
    canvas = Canvas(chance, (int(chance.integers(800, 1400)), int(chance.integers(900, 1600))))
    canvas.painter.fillRect(0, 0, canvas.width, canvas.height, QColor(8, 8, 10))
    return canvas


def _glow(canvas: Canvas, x: float, y: float, a: float, b: float, light: int, alpha: int = 160) -> None:
    """Paint a soft ellipse; lengths in shares of the picture."""
    centre = QPointF(x * canvas.width, y * canvas.height)
    fall = QRadialGradient(QPointF(0, 0), 1.0)
    fall.setColorAt(0, QColor(light, light, light, alpha))
    fall.setColorAt(0.75, QColor(light, light, light, alpha))
    fall.setColorAt(1, QColor(light, light, light, 0))
    canvas.painter.save()
    canvas.painter.translate(centre)
    canvas.painter.scale(a * canvas.width, b * canvas.height)
    canvas.painter.fillRect(QRectF(-1, -1, 2, 2), fall)
    canvas.painter.restore()


def _exposed(canvas: Canvas) -> Pixels:
    chance = canvas.chance
    canvas.pen((235, 235, 235), 2)
    canvas.text(50, 80, str(chance.choice(["R", "L", "PORTABLE", "SUPINE 14:20"])), 44)
    grey = canvas.paint().mean(axis=2)
    grey = cv2.GaussianBlur(grey, (0, 0), float(chance.uniform(1, 4)))
    grey += chance.normal(0, chance.uniform(2, 9), grey.shape)
    return np.repeat(np.clip(grey, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


def thorax(chance: np.random.Generator) -> Pixels:
    """A chest with ribs painted as strokes, a heart's shadow, wires now and then."""
    canvas = _dark(chance)
    _glow(canvas, 0.5, 0.55, 0.55, 0.6, 150)
    for x in (0.3, 0.7):
        _glow(canvas, x, 0.45, 0.17, 0.33, 25, 220)
    _glow(canvas, 0.57, 0.6, 0.17, 0.15, 215)
    for row in np.linspace(0.15, 0.75, int(chance.integers(7, 11))).tolist():
        for side in (-1, 1):
            rib = QPainterPath(QPointF(canvas.width * 0.5, canvas.height * row))
            rib.quadTo(
                canvas.width * (0.5 + side * 0.25), canvas.height * (row - 0.08),
                canvas.width * (0.5 + side * 0.42), canvas.height * (row + 0.1),
            )  # fmt: skip
            canvas.pen((165, 165, 165), canvas.height * 0.016)
            canvas.painter.drawPath(rib)
    canvas.pen((200, 200, 200), canvas.width * 0.06)
    canvas.line(canvas.width * 0.5, 0, canvas.width * 0.5, canvas.height)
    for _ in range(int(chance.integers(0, 4))):
        canvas.pen((250, 250, 250), 4)
        canvas.curve(
            np.linspace(0, canvas.width, 60),
            canvas.height * (0.5 + 0.08 * chance.normal(size=60).cumsum() / 8),
        )
    return _exposed(canvas)


def hand(chance: np.random.Generator) -> Pixels:
    """Finger bones that fan out from a wrist."""
    canvas = _dark(chance)
    _glow(canvas, 0.5, 0.75, 0.3, 0.25, 110)
    for angle in np.deg2rad([-40, -16, 0, 14, 32]).tolist():
        reach = 0.72
        for number, part in enumerate((0.25, 0.2, 0.14, 0.1)):
            start, end = reach - 0.01, reach - part + 0.015
            x = [canvas.width * (0.5 + (0.95 - r) * np.sin(angle)) for r in (start, end)]
            y = [canvas.height * (0.95 - (0.95 - r) * np.cos(angle)) for r in (start, end)]
            for wide, light in ((0.055, 120), (0.032 - 0.004 * number, 215), (0.016, 170)):
                canvas.pen((light, light, light), canvas.width * wide)
                canvas.line(x[0], y[0], x[1], y[1])
            reach -= part
    return _exposed(canvas)


def spine(chance: np.random.Generator) -> Pixels:
    """A column of vertebrae in a soft body."""
    canvas = _dark(chance)
    _glow(canvas, 0.5, 0.5, 0.4, 0.7, 110)
    bend = chance.uniform(-0.1, 0.1)
    for y in np.linspace(0.05, 0.9, int(chance.integers(8, 15))).tolist():
        x = 0.5 + bend * np.sin(3 * y)
        fade = QLinearGradient(QPointF(0, y * canvas.height), QPointF(0, (y + 0.06) * canvas.height))
        fade.setColorAt(0, QColor(230, 230, 230))
        fade.setColorAt(1, QColor(150, 150, 150))
        canvas.painter.setPen(QColor(240, 240, 240))
        canvas.painter.setBrush(fade)
        area = QRectF((x - 0.08) * canvas.width, y * canvas.height, 0.16 * canvas.width, 0.05 * canvas.height)
        canvas.painter.drawRoundedRect(area, 14, 14)
    return _exposed(canvas)


def angiogram(chance: np.random.Generator) -> Pixels:
    """Dark branching vessels on grey."""
    canvas = _dark(chance)
    canvas.painter.fillRect(0, 0, canvas.width, canvas.height, QColor(150, 150, 150))
    _glow(canvas, 0.4, 0.5, 0.5, 0.4, 190)
    ends = [(0.5, 0.05, 90.0, 16.0)]
    for _ in range(int(chance.integers(20, 60))):
        x, y, angle, wide = ends.pop(0)
        far, turned = chance.uniform(0.06, 0.16), angle + chance.normal(0, 14)
        x1, y1 = x + far * np.cos(np.deg2rad(turned)), y + far * np.sin(np.deg2rad(turned))
        canvas.pen((45, 45, 45), wide)
        canvas.line(x * canvas.width, y * canvas.height, x1 * canvas.width, y1 * canvas.height)
        ends += [(x1, y1, turned + side * chance.uniform(10, 40), wide * 0.82) for side in (-1, 1)]
    return _exposed(canvas)


@cache
def _photographs() -> tuple[Pixels, ...]:
    """Return the pictures that scikit-image and Debian's mate-backgrounds bring."""
    spec = find_spec("skimage")
    if spec is None or spec.origin is None:
        raise SystemExit("The frozen set needs scikit-image: pip install it.")
    folder = Path(spec.origin).parent / "data"
    files = [folder / name for name in _SCIENCE] + sorted(_WALLPAPERS.glob("*.jpg"))
    return tuple(_opened(file) for file in files)


def _opened(file: Path) -> Pixels:
    with Image.open(file) as image:
        image.thumbnail((2000, 2000))
        return np.asarray(image.convert("RGB"))


def photograph(chance: np.random.Generator) -> Pixels:
    """A part of a real photograph, perhaps on its side."""
    picture = _photographs()[int(chance.integers(len(_photographs())))]
    if chance.random() < 0.2:
        picture = np.rot90(picture)
    height, width = picture.shape[:2]
    share = chance.uniform(0.55, 1.0)
    y, x = (int(chance.integers(0, round(n * (1 - share)) + 1)) for n in (height, width))
    part = np.ascontiguousarray(picture[y : y + round(height * share), x : x + round(width * share)])
    scale = chance.uniform(800, 1900) / max(part.shape[:2])
    return np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_LANCZOS4), np.uint8)


def face(chance: np.random.Generator) -> Pixels:
    """Sixteen by nine real small faces and other patches, enlarged side by side."""
    spec = find_spec("skimage")
    assert spec is not None and spec.origin is not None
    patches = np.load(Path(spec.origin).parent / "data" / "lfw_subset.npy")
    rows, columns = int(chance.integers(1, 5)), int(chance.integers(1, 6))
    chosen = patches[chance.integers(0, len(patches), rows * columns)]
    grid = (
        chosen.reshape(rows, columns, *patches.shape[1:]).swapaxes(1, 2).reshape(rows * patches.shape[1], -1)
    )
    scale = 1400 / max(grid.shape)
    large = cv2.resize(grid.astype(np.float32), None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return np.repeat(np.clip(large * 255, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


def screenshot(chance: np.random.Generator) -> Pixels:
    """A program's window: bars, a list, buttons, a photograph in it."""
    canvas = Canvas(chance, (1600, 1000))
    shade = int(chance.integers(30, 250))
    canvas.box(0, 0, 1600, 60, (shade, shade, min(255, shade + 15)))
    canvas.box(0, 60, 320, 1000, (230, 232, 238))
    canvas.pen((60, 60, 66), 1)
    for row in range(24):
        canvas.text(
            24, 100 + row * 36, f"item {chance.integers(1000)} {'abc xyz ' * int(chance.integers(1, 3))}", 18
        )
    for number in range(6):
        canvas.box(340 + number * 150, 70, 470 + number * 150, 110, (210, 215, 225))
    page = canvas.paint()
    picture = _photographs()[int(chance.integers(len(_photographs())))]
    page[130:930, 360:1560] = cv2.resize(picture, (1200, 800), interpolation=cv2.INTER_AREA)
    return page


def sheet(chance: np.random.Generator) -> Pixels:
    """Empty paper of one shade with a soft gradient, dust and a scanner's dark edge."""
    canvas = Canvas(chance)
    canvas.painter.setPen(QColor(120, 120, 120))
    for _ in range(int(chance.integers(0, 60))):
        canvas.painter.drawPoint(QPointF(*(chance.random(2) * (canvas.width, canvas.height)).tolist()))
    page = canvas.paint().astype(np.float64)
    page *= np.linspace(chance.uniform(0.8, 1), 1, canvas.width)[None, :, None]
    if chance.random() < 0.4:
        page[:, : int(chance.integers(4, 40))] = 40
    return np.clip(
        page + chance.normal(0, chance.uniform(0.5, 5), page.shape[:2])[:, :, None], 0, 255
    ).astype(np.uint8)


def squared(chance: np.random.Generator) -> Pixels:
    """Squared or millimetre paper, or an empty strip of recorder paper with its printed edge."""
    canvas = Canvas(chance)
    inset = float(chance.choice([0, 0, 60, 140]))
    area = (inset, inset, canvas.width - inset, canvas.height - inset)
    canvas.grid(float(chance.uniform(6, 46)), grid_colour(chance), int(chance.choice([1, 5, 10])), area)
    if chance.random() < 0.4:
        canvas.pen((90, 90, 90), 1)
        canvas.text(30, canvas.height - 12, "Reorder No. 4471  25 mm/s", 18)
    return canvas.paint()


def music(chance: np.random.Generator) -> Pixels:
    """Empty staves, ruled paper, or dotted paper."""
    canvas = Canvas(chance)
    kind, step = int(chance.integers(3)), float(chance.uniform(11, 18))
    canvas.pen(grid_colour(chance) if kind else (60, 60, 60), 1.5)
    for y in np.arange(80, canvas.height - 80, step * (9 if kind == 0 else 3)).tolist():
        for line in range(5 if kind == 0 else 1):
            if kind < 2:
                canvas.line(60, y + line * step, canvas.width - 60, y + line * step)
        for x in np.arange(60, canvas.width - 60, step * 3).tolist() if kind == 2 else ():
            canvas.box(x, y, x + 2, y + 2)
    return canvas.paint()


def envelope(chance: np.random.Generator) -> Pixels:
    """An envelope or a cover: hardly anything on it but a stamp, a fold, a line or two."""
    canvas = Canvas(chance)
    canvas.pen((120, 120, 125), 2)
    if chance.random() < 0.5:
        canvas.line(0, 0, canvas.width / 2, canvas.height * 0.4)
        canvas.line(canvas.width, 0, canvas.width / 2, canvas.height * 0.4)
    canvas.box(
        canvas.width - 220, 50, canvas.width - 60, 240, (170, 60, 70) if chance.random() < 0.5 else None
    )
    for row in range(int(chance.integers(0, 4))):
        canvas.text(canvas.width * 0.45, canvas.height * 0.6 + row * 50, "Musterstraße 12", 34)
    return canvas.paint()
