"""P and T waves of average beats, found by NeuroKit; what they say is agreed on over the leads.

NeuroKit takes a second to be imported, so it is when the first page is measured. Its method by prominence
(Emrich et al., EUSIPCO 2024) was the best of its methods on LUDB; the QRS complex is found elsewhere, for
it is found better in all leads together.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ecgdesk.reading.measure_average import BEFORE, Average
from ecgdesk.reading.measure_beats import Group
from ecgdesk.reading.measure_qrs import SMOOTHING, Complex, whole
from ecgdesk.reading.measure_strips import HZ, Floats, Strip

_SHARE_BEFORE, _SHARE_AFTER = 0.45, 0.70
_LEAST_KNOWN: Final = 0.9
_T_END_SHARE: Final = 0.04
_FEWEST_LEADS: Final = 2
_P_WINDOW: Final = (round(0.24 * HZ), round(0.016 * HZ))
_P_LIMITS: Final = (round(0.08 * HZ), round(0.40 * HZ))
_FROM_END: Final = 10
_WANTED: Final = ("ECG_P_Onsets", "ECG_T_Peaks", "ECG_T_Offsets")
_NOWHERE: Final = float("nan")


@dataclass(frozen=True, slots=True)
class Waves:
    """Where P begins and T ends, in samples of an average beat, each in one lead; None if unseen."""

    p_onset: float | None
    t_end: float | None


def find_waves(beats: Sequence[Average], rr: float) -> list[Waves]:
    """Return the waves of each average beat; `rr` is the usual interval between beats in samples."""
    found = (_waves(beat, rr) for beat in beats)
    return [waves for waves in found if waves is not None]


def agreed(values: Sequence[float | None]) -> float | None:
    """Return the median of what leads say; None where too few say anything."""
    said = [value for value in values if value is not None]
    return float(np.median(said)) if len(said) >= _FEWEST_LEADS or len(values) == len(said) == 1 else None


def _waves(beat: Average, rr: float) -> Waves | None:
    before = min(BEFORE, round(_SHARE_BEFORE * rr))
    after = min(len(beat.values) - BEFORE, round(_SHARE_AFTER * rr))
    part = slice(BEFORE - before, BEFORE + after)
    if np.isfinite(beat.values[part]).mean() < _LEAST_KNOWN:
        return None
    # NeuroKit looks at a beat between its neighbours, so an average stands between copies of itself.
    row = np.convolve(np.tile(whole(beat)[part], 3), SMOOTHING, mode="same")
    length = before + after
    peaks = np.array([before, before + length, before + 2 * length])
    found = _delineated(row, peaks)
    if found is None:
        return None
    origin = length + before - BEFORE
    p_onset, t_peak, t_foot = (found.get(name, _NOWHERE) for name in _WANTED)
    ends = (p_onset, _end_of_t(row, t_peak, t_foot))
    return Waves(*(None if np.isnan(place) else place - origin for place in ends))


def _delineated(row: Floats, peaks: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> dict[str, float] | None:
    """Return what NeuroKit finds around the middle one of three equal beats; None where it gives up."""
    import neurokit2

    try:
        with warnings.catch_warnings():  # of peaks without prominence, which are then not there
            warnings.simplefilter("ignore")
            _, found = neurokit2.ecg_delineate(row, peaks, sampling_rate=HZ, method="prominence")
    except (ValueError, IndexError, KeyError, ZeroDivisionError):  # a flat or empty beat
        return None
    # Places before the first sample are left out of its lists, so these are longest from their end.
    return {name: float(places[-2]) for name, places in found.items() if len(places) >= 2}


def _end_of_t(row: Floats, peak: float, foot: float) -> float:
    """Return where T has come down to a twenty-fifth of its height above the foot that NeuroKit finds."""
    if not (np.isfinite(peak) and np.isfinite(foot) and foot > peak):
        return float("nan")
    height = np.abs(row[int(peak) : int(foot) + 1] - row[int(foot)])
    above = np.flatnonzero(height > _T_END_SHARE * height[0])
    return float(peak + above[-1] + 1) if len(above) else float("nan")


def p_coherence(group: Group, qrs: Complex) -> float:
    """Return how alike the 240 ms before the QRS complexes are from beat to beat, 1 for all the same.

    It is the share of their energy that the beats of a lead have in common, over all leads: near 0 where
    nothing keeps time with the QRS complex.
    """
    shares, weights = [], []
    for strip in group.strips:
        parts = _before_beats(strip, group, qrs)
        if len(parts) >= 2:
            energy, common = float((parts**2).mean()), float((parts.mean(axis=0) ** 2).mean())
            count = len(parts)
            if energy > 0:
                shares.append((count * common - energy) / ((count - 1) * energy))
                weights.append(count)
    return float(np.average(shares, weights=weights)) if shares else 0.0


def _before_beats(strip: Strip, group: Group, qrs: Complex) -> Floats:
    """Return what stands before the QRS complexes, straightened, (beats, samples)."""
    smooth = np.convolve(strip.values, SMOOTHING, mode="same")
    parts = []
    for beat in group.at[group.alike]:
        onset = int(beat) - strip.start + qrs.onset - BEFORE
        first, last = onset - _P_WINDOW[0], onset - _P_WINDOW[1]
        if first >= _FROM_END and last <= len(smooth) - _FROM_END and strip.known[first:last].all():
            parts.append(_straightened(smooth[first:last]))
    return np.array(parts).reshape(len(parts), _P_WINDOW[0] - _P_WINDOW[1])


def _straightened(part: Floats) -> Floats:
    places = np.arange(len(part)) - (len(part) - 1) / 2
    slope = float(places @ part) / float(places @ places)
    return np.asarray(part - part.mean() - slope * places, np.float64)


def plausible_p(samples_before_qrs: float) -> bool:
    """Return whether a P wave may begin so many samples before the QRS complex."""
    return _P_LIMITS[0] <= samples_before_qrs <= _P_LIMITS[1]
