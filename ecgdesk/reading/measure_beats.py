"""Where the beats are: found in all strips together, put on one clock, and sorted into like and unlike."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.signal import find_peaks

from ecgdesk.reading.measure_strips import HZ, Flags, Floats, Strip, activity

Whole = NDArray[np.int64]

_SHORTEST_RR: Final = round(0.24 * HZ)
_LEAST_HEIGHT: Final = 0.1
_SHARE_OF_TOP: Final = 0.35
_SLOWEST_BEATS_PER_S: Final = 0.7
_T_WITHIN: Final = round(0.36 * HZ)
_T_STEEPNESS: Final = 0.65
_FROM_END: Final = round(0.04 * HZ)
_CORE: Final = round(0.12 * HZ)
_LARGEST_SHIFT: Final = 15
_ROUNDS: Final = 2
_ALIKE: Final = 0.85
_SAME_BEAT: Final = round(0.08 * HZ)
_SIMULTANEOUS: Final = 0.6
_LONGEST_UNSEEN: Final = round(0.1 * HZ)


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Strips that show the same time, and their beats.

    `at` (b,) are the samples of the beats, in order, each at the same place of its QRS complex; `alike` (b,)
    says which look like most of them.
    """

    strips: tuple[Strip, ...]
    at: Whole
    alike: Flags

    @property
    def rr(self) -> Floats:
        """The intervals between its beats in seconds, without those in which one may not have been seen."""
        seen = np.zeros(max(strip.stop for strip in self.strips), dtype=bool)
        for strip in self.strips:
            seen[strip.start : strip.stop] |= strip.known
        pairs = zip(self.at[:-1], self.at[1:], strict=True)
        whole = [_longest(~seen[first:last]) <= _LONGEST_UNSEEN for first, last in pairs]
        return np.asarray(np.diff(self.at)[np.array(whole, dtype=bool)] / HZ, np.float64)


def groups_of(strips: Sequence[Strip]) -> list[Group]:
    """Return the strips in groups that show the same time, the longest first.

    With a strip over the whole width whose beats stand under those of the short leads, everything is one
    group. Otherwise nothing says that a column goes on where the one before it ended: each is by itself.
    """
    long = [strip for strip in strips if strip.rhythm]
    short = [strip for strip in strips if not strip.rhythm]
    if long and (not short or _stand_together(long, short)):
        return [_group(strips)]
    columns = [[strip for strip in short if strip.start == start] for start in {s.start for s in short}]
    groups = [_group(members) for members in ([long] if long else []) + columns]
    return sorted(groups, key=lambda group: -max(len(strip.values) for strip in group.strips))


def find_beats(active: Floats) -> Whole:
    """Return the samples of the beats in an activity."""
    peaks, _ = find_peaks(active, distance=_SHORTEST_RR, height=_LEAST_HEIGHT, prominence=_LEAST_HEIGHT)
    if len(peaks) == 0:
        return np.zeros(0, np.int64)
    count = max(3, int(len(active) / HZ * _SLOWEST_BEATS_PER_S))
    top = float(np.median(np.sort(active[peaks])[::-1][:count]))
    inside = (peaks >= _FROM_END) & (peaks < len(active) - _FROM_END)
    return _without_t_waves(peaks[inside & (active[peaks] > _SHARE_OF_TOP * top)], active)


def _without_t_waves(peaks: Whole, active: Floats) -> Whole:
    """Return the peaks without those that follow a much steeper one as closely as its T wave does."""
    kept: list[int] = []
    for peak in peaks.tolist():
        close = bool(kept) and peak - kept[-1] < _T_WITHIN
        if not (close and active[peak] < _T_STEEPNESS * active[kept[-1]]):
            kept.append(peak)
    return np.array(kept, np.int64)


def _longest(flags: Flags) -> int:
    """Return how many of the flags stand in a row at most."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(np.int8), [0]])))
    return int((edges[1::2] - edges[::2]).max(initial=0))


def _stand_together(long: Sequence[Strip], short: Sequence[Strip]) -> bool:
    """Return whether the beats of long and short strips stand at the same places.

    One way is enough: where tall T waves pass for beats in the one, the beats of the other still have theirs.
    """
    one, other = find_beats(activity(long)), find_beats(activity(short))
    if len(one) == 0 or len(other) == 0:
        return True
    near = np.abs(one[:, None] - other[None, :]) <= _SAME_BEAT
    return bool(max(near.any(axis=1).mean(), near.any(axis=0).mean()) >= _SIMULTANEOUS)


def _group(strips: Sequence[Strip]) -> Group:
    first = min(strip.start for strip in strips)
    moved = [Strip(s.name, s.rhythm, s.start - first, s.values, s.known) for s in strips]
    at = find_beats(activity(moved))
    guide = max(moved, key=lambda strip: (len(strip.values), np.ptp(strip.values)))
    at, likeness = _aligned(guide, at)
    return Group(tuple(moved), at, likeness >= _ALIKE)


def _aligned(guide: Strip, at: Whole) -> tuple[Whole, Floats]:
    """Return the beats moved to where they fit the typical beat of a strip best, and how well they fit.

    A beat too near to the strip's end to be compared stays where it is and counts as alike.
    """
    moved, likeness = at.copy(), np.ones(len(at))
    for _ in range(_ROUNDS):
        cores = [_core(guide, int(beat), 0) for beat in moved]
        known = [core for core in cores if core is not None]
        if len(known) < 2:
            break
        typical = np.median(known, axis=0)
        for index, beat in enumerate(moved):
            moved[index], likeness[index] = _best_place(guide, int(beat), typical)
    return moved, likeness


def _best_place(guide: Strip, beat: int, typical: Floats) -> tuple[int, float]:
    fits = []
    for shift in range(-_LARGEST_SHIFT, _LARGEST_SHIFT + 1):
        core = _core(guide, beat, shift)
        if core is not None:
            norm = float(np.sqrt((core @ core) * (typical @ typical)))
            fits.append((float(core @ typical) / norm if norm > 0 else 0.0, shift))
    if not fits:
        return beat, 1.0
    best, shift = max(fits)
    return beat + shift, best


def _core(guide: Strip, beat: int, shift: int) -> Floats | None:
    first = beat + shift - guide.start - _CORE
    if first < 0 or first + 2 * _CORE > len(guide.values):
        return None
    core = guide.values[first : first + 2 * _CORE]
    return np.asarray(core - core.mean(), np.float64)
