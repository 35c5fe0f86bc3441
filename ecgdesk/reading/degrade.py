"""From a clean page to what a phone or a worn scanner makes of it, with the way back for ground truth."""

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.constants import PHOTO_LEVELS
from ecgdesk.core.geometry import Size
from ecgdesk.reading.degrade_light import creased, lit, noisy, tinted

Pixels = NDArray[np.uint8]
Matrix = NDArray[np.float64]
Level = Literal["light", "medium", "heavy"]

LEVEL_DPI = 200.0
"""The resolution at which a level's blur is stated."""
SURROUND_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Degradation:
    """What is done to a page; the defaults do nothing.

    `rotation_deg` and `perspective` (share of the width by which one edge shrinks) are sizes, their
    direction is drawn by the seed. `blur_px` is σ at 200 dpi; `shadow` the brightness left in the darkest
    place; `brightness` a factor; `noise` σ in grey values; `paper_rgb` the colour of the sheet;
    `jpeg_quality` 0 means no JPEG. `surround` shows the table around a sheet that was moved.
    """

    rotation_deg: float = 0.0
    perspective: float = 0.0
    blur_px: float = 0.0
    shadow: float = 1.0
    jpeg_quality: int = 0
    noise: float = 0.0
    brightness: float = 1.0
    creases: int = 0
    paper_rgb: tuple[int, int, int] = (255, 255, 255)
    surround: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Degraded:
    """A degraded page, RGB (height, width, 3), and the 3×3 matrix from the clean page's pixels to its."""

    pixels: Pixels
    matrix: Matrix


def photo(level: Level) -> Degradation:
    """Return a photograph of a fixed level; creases, noise and paper grow with it."""
    fixed = PHOTO_LEVELS[level]
    creases, noise, paper = {
        "light": (0, 1.5, (253, 251, 247)),
        "medium": (1, 3.0, (250, 246, 238)),
        "heavy": (3, 5.0, (244, 236, 222)),
    }[level]
    return Degradation(
        rotation_deg=fixed.rotation_deg,
        perspective=fixed.perspective,
        blur_px=fixed.blur_px,
        shadow=fixed.shadow,
        jpeg_quality=fixed.jpeg_quality,
        noise=noise,
        creases=creases,
        paper_rgb=paper,
    )


def degrade(pixels: Pixels, how: Degradation, seed: int = 0, dpi: float = LEVEL_DPI) -> Degraded:
    """Return the page degraded; the same arguments give the same pixels.

    `pixels` is RGB (height, width, 3) at `dpi`. A turned or tilted sheet comes back on a larger canvas
    that holds all of it.
    """
    rng = np.random.default_rng(seed)
    matrix, size = _transform((pixels.shape[1], pixels.shape[0]), how, rng)
    page = creased(tinted(pixels, how.paper_rgb), how.creases, rng)
    page = _warped(page, matrix, size, how, rng)
    page = lit(page, how.shadow, how.brightness, rng)
    page = _blurred(page, how.blur_px * dpi / LEVEL_DPI)
    return Degraded(_compressed(noisy(page, how.noise, rng), how.jpeg_quality), matrix)


def _transform(size: Size, how: Degradation, rng: np.random.Generator) -> tuple[Matrix, Size]:
    side = int(rng.choice((-1, 1)))
    if not how.rotation_deg and not how.perspective:
        return np.eye(3), size
    corners = _tilted(size, how.perspective * size[0], rng)
    angle = np.deg2rad(side * how.rotation_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    turned = corners @ turn.T
    margin = SURROUND_SHARE * size[0] if how.surround else 0.0
    low, high = turned.min(0) - margin, turned.max(0) + margin
    target = (turned - low).astype(np.float32)
    source = _corners(size).astype(np.float32)
    matrix = np.asarray(cv2.getPerspectiveTransform(source, target), dtype=np.float64)
    width, height = np.ceil(high - low).astype(int)
    return matrix, (int(width), int(height))


def _corners(size: Size) -> NDArray[np.float64]:
    width, height = size
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float64)


def _tilted(size: Size, shrink_px: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return the sheet's corners with one edge, drawn at random, `shrink_px` shorter: it lies farther off."""
    corners = _corners(size)
    edge, share = int(rng.integers(4)), rng.uniform(0.3, 0.7)
    first, second = edge, (edge + 1) % 4
    along = corners[second] - corners[first]
    along /= np.linalg.norm(along)
    corners[first] += along * shrink_px * share
    corners[second] -= along * shrink_px * (1 - share)
    return corners


def _warped(page: Pixels, matrix: Matrix, size: Size, how: Degradation, rng: np.random.Generator) -> Pixels:
    table = [int(v) for v in rng.integers(50, 130) + rng.integers(-12, 13, 3)]
    if np.array_equal(matrix, np.eye(3)):
        return page
    colour = table if how.surround else list(how.paper_rgb)
    warped = cv2.warpPerspective(
        page, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=colour
    )
    return np.asarray(warped, dtype=np.uint8)


def _blurred(page: Pixels, sigma: float) -> Pixels:
    return page if sigma <= 0 else np.asarray(cv2.GaussianBlur(page, (0, 0), sigma), dtype=np.uint8)


def _compressed(page: Pixels, quality: int) -> Pixels:
    if not quality:
        return page
    _, coded = cv2.imencode(".jpg", page[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    return np.ascontiguousarray(np.asarray(decoded, dtype=np.uint8)[:, :, ::-1])
