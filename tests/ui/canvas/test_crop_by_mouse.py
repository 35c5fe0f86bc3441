"""The crop under the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ecgdesk.core.geometry import Rect
from ecgdesk.ui.canvas.crop_geometry import MIN_SIDE_PX, Handle
from tests.ui.canvas.conftest import CROP, PAGE_SIZE, Hand

BY = (37, -23)


@pytest.mark.parametrize("handle", Handle)
def test_each_of_the_eight_grips_moves_its_edges_and_no_others(hand: Hand, handle: Handle) -> None:
    start = handle.on(CROP.rect)
    hand.drag(start, (start[0] + BY[0], start[1] + BY[1]))
    across, down = handle.value
    expected = Rect(
        CROP.rect.x0 + BY[0] * (across < 0),
        CROP.rect.y0 + BY[1] * (down < 0),
        CROP.rect.x1 + BY[0] * (across > 0),
        CROP.rect.y1 + BY[1] * (down > 0),
    )
    assert hand.crop.rect == expected
    assert hand.edits == [hand.crop]
    assert hand.crop.origin == "user"


def test_a_drag_inside_moves_the_crop(hand: Hand) -> None:
    hand.drag((300, 300), (320, 290))
    assert hand.crop.rect == CROP.rect.moved(20, -10)


def test_the_crop_stays_on_the_page(hand: Hand) -> None:
    hand.drag((300, 300), (900, 800))
    assert hand.crop.rect == Rect(200, 250, *PAGE_SIZE)


def test_a_grip_cannot_pass_the_opposite_edge(hand: Hand) -> None:
    hand.drag(Handle.LEFT.on(CROP.rect), (790, 300))
    assert hand.crop.rect.x0 == CROP.rect.x1 - MIN_SIDE_PX


def test_grips_are_caught_six_screen_pixels_off_at_any_zoom(hand: Hand) -> None:
    for zoom in (0.5, 4):
        hand.canvas.zoom_by(zoom)
        before = hand.crop.rect
        x, y = Handle.BOTTOM_RIGHT.on(before)
        hand.canvas.view.centerOn(x, y)
        off = 6 / hand.canvas.view.zoom
        hand.drag((x + off, y + off), (x + off - 40, y + off - 40))
        assert (hand.crop.rect.x0, hand.crop.rect.y0) == (before.x0, before.y0)
        assert hand.crop.rect.x1 == pytest.approx(before.x1 - 40, abs=2)


def test_escape_drops_a_drag_in_progress(hand: Hand) -> None:
    hand.drag(Handle.RIGHT.on(CROP.rect), (600, 325), release=False)
    assert hand.canvas.state.crop.rect.x1 == 600
    hand.key(Qt.Key.Key_Escape)
    assert hand.canvas.state.crop == CROP
    assert hand.edits == []
    assert hand.stack.count() == 0


def test_a_click_alone_changes_nothing(hand: Hand) -> None:
    hand.drag((300, 300), (300, 300))
    hand.drag(Handle.TOP.on(CROP.rect), Handle.TOP.on(CROP.rect))
    assert hand.edits == []


def test_a_drag_outside_the_crop_moves_the_page_under_the_hand(hand: Hand) -> None:
    before = hand.screen(0, 0)
    hand.drag((50, 50), (90, 70))
    moved = hand.screen(0, 0) - before
    assert (moved.x(), moved.y()) == (40, 20)
    assert hand.crop == CROP


def test_cursors_tell_what_a_press_would_do(hand: Hand) -> None:
    viewport = hand.canvas.view.viewport()
    for place, cursor in (
        (Handle.LEFT.on(CROP.rect), Qt.CursorShape.SizeHorCursor),
        (Handle.TOP_LEFT.on(CROP.rect), Qt.CursorShape.SizeFDiagCursor),
        ((300, 300), Qt.CursorShape.SizeAllCursor),
        ((20, 20), Qt.CursorShape.OpenHandCursor),
    ):
        QTest.mouseMove(viewport, hand.screen(*place))
        assert viewport.cursor().shape() == cursor


def test_an_edit_can_be_undone_and_redone(hand: Hand) -> None:
    hand.drag(Handle.RIGHT.on(CROP.rect), (600, 325))
    edited = hand.crop
    hand.stack.undo()
    assert hand.crop == CROP
    hand.stack.redo()
    assert hand.crop == edited
    assert hand.edits == [edited, CROP, edited]
