"""The crop of the shown page: as committed, as it looks during a drag, and its undo stack."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from ecgdesk.core.geometry import Crop, Rect, Size
from ecgdesk.core.page import Page, PageRef
from ecgdesk.ui.canvas.crop_geometry import Turner, seen_whole, straight_size
from ecgdesk.ui.canvas.edits import Edit, EditKind
from ecgdesk.ui.canvas.mode import Mode

_NOTHING = Crop(Rect(0, 0, 0, 0))


class CropState(QObject):
    """One crop that tools change by drafts and commits; every commit goes through the undo stack."""

    changed = Signal()
    """What should be painted has changed."""
    edited = Signal(object)
    """The committed Crop after an edit, an undo or a redo."""
    superseded = Signal()
    """Another page or crop has come from elsewhere; a drag that began before means nothing now."""
    mode_changed = Signal(object)
    """The Mode that the hand is in now."""
    mask_mode_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.page_size: Size = (0, 0)
        self._committed = self._proposed = _NOTHING
        self._draft: Crop | None = None
        self._stack: QUndoStack | None = None
        self._turner = Turner()
        self._selected: int | None = None
        self.selected_corner: int | None = None
        self._mode = Mode.CROP
        self._showing: PageRef | None = None

    def start(self, page: Page, crop: Crop, stack: QUndoStack) -> None:
        """Show the crop of a page with that page's undo stack."""
        self.page_size, self._stack = page.size, stack
        self._committed = self._proposed = crop
        self._draft = self._selected = None
        self._showing = page.ref
        self.superseded.emit()
        self.changed.emit()

    def stop(self) -> None:
        """Show no page."""
        self._stack = self._draft = self._selected = None
        self._showing = None
        self.page_size, self._committed = (0, 0), _NOTHING
        self.superseded.emit()
        self.changed.emit()

    @property
    def active(self) -> bool:
        """Whether a page is shown."""
        return self._stack is not None

    @property
    def crop(self) -> Crop:
        """What is seen: the draft during a drag, else the committed crop."""
        return self._draft or self._committed

    @property
    def committed(self) -> Crop:
        """The crop without a drag in progress."""
        return self._committed

    @property
    def dragging(self) -> bool:
        """Whether a drag has changed something that is not decided yet."""
        return self._draft is not None

    @property
    def proposed(self) -> Crop:
        """What a reset goes back to."""
        return self._proposed

    @property
    def size(self) -> Size:
        """Width and height of the page as it is straightened now."""
        return straight_size(self.page_size, self.seen) if self.active else (0, 0)

    @property
    def seen(self) -> Crop:
        """How the page lies on the screen: as its crop says, but whole while its corners are set."""
        return seen_whole(self.crop) if self._mode is Mode.CORNERS else self.crop

    @property
    def mode(self) -> Mode:
        """The tool in the hand."""
        return self._mode

    @property
    def mask_mode(self) -> bool:
        """Whether the hand draws masks instead of moving the crop."""
        return self._mode is Mode.MASK

    @property
    def selected_mask(self) -> int | None:
        """Index of the chosen mask, if one is."""
        return self._selected

    def set_mask_mode(self, on: bool) -> None:
        """Switch between moving the crop and drawing masks."""
        if on != self.mask_mode:
            self.set_mode(Mode.MASK if on else Mode.CROP)

    def set_mode(self, mode: Mode) -> None:
        """Take another tool into the hand."""
        before = self._mode
        if mode is before:
            return
        self.discard()
        self._mode, self._selected, self.selected_corner = mode, None, None
        if Mode.MASK in (mode, before):
            self.mask_mode_changed.emit(mode is Mode.MASK)
        self.mode_changed.emit(mode)
        self.changed.emit()

    def select_mask(self, index: int | None) -> None:
        """Choose a mask, or none."""
        self._selected = index
        self.changed.emit()

    def select_corner(self, index: int | None) -> None:
        """Choose a corner, or none."""
        self.selected_corner = index
        self.changed.emit()

    def set_committed(self, crop: Crop) -> None:
        """Show another crop without an undo step."""
        self._draft = None
        self._committed = crop
        self._keep_selection_valid()
        self.superseded.emit()
        self.changed.emit()

    def set_proposed(self, crop: Crop) -> None:
        """Say what a reset goes back to; the crop itself stays."""
        self._proposed = crop

    def draft(self, crop: object) -> None:
        """Show a crop that is not decided yet."""
        self._draft = crop if isinstance(crop, Crop) else None
        self.changed.emit()

    def discard(self) -> bool:
        """Drop the draft; returns whether there was one."""
        dropped, self._draft = self._draft is not None, None
        self._keep_selection_valid()
        self.changed.emit()
        return dropped

    def commit_draft(self, kind: EditKind) -> None:
        """Make the draft the committed crop."""
        turned = self.crop.rotation_deg != self.committed.rotation_deg and kind is EditKind.DRAG
        self.commit(self.crop, EditKind.ROTATE if turned else kind)

    def commit(self, crop: Crop, kind: EditKind) -> None:
        """Make a crop the committed one, as a step that can be undone."""
        self._draft = None
        # A click that moves nothing does not make a proposed crop the user's own.
        unchanged = replace(crop, origin=self._committed.origin) == self._committed
        if self._stack is None or unchanged:
            self.changed.emit()
            return
        showing = self._showing
        text = self._text(kind)
        step = Edit(self._committed, crop, kind, text, lambda one: self._apply(one, showing))
        self._stack.push(step)

    def rotate_to(self, rotation_deg: float) -> None:
        """Turn the page under the crop, as a step that can be undone."""
        if self.active:
            self.commit(self.turned(rotation_deg), EditKind.ROTATE)

    def turned(self, rotation_deg: float) -> Crop:
        """Return the committed crop at another rotation."""
        return self._turner.turned(self._committed, self.page_size, rotation_deg)

    def with_masks(self, masks: tuple[Rect, ...]) -> Crop:
        """Return the committed crop with other masks."""
        return replace(self._committed, masks=masks)

    def _apply(self, crop: Crop, showing: PageRef | None) -> None:
        # A stack outlives the page it belongs to; its steps must not touch another page.
        if showing == self._showing:
            added = len(crop.masks) > len(self._committed.masks)
            self.set_committed(crop)
            if added and self.mask_mode:
                self.select_mask(len(crop.masks) - 1)
            self.edited.emit(crop)

    def _keep_selection_valid(self) -> None:
        if self._selected is not None and self._selected >= len(self.crop.masks):
            self._selected = None

    def _text(self, kind: EditKind) -> str:
        return {
            EditKind.NUDGE: self.tr("Move crop"),
            EditKind.ROTATE: self.tr("Rotate page"),
            EditKind.NUMBER: self.tr("Enter crop"),
            EditKind.MASK_NUDGE: self.tr("Move mask"),
            EditKind.DRAG: self.tr("Change crop"),
            EditKind.MASK: self.tr("Change masks"),
            EditKind.RESET: self.tr("Reset crop"),
            EditKind.CORNERS: self.tr("Set corners"),
            EditKind.CORNER_NUDGE: self.tr("Move corner"),
        }[kind]
