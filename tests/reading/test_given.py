"""Leads and a scale that were set by hand are what a reading then says."""

from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import Given, LeadBox, PageReading, Scale
from ecgdesk.reading.given import as_given
from tests.fakes.reading import SCALE, fake_reading

READ = fake_reading()


def test_nothing_given_changes_nothing() -> None:
    assert as_given(READ, Given()) is READ


def test_another_name_is_taken_and_the_signal_stays() -> None:
    leads = (replace(READ.leads[0], name="V6"), *READ.leads[1:])
    found = as_given(READ, Given(leads=leads))
    assert [one.lead.name for one in found.traces] == ["V6", "II", "V1", "II"]
    assert found.traces[0].millivolts is READ.traces[0].millivolts


def test_a_shorter_box_holds_a_shorter_signal_of_the_same_beats() -> None:
    box = Rect(270, 250, 590, 350)  # four beats of row 2, 80 px and so a second each
    lead = LeadBox("II", box, 0.0, box.width / SCALE.px_per_s, 1.0)
    (trace,) = as_given(READ, Given(leads=(lead,))).traces
    assert len(trace.millivolts) == pytest.approx(4 * 500, abs=2)
    whole = READ.traces[1].millivolts[round((270 - 30) / SCALE.px_per_s * 500) :][: len(trace.millivolts)]
    assert np.abs(trace.millivolts - whole).max() < 0.05
    assert trace.covered > 0.99


def test_a_box_without_a_line_has_no_trace_and_a_deleted_one_is_gone() -> None:
    empty = LeadBox("V5", Rect(0, 0, 100, 60), 0.0, 1.0, 1.0)
    found = as_given(READ, Given(leads=(READ.leads[2], empty)))
    assert found.leads == (READ.leads[2], empty)
    assert [one.lead.name for one in found.traces] == ["V1"]


def test_another_scale_stretches_time_and_voltage() -> None:
    twice = Scale(2 * SCALE.px_per_mm_x, 2 * SCALE.px_per_mm_y, 1.0, "user")
    found = as_given(READ, Given(scale=twice))
    assert found.scale == twice
    first, before = found.traces[0], READ.traces[0]
    assert len(first.millivolts) == pytest.approx(len(before.millivolts) / 2, abs=2)
    assert np.nanmax(first.millivolts) == pytest.approx(np.nanmax(before.millivolts) / 2, rel=0.05)
    assert first.lead.duration_s == pytest.approx(before.lead.duration_s / 2, rel=0.01)


def test_speed_and_gain_alone_count_too() -> None:
    fast = replace(SCALE, mm_per_s=50.0, mm_per_mv=5.0, source="user")
    first = as_given(READ, Given(scale=fast)).traces[0]
    assert first.lead.duration_s == pytest.approx(READ.leads[0].duration_s / 2, rel=0.01)
    assert np.nanmax(first.millivolts) == pytest.approx(2 * np.nanmax(READ.traces[0].millivolts), rel=0.05)


def test_a_page_without_a_grid_gets_its_scale_and_no_made_up_traces() -> None:
    found = as_given(PageReading(reasons={"scale": "no grid"}), Given(scale=SCALE))
    assert found.scale == SCALE
    assert found.traces == ()


def test_gaps_of_the_line_stay_gaps() -> None:
    line = READ.traces[0].line.copy()
    line[200:300] = np.nan
    reading = replace(READ, traces=(replace(READ.traces[0], line=line),))
    first = as_given(reading, Given(scale=replace(SCALE, mm_per_mv=5.0))).traces[0]
    assert np.isnan(first.millivolts).sum() == pytest.approx(100 / SCALE.px_per_s * 500, abs=20)
