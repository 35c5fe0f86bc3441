"""Radiographs, photographs and empty paper, made with numpy, Pillow and pictures that libraries bring."""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import cv2
import matplotlib
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.no_ecg.sets import Pixels
from benchmarks.no_ecg.tuning.pages import font

Grey = NDArray[np.float64]
_PLASMA: Final = Path("/usr/share/backgrounds/gnome")


def _smooth(chance: np.random.Generator, shape: tuple[int, int], scale: float) -> Grey:
    """Return smooth noise in [0, 1]."""
    small = chance.normal(size=(max(2, round(shape[0] / scale)), max(2, round(shape[1] / scale))))
    large = cv2.resize(small, shape[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.normalize(large, None, 0, 1, cv2.NORM_MINMAX))


def _film(shade: Grey, chance: np.random.Generator) -> Pixels:
    """Return shades in [0, 1] as a film with grain, a marker, perhaps a border, perhaps inverted."""
    grey = shade + chance.normal(0, chance.uniform(0.005, 0.04), shade.shape)
    if chance.random() < 0.2:
        grey = 1 - grey
    image = Image.fromarray((np.clip(grey, 0, 1) * 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    draw.text(
        (40, 40), str(chance.choice(["L", "R", "AP", "PA 12"])), font=font("DejaVuSans.ttf", 60), fill=230
    )
    if chance.random() < 0.4:
        draw.rectangle(
            (0, 0, image.width - 1, image.height - 1), outline=255, width=int(chance.integers(10, 60))
        )
    return np.repeat(np.asarray(image)[:, :, None], 3, axis=2)


def _blob(shape: tuple[int, int], x: float, y: float, a: float, b: float, soft: float = 0.1) -> Grey:
    """Return a soft ellipse, 1 inside; places and axes in shares of width and height."""
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    far = np.hypot((columns / shape[1] - x) / a, (rows / shape[0] - y) / b)
    return np.asarray(1 / (1 + np.exp((far - 1) / soft)))


def chest(chance: np.random.Generator) -> Pixels:
    """A chest: dark lungs, a bright heart and spine, ribs as arcs."""
    shape = (int(chance.integers(800, 1500)), int(chance.integers(800, 1300)))
    shade = 0.7 * _blob(shape, 0.5, 0.55, 0.55, 0.6, 0.2) + 0.15 * _smooth(chance, shape, 120)
    for side in (0.3, 0.7):
        shade -= 0.5 * _blob(shape, side + chance.normal(0, 0.02), 0.45, 0.15, 0.3, 0.12)
    shade += 0.35 * _blob(shape, 0.56, 0.6, 0.14, 0.16, 0.2) + 0.3 * _blob(shape, 0.5, 0.5, 0.04, 0.7, 0.3)
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    arcs = np.sin(
        (rows / shape[0] + 0.5 * (columns / shape[1] - 0.5) ** 2) * 2 * np.pi * chance.uniform(7, 11)
    )
    shade += 0.12 * np.clip(arcs, 0, 1) * _blob(shape, 0.5, 0.45, 0.4, 0.4)
    return _film(shade, chance)


def limb(chance: np.random.Generator) -> Pixels:
    """One or several long bones with bright edges on black."""
    shape = (int(chance.integers(900, 1600)), int(chance.integers(600, 1100)))
    shade = 0.1 * _smooth(chance, shape, 200)
    for _ in range(int(chance.integers(1, 6))):
        x, wide = chance.uniform(0.2, 0.8), chance.uniform(0.03, 0.12)
        bone = _blob(shape, x, chance.uniform(0.3, 0.7), wide, chance.uniform(0.2, 0.6), 0.06)
        shade += 0.3 * _blob(shape, x, 0.5, wide * 2.5, 0.6, 0.2) + 0.5 * bone * (1 - 0.5 * bone * bone)
    return _film(shade, chance)


def slice_of_head(chance: np.random.Generator) -> Pixels:
    """A slice of a head; now and then the real one that matplotlib brings."""
    if chance.random() < 0.3:
        path = Path(matplotlib.get_data_path()) / "sample_data" / "s1045.ima.gz"
        import gzip

        raw = np.frombuffer(gzip.decompress(path.read_bytes()), np.uint16).reshape(256, 256)
        shade = np.asarray(cv2.resize(raw / raw.max(), None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC))
        return _film(np.rot90(shade, int(chance.integers(4))), chance)
    shape = (int(chance.integers(600, 1200)),) * 2
    skull = _blob(shape, 0.5, 0.5, 0.38, 0.45, 0.03) - 0.7 * _blob(shape, 0.5, 0.5, 0.34, 0.41, 0.03)
    shade = skull + 0.3 * _blob(shape, 0.5, 0.5, 0.34, 0.41, 0.03) * _smooth(chance, shape, 40)
    for side in (0.44, 0.56):
        shade -= 0.25 * _blob(shape, side, 0.48, 0.04, 0.12, 0.2)
    return _film(shade, chance)


def teeth(chance: np.random.Generator) -> Pixels:
    """Two rows of teeth on a wide film."""
    shape = (int(chance.integers(500, 800)), int(chance.integers(1200, 1900)))
    shade = 0.35 * _blob(shape, 0.5, 0.5, 0.45, 0.4, 0.15) + 0.15 * _smooth(chance, shape, 60)
    for x in np.linspace(0.15, 0.85, int(chance.integers(10, 17))):
        for row in (0.4, 0.62):
            bend = 0.25 * (x - 0.5) ** 2
            shade += 0.35 * _blob(shape, x, row - bend, 0.018, 0.11, 0.15)
    return _film(shade, chance)


@cache
def _photographs() -> tuple[Pixels, ...]:
    """Return the real pictures of scikit-learn, matplotlib, mahotas and Debian's gnome-backgrounds."""
    from sklearn.datasets import load_sample_images

    found = [*load_sample_images().images]
    files = [Path(matplotlib.get_data_path()) / "sample_data" / "grace_hopper.jpg"]
    if (spec := find_spec("mahotas")) is not None and spec.origin is not None:
        folder = Path(spec.origin).parent / "demos" / "data"
        files += [folder / "DepartmentStore.jpg", folder / "luispedro.jpg"]
    files += sorted(_PLASMA.glob("*.webp"))
    for file in files:
        with Image.open(file) as image:
            image.draft("RGB", (1600, 1600))
            image.thumbnail((1800, 1800))
            if min(image.size) > 100:
                found.append(np.asarray(image.convert("RGB")))
    return tuple(found)


def real(chance: np.random.Generator) -> Pixels:
    """A part of a real picture, perhaps mirrored, in one of many sizes."""
    from_all = _photographs()
    # The first few are photographs proper, the rest mostly wallpapers.
    picture = from_all[int(chance.integers(5 if chance.random() < 0.7 else len(from_all)))]
    share = chance.uniform(0.5, 1, 2)
    high, wide = (max(60, round(n * s)) for n, s in zip(picture.shape[:2], share, strict=True))
    y, x = (int(chance.integers(0, n - k + 1)) for n, k in zip(picture.shape[:2], (high, wide), strict=True))
    part = picture[y : y + high, x : x + wide][:, :: 1 if chance.random() < 0.5 else -1]
    scale = chance.uniform(700, 2000) / max(part.shape[:2])
    return np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), np.uint8)


def scene(chance: np.random.Generator) -> Pixels:
    """Shapes with shading on a ground, out of focus here and there."""
    width, height = int(chance.integers(900, 1800)), int(chance.integers(700, 1400))
    image = Image.new("RGB", (width, height), tuple(int(v) for v in chance.integers(0, 256, 3)))
    draw = ImageDraw.Draw(image)
    for _ in range(int(chance.integers(20, 160))):
        x, y, a, b = chance.uniform(0, width), chance.uniform(0, height), *chance.uniform(10, 320, 2)
        colour = tuple(int(v) for v in chance.integers(0, 256, 3))
        shape: Callable[..., None] = draw.ellipse if chance.random() < 0.5 else draw.rectangle
        shape((x - a, y - b, x + a, y + b), fill=colour)
    image = image.filter(ImageFilter.GaussianBlur(float(chance.uniform(0, 5))))
    light = 0.5 + 0.5 * _smooth(chance, (height, width), 300)[:, :, None]
    return np.clip(np.asarray(image) * light + chance.normal(0, 4, (height, width, 3)), 0, 255).astype(
        np.uint8
    )


def texture(chance: np.random.Generator) -> Pixels:
    """Cloth, wood or gravel: noise of several scales, stretched one way."""
    shape = (int(chance.integers(700, 1400)), int(chance.integers(700, 1800)))
    grey = sum(_smooth(chance, shape, s) / (i + 1) for i, s in enumerate((4, 16, 90)))
    if chance.random() < 0.5:
        kernel = (1, int(chance.integers(15, 90)))
        grey = cv2.blur(np.asarray(grey), kernel[:: 1 if chance.random() < 0.5 else -1])
    tint = chance.uniform(0.3, 1.0, 3)
    grey = cv2.normalize(np.asarray(grey), None, 20, 240, cv2.NORM_MINMAX)
    return np.asarray(grey[:, :, None] * tint, np.uint8)


def paper(chance: np.random.Generator) -> Pixels:
    """Empty paper with grain and a shade across."""
    shape = (int(chance.integers(800, 2000)), int(chance.integers(800, 2000)))
    tone = chance.uniform(180, 255, 3) - 25 * chance.random() * _smooth(chance, shape, 500)[:, :, None]
    return np.clip(tone + chance.normal(0, chance.uniform(0, 6), (*shape, 1)), 0, 255).astype(np.uint8)


def graph_paper(chance: np.random.Generator) -> Pixels:
    """A grid with nothing on it, in one of many colours."""
    page = paper(chance).astype(np.float64)
    step, colour = chance.uniform(5, 30), chance.uniform(90, 230, 3)
    for axis in (0, 1):
        lines = np.arange(0, page.shape[axis] - 1, step).astype(int)
        for number, at in enumerate(lines):
            strength = 0.9 if number % 5 == 0 else 0.45
            part = page[at] if axis == 0 else page[:, at]
            part += strength * (colour - part)
    return np.clip(page, 0, 255).astype(np.uint8)


def ruled_paper(chance: np.random.Generator) -> Pixels:
    """Lines to write on, a margin, perhaps a few words."""
    image = Image.fromarray(paper(chance))
    draw = ImageDraw.Draw(image)
    colour = tuple(int(v) for v in chance.integers(120, 210, 3))
    step = int(chance.integers(30, 90))
    for y in range(step, image.height, step):
        draw.line((0, y, image.width, y), fill=colour, width=int(chance.integers(1, 3)))
    if chance.random() < 0.5:
        draw.line((120, 0, 120, image.height), fill=(220, 90, 100), width=2)
    if chance.random() < 0.3:
        draw.text((150, step), "page 3", font=font("DejaVuSans.ttf", step // 2 + 8), fill=(60, 60, 60))
    return np.asarray(image)


def stained(chance: np.random.Generator) -> Pixels:
    """Empty paper with folds, stains, punched holes and dust."""
    image = Image.fromarray(paper(chance))
    draw = ImageDraw.Draw(image)
    for _ in range(int(chance.integers(0, 4))):
        x, y, r = chance.uniform(0, image.width), chance.uniform(0, image.height), chance.uniform(40, 300)
        draw.ellipse((x - r, y - r, x + r, y + r), outline=(190, 160, 120), width=int(chance.integers(4, 20)))
    for y in (0.3, 0.7):
        draw.ellipse((30, image.height * y, 80, image.height * y + 50), fill=(40, 40, 40))
    for _ in range(int(chance.integers(0, 200))):
        x, y = chance.uniform(0, image.width), chance.uniform(0, image.height)
        draw.point((x, y), fill=(90, 90, 90))
    fold = int(image.height * chance.uniform(0.3, 0.7))
    draw.line((0, fold, image.width, fold + 6), fill=(200, 200, 200), width=3)
    return np.asarray(image)
