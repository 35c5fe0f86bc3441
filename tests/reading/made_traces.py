"""Traces as a perfect reading of a page would give them, made from simulated signals."""

from dataclasses import replace

import numpy as np

from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LeadBox, LeadTrace, PageReading
from ecgdesk.reading.layout import Layout, strips
from ecgdesk.reading.render_signal import Signal


def read(
    signal: Signal, layout: Layout = Layout.THREE_BY_FOUR_RHYTHM, *, sequential: bool = True
) -> PageReading:
    """Return a reading of a page that shows the signal in a layout."""
    traces = []
    for strip in strips(layout, signal.seconds, ("II",)):
        length = strip.stop_s - strip.start_s
        start = strip.start_s if sequential or strip.rhythm else 0.0
        first = round(start * signal.hz)
        values = signal.lead(strip.lead)[first : first + round(length * signal.hz)]
        box = LeadBox(strip.lead, Rect(0, 0, 1, 1), strip.start_s, length, 1.0, strip.rhythm)
        traces.append(LeadTrace(box, values.astype(np.float32), signal.hz, np.zeros((0, 2), np.float32), 1.0))
    return PageReading(traces=tuple(traces), leads=tuple(trace.lead for trace in traces))


def nameless(reading: PageReading) -> PageReading:
    """Return the reading as if no lead were known."""
    traces = tuple(replace(trace, lead=replace(trace.lead, name="")) for trace in reading.traces)
    return replace(reading, traces=traces, leads=tuple(trace.lead for trace in traces))
