"""The grid's direction and spacing in one place after another of a page."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.grid_period import MM_PER_SQUARE, Period
from ecgdesk.reading.ink import Ink

Floats = NDArray[np.float64]

_TILE_MM: Final = 46.0
_SMALLEST_TILE_PX: Final = 96
_HARMONICS: Final = ((5, 0.10), (10, 0.05), (2, 0.13), (1, 0.16))
"""Multiples of the frequency of the 5 mm lines that are tried in turn, and the reach around each."""

_TILT: Final = 0.14
_SAMPLES: Final = 31
_LEAST_CONTRAST: Final = 5.0


@dataclass(frozen=True, slots=True, eq=False)
class Tiles:
    """Where the grid was measured, (n, 2) in pixels, and its gradients there, (n, 2) in mm per pixel.

    The gradient of the upright lines says how the paper's x changes along the picture's x and y, that of
    the level lines how its y does; NaN where no lines stand out.
    """

    places: Floats
    upright: Floats
    level: Floats


def measure_tiles(ink: Ink, period: Period) -> Tiles:
    """Return the gradients of the grid in overlapping tiles of some centimetres."""
    side = int(min(max(_TILE_MM * period.x_px, _SMALLEST_TILE_PX), *ink.shape))
    rows, columns = _starts(ink.shape[0], side), _starts(ink.shape[1], side)
    corners = [(int(x), int(y)) for y in rows for x in columns]
    window = np.outer(np.hanning(side), np.hanning(side)).astype(np.float32)
    upright, level = [], []
    for x, y in corners:
        tile = ink[y : y + side, x : x + side]
        tile = (tile - tile.mean()) * window
        x_px, y_px = period.at(x + side / 2, y + side / 2)
        upright.append(_gradient(tile, x_px))
        level.append(_gradient(tile.T, y_px)[::-1])
    places = np.asarray(corners, np.float64) + (side - 1) / 2
    return Tiles(places, np.asarray(upright), np.asarray(level))


def _starts(length: int, side: int) -> NDArray[np.int64]:
    return np.linspace(0, length - side, max(2, round(2 * length / side) - 1)).astype(np.int64)


def _gradient(tile: Ink, px_per_mm: float) -> Floats:
    """Return the gradient of the lines that run down a tile, in mm per pixel along x and y."""
    tile, step = _shortened(tile, int(px_per_mm))
    for harmonic, reach in _HARMONICS:
        frequency = harmonic / (MM_PER_SQUARE * px_per_mm)
        if frequency > 0.45:
            continue
        peak = _peak(tile, step, frequency, reach * frequency)
        if peak is not None:
            return peak * MM_PER_SQUARE / harmonic
    return np.full(2, np.nan)


def _shortened(tile: Ink, step: int) -> tuple[Ink, int]:
    """Return a tile with the mean of every few rows instead of them, and how many: lines run down it."""
    step = max(1, step)
    rows = len(tile) // step
    even = tile[: rows * step].reshape(rows, step, tile.shape[1])
    return np.asarray(even.mean(axis=1, dtype=np.float32), np.float32), step


def _peak(tile: Ink, step: int, frequency: float, reach: float) -> Floats | None:
    """Return the frequency of the strongest wave near this one, None where none stands out.

    `tile` holds one row for every `step` of the picture.
    """
    steps, turns = np.linspace(-reach, reach, _SAMPLES), frequency * np.linspace(-_TILT, _TILT, _SAMPLES)
    along = _waves(np.arange(tile.shape[1]), frequency + steps)
    across = _waves(step * np.arange(tile.shape[0]), turns)
    # Real and imaginary parts side by side: a tile is real, and half of a complex product would be idle.
    wave = (tile @ along.view(np.float32)).view(np.complex64)
    height = np.abs(across.T @ wave)
    row, column = np.unravel_index(int(height.argmax()), height.shape)
    inside = 0 < row < _SAMPLES - 1 and 0 < column < _SAMPLES - 1
    if not inside or height[row, column] < _LEAST_CONTRAST * float(np.median(height)):
        return None
    x = frequency + steps[column] + (steps[1] - steps[0]) * _offset(height[row, column - 1 : column + 2])
    y = turns[row] + (turns[1] - turns[0]) * _offset(height[row - 1 : row + 2, column])
    return np.array([x, y])


def _waves(places: NDArray[np.int64], frequencies: Floats) -> NDArray[np.complex64]:
    """Return waves of evenly spaced frequencies at places, (places, frequencies)."""
    turns = np.empty((len(places), len(frequencies)), np.complex128)
    # Each wave is the one before it turned by the same steps: that saves most sines and cosines.
    turns[:, 0] = np.exp(-2j * np.pi * frequencies[0] * places)
    turns[:, 1:] = np.exp(-2j * np.pi * (frequencies[1] - frequencies[0]) * places)[:, None]
    return np.cumprod(turns, axis=1).astype(np.complex64)


def _offset(three: NDArray[np.float32]) -> float:
    before, here, after = np.log(three.astype(np.float64) + 1e-12)
    bend = before - 2 * here + after
    return float(0.5 * (before - after) / bend) if bend < 0 else 0.0
