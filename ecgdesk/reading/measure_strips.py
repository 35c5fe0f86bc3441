"""The traces of a page as strips of one clock, ready to be measured: gaps bridged where they are short."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfiltfilt

from ecgdesk.core.tracing import LEAD_NAMES, LeadTrace

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

HZ: Final = 500
_LONGEST_BRIDGE: Final = round(0.08 * HZ)
_LEAST_COVERED: Final = 0.5
_LEAST_S: Final = 1.5
_MOST_HIDDEN: Final = 0.25
_EDGE: Final = round(0.09 * HZ)
_BAND_HZ: Final = (8.0, 30.0)
_ENERGY: Final = round(0.08 * HZ)
_SMOOTH: Final = 31
_STRIP_WEIGHT: Final = 2.0
_LOUDEST: Final = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """One trace at 500 samples a second: `name` of its lead, `start` in samples from the page's first.

    `values` (n,) are in mV around their median, `known` (n,) where the page shows them. `rhythm` marks a
    strip over the whole width.
    """

    name: str
    rhythm: bool
    start: int
    values: Floats
    known: Flags

    @property
    def stop(self) -> int:
        """The sample after the last."""
        return self.start + len(self.values)


def strips_of(traces: Sequence[LeadTrace]) -> list[Strip]:
    """Return the strips of all traces that are long and whole enough to be measured."""
    strips = (_strip(trace) for trace in traces)
    return [strip for strip in strips if strip is not None]


def hidden_leads(traces: Sequence[LeadTrace]) -> list[str]:
    """Return the leads of which so much is hidden that nothing is measured on them."""
    hidden = {trace.lead.name for trace in traces if trace.lead.name and trace.hidden > _MOST_HIDDEN}
    shown = {trace.lead.name for trace in traces if trace.hidden <= _MOST_HIDDEN}
    return sorted(hidden - shown, key=LEAD_NAMES.index)


def _strip(trace: LeadTrace) -> Strip | None:
    if trace.hidden > _MOST_HIDDEN:
        return None
    values = _at_our_rate(trace)
    there = np.isfinite(values)
    if len(values) < _LEAST_S * HZ or there.mean() < _LEAST_COVERED:
        return None
    places = np.arange(len(values))
    whole = np.interp(places, places[there], values[there])
    known = there | ~_long_gaps(there)
    start = round(trace.lead.start_s * HZ)
    return Strip(trace.lead.name, trace.lead.rhythm, start, whole - np.median(whole[known]), known)


def _at_our_rate(trace: LeadTrace) -> Floats:
    values = trace.millivolts.astype(np.float64)
    if trace.hz == HZ:
        return values
    seconds = np.arange(round(len(values) / trace.hz * HZ)) / HZ
    return np.asarray(np.interp(seconds * trace.hz, np.arange(len(values)), values), np.float64)


def _long_gaps(there: Flags) -> Flags:
    gaps = np.zeros(len(there), dtype=bool)
    edges = np.diff(np.concatenate([[0], (~there).astype(np.int8), [0]]))
    for first, after in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True):
        if after - first > _LONGEST_BRIDGE or first == 0 or after == len(there):
            gaps[first:after] = True
    return gaps


def activity(strips: Sequence[Strip]) -> Floats:
    """Return how steeply the strips together move, (samples of the page,): about 1 at a QRS complex.

    Each strip is measured by its own beats, so that flat and tall leads speak alike; P and T waves are too
    slow to count.
    """
    length = max((strip.stop for strip in strips), default=0)
    total, weight = np.zeros(length), np.zeros(length)
    for strip in strips:
        own, counts = _own_activity(strip)
        share = (_STRIP_WEIGHT if strip.rhythm else 1.0) * counts
        total[strip.start : strip.stop] += share * own
        weight[strip.start : strip.stop] += share
    mean = np.divide(total, weight, out=np.zeros(length), where=weight > 0)
    window = np.hanning(_SMOOTH)
    return np.convolve(mean, window / window.sum(), mode="same")


def _own_activity(strip: Strip) -> tuple[Floats, Floats]:
    """Return a strip's own activity and where it counts: not at its ends, where its filter rings."""
    band = sosfiltfilt(butter(2, _BAND_HZ, "bandpass", fs=HZ, output="sos"), strip.values)
    energy = np.convolve(band**2, np.ones(_ENERGY) / _ENERGY, mode="same")
    counts = strip.known.astype(np.float64)
    counts[:_EDGE] = counts[-_EDGE:] = 0.0
    seconds = np.array_split(energy * counts, max(1, len(energy) // HZ))
    typical = float(np.median([part.max() for part in seconds]))
    if typical < 1e-6:  # a thousandth of a millivolt: a flat line
        return np.zeros(len(energy)), np.zeros(len(energy))
    return np.sqrt(np.minimum(energy / typical, _LOUDEST)), counts
