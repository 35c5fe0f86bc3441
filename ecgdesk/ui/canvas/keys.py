"""What the keys mean on the canvas."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_LARGE_STEP_PX: Final = 10
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


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
