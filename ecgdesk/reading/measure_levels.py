"""The QRS axis and the ST levels, from average beats."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from ecgdesk.core.tracing import LEAD_NAMES, LevelST
from ecgdesk.reading.measure_average import Average
from ecgdesk.reading.measure_qrs import Complex, whole
from ecgdesk.reading.measure_strips import HZ, Floats

_BEFORE_QRS: Final = (round(0.044 * HZ), round(0.012 * HZ))
_AFTER_J: Final = round(0.060 * HZ)
_AROUND: Final = 3
_LEAST_NET_MV: Final = 0.05


def best_of_each(beats: Sequence[Average]) -> Mapping[str, Average]:
    """Return for each named lead the average of most beats."""
    best: dict[str, Average] = {}
    for beat in beats:
        if beat.name and (beat.name not in best or beat.beats > best[beat.name].beats):
            best[beat.name] = beat
    return best


def st_levels(leads: Mapping[str, Average], qrs: Complex) -> Mapping[str, LevelST]:
    """Return the level 60 ms after the J point against the one before the QRS complex, lead by lead."""
    named = [name for name in LEAD_NAMES if name in leads]
    return {name: LevelST(_st_level(leads[name], qrs), leads[name].beats) for name in named}


def qrs_axis(leads: Mapping[str, Average], qrs: Complex) -> float | None:
    """Return the direction of the mean QRS vector in degrees, in (-180, 180]; None where it is too small.

    From highest plus lowest deflection of leads I and aVF, as it is read by eye, or of I and II where aVF
    is not there. An augmented lead shows √3/2 of what lies along it.
    """
    one, foot = _net(leads.get("I"), qrs), _net(leads.get("aVF"), qrs)
    two = _net(leads.get("II"), qrs)
    down = foot * 2 / np.sqrt(3) if foot is not None else None
    if down is None and one is not None and two is not None:
        down = (2 * two - one) / np.sqrt(3)
    if one is None or down is None or np.hypot(one, down) < _LEAST_NET_MV:
        return None
    degrees = float(np.degrees(np.arctan2(down, one)))
    return 180.0 if degrees <= -180 else degrees


def _st_level(beat: Average, qrs: Complex) -> float | None:
    place = qrs.offset + _AFTER_J
    zero = _level_before(beat, qrs)
    around = beat.values[place - _AROUND : place + _AROUND + 1]
    if zero is None or len(around) == 0 or not np.isfinite(around).all():
        return None
    return float(np.mean(around)) - zero


def _net(beat: Average | None, qrs: Complex) -> float | None:
    if beat is None or not np.isfinite(beat.values[qrs.onset : qrs.offset]).all():
        return None
    zero = _level_before(beat, qrs)
    part: Floats = whole(beat)[qrs.onset : qrs.offset]
    return None if zero is None else float(part.max() + part.min() - 2 * zero)


def _level_before(beat: Average, qrs: Complex) -> float | None:
    part = beat.values[qrs.onset - _BEFORE_QRS[0] : qrs.onset - _BEFORE_QRS[1]]
    known = part[np.isfinite(part)]
    return float(np.median(known)) if len(known) else None
