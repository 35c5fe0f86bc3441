"""Zooming and panning."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.conftest import CROP, Hand

CTRL = Qt.KeyboardModifier.ControlModifier


def turn_wheel(
    hand: Hand, at: QPoint, notches: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    viewport = hand.canvas.view.viewport()
    event = QWheelEvent(
        QPointF(at), QPointF(viewport.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


@pytest.mark.parametrize("place", [(0.0, 0.0), (400.5, 300.25), (799.0, 599.0), (-30.0, 700.0)])
@pytest.mark.parametrize("notches", [1, 5, -2])
def test_zooming_with_the_wheel_keeps_the_point_under_the_cursor(
    hand: Hand, place: tuple[float, float], notches: int
) -> None:
    at = hand.screen(*place)
    before, zoom = hand.canvas.view.page_at(QPointF(at)), hand.canvas.view.zoom
    turn_wheel(hand, at, notches, CTRL)
    assert hand.canvas.view.zoom == pytest.approx(zoom * 1.2**notches)
    after = hand.canvas.view.to_screen().map(before)
    assert (after - QPointF(at)).manhattanLength() <= 1.5


def test_pinching_zooms_at_the_fingers(hand: Hand) -> None:
    at = QPointF(hand.screen(600, 200))
    before = hand.canvas.view.page_at(at)
    gesture = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        at,
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(hand.canvas.view.viewport(), gesture)
    assert hand.canvas.view.zoom == pytest.approx(1.5)
    assert (hand.canvas.view.to_screen().map(before) - at).manhattanLength() <= 1.5


def test_actual_size_is_one_page_pixel_for_each_screen_pixel(hand: Hand) -> None:
    hand.canvas.fit()
    hand.canvas.actual_size()
    width = hand.screen(800, 0).x() - hand.screen(0, 0).x()
    assert width == round(800 / hand.canvas.devicePixelRatioF())


def test_fit_shows_the_whole_page_also_after_the_window_changes_size(hand: Hand) -> None:
    hand.canvas.fit()
    for size in (QSize(1200, 500), QSize(400, 700)):
        hand.canvas.resize(size)
        area = hand.canvas.view.viewport().rect()
        assert area.contains(hand.screen(0, 0))
        assert area.contains(hand.screen(800, 600))


def test_a_chosen_zoom_survives_a_change_of_the_windows_size(hand: Hand) -> None:
    hand.canvas.zoom_by(2)
    zoom = hand.canvas.view.zoom
    hand.canvas.resize(700, 500)
    assert hand.canvas.view.zoom == zoom


@pytest.mark.parametrize("button", [Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton])
def test_middle_button_and_space_drag_move_the_page_not_the_crop(hand: Hand, button: Qt.MouseButton) -> None:
    before = hand.screen(0, 0)
    if button is Qt.MouseButton.LeftButton:
        QTest.keyPress(hand.canvas.view, Qt.Key.Key_Space)
        assert hand.canvas.view.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    hand.drag((300, 300), (350, 280), button=button)
    if button is Qt.MouseButton.LeftButton:
        QTest.keyRelease(hand.canvas.view, Qt.Key.Key_Space)
    assert hand.screen(0, 0) - before == QPoint(50, -20)
    assert hand.crop == CROP
    hand.drag((300, 300), (310, 300))
    assert hand.crop.rect == CROP.rect.moved(10, 0)


def test_a_double_click_fits(hand: Hand) -> None:
    hand.canvas.fit()
    fitting = hand.canvas.view.zoom
    hand.canvas.zoom_by(3)
    QTest.mouseDClick(hand.canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=hand.screen(400, 300))
    assert hand.canvas.view.zoom == fitting
    assert hand.crop == CROP


def test_the_wheel_scrolls_only_what_does_not_fit(hand: Hand) -> None:
    hand.canvas.fit()
    before = hand.screen(0, 0)
    turn_wheel(hand, QPoint(100, 100), -1)
    assert hand.screen(0, 0) == before
    hand.canvas.zoom_by(4)
    before = hand.screen(0, 0)
    turn_wheel(hand, QPoint(100, 100), -1)
    assert hand.screen(0, 0).y() < before.y()


def test_zoom_stays_within_sense_and_is_told(hand: Hand) -> None:
    told: list[float] = []
    hand.canvas.zoom_changed.connect(told.append)
    hand.canvas.zoom_by(1e6)
    hand.canvas.zoom_by(1e-9)
    assert told == [32.0, hand.canvas.view.zoom]
    assert told[-1] > 0.1


def test_the_cursor_leaving_the_canvas_is_told(hand: Hand) -> None:
    told: list[object] = []
    hand.canvas.cursor_moved.connect(told.append)
    QTest.mouseMove(hand.canvas.view.viewport(), hand.screen(10, 20))
    QApplication.sendEvent(hand.canvas.view, QEvent(QEvent.Type.Leave))
    assert told[0] == QPointF(10, 20)
    assert told[-1] is None


def test_the_page_does_not_mirror_in_right_to_left_languages(show: Callable[..., Hand]) -> None:
    app = QApplication.instance()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        hand = show()
        assert hand.screen(0, 0).x() < hand.screen(800, 0).x()
        before = hand.screen(0, 0)
        hand.canvas.view.pan(QPointF(30, 0))
        assert hand.screen(0, 0).x() - before.x() == 30
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_where_the_cursor_is_is_said_anew_when_the_view_changes(hand: Hand) -> None:
    told: list[QPointF | None] = []
    QTest.mouseMove(hand.canvas.view.viewport(), hand.screen(200, 200))
    hand.canvas.cursor_moved.connect(told.append)
    hand.canvas.resize(hand.canvas.size() - QSize(60, 60))
    QApplication.sendPostedEvents()
    assert told[-1] is not None
    assert (told[-1] - QPointF(200, 200)).manhattanLength() > 1  # the page has moved under it
    QApplication.sendEvent(hand.canvas.view, QEvent(QEvent.Type.Leave))
    assert told[-1] is None
    told.clear()
    QApplication.sendEvent(hand.canvas.view, QEvent(QEvent.Type.PaletteChange))
    assert told == [None]
