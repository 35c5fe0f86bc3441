"""A crop laid flat, with its grid measured."""

import cv2
import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.tracing import Scale
from ecgdesk.reading.ink import Pixels
from ecgdesk.reading.sheet import lay_flat, lay_plain


def grid(px_per_mm: int = 6, width: int = 1200, height: int = 800) -> Pixels:
    """Return pink paper with lines each millimetre and stronger ones each five."""
    page = np.full((height, width, 3), (255, 248, 248), np.uint8)
    for step, colour in ((px_per_mm, (250, 205, 205)), (5 * px_per_mm, (235, 150, 150))):
        page[::step], page[:, ::step] = colour, colour
    return page


def whole(pixels: Pixels) -> Crop:
    return Crop(Rect(0, 0, pixels.shape[1], pixels.shape[0]))


def test_the_grid_is_measured() -> None:
    sheet = lay_flat(grid(), whole(grid()))
    assert sheet is not None
    assert sheet.scale.px_per_mm_x == pytest.approx(6, rel=0.003)
    assert sheet.scale.px_per_mm_y == pytest.approx(6, rel=0.003)
    assert abs(sheet.scale.rotation_deg) < 0.05


def test_a_small_turn_is_told() -> None:
    page = grid()
    turn = cv2.getRotationMatrix2D((600, 400), -2.0, 1.0)  # OpenCV counts against the clock
    turned = np.asarray(cv2.warpAffine(page, turn, (1200, 800), borderValue=(255, 248, 248)), np.uint8)
    sheet = lay_flat(turned, whole(turned))
    assert sheet is not None
    assert sheet.scale.rotation_deg == pytest.approx(2.0, abs=0.2)


def test_plain_paper_has_no_sheet() -> None:
    blank = np.full((800, 1200, 3), 250, np.uint8)
    assert lay_flat(blank, whole(blank)) is None


def test_places_on_the_sheet_are_found_again_on_the_page() -> None:
    page = grid()
    crop = Crop(Rect(120, 60, 1140, 780))
    sheet = lay_flat(page, crop)
    assert sheet is not None
    found = sheet.on_page(np.array([[0.0, 0.0], [300.0, 200.0], [np.nan, 5.0]]))
    assert np.abs(found[:2] - [[120.5, 60.5], [420.5, 260.5]]).max() < 2
    assert np.isnan(found[2]).any()


def test_a_scale_that_was_set_is_taken_as_it_is() -> None:
    blank = np.full((800, 1200, 3), 250, np.uint8)
    sheet = lay_plain(blank, whole(blank), Scale(7.5, 7.25, 1.0, "user"))
    assert (sheet.scale.px_per_mm_x, sheet.scale.px_per_mm_y) == (7.5, 7.25)


def test_a_huge_picture_is_reduced_with_its_scale() -> None:
    huge = np.full((500, 7300, 3), 250, np.uint8)
    sheet = lay_plain(huge, whole(huge), Scale(30.0, 30.0, 1.0, "user"))
    assert max(sheet.pixels.shape[:2]) <= 3600
    factor = huge.shape[1] / sheet.pixels.shape[1]
    assert sheet.scale.px_per_mm_x == pytest.approx(30 / factor, rel=0.01)
