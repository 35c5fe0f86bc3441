"""How much of the heat lies outside the tracing."""

import numpy as np
import pytest

from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LeadBox
from ecgdesk.explain.outside import outside_share, rows_of
from ecgdesk.explain.shares import lead_shares

PAGE = Rect(100, 50, 300, 150)


@pytest.mark.parametrize(
    ("tracing", "share"),
    [
        (PAGE, 0.0),
        (Rect(0, 0, 1000, 1000), 0.0),
        (Rect(100, 50, 200, 150), 0.5),
        (Rect(100, 50, 200, 100), 0.75),
        (Rect(105, 50, 300, 150), 0.025),  # a quarter of a heat pixel, 20 page pixels wide
        (Rect(400, 50, 500, 150), 1.0),
        (Rect(200, 100, 200, 100), 1.0),
        (Rect(300, 150, 100, 50), 1.0),
    ],
)
def test_of_even_heat_the_share_is_the_area_outside(tracing: Rect, share: float) -> None:
    assert outside_share(np.ones((5, 10), np.float32), PAGE, tracing) == pytest.approx(share, abs=1e-9)


def test_heat_counts_where_it_is() -> None:
    heat = np.zeros((10, 10), np.float32)
    heat[:, :2], heat[:, 5] = 0.5, 1.0
    assert outside_share(heat, PAGE, Rect(140, 0, 300, 200)) == pytest.approx(0.5)


def test_without_heat_there_is_no_share() -> None:
    assert outside_share(np.zeros((4, 4), np.float32), PAGE, PAGE) is None
    assert lead_shares(np.zeros((4, 4), np.float32), PAGE, [LeadBox("I", PAGE, 0, 10, 1)]) is None


def test_what_lies_beyond_the_picture_is_outside_whatever_the_tracing() -> None:
    heat = np.ones((100, 200), np.float32)
    corner_cut_off = ((100, 50), (300, 50), (300, 150), (200, 150))  # a wedge of a quarter, bottom left
    assert outside_share(heat, PAGE, PAGE, corner_cut_off) == pytest.approx(0.25, abs=0.01)
    within = ((0, 0), (900, 0), (900, 900), (0, 900))
    assert outside_share(heat, PAGE, PAGE, within) == 0.0


def test_once_leads_are_known_what_is_beside_their_rows_is_outside() -> None:
    leads = [
        LeadBox("I", Rect(120, 60, 200, 100), 0, 5, 1),
        LeadBox("", Rect(120, 100, 280, 140), 0, 10, 1, True),
    ]
    assert rows_of(leads, PAGE) == Rect(120, 60, 280, 140)
    assert rows_of([LeadBox("I", Rect(0, 0, 900, 900), 0, 10, 1)], PAGE) == PAGE


def test_where_few_leads_are_known_the_others_are_not_called_margin() -> None:
    assert rows_of([], PAGE) == PAGE
    assert rows_of([LeadBox("I", Rect(120, 60, 180, 90), 0, 2.5, 1)], PAGE) == PAGE


def test_a_strip_without_a_name_has_its_share_and_what_is_beyond_the_picture_is_in_no_lead() -> None:
    heat = np.ones((100, 200), np.float32)
    leads = [
        LeadBox("I", Rect(100, 50, 300, 100), 0, 10, 1),
        LeadBox("", Rect(100, 100, 300, 150), 0, 10, 1, True),
        LeadBox("", Rect(100, 50, 300, 100), 0, 10, 1),
    ]
    assert lead_shares(heat, PAGE, leads) == pytest.approx({"I": 0.5, "strip": 0.5})
    left_half_gone = ((200, 50), (300, 50), (300, 150), (200, 150))
    assert lead_shares(heat, PAGE, leads, left_half_gone) == pytest.approx(
        {"I": 0.25, "strip": 0.25}, abs=0.01
    )


def test_heat_in_two_boxes_counts_once() -> None:
    heat = np.ones((100, 200), np.float32)
    leads = [
        LeadBox("I", Rect(100, 50, 300, 110), 0, 10, 1),
        LeadBox("II", Rect(100, 90, 300, 140), 0, 10, 1),
    ]
    shares = lead_shares(heat, PAGE, leads)
    assert shares == pytest.approx({"I": 0.5, "II": 0.4}, abs=1e-6)  # a tenth of the page lies in none
