"""Boxes that hide names."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ecgdesk.core.geometry import Rect
from ecgdesk.reading.straighten import cut
from ecgdesk.ui.canvas.crop_geometry import Handle
from tests.ui.canvas.conftest import CROP, Hand, grey_page

MASK = Rect(200, 200, 300, 260)


@pytest.fixture
def masked(hand: Hand) -> Hand:
    hand.canvas.set_mask_mode(True)
    hand.drag((MASK.x0, MASK.y0), (MASK.x1, MASK.y1))
    return hand


def test_a_drawn_mask_hides_exactly_the_pixels_under_it(masked: Hand) -> None:
    assert masked.crop.masks == (MASK,)
    assert masked.crop.rect == CROP.rect
    seen = cut(grey_page().pixels, masked.crop)
    left, top = int(MASK.x0 - CROP.rect.x0), int(MASK.y0 - CROP.rect.y0)
    assert (seen[top : top + 60, left : left + 100] == 255).all()
    assert (seen[top - 1, left : left + 100] == 200).all()


def test_a_mask_is_painted_opaque_over_the_page(show: Callable[..., Hand]) -> None:
    pixels = grey_page()
    pixels.pixels[:] = 0
    hand = show(pixels)
    hand.canvas.set_mask_mode(True)
    hand.drag((MASK.x0, MASK.y0), (MASK.x1, MASK.y1))
    assert hand.colour(150, 190).lightness() == 0
    assert min(hand.colour(x, y).lightness() for x in (220, 251, 283) for y in (215, 230, 247)) > 100


def test_masks_drawn_backwards_or_over_the_edge_stay_on_the_page(hand: Hand) -> None:
    hand.canvas.set_mask_mode(True)
    hand.drag((60, 40), (-30, -20))
    assert hand.crop.masks == (Rect(0, 0, 60, 40),)


def test_a_click_in_mask_mode_draws_nothing(hand: Hand) -> None:
    hand.canvas.set_mask_mode(True)
    hand.drag((200, 200), (201, 201))
    assert hand.crop.masks == ()
    assert hand.edits == []


def test_a_mask_can_be_moved_and_resized(masked: Hand) -> None:
    masked.drag((250, 230), (270, 220))
    assert masked.crop.masks == (MASK.moved(20, -10),)
    grip = Handle.BOTTOM_RIGHT.on(masked.crop.masks[0])
    masked.drag(grip, (grip[0] + 15, grip[1] + 5))
    assert masked.crop.masks == (Rect(220, 190, 335, 255),)


def test_the_chosen_mask_can_be_deleted_and_brought_back(masked: Hand) -> None:
    masked.drag((400, 300), (450, 350))
    masked.drag((250, 230), (250, 230))
    assert masked.canvas.state.selected_mask == 0
    masked.key(Qt.Key.Key_Delete)
    assert masked.crop.masks == (Rect(400, 300, 450, 350),)
    masked.stack.undo()
    assert masked.crop.masks[0] == MASK


def test_delete_is_taken_from_the_window_only_while_a_mask_is_chosen(masked: Hand) -> None:
    removed = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Delete), masked.canvas)
    shortcut.activated.connect(lambda: removed.append("page"))
    masked.canvas.activateWindow()
    masked.key(Qt.Key.Key_Delete)
    assert masked.crop.masks == ()
    assert removed == []
    masked.key(Qt.Key.Key_Delete)
    assert removed == ["page"]


def test_masks_can_be_made_and_moved_by_keyboard_alone(hand: Hand) -> None:
    hand.canvas.set_mask_mode(True)
    hand.key(Qt.Key.Key_Insert)
    (made,) = hand.crop.masks
    hand.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    hand.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert hand.crop.masks == (Rect(made.x0 + 10, made.y0, made.x1 + 10, made.y1 + 1),)
    hand.key(Qt.Key.Key_Insert)
    hand.key(Qt.Key.Key_PageDown)
    assert hand.canvas.state.selected_mask == 0


def test_escape_lets_go_step_by_step(masked: Hand) -> None:
    modes: list[bool] = []
    masked.canvas.mask_mode_changed.connect(modes.append)
    masked.drag((500, 300), (600, 400), release=False)
    masked.key(Qt.Key.Key_Escape)
    assert masked.crop.masks == (MASK,)
    masked.drag((250, 230), (250, 230))
    masked.key(Qt.Key.Key_Escape)
    assert masked.canvas.state.selected_mask is None
    masked.key(Qt.Key.Key_Escape)
    assert modes == [False]


def test_outside_mask_mode_a_drag_over_a_mask_moves_the_crop(masked: Hand) -> None:
    masked.canvas.set_mask_mode(False)
    masked.drag((250, 230), (260, 230))
    assert masked.crop.rect == CROP.rect.moved(10, 0)
    assert masked.crop.masks == (MASK,)
