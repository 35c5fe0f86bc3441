"""What the hand does on the page; one thing at a time."""

from enum import Enum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from ecgdesk.ui.canvas.edits import EditKind
    from ecgdesk.ui.canvas.pointer import Grab, Pointer


class Mode(Enum):
    """The tool in the hand."""

    CROP = "crop"
    MASK = "mask"
    CORNERS = "corners"
    CALIPERS = "calipers"
    LEADS = "leads"
    SCALE = "scale"


class Draftable(Protocol):
    """What a drag changes: shown while it lasts, then one step that can be undone."""

    @property
    def dragging(self) -> bool:
        """Whether a drag has changed something that is not decided yet."""

    def draft(self, value: object) -> None:
        """Show what is not decided yet."""

    def discard(self) -> bool:
        """Drop the draft; returns whether there was one."""

    def commit_draft(self, kind: "EditKind") -> None:
        """Make the draft count."""


class Tool(Protocol):
    """What a mode does with mouse and keys."""

    kind: "EditKind"

    @property
    def target(self) -> Draftable:
        """What its drags change."""

    @property
    def holds(self) -> bool:
        """Whether one of several things is chosen."""

    def grab(self, at: "Pointer") -> "Grab | None":
        """Return what a drag from here does, None where it moves the page."""

    def cursor(self, at: "Pointer") -> Qt.CursorShape:
        """Return the cursor that tells what a press here would do."""

    def nudge(self, dx: float, dy: float, *, resize: bool) -> None:
        """Move what is chosen by page pixels, or its far edges."""

    def insert(self, *, other: bool) -> None:
        """Make a new one in the middle; `other` of the second kind."""

    def remove(self) -> bool:
        """Delete what is chosen; returns whether anything was."""

    def choose_next(self, step: int = 1) -> None:
        """Choose the next in order, or the one before."""

    def let_go(self) -> bool:
        """Choose nothing; returns whether something was."""

    def open(self) -> bool:
        """Answer a double click or Return on what is chosen; returns whether that means anything."""
