"""How far a page is turned, from the directions of its grid and frame in the Fourier plane."""

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.sketch import Sketch

LARGEST_DEG = 12.0
_STEP_DEG = 0.1
_WINDOW_PX = 768
_LEAST_CONTRAST = 1.7
_LEAST_DEG = 0.25

Floats = NDArray[np.float32]


def skew(page: Sketch) -> float:
    """Return the clockwise turn of the page's lines in degrees, 0 when none stands out.

    Parallel lines put their energy on one ray of the spectrum, at right angles to them; the grid's two
    sets give two such rays. Turns under a quarter of a degree count as none.
    """
    energies = _ray_energies(_spectrum(page))
    angle = float(_angles()[int(energies.argmax())])
    if _contrast(energies) < _LEAST_CONTRAST or abs(angle) < _LEAST_DEG:
        return 0.0
    return round(angle, 1)


def regularity(page: Sketch) -> float:
    """Return how far the lines of a page stand out: the strongest ray over the middle one, 1 for none."""
    return _contrast(_ray_energies(_spectrum(page)))


def _contrast(energies: Floats) -> float:
    middle = float(np.median(energies))
    return float(energies.max()) / middle if middle > 0 else 1.0


def _angles() -> Floats:
    steps = round(LARGEST_DEG / _STEP_DEG)
    return (np.arange(-steps, steps + 1) * _STEP_DEG).astype(np.float32)


def _spectrum(page: Sketch) -> Floats:
    top, left = max(0, (page.height - _WINDOW_PX) // 2), max(0, (page.width - _WINDOW_PX) // 2)
    part = page.ink[top : top + _WINDOW_PX, left : left + _WINDOW_PX].astype(np.float32)
    part -= part.mean()
    # Without a soft edge the picture's own border would be the strongest line of all.
    part *= _window(part.shape[0])[:, None] * _window(part.shape[1])[None, :]
    canvas = np.zeros((_WINDOW_PX, _WINDOW_PX), np.float32)
    canvas[: part.shape[0], : part.shape[1]] = part
    planes = cv2.dft(canvas, flags=cv2.DFT_COMPLEX_OUTPUT)
    return np.fft.fftshift(np.asarray(cv2.magnitude(planes[..., 0], planes[..., 1]), np.float32))


@cache
def _window(length: int) -> Floats:
    return np.hanning(length).astype(np.float32)


@cache
def _rays() -> tuple[Floats, Floats]:
    radius = np.arange(_WINDOW_PX // 40, int(_WINDOW_PX * 0.45), dtype=np.float32)
    turn = np.deg2rad(_angles())[:, None]
    return (radius * np.cos(turn)).astype(np.float32), (radius * np.sin(turn)).astype(np.float32)


def _ray_energies(spectrum: Floats) -> Floats:
    along, across = _rays()
    centre = np.float32(_WINDOW_PX // 2)
    upright = cv2.remap(spectrum, centre + along, centre + across, cv2.INTER_LINEAR)
    level = cv2.remap(spectrum, centre - across, centre + along, cv2.INTER_LINEAR)
    return np.asarray(upright.mean(axis=1) + level.mean(axis=1), dtype=np.float32)
