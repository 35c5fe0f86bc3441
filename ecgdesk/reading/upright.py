"""Is an ECG page the right way up, or upside down? Told from its curves and from where its letters stand."""

from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.wave_shape import Curves

Floats = NDArray[np.float64]

_BESIDE: Final = (0.010, 0.045)
"""From where to where beside a steep place P and T waves stand, in widths of a page of ten seconds."""
_LONG_SHARE: Final = 0.6
_STEEPEST_PX: Final = 12.0
_MOST: Final = np.array([1.5, 0.3, 0.4, 0.5, 0.3, 0.3])


@dataclass(frozen=True, slots=True)
class Leaning:
    """Figures of a page that change their sign, and only that, when the page is turned upside down.

    `peaks`: whether curves reach further up than down. `after`: whether more waves follow the steep places
    than go before them, as T is larger than P. `waves`: whether the waves beside the steep places point up.
    `strip`: how far below the other curves the longest lie, as rhythm strips do. `letters_x`, `letters_y`:
    how far right and down of the middle letters stand; names of leads stand left of and above their curves.
    """

    peaks: float = 0.0
    after: float = 0.0
    waves: float = 0.0
    strip: float = 0.0
    letters_x: float = 0.0
    letters_y: float = 0.0

    def vector(self) -> Floats:
        """Return the figures in the order of the fields, limited: none decides alone."""
        return limited(np.array([getattr(self, field.name) for field in fields(self)], np.float64))


def limited(figures: Floats) -> Floats:
    """Return figures in the order of the fields, (…, 6), cut off at what most pages stay within."""
    return np.clip(figures, -_MOST, _MOST)


def leaning(drawn: Curves | None, letters: Floats, height: int) -> Leaning:
    """Return the figures of curves on a sketch of this height; `letters` are x and y in 0..1, (n, 2)."""
    around = (letters.mean(axis=0) - 0.5).tolist() if len(letters) else (0.0, 0.0)
    if drawn is None:
        return Leaning(letters_x=around[0], letters_y=around[1])
    there = drawn.ink > 0
    up = np.where(there, drawn.middle[:, None] - drawn.level, 0.0)
    spread = np.sqrt((up**2).sum(axis=1, keepdims=True) / there.sum(axis=1, keepdims=True)).clip(0.5)
    up = up / spread
    steep = np.minimum(drawn.steep, _STEEPEST_PX)
    after, before, signed = _beside(steep, np.where(drawn.steep > 1, 0, np.clip(up, -2, 2)))
    return Leaning(
        peaks=float(np.mean((up**3).sum(axis=1) / there.sum(axis=1))),
        after=(after - before) / max(after + before, 1e-9),
        waves=signed,
        strip=_strip(there.sum(axis=1), drawn.middle / height),
        letters_x=around[0],
        letters_y=around[1],
    )


def _beside(steep: Floats, waves: Floats) -> tuple[float, float, float]:
    """Return how high the waves are after and before steep places, and which way they point on the whole."""
    width = steep.shape[1]
    low, high = (max(1, round(share * width)) for share in _BESIDE)
    beats, tall = steep.sum(axis=0), np.abs(waves).sum(axis=0)
    lags = range(low, high + 1)
    after = sum(float(beats[:-lag] @ tall[lag:]) for lag in lags)
    before = sum(float(beats[lag:] @ tall[:-lag]) for lag in lags)
    side = np.ones(high - low + 1)
    near = np.convolve(beats, np.r_[side, np.zeros(2 * low - 1), side], "same")
    points = float(near @ waves.sum(axis=0)) / max(float(near @ tall), 1e-9)
    return after, before, points


def _strip(columns: NDArray[np.int64], place: Floats) -> float:
    long = columns >= _LONG_SHARE * columns.max()
    if columns.max() < 2 * np.median(columns) or long.all():
        return 0.0
    return float(place[long].mean() - place[~long].mean())
