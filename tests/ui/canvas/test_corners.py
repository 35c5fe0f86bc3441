"""The corners of a page, dragged to where the sheet ends."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.reading.straighten import straighten
from ecgdesk.ui.canvas.corner_tool import shown_corners
from ecgdesk.ui.canvas.crop_geometry import cornered, proper, whole_page
from ecgdesk.ui.canvas.mode import Mode
from tests.ui.canvas.conftest import PAGE_SIZE, Hand, page_of

SHEET = ((80.0, 60.0), (720.0, 20.0), (760.0, 560.0), (40.0, 580.0))


def _photo() -> np.ndarray:
    import cv2

    pixels = np.full((PAGE_SIZE[1], PAGE_SIZE[0], 3), 60, np.uint8)
    cv2.fillConvexPoly(pixels, np.asarray(SHEET, np.int32), (240, 240, 240))
    return pixels


@pytest.fixture
def corners(show: Callable[..., Hand]) -> Hand:
    hand = show(page_of(_photo()), Crop(Rect(0, 0, *PAGE_SIZE), origin="whole"))
    hand.canvas.set_mode(Mode.CORNERS)
    return hand


def _drag_all(hand: Hand) -> None:
    for start, end in zip(whole_page(PAGE_SIZE), SHEET, strict=True):
        hand.drag(start, end)


def test_four_drags_lay_the_sheet_straight(corners: Hand) -> None:
    _drag_all(corners)
    assert np.allclose(corners.crop.corners, SHEET, atol=2)
    flat = straighten(_photo(), corners.crop)
    assert flat[6:-6, 6:-6].min() > 200


def test_each_drag_can_be_undone(corners: Hand) -> None:
    _drag_all(corners)
    assert corners.stack.count() == 4
    corners.stack.undo()
    assert corners.crop.corners[3] == (0.0, PAGE_SIZE[1])
    for _ in range(3):
        corners.stack.undo()
    assert corners.crop.corners is None


def test_corners_that_make_no_page_are_not_taken(corners: Hand) -> None:
    corners.drag((0, 0), (790, 590))
    placed = corners.crop.corners
    assert placed is None or proper(placed)
    assert proper(whole_page(PAGE_SIZE))
    assert not proper(((0, 0), (100, 0), (0, 100), (100, 100)))
    assert not proper(((0, 0), (100, 0), (60, 40), (0, 100)))


def test_keys_choose_and_move_corners_and_delete_goes_back(corners: Hand) -> None:
    corners.key(Qt.Key.Key_PageDown)
    corners.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    corners.key(Qt.Key.Key_Down)
    assert corners.crop.corners[0] == (10.0, 1.0)
    corners.key(Qt.Key.Key_Delete)
    assert corners.crop.corners is None
    corners.key(Qt.Key.Key_Escape)
    corners.key(Qt.Key.Key_Escape)
    assert corners.canvas.state.mode is Mode.CROP


def test_a_page_on_its_side_shows_its_corners_on_its_side(show: Callable[..., Hand]) -> None:
    hand = show(page_of(_photo()), Crop(Rect(0, 0, 600, 800), rotation_deg=90.0))
    hand.canvas.set_mode(Mode.CORNERS)
    assert hand.canvas.state.size == (600, 800)
    assert np.allclose(shown_corners(hand.canvas.state)[0], (600, 0), atol=1)
    hand.canvas.fit()
    hand.drag((600, 0), (560, 70))
    assert np.allclose(hand.crop.corners[0], (70, 40), atol=2)
    assert hand.crop.rotation_deg == 90


def test_the_crop_stays_on_its_content_and_a_mask_keeps_hiding() -> None:
    name = Rect(100, 100, 300, 140)
    crop = Crop(Rect(100, 150, 700, 500), masks=(name,))
    found = cornered(crop, PAGE_SIZE, SHEET)
    black = np.zeros((PAGE_SIZE[1], PAGE_SIZE[0], 3), np.uint8)
    black[100:140, 100:300] = 255
    shown = straighten(black, Crop(found.rect, found.rotation_deg, found.corners))
    hidden = straighten(black, found)
    seen = (shown[:, :, 0] > 0) & (hidden[:, :, 0] == shown[:, :, 0])
    covered = np.zeros_like(seen)
    for mask in found.masks:
        x0, y0, x1, y1 = mask.rounded()
        covered[max(y0, 0) : y1, max(x0, 0) : x1] = True
    assert not (seen & ~covered).any()
    back = cornered(found, PAGE_SIZE, None)
    assert back.masks[0].x0 <= name.x0
    assert back.masks[0].x1 >= name.x1


def test_while_corners_are_set_the_whole_page_is_seen(corners: Hand) -> None:
    _drag_all(corners)
    assert corners.canvas.state.size == PAGE_SIZE
    corners.canvas.set_mode(Mode.CORNERS, False)
    assert corners.canvas.state.size != PAGE_SIZE


def test_a_mask_hides_while_corners_are_set_too(show: Callable[..., Hand]) -> None:
    black = np.zeros((PAGE_SIZE[1], PAGE_SIZE[0], 3), np.uint8)
    hand = show(page_of(black), Crop(Rect(0, 0, *PAGE_SIZE), masks=(Rect(300, 200, 500, 300),)))
    hand.canvas.set_mode(Mode.CORNERS)
    assert hand.colour(400, 250).lightness() > 200
    hand.drag((0, 0), (60, 40))
    assert hand.colour(400, 250).lightness() > 200
    assert hand.colour(400, 150).lightness() < 30


def test_a_corner_outside_of_the_picture_moves_from_where_it_is(show: Callable[..., Hand]) -> None:
    outside = ((-60.0, -8.0), (850.0, 5.0), (790.0, 590.0), (10.0, 598.0))
    crop = Crop(Rect(0, 0, 700, 500), corners=outside, origin="grid")
    hand = show(page_of(_photo()), crop)
    hand.canvas.set_mode(Mode.CORNERS)
    hand.key(Qt.Key.Key_PageDown)
    hand.key(Qt.Key.Key_Right)
    assert hand.crop.corners is not None
    assert hand.crop.corners[0] == (-59.0, -8.0)
    assert hand.crop.corners[1:] == outside[1:]
