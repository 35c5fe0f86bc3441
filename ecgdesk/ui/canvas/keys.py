"""What the keys mean on the canvas."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.crop_tool import CropTool
from ecgdesk.ui.canvas.mask_tool import MaskTool

_LARGE_STEP_PX: Final = 10
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DELETE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Step:
    """A nudge in page pixels; `resize` moves the far edges only."""

    dx: int
    dy: int
    resize: bool


def step_of(event: QKeyEvent) -> Step | None:
    """Return the nudge of an arrow key: Shift takes ten pixels, Ctrl resizes."""
    way = _WAYS.get(Qt.Key(event.key()))
    if way is None:
        return None
    held = event.modifiers()
    length = _LARGE_STEP_PX if held & Qt.KeyboardModifier.ShiftModifier else 1
    return Step(way[0] * length, way[1] * length, bool(held & Qt.KeyboardModifier.ControlModifier))


class CanvasKeys:
    """Nudges, deletes, inserts and lets go by keyboard."""

    def __init__(self, state: CropState, crop_tool: CropTool, mask_tool: MaskTool) -> None:
        self._state, self._crop_tool, self._mask_tool = state, crop_tool, mask_tool

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether a key must not go to a shortcut of the window now."""
        if event.key() == Qt.Key.Key_Escape:
            return self._state.mask_mode
        if event.key() in _DELETE:
            return self._state.selected_mask is not None
        return self._state.active and step_of(event) is not None

    def answer(self, event: QKeyEvent) -> bool:
        """Do what a key means; returns whether it means anything."""
        if not self._state.active:
            return False
        step = step_of(event)
        if step is not None:
            tool = self._mask_tool if self._state.mask_mode else self._crop_tool
            tool.nudge(step.dx, step.dy, resize=step.resize)
            return True
        return self._state.mask_mode and self._answer_on_masks(Qt.Key(event.key()))

    def _answer_on_masks(self, key: Qt.Key) -> bool:
        if key in _DELETE:
            return self._mask_tool.remove()
        if key == Qt.Key.Key_Insert:
            self._mask_tool.insert()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._mask_tool.choose_next(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Escape:
            self._let_go()
        else:
            return False
        return True

    def _let_go(self) -> None:
        if self._state.selected_mask is not None:
            self._state.select_mask(None)
        else:
            self._state.set_mask_mode(False)
