"""What the keys mean on the canvas."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.mode import Mode, Tool

_LARGE_STEP_PX: Final = 10
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DELETE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPEN: Final = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSE: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


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
    """Nudges, deletes, inserts, chooses and lets go by keyboard, with the tool in the hand."""

    def __init__(self, state: CropState, tool: Callable[[], Tool]) -> None:
        self._state, self._tool = state, tool

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether a key must not go to a shortcut of the window now."""
        key = Qt.Key(event.key())
        if not self._state.active:
            return False
        if step_of(event) is not None:
            return True
        if key in _DELETE:
            return self._tool().holds
        return self._state.mode is not Mode.CROP and (key == Qt.Key.Key_Escape or key in _CHOOSE)

    def answer(self, event: QKeyEvent) -> bool:
        """Do what a key means; returns whether it means anything."""
        if not self._state.active:
            return False
        step = step_of(event)
        if step is not None:
            self._tool().nudge(step.dx, step.dy, resize=step.resize)
            return True
        return self._state.mode is not Mode.CROP and self._answer_in_mode(event)

    def _answer_in_mode(self, event: QKeyEvent) -> bool:
        key, tool = Qt.Key(event.key()), self._tool()
        if key in _DELETE:
            return tool.remove()
        if key in _OPEN:
            return tool.open()
        if key == Qt.Key.Key_Insert:
            tool.insert(other=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _CHOOSE:
            tool.choose_next(_CHOOSE[key])
        elif key == Qt.Key.Key_Escape:
            if not tool.let_go():
                self._state.set_mode(Mode.CROP)
        else:
            return False
        return True
