"""Stage 3: read the page, then check the explanation against what was read."""

from dataclasses import replace
from typing import Final, Protocol

import numpy as np

from ecgdesk.core.analysis import Analysis, Caution, Explanation, Measurements, Stage
from ecgdesk.core.constants import ATTRIBUTION_OUTSIDE_TRACE_WARN
from ecgdesk.core.figures import percent_text
from ecgdesk.core.geometry import Crop, Point, Rect, Size, map_points, straight_transform
from ecgdesk.core.page import PageRef
from ecgdesk.core.sentence import say
from ecgdesk.core.tracing import Given, PageReading
from ecgdesk.engine.pages import PageDesk, Pixels, Timing, clocked
from ecgdesk.engine.stages import Poll
from ecgdesk.explain.outside import rows_of
from ecgdesk.explain.shares import lead_shares

Read = tuple[PageReading, Measurements]
Outline = tuple[Point, ...]
"""The corners of the loaded page on the straightened one."""


class Outside(Protocol):
    """Says which share of an explanation lies outside the tracing, None when it cannot be said."""

    def __call__(self, explanation: Explanation, tracing: Rect, picture: Outline = (), /) -> float | None:
        """Return the share outside `tracing` or beyond the `picture`, both on the straightened page."""


_NOTHING_READ: Final[Read] = (PageReading(), Measurements())
_NOTHING_GIVEN: Final = Given()
_CONTRADICTING: Final = Caution(
    "leads-contradict", "The leads that were read contradict each other.", "Do not rely on what was measured."
)


class ReadPage(Protocol):
    """Reads one crop of a loaded page; polls between leads. What cannot be read is None with its reason."""

    def __call__(self, pixels: Pixels, crop: Crop, poll: Poll, given: Given = _NOTHING_GIVEN, /) -> Read:
        """Return reading and measurements; what is `given` by hand is not read again."""


def read_nothing(pixels: Pixels, crop: Crop, poll: Poll, given: Given = _NOTHING_GIVEN) -> Read:
    """Return an empty reading, where pages are not to be read."""
    return _NOTHING_READ


class Checker:
    """Takes an analysis with a class to its last stage; the last reading serves again for another model."""

    def __init__(self, desk: PageDesk, read: ReadPage, outside: Outside) -> None:
        self._desk = desk
        self._read = read
        self._outside = outside
        self._last: tuple[tuple[object, ...], Read] | None = None

    def checked(self, classified: Analysis, poll: Poll, given: Given = _NOTHING_GIVEN) -> Analysis:
        """Return the analysis with reading, measurements and checks; raises CancelledError from `poll`."""
        timing: Timing = dict(classified.timing_ms)
        with clocked(timing, "reading"):
            read = self._with_reading(classified, poll, given)
        poll()
        with clocked(timing, "checks"):
            checked = self._with_checks(read)
        return replace(checked, stage=Stage.CHECKS, timing_ms=timing)

    def reading(self, page: PageRef, crop: Crop, poll: Poll, given: Given = _NOTHING_GIVEN) -> PageReading:
        """Return what is read of a crop; the last one is kept."""
        return self._all_read(page, crop, poll, given)[0]

    def _with_reading(self, classified: Analysis, poll: Poll, given: Given) -> Analysis:
        if classified.crop is None or self._read is read_nothing:
            return classified
        reading, measured = self._all_read(classified.page, classified.crop, poll, given)
        cautions = (*classified.cautions, *reading_cautions(reading))
        return replace(classified, reading=reading, measurements=measured, cautions=cautions)

    def _all_read(self, ref: PageRef, crop: Crop, poll: Poll, given: Given) -> Read:
        page = self._desk.page(ref)
        key = (page.sha256, page.ref.number, crop, given)
        if self._last is None or self._last[0] != key:
            more = (given,) if given else ()
            self._last = key, self._read(page.pixels, crop, poll, *more)
        return self._last[1]

    def _with_checks(self, read: Analysis) -> Analysis:
        explanation = read.explanation
        if explanation is None:
            return read
        if read.reading is not None:
            heat, placement = explanation.heat, explanation.placement
            leads = lead_shares(heat, placement, read.reading.leads, self._outline(read))
            explanation = replace(explanation, lead_shares=leads)
        share = self._outside_share(read)
        cautions = read.cautions if share is None else (*read.cautions, *_outside_caution(share))
        explanation = replace(explanation, outside_trace_share=share)
        return replace(read, explanation=explanation, cautions=cautions)

    def _outside_share(self, read: Analysis) -> float | None:
        if read.explanation is None or read.crop is None:
            return None
        tracing, size = self._desk.tracing(read.page)
        if tracing is None:
            return None
        rows = rows_of(read.reading.leads if read.reading else (), as_in(tracing, read.crop, size))
        return self._outside(read.explanation, rows, self._outline(read))

    def _outline(self, read: Analysis) -> Outline:
        return () if read.crop is None else outline(read.crop, self._desk.page(read.page).size)


def outline(crop: Crop, size: Size) -> Outline:
    """Return the corners of a loaded page of this size on the page as a crop straightens it.

    A page that was turned or straightened leaves corners beyond them that are no paper.
    """
    there, _ = straight_transform(size, crop.rotation_deg, crop.corners)
    width, height = size
    return tuple(map_points(there, [(0, 0), (width, 0), (width, height), (0, height)]))


def reading_cautions(reading: PageReading) -> tuple[Caution, ...]:
    """Return what speaks against what was read and measured."""
    found = [_CONTRADICTING] if reading.contradicts_itself else []
    if hidden := reading.reasons.get("masks"):
        found.append(Caution("traces-hidden", hidden))
    return tuple(found)


def as_in(area: Crop, crop: Crop, size: Size) -> Rect:
    """Return the upright box around an area, on the page as another crop straightens it.

    `size` is that of the loaded page; both crops may turn or straighten it differently.
    """
    if (area.rotation_deg, area.corners) == (crop.rotation_deg, crop.corners):
        return area.rect
    there, _ = straight_transform(size, crop.rotation_deg, crop.corners)
    here, _ = straight_transform(size, area.rotation_deg, area.corners)
    r = area.rect
    corners = [(r.x0, r.y0), (r.x1, r.y0), (r.x1, r.y1), (r.x0, r.y1)]
    xs, ys = zip(*map_points(there @ np.linalg.inv(here), corners), strict=True)
    return Rect(min(xs), min(ys), max(xs), max(ys))


def _outside_caution(share: float) -> tuple[Caution, ...]:
    if share <= ATTRIBUTION_OUTSIDE_TRACE_WARN:
        return ()
    problem = say(
        "{share} of the evidence lies outside the tracing: on margins, printed text or beyond the picture.",
        share=percent_text(share),
    )
    return (Caution("outside-trace", problem, "Check the crop, and do not rely on this result."),)
