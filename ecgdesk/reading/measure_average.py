"""One typical beat for each strip: the median of its beats, in which noise and slips of a trace go under."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from ecgdesk.reading.measure_beats import Group
from ecgdesk.reading.measure_strips import HZ, Flags, Floats, Strip

BEFORE: Final = round(0.40 * HZ)
AFTER: Final = round(0.60 * HZ)
_LEVEL: Final = (BEFORE - 50, BEFORE - 30)
_FROM_END: Final = 30


@dataclass(frozen=True, slots=True, eq=False)
class Average:
    """The median beat of a strip: `values` (BEFORE + AFTER,) in mV, NaN where unknown; of `beats` beats."""

    name: str
    rhythm: bool
    values: Floats
    beats: int


def averages(group: Group) -> list[Average]:
    """Return the median beats of a group's strips, each of the beats that look alike."""
    found = (_average(strip, group) for strip in group.strips)
    return [average for average in found if average is not None]


def _average(strip: Strip, group: Group) -> Average | None:
    cut = [(beat, alike) for beat, alike in zip(group.at, group.alike, strict=True) if _inside(strip, beat)]
    alike = [beat for beat, same in cut if same] or [beat for beat, _ in cut]
    if not alike:
        return None
    beats = np.stack([_window(strip, int(beat)) for beat in alike])
    level = _medians(beats[:, slice(*_LEVEL)], axis=1)
    beats = beats - np.where(np.isfinite(level), level, 0.0)[:, None]
    return Average(strip.name, strip.rhythm, _medians(beats, axis=0), len(alike))


def _inside(strip: Strip, beat: int) -> bool:
    return _FROM_END <= beat - strip.start < len(strip.values) - _FROM_END


def _window(strip: Strip, beat: int) -> Floats:
    window = np.full(BEFORE + AFTER, np.nan)
    first = beat - strip.start - BEFORE
    low, high = max(first, 0), min(first + BEFORE + AFTER, len(strip.values))
    known: Flags = strip.known[low:high]
    window[low - first : high - first] = np.where(known, strip.values[low:high], np.nan)
    return window


def _medians(values: Floats, axis: int) -> Floats:
    """Return medians of what is known; NaN where nothing is, without a warning."""
    known = np.isfinite(values).any(axis=axis)
    out = np.full(known.shape, np.nan)
    kept = values[known] if axis == 1 else values[:, known]
    out[known] = np.nanmedian(kept, axis=axis)
    return out
