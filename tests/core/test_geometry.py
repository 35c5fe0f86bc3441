"""Straightening maps points where a person would expect them."""

import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Rect, map_points, straight_transform

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
PAGE = (400, 300)


def test_a_page_that_is_not_turned_keeps_its_points() -> None:
    matrix, size = straight_transform(PAGE, 0.0)
    assert size == PAGE
    assert map_points(matrix, [(10, 20)]) == [(10, 20)]


def test_a_quarter_turn_swaps_width_and_height_and_moves_the_top_left_to_the_top_right() -> None:
    matrix, size = straight_transform(PAGE, 90.0)
    assert size == (300, 400)
    ((x, y),) = map_points(matrix, [(0, 0)])
    assert (x, y) == pytest.approx((300, 0))


@pytest.mark.parametrize("degrees", [-10, -0.3, 0.1, 5, 45, 181])
def test_the_turned_canvas_holds_the_whole_page_about_the_same_centre(degrees: float) -> None:
    matrix, (width, height) = straight_transform(PAGE, degrees)
    corners = np.array(map_points(matrix, [(0, 0), (400, 0), (400, 300), (0, 300)]))
    assert corners.min() >= -1
    assert corners[:, 0].max() <= width + 1
    assert corners[:, 1].max() <= height + 1
    assert map_points(matrix, [(200, 150)])[0] == pytest.approx((width / 2, height / 2))


def test_four_corners_become_the_corners_of_an_upright_page() -> None:
    corners: Corners = ((20, 10), (380, 30), (390, 280), (5, 290))
    matrix, (width, height) = straight_transform(PAGE, 0.0, corners)
    mapped = map_points(matrix, list(corners))
    expected = [(0, 0), (width, 0), (width, height), (0, height)]
    for got, wanted in zip(mapped, expected, strict=True):
        assert got == pytest.approx(wanted, abs=1e-6)


def test_a_rectangle_is_clipped_to_its_page() -> None:
    assert Rect(-5, 10, 500, 290).clipped(PAGE) == Rect(0, 10, 400, 290)


def test_a_crop_moved_by_hand_says_so() -> None:
    crop = Crop(Rect(0, 0, 10, 10), origin="frame")
    assert crop.with_rect(Rect(1, 1, 9, 9)).origin == "user"
