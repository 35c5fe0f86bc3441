"""From places on the page to moments of a lead and back, and what of a trace a caliper may snap to."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Point
from ecgdesk.core.tracing import LeadTrace, Scale

Floats = NDArray[np.float64]

_LEAST_RISE: Final = 0.5
"""Millimetres by which a turning point of a trace stands out."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a lead: seconds from its start, and the millivolts of a height on the page."""

    trace: LeadTrace
    seconds: float
    millivolts: float | None


def trace_at(traces: tuple[LeadTrace, ...], point: Point) -> LeadTrace | None:
    """Return the trace whose box holds a point; of several, whose line is nearest."""
    inside = [
        one
        for one in traces
        if one.lead.box.x0 <= point[0] < one.lead.box.x1 and one.lead.box.y0 <= point[1] < one.lead.box.y1
    ]
    if len(inside) < 2:
        return inside[0] if inside else None
    return min(inside, key=lambda one: _distance(one, point))


def moment_at(trace: LeadTrace, point: Point, scale: Scale | None) -> Moment | None:
    """Return the moment over which a point of the page lies; None where the lead does not reach."""
    seconds = seconds_at(trace, point[0])
    if seconds is None:
        return None
    zero = zero_height(trace, scale)
    level = None if zero is None or scale is None else (zero - point[1]) / scale.px_per_mv
    return Moment(trace, seconds, level)


def seconds_at(trace: LeadTrace, x: float) -> float | None:
    """Return the seconds from the lead's start at a column of the page; None beyond its ends."""
    xs, share = _columns(trace)
    if len(xs) < 2 or not xs[0] <= x <= xs[-1]:
        return None
    return float(np.interp(x, xs, share)) * duration(trace)


def place_at(trace: LeadTrace, seconds: float) -> Point | None:
    """Return where on the page a moment of a lead is drawn; None in a gap and beyond its ends."""
    known = _known(trace)
    if known.sum() < 2 or not 0 <= seconds <= duration(trace):
        return None
    at = seconds / duration(trace) * (len(trace.line) - 1)
    near = min(max(round(at), 0), len(trace.line) - 1)
    if not known[near]:
        return None
    rows = np.flatnonzero(known)
    x, y = (float(np.interp(at, rows, trace.line[rows, axis])) for axis in (0, 1))
    return x, y


def duration(trace: LeadTrace) -> float:
    """Return how long a trace is, in seconds."""
    return len(trace.millivolts) / trace.hz


def zero_height(trace: LeadTrace, scale: Scale | None) -> float | None:
    """Return the height of 0 mV on the page; None where it cannot be said."""
    known = _known(trace)
    if scale is None or not known.any() or not len(trace.millivolts):
        return None
    when = np.linspace(0, len(trace.millivolts) - 1, len(trace.line))[known]
    levels = trace.millivolts[np.round(when).astype(int)]
    zeros = trace.line[known, 1] + levels * scale.px_per_mv
    zeros = zeros[np.isfinite(zeros)]
    return float(np.median(zeros)) if len(zeros) else None


def height_at(trace: LeadTrace, x: float) -> float | None:
    """Return the height of the line at a column of the page; None in gaps and beyond its ends."""
    known = _known(trace)
    line = trace.line[known]
    if len(line) < 2 or not line[0, 0] <= x <= line[-1, 0]:
        return None
    near = int(np.abs(line[:, 0] - x).argmin())
    if abs(line[near, 0] - x) > 2 * float(np.median(np.abs(np.diff(line[:, 0])))) + 1:
        return None
    return float(np.interp(x, line[:, 0], line[:, 1]))


def turning_points(trace: LeadTrace, x: float, reach: float, px_per_mm: float) -> list[Point]:
    """Return where the line turns up or down within reach of a column, what stands out most first."""
    window = trace.line[np.abs(trace.line[:, 0] - x) <= 2 * reach]
    window = window[np.isfinite(window[:, 1])].astype(np.float64)
    least = _LEAST_RISE * px_per_mm
    found = [
        (rise, (float(window[i, 0]), float(window[i, 1])))
        for sign in (1.0, -1.0)
        for i, rise in _tops(sign * window[:, 1])
        if rise >= least and abs(window[i, 0] - x) <= reach
    ]
    return [point for _, point in sorted(found, reverse=True)]


def usual_height(trace: LeadTrace) -> float | None:
    """Return the height around which the line spends its time."""
    heights = trace.line[np.isfinite(trace.line[:, 1]), 1]
    return float(np.median(heights)) if len(heights) else None


def _tops(values: Floats) -> list[tuple[int, float]]:
    """Return the middle of each top and how far it stands out: the lesser of its falls to both sides."""
    tops = []
    for last in np.flatnonzero((values[1:-1] >= values[:-2]) & (values[1:-1] > values[2:])) + 1:
        first = int(last)
        while first > 0 and values[first - 1] == values[last]:
            first -= 1
        falls = _fall(values[first::-1]), _fall(values[last:])
        tops.append(((first + int(last)) // 2, min(falls)))
    return tops


def _fall(side: Floats) -> float:
    """Return how far values fall from the first of them before anything higher comes."""
    higher = np.flatnonzero(side > side[0])
    return float(side[0] - side[: higher[0] if len(higher) else None].min())


def _known(trace: LeadTrace) -> NDArray[np.bool_]:
    return np.asarray(np.isfinite(trace.line[:, 0]) & np.isfinite(trace.line[:, 1]))


def _columns(trace: LeadTrace) -> tuple[Floats, Floats]:
    """Return the known columns of the line and how far along the lead each is, in [0, 1]."""
    known = np.isfinite(trace.line[:, 0])
    share = np.linspace(0.0, 1.0, max(len(trace.line), 1))
    xs = trace.line[:, 0].astype(np.float64)
    if not known.all() and known.sum() >= 2:
        # Columns are evenly spaced: gaps in the line have their place too.
        rows = np.arange(len(xs))
        slope, start = np.polyfit(rows[known], xs[known], 1)
        xs = np.where(known, xs, start + slope * rows)
    return np.maximum.accumulate(xs) if len(xs) else xs, share


def _distance(trace: LeadTrace, point: Point) -> float:
    height = height_at(trace, point[0])
    return float("inf") if height is None else abs(height - point[1])
