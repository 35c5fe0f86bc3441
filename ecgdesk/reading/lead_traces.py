"""From a row's heights to the signals of its leads, in millivolts and seconds."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LeadBox, LeadTrace, Scale
from ecgdesk.reading.heights import FINER
from ecgdesk.reading.lead_layout import Place
from ecgdesk.reading.sheet import Sheet
from ecgdesk.reading.time_base import Extent

Floats = NDArray[np.float64]

HZ: Final = 500.0
_BIN_MM: Final = 0.5
_ABOVE, _BELOW = 0.56, 0.44
LEVEL_SHARE: Final = _ABOVE / (_ABOVE + _BELOW)
"""How far down in the box of a lead the level of its row lies, as a share of its height."""
_EDGE_PX: Final = 0.75


def isoelectric(heights: Floats, px_per_mm: float) -> float:
    """Return the height in pixels around which a trace spends most of its time; NaN where there is none."""
    known = heights[np.isfinite(heights)]
    if len(known) == 0:
        return float("nan")
    bins = max(1, round((known.max() - known.min()) / (_BIN_MM * px_per_mm)))
    counts, edges = np.histogram(known, bins=bins)
    smooth = np.convolve(counts, [1, 2, 1], mode="same")
    peak = int(smooth.argmax())
    inside = known[(known >= edges[max(0, peak - 1)]) & (known <= edges[min(bins, peak + 2)])]
    return float(np.median(inside))


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row's line: heights for each half column, width of stroke and height of 0 mV, in pixels."""

    fine: Floats
    stroke: float
    zero: float


def lead_trace(
    row: Line, place: Place, where: Extent, scale: Scale, lead: LeadBox, sheet: Sheet
) -> LeadTrace:
    """Return the signal of one place of a row."""
    fine = row.fine
    heights = fine[::FINER]
    length = where.stop - where.start
    x0, x1 = where.start + place.first * length, where.start + place.last * length
    count = max(1, round((x1 - x0) / scale.px_per_s * HZ))
    columns = x0 + np.arange(count) / HZ * scale.px_per_s
    # Where one lead follows on another, a pen draws a step: within its reach the trace is taken as level.
    reach = row.stroke / 2 + _EDGE_PX
    inside = np.clip(columns, x0 + reach, x1 - reach)
    signal = (row.zero - _between(fine, inside * FINER)) / scale.px_per_mv
    whole = np.arange(max(0, round(x0)), min(len(heights), round(x1) + 1))
    line = sheet.on_page(np.column_stack([whole, heights[whole]]).astype(np.float64))
    covered = float(np.isfinite(signal).mean())
    return LeadTrace(lead, signal.astype(np.float32), HZ, line.astype(np.float32), round(covered, 4))


def _between(heights: Floats, columns: Floats) -> Floats:
    """Return the heights between the given ones; NaN beside one that is missing."""
    return np.asarray(
        np.interp(columns, np.arange(len(heights)), heights, left=np.nan, right=np.nan), np.float64
    )


def lead_box(
    place: Place, levels: Floats, where: Extent, scale: Scale, confidence: float, sheet: Sheet
) -> LeadBox:
    """Return the share of the page that a place has: half of the way to the rows above and below."""
    length = where.stop - where.start
    pitch = float(np.median(np.diff(levels))) if len(levels) > 1 else float(sheet.pixels.shape[0])
    x0, x1 = where.start + place.first * length, where.start + place.last * length
    y = float(levels[place.row])
    edges = np.array([(x, z) for x in (x0, x1) for z in (y - _ABOVE * pitch, y + _BELOW * pitch)])
    on_page = sheet.on_page(edges)
    low, high = on_page.min(axis=0), on_page.max(axis=0)
    box = Rect(float(low[0]), float(low[1]), float(high[0]), float(high[1]))
    start_s, duration_s = place.first * length / scale.px_per_s, (x1 - x0) / scale.px_per_s
    return LeadBox(place.lead, box, round(start_s, 4), round(duration_s, 4), confidence, place.rhythm)
