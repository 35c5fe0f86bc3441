"""Ink on paper: what counts as drawn, and pale strokes that go on from it."""

import numpy as np

from ecgdesk.reading.ink import TraceInk, trace_ink

LONGEST_PX = 120


def flank(pale: float) -> TraceInk:
    """Return a level line with a thin upright stroke above it, 30 px tall and this pale."""
    share = np.zeros((200, 100), np.float32)
    share[150:153] = 1
    share[120:150, 50] = pale
    return TraceInk(share, 0.5, 0.3)


def test_a_pale_flank_goes_on_from_its_trace() -> None:
    ink = flank(0.4)
    assert not ink.mask[125, 50]
    assert ink.with_pale(LONGEST_PX)[121:150, 50].all()


def test_what_is_paler_than_that_stays_out() -> None:
    assert (flank(0.25).with_pale(LONGEST_PX) == flank(0.25).mask).all()


def test_a_pale_stroke_that_touches_no_ink_stays_out() -> None:
    ink = flank(0.4)
    ink.share[140:150] = 0
    assert not ink.with_pale(LONGEST_PX)[:140].any()


def test_a_pale_line_that_parts_leads_stays_out() -> None:
    ink = flank(0.0)
    ink.share[:150, 70] = 0.4
    assert not ink.with_pale(LONGEST_PX)[:145, 70].any()


def test_the_blurred_edge_of_a_stroke_makes_it_no_wider() -> None:
    ink = flank(1.0)
    ink.share[120:150, 51] = 0.4
    assert (ink.with_pale(LONGEST_PX) == ink.mask).all()


def test_beside_a_dark_grid_no_pale_strokes_count() -> None:
    page = np.full((300, 300, 3), 255, np.uint8)
    page[::2] = 150  # a grid of grey lines, half as dark as the trace
    page[150:153] = 20
    found = trace_ink(page, 24)
    assert found is not None
    assert found.pale >= found.threshold


def test_empty_paper_has_no_ink() -> None:
    assert trace_ink(np.full((300, 300, 3), 250, np.uint8), 24) is None
