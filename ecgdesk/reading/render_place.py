"""Where traces, pulses and separators fall on the sheet, in pixels."""

from dataclasses import dataclass
from math import floor

import numpy as np

from ecgdesk.core.geometry import Rect
from ecgdesk.core.sentence import say
from ecgdesk.reading.layout import Strip, strips
from ecgdesk.reading.render_ink import Points
from ecgdesk.reading.render_options import PulsePlace, RenderOptions
from ecgdesk.reading.render_signal import Signal, SignalError

# Upright text of a row stands above its baseline, and R waves point up: a little more room there.
BASELINE_SHARE = 0.56
SHORTEST_S = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """The page's measures: tracing area, left end of the traces, seconds shown, and the rows."""

    area: Rect
    start_x: float
    seconds: float
    baselines_y: tuple[float, ...]
    pitch_px: float
    px_per_s: float
    px_per_mv: float

    def box(self, strip: Strip) -> Rect:
        """Return the strip's own share of the page."""
        y = self.baselines_y[strip.row]
        x0 = self.start_x + strip.start_s * self.px_per_s
        x1 = self.start_x + strip.stop_s * self.px_per_s
        return Rect(x0, y - self.pitch_px * BASELINE_SHARE, x1, y + self.pitch_px * (1 - BASELINE_SHARE))


def tracing_area(options: RenderOptions) -> Rect:
    """Return the part of the sheet that the margins leave, in pixels."""
    paper, scale = options.paper, options.px_per_mm
    return Rect(
        paper.left_mm * scale, paper.top_mm * scale,
        (paper.width_mm - paper.right_mm) * scale, (paper.height_mm - paper.bottom_mm) * scale,
    )  # fmt: skip


def place(signal: Signal, options: RenderOptions) -> Place:
    """Return where everything goes. Raises SignalError when not half a second fits or is there."""
    area, scale, rows = tracing_area(options), options.px_per_mm, options.layout.rows
    pitch = area.height / rows if options.row_pitch_mm is None else options.row_pitch_mm * scale
    used = pitch * rows if options.row_pitch_mm is None else area.height
    first = options.first_baseline_mm
    top = area.y0 + (used / rows * BASELINE_SHARE if first is None else first * scale)
    left = options.pulse_room_mm if options.pulse is PulsePlace.LEFT else options.pulse_gap_mm
    return Place(
        area=area,
        start_x=area.x0 + left * scale,
        seconds=_seconds(signal, options, area.width / scale),
        baselines_y=tuple(top + row * pitch for row in range(rows)),
        pitch_px=pitch,
        px_per_s=options.mm_per_s * scale,
        px_per_mv=options.mm_per_mv * scale,
    )


def _seconds(signal: Signal, options: RenderOptions, width_mm: float) -> float:
    room = (width_mm - options.pulse_room_mm - options.pulse_gap_mm) / options.mm_per_s
    # What does not fit is left off in whole half seconds, so that every column stays a round length.
    fitting = signal.seconds if signal.seconds <= room else floor(room / SHORTEST_S) * SHORTEST_S
    if fitting < SHORTEST_S:
        raise SignalError(
            say("Only {seconds:.2f} seconds of signal fit on the page.", seconds=max(fitting, 0)),
            "Use a larger sheet, a slower speed or a longer recording.",
        )
    return fitting


def page_strips(options: RenderOptions, where: Place) -> tuple[Strip, ...]:
    """Return the strips of the page."""
    return strips(options.layout, where.seconds, options.rhythm_leads)


def trace_points(signal: Signal, strip: Strip, where: Place, sequential: bool) -> Points:
    """Return the trace of a strip, (n, 2) x and y in pixels, one point a sample."""
    first_s = strip.start_s if sequential or strip.rhythm else 0.0
    first = round(first_s * signal.hz)
    last = round((first_s + strip.stop_s - strip.start_s) * signal.hz)
    samples = signal.lead(strip.lead)[first : last + 1]
    seconds = strip.start_s + (first / signal.hz - first_s) + np.arange(len(samples)) / signal.hz
    x = where.start_x + seconds * where.px_per_s
    y = where.baselines_y[strip.row] - samples * where.px_per_mv
    return np.column_stack([x, y]).astype(np.float32)


def pulse_rects(options: RenderOptions, where: Place) -> tuple[Rect, ...]:
    """Return the 1 mV pulse of every row: flanks at x0 and x1, top at y0, baseline at y1."""
    if options.pulse is PulsePlace.NONE:
        return ()
    scale = options.px_per_mm
    if options.pulse is PulsePlace.LEFT:
        x1 = where.start_x - (options.pulse_gap_mm + options.foot_mm) * scale
        x0 = x1 - options.pulse_mm * scale
    else:
        end = where.start_x + where.seconds * where.px_per_s
        x0 = end + (options.pulse_gap_mm + options.foot_mm) * scale
        x1 = x0 + options.pulse_mm * scale
    return tuple(Rect(x0, y - where.px_per_mv, x1, y) for y in where.baselines_y)
