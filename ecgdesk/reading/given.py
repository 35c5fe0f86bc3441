"""What was read, told again with the leads and the scale that a person set by hand."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.trace_places import duration, zero_height
from ecgdesk.core.tracing import Given, Layout, LeadBox, LeadTrace, PageReading, Scale

Floats = NDArray[np.float64]

_HZ: Final = 500.0
_BY_HAND: Final = "by hand"
_LEAST_PX: Final = 2


def as_given(reading: PageReading, given: Given) -> PageReading:
    """Return a reading in which scale and leads are those given; lines that were followed stay.

    A lead box gets the piece of line that lies in it most; one without any has no trace.
    """
    if given.scale is not None:
        reading = _rescaled(reading, given.scale)
    if given.leads is not None:
        reading = _with_leads(reading, given.leads)
    return reading


def _rescaled(reading: PageReading, scale: Scale) -> PageReading:
    old = reading.scale
    if old is None:
        return replace(reading, scale=scale)
    start = min((trace.lead.box.x0 for trace in reading.traces), default=0.0)
    traces = tuple(
        _digitised(trace, _timed(trace.lead, start, scale), trace.line, zero_height(trace, old), scale)
        for trace in reading.traces
    )
    return replace(reading, scale=scale, traces=traces, leads=tuple(one.lead for one in traces))


def _timed(lead: LeadBox, start: float, scale: Scale) -> LeadBox:
    """Return a lead with the times that its place on the page stands for."""
    began = (lead.box.x0 - start) / scale.px_per_s
    return replace(lead, start_s=round(began, 4), duration_s=round(lead.box.width / scale.px_per_s, 4))


def _with_leads(reading: PageReading, leads: tuple[LeadBox, ...]) -> PageReading:
    traces = tuple(
        trace for lead in leads if (trace := _trace_in(lead, reading.traces, reading.scale)) is not None
    )
    return replace(reading, leads=leads, traces=traces, layout=Layout(reading.layout.name or _BY_HAND, 1.0))


def _trace_in(lead: LeadBox, traces: tuple[LeadTrace, ...], scale: Scale | None) -> LeadTrace | None:
    """Return the trace of a box: of all rows the one with most of its line in it, from end to end of it."""
    same = next((one for one in traces if one.lead.box == lead.box), None)
    if same is not None:
        return replace(same, lead=lead)
    row = max(traces, key=lambda one: _inside(one, lead), default=None)
    if row is None or scale is None or _inside(row, lead) < _LEAST_PX:
        return None
    pieces = [one for one in traces if _same_row(one, row)]
    line = np.concatenate([one.line for one in sorted(pieces, key=lambda one: one.lead.box.x0)])
    line = line[np.isfinite(line[:, 0])]
    line = line[(line[:, 0] >= lead.box.x0) & (line[:, 0] <= lead.box.x1)]
    _, first = np.unique(line[:, 0], return_index=True)
    line = line[first]
    if len(line) < _LEAST_PX:
        return None
    return _digitised(row, lead, line, zero_height(row, scale), scale)


def _inside(trace: LeadTrace, lead: LeadBox) -> int:
    """Return how many columns of a trace's line run through a box."""
    x, y = trace.line[:, 0], trace.line[:, 1]
    box = lead.box
    return int(((x >= box.x0) & (x <= box.x1) & (y >= box.y0) & (y <= box.y1)).sum())


def _same_row(one: LeadTrace, other: LeadTrace) -> bool:
    """Return whether two traces stand in one row of the page."""
    middle = (other.lead.box.y0 + other.lead.box.y1) / 2
    return one.lead.box.y0 < middle < one.lead.box.y1


def _digitised(
    trace: LeadTrace, lead: LeadBox, line: NDArray[np.float32], zero: float | None, scale: Scale
) -> LeadTrace:
    """Return a line of the page as a signal at the usual rate; NaN where the line has gaps."""
    seconds = lead.duration_s or duration(trace)
    count = max(1, round(seconds * _HZ))
    xs = lead.box.x0 + np.arange(count) / _HZ * scale.px_per_s
    known = np.isfinite(line[:, 0]) & np.isfinite(line[:, 1])
    if zero is None or known.sum() < _LEAST_PX:
        signal: Floats = np.full(count, np.nan)
    else:
        heights = np.interp(xs, line[known, 0], line[known, 1], left=np.nan, right=np.nan)
        signal = (zero - _with_gaps(xs, heights, line[known, 0])) / scale.px_per_mv
    covered = float(np.isfinite(signal).mean())
    kept = np.asarray(line, np.float32)
    return LeadTrace(lead, signal.astype(np.float32), _HZ, kept, round(covered, 4), trace.hidden)


def _with_gaps(xs: Floats, heights: Floats, known: NDArray[np.float32]) -> Floats:
    """Return heights without those that were only drawn across a gap of the line."""
    usual = float(np.median(np.diff(known))) if len(known) > 1 else 1.0
    after = np.clip(np.searchsorted(known, xs), 1, len(known) - 1)
    wide = (known[after] - known[after - 1]) > 3 * usual + 1
    return np.where(wide, np.nan, heights)
