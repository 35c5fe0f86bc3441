"""Marks follow the page when it is straightened otherwise."""

import pytest

from ecgdesk.core.calipers import Caliper, CaliperKind
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.marks import Marks, lies_like, marks_on
from ecgdesk.core.tracing import LeadBox, Scale

SIZE = (800, 600)
CALIPER = Caliper(CaliperKind.TIME, 300, 460, 200)
LEAD = LeadBox("V2", Rect(300, 150, 500, 250), 2.5, 2.5, 1.0)
MARKS = Marks((CALIPER,), Scale(8, 8, 1.0, "user"), (LEAD,))
WHOLE = Rect(0, 0, 800, 600)


def test_marks_stay_where_they_are_as_long_as_the_page_does() -> None:
    assert marks_on(MARKS, Crop(WHOLE), SIZE) == MARKS
    assert lies_like(MARKS, Crop(WHOLE, rotation_deg=360.0))


def test_a_small_turn_takes_calipers_and_boxes_along() -> None:
    turned = marks_on(MARKS, Crop(WHOLE, rotation_deg=3.0), SIZE)
    assert turned.calipers[0].span == pytest.approx(160, rel=0.01)
    assert turned.leads is not None
    assert turned.leads[0].box.width == pytest.approx(200, rel=0.01)
    assert turned.scale == Scale(pytest.approx(8), pytest.approx(8), 1.0, "user")  # type: ignore[arg-type]
    assert turned.rotation_deg == 3.0


def test_turning_there_and_back_changes_nothing() -> None:
    there = marks_on(MARKS, Crop(WHOLE, rotation_deg=4.0), SIZE)
    back = marks_on(there, Crop(WHOLE), SIZE)
    assert back.calipers[0].first == pytest.approx(CALIPER.first, abs=0.5)
    assert back.leads is not None
    assert back.leads[0].box.y0 == pytest.approx(LEAD.box.y0, abs=0.5)


@pytest.mark.parametrize("degrees", [90.0, 180.0, -90.0])
def test_a_page_on_another_side_has_no_marks(degrees: float) -> None:
    turned = marks_on(MARKS, Crop(WHOLE, rotation_deg=degrees), SIZE)
    assert turned.empty
    assert not turned.given


def test_other_corners_stretch_the_scale_and_the_boxes() -> None:
    half = ((200.0, 0.0), (600.0, 0.0), (600.0, 600.0), (200.0, 600.0))
    marks = marks_on(MARKS, Crop(Rect(0, 0, 400, 600), corners=half), SIZE)
    assert marks.calipers[0].ends == ((pytest.approx(100), pytest.approx(200)), (pytest.approx(260), 200))
    assert marks.scale is not None
    assert marks.scale.px_per_mm_x == pytest.approx(8)


def test_scale_and_leads_are_given_to_reading_and_calipers_are_not() -> None:
    assert not Marks((CALIPER,)).given
    assert MARKS.given.scale == MARKS.scale
    assert MARKS.given.leads == (LEAD,)
    assert Marks().empty
    assert not Marks(leads=()).empty
