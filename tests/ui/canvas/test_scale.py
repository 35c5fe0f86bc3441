"""The scale by hand: a line over squares whose number is known."""

import pytest
from PySide6.QtCore import Qt

from ecgdesk.core.tracing import Scale
from ecgdesk.ui.canvas.mode import Mode
from tests.fakes.reading import SCALE
from tests.ui.canvas.conftest import Hand


@pytest.fixture
def scale(hand: Hand) -> Hand:
    hand.canvas.set_mode(Mode.SCALE)
    return hand


def test_a_line_over_five_large_squares_sets_the_scale(scale: Hand) -> None:
    scale.drag((200, 200), (400, 205))
    assert scale.canvas.marks.scale == Scale(8.0, 8.0, 1.0, "user")


def test_a_line_up_the_grid_counts_too(scale: Hand) -> None:
    scale.canvas.view.scale_tool.length_mm = 10.0
    scale.drag((200, 400), (203, 300))
    assert scale.canvas.marks.scale.px_per_mm_y == pytest.approx(10.0)


def test_another_number_of_squares_counts_for_the_line_that_was_drawn(scale: Hand) -> None:
    scale.drag((200, 200), (400, 200))
    scale.canvas.view.scale_tool.set_length(50.0)
    assert scale.canvas.marks.scale.px_per_mm_x == pytest.approx(4.0)


def test_a_click_sets_nothing(scale: Hand) -> None:
    scale.drag((200, 200), (203, 200))
    assert scale.canvas.marks.scale is None


def test_the_read_scale_gives_way_and_comes_back(read: Hand) -> None:
    read.canvas.set_mode(Mode.SCALE)
    read.drag((200, 200), (400, 200))
    assert read.canvas.marks.scale.source == "user"
    read.key(Qt.Key.Key_Delete)
    assert read.canvas.marks.scale == SCALE
    read.stack.undo()
    assert read.canvas.marks.scale.px_per_mm_x == pytest.approx(8.0)


def test_keys_stretch_the_line(scale: Hand) -> None:
    scale.drag((200, 200), (400, 200))
    scale.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert scale.canvas.marks.scale.px_per_mm_x == pytest.approx(8.4)
