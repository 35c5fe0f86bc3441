"""The crop under the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecgdesk.core.geometry import Rect
from tests.ui.canvas.conftest import CROP, PAGE_SIZE, Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("key", "way"),
    [
        (Qt.Key.Key_Left, (-1, 0)),
        (Qt.Key.Key_Right, (1, 0)),
        (Qt.Key.Key_Up, (0, -1)),
        (Qt.Key.Key_Down, (0, 1)),
    ],
)
def test_arrow_keys_nudge_by_one_pixel_and_with_shift_by_ten(
    hand: Hand, key: Qt.Key, way: tuple[int, int]
) -> None:
    hand.key(key)
    assert hand.crop.rect == CROP.rect.moved(*way)
    hand.key(key, SHIFT)
    assert hand.crop.rect == CROP.rect.moved(11 * way[0], 11 * way[1])


def test_ctrl_and_arrow_keys_resize(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Right, CTRL)
    hand.key(Qt.Key.Key_Up, CTRL | SHIFT)
    assert hand.crop.rect == Rect(CROP.rect.x0, CROP.rect.y0, CROP.rect.x1 + 1, CROP.rect.y1 - 10)


def test_nudges_stop_at_the_edge_of_the_page(hand: Hand) -> None:
    for _ in range(12):
        hand.key(Qt.Key.Key_Right, SHIFT)
    assert hand.crop.rect.x1 == PAGE_SIZE[0]
    assert hand.crop.rect.width == CROP.rect.width


def test_nudges_in_a_row_undo_as_one(hand: Hand) -> None:
    for _ in range(5):
        hand.key(Qt.Key.Key_Left)
    assert hand.stack.count() == 1
    hand.stack.undo()
    assert hand.crop == CROP


def test_a_drag_between_nudges_keeps_them_apart(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Left)
    hand.drag((300, 300), (310, 300))
    hand.key(Qt.Key.Key_Left)
    assert hand.stack.count() == 3
    hand.stack.undo()
    assert hand.crop.rect == CROP.rect.moved(9, 0)


def test_keys_with_no_meaning_here_are_left_to_the_window(hand: Hand, qtbot: QtBot) -> None:
    pressed = []
    shortcut = QShortcut(QKeySequence("A"), hand.canvas)
    shortcut.activated.connect(lambda: pressed.append("A"))
    hand.canvas.activateWindow()
    hand.canvas.view.setFocus()
    QTest.keyClick(hand.canvas.view, Qt.Key.Key_A)
    assert pressed == ["A"]
    assert hand.crop == CROP


def test_the_crop_is_told_to_screen_readers(hand: Hand) -> None:
    assert hand.canvas.view.accessibleName()
    hand.key(Qt.Key.Key_Left)
    assert "99, 150" in hand.canvas.view.accessibleDescription()
