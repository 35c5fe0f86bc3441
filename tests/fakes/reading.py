"""What might be read from the made-up page: four leads, their traces and a scale."""

from dataclasses import replace

import numpy as np

from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import Given, Layout, LeadBox, LeadTrace, PageReading, Scale

PX_PER_MM = 3.2
SCALE = Scale(PX_PER_MM, PX_PER_MM, 0.9, "grid")
HZ = 500.0
NAMES = ("I", "II", "V1", "II")


def fake_reading(width: int = 900, scale: Scale = SCALE) -> PageReading:
    """Return the reading of `tests.fakes.pages.paper`: a row each 110 px, beats each 80 px."""
    traces = tuple(fake_trace(row, width, scale) for row in range(4))
    return PageReading(
        scale=scale, layout=Layout("4x1", 0.9), leads=tuple(one.lead for one in traces), traces=traces
    )


def read_again(given: Given) -> PageReading:
    """Return the reading of the made-up page with what a person set by hand."""
    reading = fake_reading(scale=given.scale or SCALE)
    if given.leads is None:
        return reading
    boxes = {lead.box.y0: lead for lead in given.leads}
    traces = [replace(t, lead=boxes[t.lead.box.y0]) for t in reading.traces if t.lead.box.y0 in boxes]
    return replace(reading, leads=given.leads, traces=tuple(traces))


def fake_trace(row: int, width: int = 900, scale: Scale = SCALE) -> LeadTrace:
    """Return one row of the made-up page as a lead."""
    x = np.arange(30, width - 30)
    beat = 30 * np.exp(-(((x % 80) - 40.0) ** 2) / 20)
    y = 190.0 + row * 110 - beat + 3 * np.sin(x / 9)
    seconds = len(x) / scale.px_per_s
    box = Rect(30, 140 + row * 110, width - 30, 240 + row * 110)
    lead = LeadBox(NAMES[row], box, 0.0, seconds, 0.9, rhythm=row == 3)
    when = np.arange(round(seconds * HZ)) / HZ * scale.px_per_s
    signal = np.interp(when, np.arange(len(x)), (190.0 + row * 110 - y) / scale.px_per_mv)
    line = np.column_stack([x, y]).astype(np.float32)
    return LeadTrace(lead, signal.astype(np.float32), HZ, line, 1.0)
