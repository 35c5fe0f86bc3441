"""From a 12-lead signal to a page picture, with the ground truth of everything drawn on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect, Size
from ecgdesk.reading.layout import Strip
from ecgdesk.reading.render_caption import Rule, Scale, caption_items
from ecgdesk.reading.render_grid import background
from ecgdesk.reading.render_ink import Points, Stroke, ink_mask, lay_ink
from ecgdesk.reading.render_labels import label_items
from ecgdesk.reading.render_options import RenderOptions, Separator
from ecgdesk.reading.render_place import Place, page_strips, place, pulse_rects, trace_points, tracing_area
from ecgdesk.reading.render_signal import Signal
from ecgdesk.reading.render_text import stamp

SEPARATOR_MM = 0.40
SEPARATOR_OVERHANG_MM = 5.4
TICK_MM = (1.5, 4.5)


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """One drawn strip: its lead, its share of the page, its line and its name's ink box, in pixels.

    `points` (n, 2) holds one point a sample, pixel centres at whole numbers; a point outside the tracing
    area is not drawn. `start_s` is the time of the first sample in the recording.
    """

    lead: str
    rhythm: bool
    box: Rect
    points: Points
    baseline_y: float
    start_s: float
    label: Rect | None


@dataclass(frozen=True, slots=True, eq=False)
class RenderedPage:
    """A page, RGB (height, width, 3), and where everything on it is, in its pixels.

    `px_per_mm` is the signal's scale, `grid_px_per_mm` the printed grid's. `frame` is the tracing area,
    drawn around or not. `pulses` have their flanks at x0 and x1, top at y0 and baseline at y1.
    """

    pixels: NDArray[np.uint8]
    options: RenderOptions
    px_per_mm: float
    grid_px_per_mm: float
    seconds: float
    frame: Rect
    header: Rect | None
    footer: Rect | None
    pulses: tuple[Rect, ...]
    traces: tuple[Trace, ...]

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return self.pixels.shape[1], self.pixels.shape[0]

    @property
    def px_per_s(self) -> float:
        """Pixels of one second."""
        return self.options.mm_per_s * self.px_per_mm

    @property
    def px_per_mv(self) -> float:
        """Pixels of one millivolt."""
        return self.options.mm_per_mv * self.px_per_mm


def render(signal: Signal, options: RenderOptions | None = None) -> RenderedPage:
    """Draw the signal as a page.

    Shows the beginning of the recording, as many seconds as fit. Raises SignalError when a lead of the
    layout is missing or less than half a second can be shown.
    """
    options = options or RenderOptions()
    where, pixels = place(signal, options), _sheet(options)
    drawn = [
        (strip, trace_points(signal, strip, where, options.sequential))
        for strip in page_strips(options, where)
    ]
    pulses = pulse_rects(options, where)
    _draw_lines(pixels, options, where, drawn, pulses)
    words = np.zeros(pixels.shape[:2], dtype=np.uint8)
    traces = _named_traces(words, options, where, drawn, pulses)
    header, footer = _draw_caption(words, options, where)
    lay_ink(pixels, words, options.ink_rgb)
    return RenderedPage(
        pixels, options, options.px_per_mm, options.grid_px_per_mm, where.seconds, where.area,
        header, footer, pulses, traces,
    )  # fmt: skip


def page_size(options: RenderOptions) -> Size:
    """Return width and height of the page in pixels."""
    paper, scale = options.paper, options.px_per_mm
    return round(paper.width_mm * scale), round(paper.height_mm * scale)


def _sheet(options: RenderOptions) -> NDArray[np.uint8]:
    scale, area = options.px_per_mm, tracing_area(options)
    size, pitch = page_size(options), options.grid_px_per_mm
    return background(size, options.grid, pitch, area, options.frame, scale).copy()


def _draw_lines(
    pixels: NDArray[np.uint8],
    options: RenderOptions,
    where: Place,
    drawn: list[tuple[Strip, Points]],
    pulses: tuple[Rect, ...],
) -> None:
    width = options.trace_mm * options.px_per_mm
    strokes = [Stroke(points, width) for _, points in drawn]
    strokes += [_pulse_stroke(pulse, options, width) for pulse in pulses]
    strokes += _separators(options, where)
    # The pen never leaves the tracing area: what is higher is cut there, as on a recorder.
    x0, y0, x1, y1 = where.area.clipped((pixels.shape[1], pixels.shape[0])).rounded()
    moved = [Stroke(s.points - np.array([x0, y0], dtype=np.float32), s.width_px) for s in strokes]
    mask = ink_mask((x1 - x0, y1 - y0), moved, options.smooth)
    lay_ink(pixels[y0:y1, x0:x1], mask, options.ink_rgb)


def _pulse_stroke(pulse: Rect, options: RenderOptions, width_px: float) -> Stroke:
    foot = options.foot_mm * options.px_per_mm
    corners = [
        (pulse.x0 - foot, pulse.y1), (pulse.x0, pulse.y1), (pulse.x0, pulse.y0),
        (pulse.x1, pulse.y0), (pulse.x1, pulse.y1), (pulse.x1 + foot, pulse.y1),
    ]  # fmt: skip
    return Stroke(np.array(corners, dtype=np.float32), width_px)


def _separators(options: RenderOptions, where: Place) -> list[Stroke]:
    if options.separator is Separator.NONE:
        return []
    scale, columns = options.px_per_mm, options.layout.columns
    rows = where.baselines_y[: options.layout.short_rows]
    spans = [(rows[0] - SEPARATOR_OVERHANG_MM * scale, rows[-1] + SEPARATOR_OVERHANG_MM * scale)]
    if options.separator is Separator.TICKS:
        near, far = (mm * scale for mm in TICK_MM)
        spans = [span for y in rows for span in ((y - far, y - near), (y + near, y + far))]
    strokes = []
    for column in range(1, columns):
        x = where.start_x + column * where.seconds / columns * where.px_per_s
        strokes += [
            Stroke(np.array([(x, top), (x, foot)], dtype=np.float32), SEPARATOR_MM * scale)
            for top, foot in spans
        ]
    return strokes


def _named_traces(
    words: NDArray[np.uint8],
    options: RenderOptions,
    where: Place,
    drawn: list[tuple[Strip, Points]],
    pulses: tuple[Rect, ...],
) -> tuple[Trace, ...]:
    names = label_items(drawn, pulses, options, where)
    inked: list[Rect | None] = [stamp(words, name, options.px_per_mm) for name in names]
    traces = []
    for (strip, points), label in zip(drawn, inked or [None] * len(drawn), strict=True):
        start_s = strip.start_s if options.sequential or strip.rhythm else 0.0
        baseline, box = where.baselines_y[strip.row], where.box(strip)
        traces.append(Trace(strip.lead, strip.rhythm, box, points, baseline, start_s, label))
    return tuple(traces)


def _draw_caption(
    words: NDArray[np.uint8], options: RenderOptions, where: Place
) -> tuple[Rect | None, Rect | None]:
    if options.caption is None:
        return None, None
    scale = Scale(options.mm_per_s, options.mm_per_mv, _arrangement(options, where))
    items, rules = caption_items(options.caption, options.paper, scale)
    for rule in rules:
        _draw_rule(words, rule, options.px_per_mm)
    boxes = [stamp(words, item, options.px_per_mm) for item in items]
    above = [box for box in boxes if box.y1 <= where.area.y0]
    return _hull(above), _hull([box for box in boxes if box.y0 >= where.area.y1])


def _arrangement(options: RenderOptions, where: Place) -> str:
    each = where.seconds / options.layout.columns
    rhythm = f"+{options.layout.rhythm_rows}r" if options.layout.rhythm_rows else ""
    return f"{options.layout.columns}*{each:g}s{rhythm}"


def _draw_rule(words: NDArray[np.uint8], rule: Rule, px_per_mm: float) -> None:
    top = round((rule.y_mm - rule.width_mm / 2) * px_per_mm)
    thick = max(1, round(rule.width_mm * px_per_mm))
    words[top : top + thick, round(rule.x0_mm * px_per_mm) : round(rule.x1_mm * px_per_mm)] = 255


def _hull(boxes: list[Rect]) -> Rect | None:
    if not boxes:
        return None
    return Rect(
        min(box.x0 for box in boxes), min(box.y0 for box in boxes),
        max(box.x1 for box in boxes), max(box.y1 for box in boxes),
    )  # fmt: skip
