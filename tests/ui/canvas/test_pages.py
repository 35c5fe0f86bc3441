"""Showing one page after another."""

from collections.abc import Callable
from time import perf_counter

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.ui.canvas import PageCanvas
from tests.ui.canvas.conftest import CROP, Hand, grey_page, page_of

OTHER = Crop(Rect(10, 10, 60, 60))


def test_each_page_keeps_its_own_undo_steps(hand: Hand) -> None:
    hand.drag((300, 300), (310, 300))
    edited, other_stack = hand.crop, QUndoStack(hand.canvas)
    hand.canvas.show_page(grey_page("b.png"), OTHER, other_stack)
    hand.stack.undo()
    assert hand.crop == OTHER
    hand.stack.redo()
    hand.canvas.show_page(grey_page(), edited, hand.stack)
    hand.stack.undo()
    assert hand.crop == CROP


def test_a_drag_ends_when_another_page_or_an_undo_comes_between(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Left)
    hand.drag((300, 300), (340, 300), release=False)
    hand.stack.undo()
    QTest.mouseMove(hand.canvas.view.viewport(), hand.screen(380, 300))
    assert hand.canvas.state.crop == CROP
    hand.drag((300, 300), (340, 300), release=False)
    hand.canvas.show_page(grey_page("b.png"), OTHER, QUndoStack(hand.canvas))
    QTest.mouseRelease(hand.canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=hand.screen(380, 300))
    assert hand.crop == OTHER


def test_setting_a_crop_from_outside_is_no_edit(hand: Hand) -> None:
    hand.canvas.set_crop(OTHER)
    assert hand.crop == OTHER
    assert hand.edits == []
    assert hand.stack.count() == 0


def test_a_reset_goes_back_to_the_proposal_and_can_be_undone(hand: Hand) -> None:
    hand.canvas.set_proposed(OTHER)
    assert hand.crop == CROP
    hand.canvas.reset_crop()
    assert hand.crop == OTHER
    hand.stack.undo()
    assert hand.crop == CROP


def test_a_cleared_canvas_has_no_crop_and_answers_no_hand(hand: Hand) -> None:
    hand.canvas.clear()
    assert hand.canvas.current_crop() is None
    hand.drag((300, 300), (310, 300))
    hand.canvas.rotate_by(90)
    hand.canvas.reset_crop()
    assert hand.edits == []


def test_a_page_comes_back_after_the_canvas_was_cleared(show: Callable[..., Hand]) -> None:
    turned = Crop(Rect(100, 150, 700, 500), rotation_deg=5)
    hand = show(crop=turned)
    hand.canvas.fit()
    before = hand.canvas.view.viewport().grab().toImage()
    hand.canvas.clear()
    assert hand.canvas.view.viewport().grab().toImage() != before
    hand.canvas.show_page(grey_page(), turned, hand.stack)
    assert hand.canvas.view.viewport().grab().toImage() == before


def test_a_smaller_page_after_a_larger_one_is_fitted(show: Callable[..., Hand]) -> None:
    hand = show(page_of(np.zeros((3000, 4000, 3), dtype=np.uint8)), Crop(Rect(0, 0, 4000, 3000)))
    hand.canvas.show_page(grey_page("small.png"), CROP, QUndoStack(hand.canvas))
    area = hand.canvas.view.viewport().rect()
    assert area.contains(hand.screen(0, 0))
    assert area.contains(hand.screen(800, 600))
    assert hand.screen(800, 0).x() - hand.screen(0, 0).x() > 600


def test_the_same_page_read_again_keeps_the_view(hand: Hand) -> None:
    hand.canvas.zoom_by(2)
    before = hand.screen(0, 0)
    hand.canvas.show_page(grey_page(), CROP, hand.stack)
    assert hand.screen(0, 0) == before


def test_busy_is_shown_over_the_page_without_catching_the_mouse(hand: Hand) -> None:
    hand.canvas.set_busy(True)
    hand.drag((300, 300), (310, 300))
    assert hand.crop.rect == CROP.rect.moved(10, 0)
    hand.canvas.set_busy(False)


def test_a_canvas_closed_while_levels_are_made_makes_no_noise(qtbot: QtBot) -> None:
    canvas = PageCanvas()
    page = page_of(np.zeros((3000, 4000, 3), dtype=np.uint8))
    with qtbot.captureExceptions() as exceptions:
        canvas.show_page(page, CROP, QUndoStack(canvas))
        canvas.deleteLater()
        qtbot.wait(300)
    assert exceptions == []


def test_a_page_of_35_megapixels_shows_at_once(qtbot: QtBot, record_property: Callable[..., None]) -> None:
    canvas = PageCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(1000, 800)
    canvas.show()
    page = page_of(np.full((5000, 7000, 3), 180, dtype=np.uint8))
    with qtbot.waitSignal(canvas.page_sharpened):
        begin = perf_counter()
        canvas.show_page(page, Crop(Rect(500, 500, 6500, 4500)), QUndoStack(canvas))
        middle = canvas.view.viewport().grab().toImage().pixelColor(500, 400)
        shown_ms = (perf_counter() - begin) * 1000
    assert middle.red() == 180
    record_property("shown_ms", shown_ms)
