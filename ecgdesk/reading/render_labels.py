"""Lead names beside their traces, where they hide none of it."""

from collections.abc import Iterator

import numpy as np

from ecgdesk.core.geometry import Rect
from ecgdesk.reading.layout import Strip
from ecgdesk.reading.render_ink import Points
from ecgdesk.reading.render_options import LabelStyle, RenderOptions
from ecgdesk.reading.render_place import Place
from ecgdesk.reading.render_text import TextItem, width_mm

CAP_HEIGHT = 0.73
CLEAR_MM = 0.8


def label_item(strip: Strip, box: Rect, points: Points, options: RenderOptions, where: Place) -> TextItem:
    """Return the lead's name as text: at the fixed height of the style, or where the trace leaves room."""
    style, scale = options.labels or LabelStyle(), options.px_per_mm
    x = box.x0 / scale + style.indent_mm
    baseline = where.baselines_y[strip.row] / scale
    if style.lift_mm is not None:
        return _item(strip, style, x, baseline - style.lift_mm)
    trials = [_item(strip, style, x, baseline - lift) for lift in _lifts(where.pitch_px / scale)]
    inside = [t for t in trials if _inside(t, where.area, scale)] or trials[:1]
    return min(inside, key=lambda item: _covered(item, points, scale))


def _item(strip: Strip, style: LabelStyle, x_mm: float, baseline_mm: float) -> TextItem:
    return TextItem(strip.lead, x_mm, baseline_mm, style.size_mm, style.face, smooth=style.smooth)


def _lifts(pitch_mm: float) -> Iterator[float]:
    """Yield heights above the baseline, the preferred ones first, then below it."""
    top = max(3.0, 0.42 * pitch_mm)
    yield from (lift for lift in (5.0, 4.0, 6.0, 3.0, 7.0, 8.5, 10.0) if lift <= top)
    yield from (-lift for lift in (6.0, 7.0, 5.0, 8.5) if lift <= top)


def _inside(item: TextItem, area: Rect, scale: float) -> bool:
    return item.baseline_mm - item.size_mm >= area.y0 / scale and item.baseline_mm + 1 <= area.y1 / scale


def _covered(item: TextItem, points: Points, scale: float) -> int:
    """Return how many samples of the trace run through the name or its clear space."""
    x0, x1 = item.x_mm - CLEAR_MM, item.x_mm + width_mm(item, scale) + CLEAR_MM
    y0, y1 = item.baseline_mm - CAP_HEIGHT * item.size_mm - CLEAR_MM, item.baseline_mm + CLEAR_MM
    near = points[(points[:, 0] >= x0 * scale) & (points[:, 0] <= x1 * scale), 1]
    return int(np.count_nonzero((near >= y0 * scale) & (near <= y1 * scale)))
