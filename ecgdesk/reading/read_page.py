"""Reads a crop: grid, rows, layout, leads and their traces; what cannot be read is said, not guessed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.tracing import PARTIAL_LAYOUT, Layout, LeadTrace, PageReading, Pulse, Scale
from ecgdesk.reading.einthoven import einthoven
from ecgdesk.reading.grid_period import MM_PER_SQUARE
from ecgdesk.reading.ink import Pixels, TraceInk, trace_ink
from ecgdesk.reading.lead_layout import Arrangement, arrange, unknown_places
from ecgdesk.reading.lead_traces import Line, isoelectric, lead_box, lead_trace
from ecgdesk.reading.masked import HIDDEN_PARTS, without_hidden
from ecgdesk.reading.printed import Printed, read_printed
from ecgdesk.reading.pulses import find_pulses
from ecgdesk.reading.row_traces import RowTrace, trace_rows
from ecgdesk.reading.rows import find_rows
from ecgdesk.reading.sheet import Sheet, lay_flat, lay_plain
from ecgdesk.reading.strokes import find_runs, separator_px, split_upright, without_specks
from ecgdesk.reading.time_base import (
    USUAL_S,
    Extent,
    anchored,
    extent,
    refined_scale,
    without_gaps,
    without_pulse,
)

Floats = NDArray[np.float64]
Poll = Callable[[], None]

_STROKE_MM: Final = 3.0
_USUAL_ROWS: Final = 3
_FAR_FROM_USUAL: Final = 0.12
_FAR_FROM_GIVEN: Final = 0.06
_FARTHEST_ROWS_MM: Final = 80.0
_LEAST_COVERED: Final = 0.9
_NO_GRID: Final = "No grid stands out on this page, so lengths on it mean nothing."
_NO_ROWS: Final = "No rows of traces stand out on this page."
_NO_LAYOUT: Final = "The rows of this page fit none of the usual arrangements of twelve leads."
_PARTIAL: Final = "This page shows fewer rows than twelve leads take, so none of them was named."
_SPEED_ASSUMED: Final = "A speed of 25 mm/s was assumed: nothing that was read on this page shows it."
_SPEED_TEN_SECONDS: Final = "A speed of 25 mm/s was assumed; the rows are as long as ten seconds at it."
_GAIN_ASSUMED: Final = "A gain of 10 mm/mV was assumed: no calibration pulse was found."
_TEN_SECONDS_AGREE: Final = 0.025


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """The rows of a sheet: traces without pulses, the pulses, from where to where, and the scale by them."""

    levels: Floats
    heights: list[Floats]
    fine: list[Floats]
    strokes: list[float]
    pulses: list[Rect | None]
    where: Extent
    scale: Scale


def read_page(
    pixels: Pixels, crop: Crop, poll: Poll = lambda: None, scale: Scale | None = None
) -> PageReading:
    """Return what can be read of a masked crop of a loaded page, RGB (height, width, 3).

    `poll` is called between rows and may raise. Nothing is raised otherwise. `scale` is one that a person
    set on the page: with it a page without a grid can be read.
    """
    printed = read_printed(pixels, crop)
    poll()
    reading = _read(pixels, crop, poll, scale, printed)
    return replace(reading, printed_mm_per_s=printed.mm_per_s, printed_mm_per_mv=printed.mm_per_mv)


def _read(pixels: Pixels, crop: Crop, poll: Poll, scale: Scale | None, printed: Printed) -> PageReading:
    sheet = _as_printed(lay_flat(pixels, crop), printed)
    if scale is not None and (sheet is None or _far_from(scale, sheet)):
        sheet = lay_plain(pixels, crop, scale)
    if sheet is None:
        return PageReading(reasons={"scale": _NO_GRID, "layout": _NO_GRID, "traces": _NO_GRID})
    rows = _rows(sheet, poll)
    for near_px in _other_periods(sheet, rows) if scale is None else ():
        other = _as_printed(lay_flat(pixels, crop, near_px), printed)
        retried = _rows(other, poll) if other is not None else None
        if other is not None and retried is not None and _better(sheet, rows, other, retried):
            sheet, rows = other, retried
            break
    if rows is None:
        return PageReading(scale=sheet.scale, reasons={"layout": _NO_ROWS, "traces": _NO_ROWS})
    return _reading(sheet, rows, printed, crop.masks)


def _as_printed(sheet: Sheet | None, printed: Printed) -> Sheet | None:
    """Return the sheet with the speed and gain that are printed on it; a pulse tells the gain better."""
    if sheet is None or printed == Printed():
        return sheet
    scale = sheet.scale
    speed, gain = printed.mm_per_s or scale.mm_per_s, printed.mm_per_mv or scale.mm_per_mv
    return replace(sheet, scale=replace(scale, mm_per_s=speed, mm_per_mv=gain))


def _far_from(scale: Scale, sheet: Sheet) -> bool:
    """Return whether the grid that was found is another than the one a person measured."""
    found = _on_page(sheet.scale, sheet)
    return bool(abs(np.log(found.px_per_mm_x / scale.px_per_mm_x)) > _FAR_FROM_GIVEN)


def _rows(sheet: Sheet, poll: Poll) -> _Rows | None:
    ink = trace_ink(sheet.pixels, _STROKE_MM * sheet.scale.px_per_mm_x)
    if ink is None:
        return None
    poll()
    rows = _traced(ink, sheet, poll)
    if _covered(rows) < _LEAST_COVERED and ink.pale < ink.threshold:
        # What is printed beside the traces may be so dark that they are pale against it.
        paler = _traced(replace(ink, threshold=ink.pale), sheet, poll)
        return max(rows, paler, key=_covered)
    return rows


def _covered(rows: _Rows | None) -> float:
    """Return the share of all rows, from where they begin to where they end, in which there is a trace."""
    if rows is None:
        return 0.0
    inside = slice(max(0, round(rows.where.start)), round(rows.where.stop) + 1)
    return float(np.isfinite(np.stack(rows.heights)[:, inside]).mean())


def _traced(ink: TraceInk, sheet: Sheet, poll: Poll) -> _Rows | None:
    px_x, px_y = sheet.scale.px_per_mm_x, sheet.scale.px_per_mm_y
    drawn = without_specks(ink.with_pale(separator_px(px_y)), px_x)
    mask, _ = split_upright(drawn, px_y)
    runs = find_runs(ink, mask)
    found = find_rows(runs, mask.shape, px_y)
    traces: list[RowTrace] = trace_rows(runs, found, px_x, px_y, poll)
    found_pulses = find_pulses(runs, [trace.level for trace in traces], px_x, px_y)
    pulses = found_pulses.boxes
    heights = [without_pulse(trace.heights, pulse, px_x) for trace, pulse in zip(traces, pulses, strict=True)]
    strokes = [trace.stroke for trace in traces]
    where = extent(heights, strokes, ink.share, px_x)
    if where is None:
        return None
    levels = np.array([trace.level for trace in traces])
    gain = found_pulses.mm_per_mv or sheet.scale.mm_per_mv
    scale = refined_scale(replace(sheet.scale, mm_per_mv=gain), where, pulses)
    where = anchored(where, scale, [trace.heights for trace in traces], pulses)
    fine = [without_gaps(trace.fine, row) for trace, row in zip(traces, heights, strict=True)]
    return _Rows(levels, heights, fine, strokes, pulses, where, scale)


def _other_periods(sheet: Sheet, rows: _Rows | None) -> tuple[float, ...]:
    """Return what else a millimetre may be in pixels, where rows are few or their length is unusual."""
    px = sheet.scale.px_per_mm_x
    if rows is None or len(rows.levels) < _USUAL_ROWS:
        return px / 2, px * 2, px * MM_PER_SQUARE
    usual = (rows.where.stop - rows.where.start) / USUAL_S / rows.scale.mm_per_s
    return (usual, px / 2, px * 2) if abs(np.log(usual / rows.scale.px_per_mm_x)) > _FAR_FROM_USUAL else ()


def _better(sheet: Sheet, rows: _Rows | None, other: Sheet, retried: _Rows) -> bool:
    """Tell whether the rows of another period are usual, or as close as rows are where the first were not."""
    if not _other_periods(other, retried):
        return True
    return rows is not None and _too_far(sheet, rows) and not _too_far(other, retried)


def _too_far(sheet: Sheet, rows: _Rows) -> bool:
    """Tell whether rows are farther from each other than any recorder draws them: a close-up's scale."""
    apart = np.diff(rows.levels)
    return len(apart) > 0 and float(np.median(apart)) > _FARTHEST_ROWS_MM * sheet.scale.px_per_mm_y


def _reading(sheet: Sheet, rows: _Rows, printed: Printed, masks: tuple[Rect, ...]) -> PageReading:
    found = arrange(rows.heights, rows.where.start, rows.where.stop)
    reasons = _assumed(rows, printed)
    if not found.places:
        reasons["layout"] = _PARTIAL if found.name == PARTIAL_LAYOUT else _NO_LAYOUT
    scale = _on_page(rows.scale, sheet)
    traces = without_hidden(_traces(sheet, rows, found), masks, scale)
    if any(trace.hidden for trace in traces):
        reasons["masks"] = HIDDEN_PARTS
    return PageReading(
        scale=scale,
        pulses=tuple(_pulse(pulse, sheet) for pulse in rows.pulses if pulse is not None),
        layout=Layout(found.name, found.confidence),
        leads=tuple(trace.lead for trace in traces),
        traces=traces,
        einthoven=einthoven(traces),
        reasons=reasons,
    )


def _assumed(rows: _Rows, printed: Printed) -> dict[str, str]:
    """Return what of speed and gain was assumed, as nothing that was read shows it."""
    reasons = {}
    if printed.mm_per_s is None:
        reasons["speed"] = _SPEED_TEN_SECONDS if _ten_seconds(rows) else _SPEED_ASSUMED
    if all(pulse is None for pulse in rows.pulses) and printed.mm_per_mv is None:
        reasons["gain"] = _GAIN_ASSUMED
    return reasons


def _ten_seconds(rows: _Rows) -> bool:
    length = (rows.where.stop - rows.where.start) / rows.scale.px_per_s
    return bool(abs(length / USUAL_S - 1) <= _TEN_SECONDS_AGREE)


def _traces(sheet: Sheet, rows: _Rows, found: Arrangement) -> tuple[LeadTrace, ...]:
    traces = []
    for place in found.places or unknown_places(len(rows.levels)):
        heights, pulse = rows.heights[place.row], rows.pulses[place.row]
        lead = lead_box(place, rows.levels, rows.where, rows.scale, found.confidence, sheet)
        zero = pulse.y1 if pulse is not None else isoelectric(heights, rows.scale.px_per_mm_y)
        line = Line(rows.fine[place.row], rows.strokes[place.row], zero)
        traces.append(lead_trace(line, place, rows.where, rows.scale, lead, sheet))
    return tuple(traces)


def _pulse(box: Rect, sheet: Sheet) -> Pulse:
    corners = sheet.on_page(np.array([(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]))
    low, high = corners.min(axis=0), corners.max(axis=0)
    return Pulse(Rect(float(low[0]), float(low[1]), float(high[0]), float(high[1])), 1.0)


def _on_page(scale: Scale, sheet: Sheet) -> Scale:
    """Return the scale in pixels of the page: the sheet may be smaller, and laid flat in the middle."""
    height, width = sheet.pixels.shape[:2]
    middle = np.array([width / 2, height / 2])
    around = sheet.on_page(middle + np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
    x, y = np.linalg.norm(around[1:] - around[0], axis=1)
    return replace(scale, px_per_mm_x=float(scale.px_per_mm_x * x), px_per_mm_y=float(scale.px_per_mm_y * y))
