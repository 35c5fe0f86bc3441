"""How far a page is turned, from the directions of its grid and frame in the Fourier plane."""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.sketch import Sketch

LARGEST_DEG = 12.0
_STEP_DEG = 0.1
_WINDOW_PX = 768
_BESIDE_PX = 80  # as far as the outermost ray of `LARGEST_DEG` leans to the side
_LEAST_CONTRAST = 1.7
_LEAST_DEG = 0.25

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lines:
    """Straight lines of a page: their clockwise turn, how far they stand out, and each of the two ways.

    `stand_out` is the strongest ray of the spectrum over the middle one, 1 for none; `upright` and `level`
    are the same of upright and of level lines, at that turn. Turns under a quarter of a degree are 0.
    """

    turn_deg: float
    stand_out: float
    upright: float
    level: float


def lines(page: Sketch) -> Lines:
    """Return the straight lines of a page, whatever way it is turned by up to `LARGEST_DEG`.

    Parallel lines put their energy on one ray of the spectrum, at right angles to them; the grid's two
    sets give two such rays.
    """
    upright, level = _ray_energies(_spectrum(page))
    energies = upright + level
    best = int(energies.argmax())
    angle = float(_angles()[best])
    turn = 0.0 if abs(angle) < _LEAST_DEG else round(angle, 1)
    ways = (_contrast(way[max(0, best - 3) : best + 4], way) for way in (upright, level))
    return Lines(turn, _contrast(energies, energies), *ways)


def turn(found: Lines) -> float:
    """Return the clockwise turn of a page's lines in degrees, 0 when none stands out."""
    return found.turn_deg if found.stand_out >= _LEAST_CONTRAST else 0.0


def _contrast(some: Floats, energies: Floats) -> float:
    middle = float(np.median(energies))
    return float(some.max()) / middle if middle > 0 else 1.0


def _angles() -> Floats:
    steps = round(LARGEST_DEG / _STEP_DEG)
    return (np.arange(-steps, steps + 1) * _STEP_DEG).astype(np.float32)


def _spectrum(page: Sketch) -> Floats:
    """Return the magnitudes of the plane for columns from 0 on, the last few of them those left of it.

    Rows and columns wrap around: row -1 is the last. A real picture's spectrum is the same on both sides
    of its centre, so half the plane is all there is to compute.
    """
    packed = cv2.dft(_windowed(page))
    # OpenCV packs real and imaginary parts side by side, but those of the first column one below the other.
    right = np.abs(np.ascontiguousarray(packed[:, 1:-1]).view(np.complex64))
    half = np.abs(np.ascontiguousarray(packed[1:-1, 0]).view(np.complex64))
    axis = np.concatenate([np.abs(packed[:1, 0]), half, np.abs(packed[-1:, 0]), half[::-1]])
    left = np.roll(right[::-1, _BESIDE_PX - 1 :: -1], 1, axis=0)
    return np.concatenate([axis[:, None], right, left], axis=1)


def _windowed(page: Sketch) -> Floats:
    top, left = max(0, (page.height - _WINDOW_PX) // 2), max(0, (page.width - _WINDOW_PX) // 2)
    part = page.ink[top : top + _WINDOW_PX, left : left + _WINDOW_PX].astype(np.float32)
    part -= np.float32(cv2.mean(part)[0])
    # Without a soft edge the picture's own border would be the strongest line of all.
    part *= _window(part.shape[0])[:, None]
    part *= _window(part.shape[1])[None, :]
    missing = _WINDOW_PX - part.shape[0], _WINDOW_PX - part.shape[1]
    return part if missing == (0, 0) else np.pad(part, ((0, missing[0]), (0, missing[1])))


@cache
def _window(length: int) -> Floats:
    return np.hanning(length).astype(np.float32)


@cache
def _rays() -> tuple[Floats, Floats]:
    radius = np.arange(_WINDOW_PX // 40, int(_WINDOW_PX * 0.45), dtype=np.float32)
    turn = np.deg2rad(_angles())[:, None]
    return (radius * np.cos(turn)).astype(np.float32), (radius * np.sin(turn)).astype(np.float32)


def _ray_energies(spectrum: Floats) -> tuple[Floats, Floats]:
    along, across = _rays()
    upright = cv2.remap(spectrum, along, across, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    level = cv2.remap(spectrum, -across, along, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    return np.asarray(upright.mean(axis=1)), np.asarray(level.mean(axis=1))
