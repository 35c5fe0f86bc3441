"""Where the QRS complex begins and ends: where the leads together start and cease to move fast."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ecgdesk.reading.measure_average import BEFORE, Average
from ecgdesk.reading.measure_strips import HZ, Floats

SMOOTHING: Final = np.hanning(15)[1:-1] / np.hanning(15).sum()
_REACH: Final = 45
_SHARE_OF_STEEPEST: Final = 0.08
_QUIET: Final = 8
_EARLIEST, _LATEST = BEFORE - round(0.17 * HZ), BEFORE + round(0.22 * HZ)
_NEEDED: Final = slice(BEFORE - 60, BEFORE + 80)
_LEAST_KNOWN: Final = 0.95
_SHORTEST, _LONGEST = round(0.05 * HZ), round(0.24 * HZ)


@dataclass(frozen=True, slots=True)
class Complex:
    """First and last sample of the QRS complex in an average beat."""

    onset: int
    offset: int

    @property
    def milliseconds(self) -> float:
        """Its duration."""
        return (self.offset - self.onset) / HZ * 1000


def find_qrs(beats: Sequence[Average]) -> Complex | None:
    """Return the QRS complex that average beats of the same clock have in common; None where none stands out.

    What counts is the mean steepness of the leads, each in units of its steepest: in one lead a part of the
    complex may run flat, in all of them it does not.
    """
    speeds = [speed for speed in map(_speed, beats) if speed is not None]
    if not speeds:
        return None
    speed = np.mean(speeds, axis=0)
    steepest = BEFORE - _REACH + int(speed[BEFORE - _REACH : BEFORE + _REACH].argmax())
    limit = _SHARE_OF_STEEPEST * float(speed[steepest])
    onset, offset = _quiet(speed, limit, steepest, -1), _quiet(speed, limit, steepest, 1)
    if onset is None or offset is None or not _SHORTEST <= offset - onset <= _LONGEST:
        return None
    return Complex(onset, offset)


def whole(beat: Average) -> Floats:
    """Return an average beat with its gaps bridged and smoothed over about 15 ms."""
    known = np.isfinite(beat.values)
    places = np.arange(len(beat.values))
    return np.convolve(np.interp(places, places[known], beat.values[known]), SMOOTHING, mode="same")


def _speed(beat: Average) -> Floats | None:
    if np.isfinite(beat.values[_NEEDED]).mean() < _LEAST_KNOWN:
        return None
    speed = np.abs(np.gradient(whole(beat)))
    top = float(np.sort(speed[BEFORE - _REACH : BEFORE + _REACH])[-3])
    return np.asarray(speed / top, np.float64) if top > 0 else None


def _quiet(speed: Floats, limit: float, start: int, step: int) -> int | None:
    """Return where, from `start` on, the speed first stays below the limit for 16 ms; None if nowhere."""
    place, below = start, 0
    while _EARLIEST < place < _LATEST:
        below = below + 1 if speed[place] < limit else 0
        if below >= _QUIET:
            return place - step * below
        place += step
    return None
