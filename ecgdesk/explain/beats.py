"""On which part of the beat the attribution falls, told from the traces and the measured intervals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.signal import find_peaks

from ecgdesk.core.analysis import Measurements
from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LeadTrace

PARTS: Final = ("before", "qrs", "st", "between")
FEWEST_BEATS: Final = 3
_SMOOTH_S: Final = 0.05
_LEAST_RR_S: Final = 0.25
_LEAST_HEIGHT: Final = 0.35
"""Of the 98th percentile of steepness: a T wave is less steep than that."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BeatShare:
    """The share of the heat on the leads that falls on a part of the beat, and that of the time it takes."""

    part: str
    heat: float
    time: float

    @property
    def density(self) -> float:
        """How much more heat than time there is; 1 is even."""
        return self.heat / self.time if self.time > 0 else 0.0


def beat_shares(
    heat: NDArray[np.float32], placement: Rect, traces: Iterable[LeadTrace], measured: Measurements
) -> tuple[BeatShare, ...] | None:
    """Return the shares of every part; None without three beats, PR, QRS and QT, or without heat.

    `placement` is what the heat covers, in pixels of the straightened page as the lead boxes are.
    """
    spans = _spans(measured)
    if spans is None:
        return None
    traces = list(traces)
    hot, long = np.zeros(len(PARTS)), np.zeros(len(PARTS))
    beats = 0
    for start, peaks in _beats(traces).items():
        beats += len(peaks)
        for trace in (one for one in traces if one.lead.start_s == start):
            columns = _heat_over_time(heat, placement, trace)
            part = _part_of(columns, trace, peaks, spans)
            hot += np.bincount(part, columns, minlength=len(PARTS))
            long += np.bincount(part, minlength=len(PARTS)) / len(part) * trace.lead.duration_s
    if beats < FEWEST_BEATS or hot.sum() <= 0:
        return None
    return tuple(
        BeatShare(name, float(h / hot.sum()), float(t / long.sum()))
        for name, h, t in zip(PARTS, hot, long, strict=True)
    )


def beats_of(traces: Iterable[LeadTrace]) -> Floats:
    """Return when the QRS complexes of leads that were written at one time are, in seconds from their start.

    Where all leads together are steepest, weighed so that none outweighs the others.
    """
    steep: Floats = np.zeros(0)
    hz = 0.0
    for trace in traces:
        slope = _steepness(trace)
        if len(steep) and (trace.hz != hz or len(slope) != len(steep)):
            size = min(len(steep), len(slope))
            steep, slope = steep[:size], slope[:size]
        steep, hz = (steep + slope if len(steep) else slope), trace.hz
    if not len(steep) or steep.max() <= 0:
        return np.zeros(0)
    height = _LEAST_HEIGHT * float(np.percentile(steep, 98))
    peaks, _ = find_peaks(steep, height=height, distance=max(1, round(_LEAST_RR_S * hz)))
    return np.asarray(peaks / hz, dtype=np.float64)


def _beats(traces: list[LeadTrace]) -> Mapping[float, Floats]:
    """Return the beats by the start of the leads they are seen in; a strip sees its own."""
    groups: dict[float, list[LeadTrace]] = {}
    for trace in traces:
        groups.setdefault(trace.lead.start_s, []).append(trace)
    shortest = {start: min(one.lead.duration_s for one in group) for start, group in groups.items()}
    found: dict[float, Floats] = {}
    for start, group in groups.items():
        long = [one for one in group if one.lead.duration_s > 1.5 * shortest[start]]
        found[start] = beats_of(long or group)
    return found


def _steepness(trace: LeadTrace) -> Floats:
    values = np.asarray(trace.millivolts, dtype=np.float64)
    if len(values) < 2:
        return np.zeros(len(values))
    slope = np.nan_to_num(np.abs(np.diff(values, prepend=values[0])), nan=0.0)  # gaps are not steep
    width = max(1, round(_SMOOTH_S * trace.hz))
    smooth = np.convolve(slope, np.ones(width) / width, mode="same")
    top = float(np.percentile(smooth, 98))
    return np.asarray(smooth / top if top > 0 else smooth, dtype=np.float64)


def _spans(measured: Measurements) -> tuple[float, float, float] | None:
    """Return where before, QRS and T wave end or begin, in seconds from the middle of the QRS complex."""
    if measured.pr_ms is None or measured.qrs_ms is None or measured.qt_ms is None:
        return None
    half = measured.qrs_ms / 2000
    return -half - measured.pr_ms / 1000, half, measured.qt_ms / 1000 - half


def _heat_over_time(heat: NDArray[np.float32], placement: Rect, trace: LeadTrace) -> Floats:
    """Return the heat of each column of a lead's box, from left to right."""
    rows, columns = heat.shape
    box = trace.lead.box
    across, down = columns / placement.width, rows / placement.height
    x0, x1 = (box.x0 - placement.x0) * across, (box.x1 - placement.x0) * across
    y0, y1 = (box.y0 - placement.y0) * down, (box.y1 - placement.y0) * down
    part = heat[max(0, round(y0)) : max(0, round(y1)), max(0, round(x0)) : max(0, round(x1))]
    if part.size == 0:
        return np.zeros(1)
    return np.asarray(part.sum(axis=0, dtype=np.float64))


def _part_of(
    columns: Floats, trace: LeadTrace, peaks: Floats, spans: tuple[float, float, float]
) -> NDArray[np.int64]:
    """Return the number of the part that each column of a lead belongs to; a later beat's P wave counts."""
    begin, half, end = spans
    when = (np.arange(len(columns)) + 0.5) / len(columns) * trace.lead.duration_s
    part = np.full(len(columns), PARTS.index("between"))
    away = when[:, None] - peaks[None, :]
    for low, high, name in ((half, end, "st"), (begin, -half, "before"), (-half, half, "qrs")):
        part[((away >= low) & (away < high)).any(axis=1)] = PARTS.index(name)
    return part
