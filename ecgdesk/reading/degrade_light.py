"""What light, folds and the camera's sensor do to a sheet."""

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Field = NDArray[np.float32]
"""A factor of brightness for every pixel, (height, width)."""

COARSE = 16
"""Soft fields are made this many times smaller and enlarged: nobody sees it and it is fast."""


def tinted(pixels: Pixels, paper_rgb: tuple[int, int, int]) -> Pixels:
    """Return the page on paper of this colour."""
    if paper_rgb == (255, 255, 255):
        return pixels
    return np.asarray(cv2.multiply(pixels, np.array([*paper_rgb, 0.0]) / 255), dtype=np.uint8)


def creased(pixels: Pixels, count: int, rng: np.random.Generator) -> Pixels:
    """Return the page with folds: a thin bright ridge, a dark one beside it, one half a little darker."""
    if not count:
        return pixels
    height, width = pixels.shape[:2]
    field = np.ones((height, width), dtype=np.float32)
    for _ in range(count):
        field *= _fold(width, height, rng)
    return _times(pixels, field)


def _fold(width: int, height: int, rng: np.random.Generator) -> Field:
    upright = rng.random() < 0.6
    angle = np.deg2rad(rng.normal(90 if upright else 0, 4))
    middle = rng.uniform(0.25, 0.75, 2) * (width, height)
    normal = (np.sin(angle), -np.cos(angle))
    x = (np.arange(width, dtype=np.float32) - middle[0]) * np.float32(normal[0])
    y = (np.arange(height, dtype=np.float32) - middle[1]) * np.float32(normal[1])
    away = x[None, :] + y[:, None]
    sharp, soft = width / 1100, width / 22
    side = np.where(away > 0, np.exp(-np.abs(away) / soft), 0)
    ridge = np.exp(-0.5 * (away / sharp) ** 2) - 0.8 * np.exp(-0.5 * ((away - 2.5 * sharp) / sharp) ** 2)
    folded: Field = (1 - 0.07 * side + 0.10 * ridge).astype(np.float32)
    return folded


def lit(pixels: Pixels, shadow: float, brightness: float, rng: np.random.Generator) -> Pixels:
    """Return the page under uneven light: full in the brightest place, `shadow` of it in the darkest."""
    if shadow >= 1 and brightness == 1:
        return pixels
    height, width = pixels.shape[:2]
    small = _uneven(width // COARSE + 2, height // COARSE + 2, rng)
    field = shadow + (1 - shadow) * (small - small.min()) / (small.max() - small.min())
    enlarged = cv2.resize((brightness * field).astype(np.float32), (width, height))
    return _times(pixels, np.asarray(enlarged, dtype=np.float32))


def _uneven(width: int, height: int, rng: np.random.Generator) -> Field:
    """Return a slope of light and the soft-edged shadow of a hand that comes in from one side."""
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    angle = rng.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * x + np.sin(angle) * y
    edge, softness = rng.uniform(0.3, 0.8), rng.uniform(0.12, 0.35)
    bend = 0.25 * np.sin(rng.uniform(0, 6.28) + 2.2 * (np.cos(angle) * y - np.sin(angle) * x))
    hand = 1 / (1 + np.exp((slope + bend - edge) / softness))
    uneven: Field = (0.25 * slope + hand).astype(np.float32)
    return uneven


def noisy(pixels: Pixels, sigma: float, rng: np.random.Generator) -> Pixels:
    """Return the page with the grain of a sensor, σ in grey values."""
    if sigma <= 0:
        return pixels
    # One table of grain, laid at an offset per row and channel, costs a tenth of fresh noise everywhere.
    height, width = pixels.shape[:2]
    table = np.round(rng.normal(0, sigma, 1 << 20)).astype(np.int16)
    starts = rng.integers(0, len(table) - 3 * width, height)
    grain = np.stack([table[start : start + 3 * width] for start in starts]).reshape(height, width, 3)
    return np.asarray(cv2.add(pixels, grain, dtype=cv2.CV_8U), dtype=np.uint8)


def _times(pixels: Pixels, field: Field) -> Pixels:
    factors = cv2.merge([field, field, field])
    return np.asarray(cv2.multiply(pixels, factors, dtype=cv2.CV_8U), dtype=np.uint8)
