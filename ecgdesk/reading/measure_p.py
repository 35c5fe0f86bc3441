"""How long the P wave lasts: from where it leaves the line between its feet to where it is back on it.

NeuroKit's ends of P tell PR well, but they stand at most 100 ms apart, or with a wider limit far too wide.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from ecgdesk.reading.measure_average import Average
from ecgdesk.reading.measure_qrs import Complex, whole
from ecgdesk.reading.measure_strips import HZ, Floats

_SHARE_OF_HEIGHT: Final = 0.12
"""Of 100 LUDB records, between the shares at which it comes out longer and shorter than people mark it."""
_BEFORE_ONSET: Final = round(0.04 * HZ)
_FOOT: Final = (round(0.016 * HZ), round(0.008 * HZ))
_FOOT_AFTER: Final = round(0.012 * HZ)
_FROM_QRS: Final = 2
_SHORTEST: Final = round(0.06 * HZ)
_LEAST_KNOWN: Final = 0.9
_LEAST_MV: Final = 0.02


def p_lengths(beats: Sequence[Average], qrs: Complex, before: float) -> list[float | None]:
    """Return in samples how long P lasts in each average beat, None where it is too flat or not known.

    `before` is how many samples before the QRS complex it begins, about.
    """
    first = max(round(qrs.onset - before) - _BEFORE_ONSET, _FOOT[0])
    return [_length(beat, first, qrs.onset - _FROM_QRS) for beat in beats]


def _length(beat: Average, first: int, last: int) -> float | None:
    if last - first < _SHORTEST or np.isfinite(beat.values[first:last]).mean() < _LEAST_KNOWN:
        return None
    wave = _above_feet(whole(beat), first, last)
    top = int(np.abs(wave).argmax())
    height = float(wave[top])
    if abs(height) < _LEAST_MV:
        return None
    low = np.flatnonzero(wave / height <= _SHARE_OF_HEIGHT)
    start, end = low[low < top], low[low > top]
    if len(start) == 0 or len(end) == 0:
        return None
    return float(end[0] - start[-1])


def _above_feet(row: Floats, first: int, last: int) -> Floats:
    """Return how far a part of an average beat stands above the line between its ends."""
    early = float(np.median(row[first - _FOOT[0] : first + _FOOT[1]]))
    late = float(np.median(row[last - _FOOT_AFTER : last]))
    return row[first:last] - np.linspace(early, late, last - first)
