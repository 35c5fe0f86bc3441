"""The hand on the masks: draw, choose, move, resize and delete the boxes that hide names."""

from typing import Final

from PySide6.QtCore import Qt

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.ui.canvas.crop_geometry import MIN_MASK_PX, Handle, between, fitted, moved, resized, snapped
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.pointer import CURSORS, Grab, Pointer, contains, handle_at

_NEW_SHARE: Final = 0.2


class MaskTool:
    """Says what a press on the canvas takes hold of while masks are drawn, and how keys change them."""

    kind = EditKind.MASK

    def __init__(self, state: CropState) -> None:
        self._state = state

    def grab(self, at: Pointer) -> Grab:
        """Return what a drag from here does: resize or move a mask, or draw a new one."""
        chosen = self._state.selected_mask
        handle = self._handle(at)
        if handle is not None and chosen is not None:
            return self._resize(chosen, handle, at)
        index = self._mask_at(at)
        self._state.select_mask(index)
        return self._draw(at) if index is None else self._move(index, at)

    def cursor(self, at: Pointer) -> Qt.CursorShape:
        """Return the cursor that tells what a press here would do."""
        handle = self._handle(at)
        if handle is not None:
            return CURSORS[handle]
        inside = self._mask_at(at) is not None
        return Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.CrossCursor

    @property
    def target(self) -> CropState:
        """The crop with its masks."""
        return self._state

    @property
    def holds(self) -> bool:
        """Whether a mask is chosen."""
        return self._state.selected_mask is not None

    def let_go(self) -> bool:
        """Choose no mask; returns whether one was."""
        held = self.holds
        self._state.select_mask(None)
        return held

    def open(self) -> bool:
        """A double click shows the whole page."""
        return False

    def nudge(self, dx: float, dy: float, *, resize: bool) -> None:
        """Move the chosen mask, or its far edges, by so many page pixels."""
        index, size = self._state.selected_mask, self._state.size
        if index is None:
            return
        mask = self._state.committed.masks[index]
        change = (
            resized(mask, Handle.BOTTOM_RIGHT, dx, dy, size, MIN_MASK_PX)
            if resize
            else moved(mask, dx, dy, size)
        )
        self._state.commit(self._with(index, change), EditKind.MASK_NUDGE)

    def remove(self) -> bool:
        """Delete the chosen mask; returns whether there was one."""
        index, masks = self._state.selected_mask, self._state.committed.masks
        if index is None:
            return False
        self._state.select_mask(None)
        self._state.commit(self._state.with_masks(masks[:index] + masks[index + 1 :]), EditKind.MASK)
        return True

    def insert(self, *, other: bool = False) -> None:
        """Put a new mask in the middle of the crop, for hands on the keyboard."""
        rect = self._state.committed.rect
        width, height = rect.width * _NEW_SHARE, rect.height * _NEW_SHARE
        x, y = (rect.x0 + rect.x1 - width) / 2, (rect.y0 + rect.y1 - height) / 2
        mask = fitted(snapped(Rect(x, y, x + width, y + height)), self._state.size)
        self._state.commit(self._added(mask), EditKind.MASK)

    def choose_next(self, step: int = 1) -> None:
        """Choose the next mask in order, or the one before."""
        count, index = len(self._state.committed.masks), self._state.selected_mask
        if count:
            self._state.select_mask(0 if index is None else (index + step) % count)

    def _handle(self, at: Pointer) -> Handle | None:
        index = self._state.selected_mask
        return None if index is None else handle_at(self._state.crop.masks[index], at)

    def _mask_at(self, at: Pointer) -> int | None:
        masks = self._state.committed.masks
        hits = [index for index, mask in enumerate(masks) if contains(mask, at.page)]
        return hits[-1] if hits else None  # the one drawn last lies on top

    def _resize(self, index: int, handle: Handle, start: Pointer) -> Grab:
        mask, size = self._state.committed.masks[index], self._state.size
        return lambda at: self._with(index, resized(mask, handle, *at.since(start), size, MIN_MASK_PX))

    def _move(self, index: int, start: Pointer) -> Grab:
        mask, size = self._state.committed.masks[index], self._state.size
        return lambda at: self._with(index, moved(mask, *at.since(start), size))

    def _draw(self, start: Pointer) -> Grab:
        size, unchanged = self._state.size, self._state.committed

        def draw(at: Pointer) -> Crop:
            mask = snapped(between(start.page.toTuple(), at.page.toTuple()).clipped(size))
            large_enough = min(mask.width, mask.height) >= MIN_MASK_PX
            return self._added(mask) if large_enough else unchanged

        return draw

    def _with(self, index: int, mask: Rect) -> Crop:
        masks = self._state.committed.masks
        return self._state.with_masks((*masks[:index], snapped(mask), *masks[index + 1 :]))

    def _added(self, mask: Rect) -> Crop:
        return self._state.with_masks((*self._state.committed.masks, mask))
