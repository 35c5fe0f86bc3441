"""Edits of a page that can be undone."""

from collections.abc import Callable
from enum import IntEnum
from time import monotonic
from typing import Any, Final

from PySide6.QtGui import QUndoCommand

_ONE_GESTURE_S: Final = 2.0


class EditKind(IntEnum):
    """What the hand did; edits of one repeatable kind in quick succession undo as one."""

    NUDGE = 1
    ROTATE = 2
    NUMBER = 3
    MASK_NUDGE = 4
    CALIPER_NUDGE = 5
    LEAD_NUDGE = 6
    CORNER_NUDGE = 7
    SCALE_NUMBER = 8
    DRAG = 10
    MASK = 11
    RESET = 12
    CORNERS = 13
    CALIPER = 14
    LEAD = 15
    SCALE = 16

    @property
    def repeats(self) -> bool:
        """Whether this kind comes in small steps that belong together."""
        return self < EditKind.DRAG


class Edit(QUndoCommand):
    """One step from a crop to another, or from marks to others, on the page that the stack belongs to."""

    def __init__(
        self,
        before: Any,  # noqa: ANN401 - a Crop or Marks
        after: Any,  # noqa: ANN401
        kind: EditKind,
        text: str,
        apply: Callable[[Any], None],
    ) -> None:
        super().__init__(text)
        self._before, self._after, self._kind, self._apply = before, after, kind, apply
        self._when = monotonic()

    def id(self) -> int:
        """Let Qt offer edits of one repeatable kind for merging."""
        return int(self._kind) if self._kind.repeats else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next step when it follows at once."""
        if not isinstance(other, Edit) or other._when - self._when > _ONE_GESTURE_S:
            return False
        self._after, self._when = other._after, other._when
        return True

    def undo(self) -> None:
        """Go back."""
        self._apply(self._before)

    def redo(self) -> None:
        """Go forward."""
        self._apply(self._after)
