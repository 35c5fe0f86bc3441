"""Places on the page and moments of a lead, there and back."""

from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.trace_places import (
    duration,
    height_at,
    moment_at,
    place_at,
    seconds_at,
    trace_at,
    turning_points,
    usual_height,
)
from tests.fakes.reading import PX_PER_MM, SCALE, fake_reading, fake_trace

TRACE = fake_trace(1)


def test_a_point_belongs_to_the_lead_whose_box_holds_it() -> None:
    traces = fake_reading().traces
    assert trace_at(traces, (400, 300)) is traces[1]
    assert trace_at(traces, (5, 300)) is None


def test_where_boxes_overlap_the_nearest_line_counts() -> None:
    first, second = fake_trace(0), fake_trace(1)
    wide = replace(first, lead=replace(first.lead, box=second.lead.box))
    assert trace_at((wide, second), (400, 296)) is second


def test_seconds_and_places_belong_together() -> None:
    for x in (31.0, 250.0, 640.5):
        seconds = seconds_at(TRACE, x)
        assert seconds is not None
        place = place_at(TRACE, seconds)
        assert place is not None
        assert place[0] == pytest.approx(x, abs=0.6)
        assert place[1] == pytest.approx(height_at(TRACE, x), abs=8)
    assert seconds_at(TRACE, 10) is None
    assert place_at(TRACE, duration(TRACE) + 1) is None


def test_a_moment_says_the_millivolts_of_the_height() -> None:
    moment = moment_at(TRACE, (30 + SCALE.px_per_s, 300 - SCALE.px_per_mv), SCALE)
    assert moment is not None
    assert moment.seconds == pytest.approx(1.0, abs=0.01)
    assert moment.millivolts == pytest.approx(1.0, abs=0.02)
    assert moment_at(TRACE, (400, 300), None).millivolts is None  # type: ignore[union-attr]


def test_a_gap_has_no_place_and_does_not_shift_what_follows() -> None:
    line = TRACE.line.copy()
    line[200:300] = np.nan
    gappy = replace(TRACE, line=line)
    assert place_at(gappy, duration(TRACE) * 250 / len(line)) is None
    assert height_at(gappy, 30 + 250) is None
    assert seconds_at(gappy, 600) == pytest.approx(seconds_at(TRACE, 600), abs=0.01)


def test_the_tops_of_beats_are_turning_points() -> None:
    turns = turning_points(TRACE, 365, 20, PX_PER_MM)
    assert turns[0][0] == pytest.approx(360, abs=1.5)  # beats stand at 40 and each 80 px further
    assert turns[0][1] < 280
    assert turning_points(TRACE, 320, 6, PX_PER_MM) == []


def test_a_line_spends_its_time_at_its_usual_height() -> None:
    assert usual_height(TRACE) == pytest.approx(300, abs=4)
