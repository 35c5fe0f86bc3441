"""Can this page be trusted? Green, amber with what to doubt, or refused with the reason and the fix."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Caution, Quality, Trust
from ecgdesk.core.geometry import Crop
from ecgdesk.core.sentence import say
from ecgdesk.reading.edges import CUT_STROKES, EDGES, Edge, open_edges
from ecgdesk.reading.evidence import Evidence, Seen, measure, on_its_side
from ecgdesk.reading.eye import Glance, glance
from ecgdesk.reading.left_out import share_left_out
from ecgdesk.reading.likeness import features, learned_gate
from ecgdesk.reading.reasons import UPSIDE_DOWN, cut_off, cuts_trace, no_ecg, sideways


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Below the first value of a pair the page is refused, below the second it is amber.

    Measured on 399 scanned pages, 26 photographs, 100 drawn pages, and rendered ones at three levels of
    degradation. What tells an ECG from other pictures was learned: see `likeness`. A page lies on its side
    when its log odds are better by `on_side` once it is turned; which way up it is, is sure from log odds
    `turn` on: no upright page of 246 looked at came beyond it the wrong way.
    """

    short_side_px: tuple[float, float] = (120, 280)
    contrast: tuple[float, float] = (20, 60)
    trace_rows: tuple[float, float] = (0.25, 1.0)
    sharpness: float = 0.3
    evenness: float = 0.5
    brightness: float = 90
    page_share: float = 0.1
    left_out: float = 0.05
    on_side: float = 2.0
    turn: float = 4.0


THRESHOLDS: Final = Thresholds()
TURN_FIGURE: Final = "turn_deg"
"""By how many degrees a page must surely be turned clockwise; not among the figures where nothing is sure."""
_CROSSED: Final = ("top", "bottom")
"""Edges that run along the traces; how much lies beyond the others is measured as a share."""
LEFT_OUT: Final = Caution(
    "crop-cuts-trace", "Part of the tracing is outside the crop.",
    "Reset the crop, or move its edges outwards: the model knows whole tracings.",
)  # fmt: skip


def judge(
    pixels: NDArray[np.uint8], crop: Crop, area: Crop | None = None, page: Glance | None = None
) -> Quality:
    """Return whether a crop of an RGB page (height, width, 3) may be trusted, why not, and the figures.

    `area` is the tracing area that was found on the page; a crop chosen by the user is held against it.
    `page` is what was seen of the page already.
    """
    page = page or glance(pixels)
    seen = measure(pixels, crop, page)
    likeness = _likeness(seen, pixels, crop, area, page)
    figures = {"likeness": round(likeness, 2), "upright": round(learned_gate().upright(seen.leaning), 2)}
    left_out: tuple[Caution, ...] = ()
    if area is not None and crop.origin == "user":
        share = share_left_out(pixels, crop, area, page)
        figures["left_out"] = round(share, 3)
        left_out = (LEFT_OUT,) if share > THRESHOLDS.left_out else ()
    lying = _lying(seen, likeness, pixels, crop, page)
    if (degrees := _sure_turn(figures["upright"], lying)) is not None:
        figures[TURN_FIGURE] = degrees
    refusals = tuple(_refusals(seen, likeness, lying))
    cuts = left_out or tuple(_cuts(seen.evidence, crop, (pixels.shape[1], pixels.shape[0])))
    cautions = refusals or (*_doubts(seen, likeness, figures["upright"]), *cuts)
    trust = Trust.REFUSED if refusals else Trust.AMBER if cautions else Trust.GREEN
    return Quality(trust, cautions, {**seen.evidence.figures(), **figures})


def _likeness(seen: Seen, pixels: NDArray[np.uint8], crop: Crop, area: Crop | None, page: Glance) -> float:
    """Return the log odds of an ECG; a part that the user chose of a page with an ECG is one too."""
    gate = learned_gate()
    here = gate.trees.log_odds(features(seen))
    if here >= gate.doubt or area is None or crop.origin != "user":
        return here
    return max(here, gate.trees.log_odds(features(measure(pixels, area, page))))


def _lying(seen: Seen, likeness: float, pixels: NDArray[np.uint8], crop: Crop, page: Glance) -> float | None:
    """Return the log odds that a page on its side is upright once turned to the left; None if it is not."""
    gate = learned_gate()
    doubtful = likeness < gate.refuse or seen.evidence.trace_rows < THRESHOLDS.trace_rows[0]
    if not doubtful and crop.rect.height <= crop.rect.width:
        return None
    turned = on_its_side(pixels, crop, page)
    better = likeness if doubtful else likeness + THRESHOLDS.on_side
    lies = gate.trees.log_odds(features(turned)) >= max(gate.doubt, better)
    return gate.upright(turned.leaning) if lies else None


def _sure_turn(upright: float, lying: float | None) -> float | None:
    """Return by how many degrees a page must surely be turned clockwise, None where nothing is sure."""
    if lying is not None:
        return None if abs(lying) < THRESHOLDS.turn else -90.0 if lying > 0 else 90.0
    return 180.0 if upright <= -THRESHOLDS.turn else None


def _refusals(seen: Seen, likeness: float, lying: float | None) -> Iterator[Caution]:
    evidence, gate = seen.evidence, learned_gate()
    if min(evidence.width_px, evidence.height_px) < THRESHOLDS.short_side_px[0]:
        yield _too_small(evidence)
    elif evidence.contrast < THRESHOLDS.contrast[0]:
        yield Caution(
            "blank", "There is almost nothing drawn here.",
            "Choose another page, or move the crop onto the tracing.",
        )  # fmt: skip
    elif lying is not None:
        yield sideways(to_the_left=lying >= 0)
    elif likeness < gate.refuse or evidence.trace_rows < THRESHOLDS.trace_rows[0]:
        yield no_ecg(seen)


def _doubts(seen: Seen, likeness: float, upright: float) -> Iterator[Caution]:
    evidence = seen.evidence
    if likeness < learned_gate().doubt:
        yield Caution(
            "may-not-be-an-ecg", "This may not be an ECG.",
            "Check that the page shows one, is upright, and that the crop holds the tracing.",
        )  # fmt: skip
    if upright < learned_gate().turned:
        yield UPSIDE_DOWN
    if evidence.trace_rows < THRESHOLDS.trace_rows[1]:
        yield Caution(
            "few-traces", "The traces are hard to follow: very thin, broken or few.",
            "Check that the page is upright and the crop right, or scan it again at 200 to 300 dpi.",
        )  # fmt: skip
    if min(evidence.width_px, evidence.height_px) < THRESHOLDS.short_side_px[1]:
        yield _too_small(evidence)
    if evidence.page_share < THRESHOLDS.page_share:
        yield Caution(
            "small-crop", "The crop holds only a small part of the page.",
            "Make it larger if it leaves out leads.",
        )  # fmt: skip
    yield from _poor_picture(evidence)


def _poor_picture(seen: Evidence) -> Iterator[Caution]:
    if seen.contrast < THRESHOLDS.contrast[1]:
        yield Caution("faint", "The traces are very faint.", "Scan the page again with more contrast.")
    if seen.sharpness < THRESHOLDS.sharpness:
        yield Caution("blurred", "The picture is blurred.", "Scan the page, or hold the camera still.")
    if seen.evenness < THRESHOLDS.evenness:
        yield Caution("uneven-light", "The light is very uneven.", "Avoid shadows, or scan the page.")
    if seen.brightness < THRESHOLDS.brightness:
        yield Caution("dark", "The picture is very dark.", "Take it again with more light.")


def _too_small(seen: Evidence) -> Caution:
    problem = say(
        "The tracing is very small: {width:.0f} × {height:.0f} pixels.",
        width=seen.width_px, height=seen.height_px,
    )  # fmt: skip
    return Caution("too-small", problem, "Scan the page again at 200 to 300 dpi.")


def _cuts(seen: Evidence, crop: Crop, size: tuple[int, int]) -> Iterator[Caution]:
    """Yield what is cut off at the page's edges; a peak beyond a printed frame is no fault of the page."""
    goes_on = open_edges(crop, size)
    for edge in EDGES:
        if _strokes_at("page", edge, seen) >= CUT_STROKES or edge in goes_on:
            yield cut_off(edge)
        elif crop.origin == "user" and edge in _CROSSED and _strokes_at("cut", edge, seen) >= CUT_STROKES:
            yield cuts_trace(edge)


def _strokes_at(what: str, edge: Edge, seen: Evidence) -> float:
    return float(getattr(seen, f"{what}_{edge}"))
