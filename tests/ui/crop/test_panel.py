"""The crop by numbers, together with the canvas."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox
from pytestqt.qtbot import QtBot

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.crop import CropPanel, connect_crop_panel

SIZE = (800, 600)
CROP = Crop(Rect(100, 150, 700, 500), masks=(Rect(10, 10, 50, 40),))


class Desk:
    """A canvas and a panel that belong together."""

    def __init__(self, qtbot: QtBot) -> None:
        self.canvas, self.panel = PageCanvas(), CropPanel()
        for widget in (self.canvas, self.panel):
            qtbot.addWidget(widget)
            widget.show()
        self.stack = QUndoStack(self.canvas)
        connect_crop_panel(self.panel, self.canvas)
        page = Page(PageRef(Path("a.png")), np.zeros((SIZE[1], SIZE[0], 3), dtype=np.uint8), 1, "0" * 64)
        self.canvas.show_page(page, CROP, self.stack)

    @property
    def numbers(self) -> list[int]:
        fields = self.panel.fields
        return [field.value() for field in (fields.left, fields.top, fields.width_, fields.height_)]


def enter(field: QAbstractSpinBox, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    yield Desk(qtbot)


def test_the_panel_shows_the_crop_of_the_canvas(desk: Desk) -> None:
    assert desk.numbers == [100, 150, 600, 350]
    QTest.keyClick(desk.canvas.view, Qt.Key.Key_Right)
    assert desk.numbers == [101, 150, 600, 350]
    desk.stack.undo()
    assert desk.numbers == [100, 150, 600, 350]


def test_entered_numbers_move_and_resize_the_crop(desk: Desk) -> None:
    enter(desk.panel.fields.left, "120")
    assert desk.canvas.current_crop().rect == Rect(120, 150, 720, 500)
    enter(desk.panel.fields.height_, "200")
    assert desk.canvas.current_crop().rect == Rect(120, 150, 720, 350)
    desk.stack.undo()
    assert desk.canvas.current_crop() == CROP


def test_half_a_number_typed_changes_nothing(desk: Desk) -> None:
    desk.panel.fields.left.selectAll()
    QTest.keyClicks(desk.panel.fields.left, "12")
    assert desk.canvas.current_crop() == CROP


def test_numbers_beyond_the_page_are_not_taken(desk: Desk) -> None:
    enter(desk.panel.fields.left, "700")
    assert desk.canvas.current_crop().rect.x1 <= SIZE[0]
    enter(desk.panel.fields.width_, "5000")
    assert desk.canvas.current_crop().rect.x1 <= SIZE[0]


def test_quarter_turns_the_slider_and_the_angle_turn_the_page(desk: Desk) -> None:
    rotation = desk.panel.rotation
    QTest.mouseClick(rotation.right, Qt.MouseButton.LeftButton)
    assert desk.canvas.current_crop().rotation_deg == 90
    assert rotation.slider.value() == 0
    rotation.slider.setValue(-15)
    assert desk.canvas.current_crop().rotation_deg == pytest.approx(88.5)
    assert rotation.angle.value() == 88.5
    enter(rotation.angle, "-3.2")
    assert desk.canvas.current_crop().rotation_deg == pytest.approx(-3.2)
    assert rotation.slider.value() == -32
    desk.stack.undo()
    assert desk.canvas.current_crop() == CROP


def test_sliding_there_and_back_leaves_the_crop_and_its_masks_as_they_were(desk: Desk) -> None:
    for value in [*range(1, 80, 3), *range(76, -1, -4)]:
        desk.panel.rotation.slider.setValue(value)
    assert desk.canvas.current_crop().rect == CROP.rect
    assert desk.canvas.current_crop().masks == CROP.masks


def test_reset_and_mask_buttons_reach_the_canvas(desk: Desk) -> None:
    enter(desk.panel.fields.left, "120")
    QTest.mouseClick(desk.panel.reset_button, Qt.MouseButton.LeftButton)
    assert desk.canvas.current_crop() == CROP
    QTest.mouseClick(desk.panel.mask_button, Qt.MouseButton.LeftButton)
    assert desk.canvas.state.mask_mode
    QTest.keyClick(desk.canvas.view, Qt.Key.Key_Escape)
    assert not desk.panel.mask_button.isChecked()


def test_undo_buttons_do_what_the_windows_actions_do(desk: Desk) -> None:
    undo, redo = (make(desk.panel) for make in (desk.stack.createUndoAction, desk.stack.createRedoAction))
    desk.panel.set_undo_actions(undo, redo)
    assert not desk.panel.undo_button.isEnabled()
    enter(desk.panel.fields.left, "120")
    QTest.mouseClick(desk.panel.undo_button, Qt.MouseButton.LeftButton)
    assert desk.canvas.current_crop() == CROP
    QTest.mouseClick(desk.panel.redo_button, Qt.MouseButton.LeftButton)
    assert desk.canvas.current_crop().rect.x0 == 120


def test_without_a_page_nothing_can_be_entered(desk: Desk) -> None:
    desk.canvas.clear()
    assert not desk.panel.fields.isEnabled()
    assert not desk.panel.rotation.isEnabled()


def test_every_control_has_a_name_for_screen_readers(desk: Desk) -> None:
    panel = desk.panel
    controls = [panel.mask_button, panel.reset_button, panel.rotation.left, panel.rotation.right]
    controls += [panel.rotation.slider, panel.rotation.angle, panel.fields.left, panel.fields.height_]
    names = [control.accessibleName() for control in controls]
    assert all(names)
    assert len(set(names)) == len(names)


def test_half_a_turn_is_180_however_it_came(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    for turn in (90, 90):
        desk.canvas.rotate_by(turn)
    assert desk.panel.rotation.angle.value() == 180
    crop = desk.canvas.current_crop()
    assert crop is not None
    assert crop.rotation_deg == 180
    desk.panel.rotation.show_rotation(-180.0)
    assert desk.panel.rotation.angle.value() == 180
