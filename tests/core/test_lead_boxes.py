"""Lead boxes changed by hand, and the times they stand for."""

from dataclasses import replace

import pytest

from ecgdesk.core.geometry import Rect
from ecgdesk.core.lead_boxes import new_lead, reboxed, renamed
from ecgdesk.core.tracing import LeadBox, Scale

SCALE = Scale(8.0, 8.0, 1.0, "grid")  # 200 px a second
LEAD = LeadBox("II", Rect(600, 100, 1100, 200), 2.5, 2.5, 0.7)


def test_a_moved_box_begins_later_and_a_narrower_one_is_shorter() -> None:
    moved = reboxed(LEAD, LEAD.box.moved(100, 0), SCALE)
    assert (moved.start_s, moved.duration_s, moved.confidence) == (3.0, 2.5, 1.0)
    assert reboxed(LEAD, Rect(600, 100, 900, 200), SCALE).duration_s == 1.5


def test_without_a_scale_times_stay_as_they_were() -> None:
    assert reboxed(LEAD, LEAD.box.moved(100, 0), None).start_s == 2.5


def test_another_name_is_sure() -> None:
    first, second = renamed((LEAD, replace(LEAD, name="V1")), 1, "V2")
    assert first == LEAD
    assert (second.name, second.confidence) == ("V2", 1.0)


def test_a_new_box_counts_its_time_from_the_left_end_of_the_traces() -> None:
    lead = new_lead((LEAD,), Rect(300, 300, 700, 400), SCALE)
    assert (lead.name, lead.start_s, lead.duration_s) == ("I", pytest.approx(1.0), 2.0)
    assert not lead.rhythm


def test_a_box_over_the_whole_width_is_a_rhythm_strip() -> None:
    assert new_lead((LEAD,), Rect(100, 300, 1100, 400), SCALE).rhythm


def test_the_first_box_of_a_page_begins_at_nought() -> None:
    lead = new_lead((), Rect(300, 300, 700, 400), None)
    assert (lead.name, lead.start_s, lead.rhythm) == ("I", 0.0, False)
