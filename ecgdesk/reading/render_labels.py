"""Lead names beside their traces, where they hide nothing."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect
from ecgdesk.reading.layout import Strip
from ecgdesk.reading.render_ink import Points
from ecgdesk.reading.render_options import LabelStyle, RenderOptions
from ecgdesk.reading.render_place import Place
from ecgdesk.reading.render_text import TextItem, width_mm

CAP_HEIGHT = 0.73
CLEAR_MM = 0.7
MM_ABOVE = (5.0, 4.0, 6.0, 3.0, 7.0, 8.5, 10.0)
MM_BELOW = (6.0, 5.0, 7.0, 8.5)
MM_ASIDE = (0.0, 4.0, 7.5)

Spans = NDArray[np.float32]
"""What is drawn already: x, upper y and lower y of upright spans, (n, 3) in pixels."""


def label_items(
    drawn: Sequence[tuple[Strip, Points]], pulses: Sequence[Rect], options: RenderOptions, where: Place
) -> list[TextItem]:
    """Return the name of each strip as text, in their order; empty when names are not wanted.

    Names stand at the style's fixed height, or else where neither a trace, nor a pulse, nor another name
    is; if no such place is left, where they cover least.
    """
    if options.labels is None:
        return []
    drawn_spans = [_trace_spans(points) for _, points in drawn] + [_rect_spans(pulse) for pulse in pulses]
    spans, items = np.concatenate(drawn_spans), []
    for strip, _ in drawn:
        item = _best(strip, spans, options.labels, options.px_per_mm, where)
        items.append(item)
        spans = np.concatenate([spans, _rect_spans(_ink(item, options.px_per_mm))])
    return items


def _best(strip: Strip, spans: Spans, style: LabelStyle, scale: float, where: Place) -> TextItem:
    x, baseline = where.box(strip).x0 / scale + style.indent_mm, where.baselines_y[strip.row] / scale
    if style.lift_mm is not None:
        return _item(strip, style, x, baseline - style.lift_mm)
    trials = [
        _item(strip, style, x + aside, baseline - lift)
        for aside in MM_ASIDE
        for lift in _lifts(where.pitch_px / scale)
    ]
    boxes = [_ink(trial, scale) for trial in trials]
    reach = spans[(spans[:, 0] > boxes[0].x0 - scale) & (spans[:, 0] < boxes[-1].x1 + scale)]
    hidden = [_covered(box, reach, CLEAR_MM * scale, where.area) for box in boxes]
    return trials[int(np.argmin(hidden))]


def _item(strip: Strip, style: LabelStyle, x_mm: float, baseline_mm: float) -> TextItem:
    return TextItem(strip.lead, x_mm, baseline_mm, style.size_mm, style.face, smooth=style.smooth)


def _lifts(pitch_mm: float) -> Iterator[float]:
    """Yield heights above the baseline, the preferred ones first, then below it."""
    top = max(3.0, 0.42 * pitch_mm)
    yield from (lift for lift in MM_ABOVE if lift <= top)
    # In narrow rows a name below its trace reads as the next row's.
    yield from (-lift for lift in MM_BELOW if lift <= 0.3 * pitch_mm)


def _ink(item: TextItem, scale: float) -> Rect:
    x, y = item.x_mm * scale, item.baseline_mm * scale
    return Rect(x, y - CAP_HEIGHT * item.size_mm * scale, x + width_mm(item, scale) * scale, y)


def _covered(box: Rect, spans: Spans, clear: float, area: Rect) -> float:
    """Return how many spans run through the name or its clear space; endless outside the tracing area."""
    if box.y0 < area.y0 + clear or box.y1 > area.y1 - clear:
        return float("inf")
    x, top, foot = spans.T
    beside = (x >= box.x0 - clear) & (x <= box.x1 + clear)
    return float(np.count_nonzero(beside & (foot >= box.y0 - clear) & (top <= box.y1 + clear)))


def _trace_spans(points: Points) -> Spans:
    y = points[:, 1]
    spans = [points[:-1, 0], np.minimum(y[:-1], y[1:]), np.maximum(y[:-1], y[1:])]
    return np.column_stack(spans).astype(np.float32)


def _rect_spans(rect: Rect) -> Spans:
    x = np.linspace(rect.x0, rect.x1, 12)
    return np.column_stack([x, np.full(12, rect.y0), np.full(12, rect.y1)]).astype(np.float32)
