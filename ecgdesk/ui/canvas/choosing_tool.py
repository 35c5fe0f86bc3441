"""What tools have in common whose things lie on the page in order and are chosen one at a time."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from ecgdesk.core.marks import Marks
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.marks_state import MarksState

T = TypeVar("T")


class ChoosingTool(ABC, Generic[T]):
    """Chooses, lets go of and deletes things of one kind."""

    kind: EditKind

    def __init__(self, state: MarksState, crop: CropState) -> None:
        self._state, self._crop = state, crop

    @property
    @abstractmethod
    def _things(self) -> tuple[T, ...]:
        """All of its things on the page."""

    @abstractmethod
    def _marks_with(self, things: Sequence[T]) -> Marks:
        """Return the marks with these in place of its things."""

    @property
    def target(self) -> MarksState:
        """What lies on the page."""
        return self._state

    @property
    def holds(self) -> bool:
        """Whether one is chosen."""
        return self._state.chosen is not None

    def remove(self) -> bool:
        """Delete the chosen one; returns whether there was one."""
        index, things = self._state.chosen, self._things
        if index is None:
            return False
        self._state.choose(None)
        self._state.commit(self._marks_with(things[:index] + things[index + 1 :]), self.kind)
        return True

    def choose_next(self, step: int = 1) -> None:
        """Choose the next one in order, or the one before."""
        count, index = len(self._things), self._state.chosen
        if count:
            self._state.choose(0 if index is None else (index + step) % count)

    def let_go(self) -> bool:
        """Choose none; returns whether one was."""
        held = self.holds
        self._state.choose(None)
        return held
