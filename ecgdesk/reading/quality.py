"""Can this page be trusted? A first verdict from a few measured figures."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Caution, Quality, Trust
from ecgdesk.core.geometry import Crop
from ecgdesk.core.sentence import say
from ecgdesk.reading.evidence import Evidence, measure
from ecgdesk.reading.left_out import share_left_out


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Below the first value of a pair the page is refused, below the second it is amber.

    Measured on 399 scanned pages, 26 photographs, 100 drawn pages, rendered ones at three levels of
    degradation, and on blank paper, noise, text, tables, charts and ordinary photographs.
    """

    short_side_px: tuple[float, float] = (120, 280)
    contrast: tuple[float, float] = (20, 60)
    trace_rows: tuple[float, float] = (0.25, 1.0)
    regularity: tuple[float, float] = (1.4, 2.0)
    sharpness: float = 0.3
    evenness: float = 0.5
    brightness: float = 90
    page_share: float = 0.1
    cut_strokes: int = 2  # one may be the sheet's own edge or a printed border
    left_out: float = 0.05


THRESHOLDS = Thresholds()
LEFT_OUT = Caution(
    "crop-cuts-trace", "Part of the tracing is outside the crop.",
    "Reset the crop, or move its edges outwards: the model knows whole tracings.",
)  # fmt: skip


def judge(pixels: NDArray[np.uint8], crop: Crop, area: Crop | None = None) -> Quality:
    """Return whether a crop of an RGB page (height, width, 3) may be trusted, why not, and the figures.

    `area` is the tracing area that was found on the page; a crop chosen by the user is held against it.
    """
    seen, figures = measure(pixels, crop), {}
    refusals = tuple(_refusals(seen, THRESHOLDS))
    left_out: tuple[Caution, ...] = ()
    if area is not None and crop.origin == "user":
        share = share_left_out(pixels, crop, area)
        figures = {"left_out": round(share, 3)}
        left_out = (LEFT_OUT,) if share > THRESHOLDS.left_out else ()
    doubts = (*_doubts(seen, THRESHOLDS), *(left_out or _cut_off(seen, crop, pixels.shape[0])))
    cautions = refusals or doubts
    trust = Trust.REFUSED if refusals else Trust.AMBER if cautions else Trust.GREEN
    return Quality(trust, cautions, {**seen.figures(), **figures})


def _refusals(seen: Evidence, limits: Thresholds) -> Iterator[Caution]:
    if min(seen.width_px, seen.height_px) < limits.short_side_px[0]:
        yield _too_small(seen)
    elif seen.contrast < limits.contrast[0]:
        yield Caution(
            "blank", "There is almost nothing drawn here.",
            "Choose another page, or move the crop onto the tracing.",
        )  # fmt: skip
    elif seen.trace_rows < limits.trace_rows[0]:
        yield Caution(
            "no-traces", "No ECG traces were found here.",
            "Choose another page, turn this one upright, or move the crop onto the tracing.",
        )  # fmt: skip
    elif seen.regularity < limits.regularity[0]:
        yield Caution(
            "not-an-ecg", "This does not look like an ECG page.", "Choose a scan or photograph of an ECG."
        )


def _doubts(seen: Evidence, limits: Thresholds) -> Iterator[Caution]:
    if seen.regularity < limits.regularity[1]:
        yield Caution(
            "may-not-be-an-ecg", "This may not be an ECG: no regular grid or lines stand out.",
            "Check the page and the crop.",
        )  # fmt: skip
    if seen.trace_rows < limits.trace_rows[1]:
        yield Caution(
            "few-traces", "The traces are hard to follow: very thin, broken or few.",
            "Check that the page is upright and the crop right, or scan it again at 200 to 300 dpi.",
        )  # fmt: skip
    if min(seen.width_px, seen.height_px) < limits.short_side_px[1]:
        yield _too_small(seen)
    if seen.page_share < limits.page_share:
        yield Caution(
            "small-crop", "The crop holds only a small part of the page.",
            "Make it larger if it leaves out leads.",
        )  # fmt: skip
    yield from _poor_picture(seen, limits)


def _poor_picture(seen: Evidence, limits: Thresholds) -> Iterator[Caution]:
    if seen.contrast < limits.contrast[1]:
        yield Caution("faint", "The traces are very faint.", "Scan the page again with more contrast.")
    if seen.sharpness < limits.sharpness:
        yield Caution("blurred", "The picture is blurred.", "Scan the page, or hold the camera still.")
    if seen.evenness < limits.evenness:
        yield Caution("uneven-light", "The light is very uneven.", "Avoid shadows, or scan the page.")
    if seen.brightness < limits.brightness:
        yield Caution("dark", "The picture is very dark.", "Take it again with more light.")


def _too_small(seen: Evidence) -> Caution:
    problem = say(
        "The tracing is very small: {width:.0f} × {height:.0f} pixels.",
        width=seen.width_px, height=seen.height_px,
    )  # fmt: skip
    return Caution("too-small", problem, "Scan the page again at 200 to 300 dpi.")


def _cut_off(seen: Evidence, crop: Crop, page_height: int) -> Iterator[Caution]:
    straight = crop.corners is None and crop.rotation_deg % 360 == 0
    edges = (
        (say("top"), seen.cut_top, straight and crop.rect.y0 <= 1),
        (say("bottom"), seen.cut_bottom, straight and crop.rect.y1 >= page_height - 1),
    )
    for edge, strokes, is_page_edge in edges:
        if strokes < THRESHOLDS.cut_strokes:
            continue
        if is_page_edge:
            yield Caution(
                "cut-off", say("This page is cut off at the {edge} edge.", edge=edge),
                "Scan it again with the whole sheet visible.",
            )  # fmt: skip
        elif crop.origin == "user":  # a peak beyond a printed frame is no fault of the page
            yield Caution(
                "crop-cuts-trace", say("The crop cuts through a trace at its {edge} edge.", edge=edge),
                "Move that edge outwards.",
            )  # fmt: skip
