"""What the program did to a page by itself is said, what a person chose is not."""

from dataclasses import replace

import pytest

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.placing import done_by_itself, quarter_turns

FOUND = Crop(Rect(0, 0, 90, 60), origin="grid")
CORNERS = ((1.0, 2.0), (99.0, 1.0), (95.0, 70.0), (3.0, 66.0))


@pytest.mark.parametrize(
    ("degrees", "turns"), [(0, 0), (-3.2, 0), (90, 1), (93.1, 1), (180, 2), (-178, 2), (-90, 3), (268, 3)]
)
def test_small_turns_do_not_count_as_quarters(degrees: float, turns: int) -> None:
    assert quarter_turns(replace(FOUND, rotation_deg=degrees)) == turns


def test_a_page_that_was_left_as_it_is_says_nothing() -> None:
    assert done_by_itself(replace(FOUND, rotation_deg=-2.0)) == ()


def test_each_thing_done_is_said() -> None:
    both = done_by_itself(replace(FOUND, rotation_deg=180.0, corners=CORNERS))
    assert both == (
        "The page was upside down; it was turned.",
        "The page was straightened from the photograph.",
    )
    assert done_by_itself(replace(FOUND, rotation_deg=-90.0)) == ("The page lay on its side; it was turned.",)


def test_what_a_person_chose_is_not_told_back() -> None:
    assert done_by_itself(replace(FOUND, rotation_deg=180.0, corners=CORNERS, origin="user")) == ()
