"""What lies on the page besides the crop: calipers, lead boxes, the scale, and what was read of them."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QUndoStack

from ecgdesk.core.calipers import Caliper
from ecgdesk.core.geometry import Crop
from ecgdesk.core.marks import Marks, marks_on
from ecgdesk.core.page import PageRef
from ecgdesk.core.tracing import LeadBox, LeadTrace, PageReading, Scale
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.edits import Edit, EditKind
from ecgdesk.ui.canvas.mode import Mode


class MarksState(QObject):
    """Tools change marks by drafts and commits; every commit goes through the page's undo stack."""

    changed = Signal()
    """What should be painted has changed."""
    edited = Signal(object)
    """The committed Marks after an edit, an undo or a redo."""
    read = Signal()
    """Something else was read from the page, or nothing is."""
    rename_asked = Signal(int)
    """Index of the lead that is to get another name."""

    def __init__(self, crop: CropState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crop = crop
        self._committed = Marks()
        self._draft: Marks | None = None
        self._stack: QUndoStack | None = None
        self._showing: PageRef | None = None
        self._reading: PageReading | None = None
        self._read_lying: tuple[object, ...] = ()
        # What was read before anything was set by hand: undone, that is there again before the next reading.
        self._own_scale: Scale | None = None
        self._own_leads: tuple[LeadBox, ...] | None = None
        self._seen: tuple[tuple[object, ...], Marks] | None = None
        self.chosen: int | None = None
        """Index of the chosen caliper or lead, as the mode is."""
        self.hovered: LeadBox | None = None
        self.moment: QPointF | None = None
        """Where the pointer of the signal view stands on the page."""
        self.ruler: tuple[QPointF, QPointF] | None = None
        """The line that was last drawn over squares of the grid."""
        crop.mode_changed.connect(self._on_mode_changed)

    def start(self, page: PageRef, marks: Marks, stack: QUndoStack) -> None:
        """Show what lies on a page, with that page's undo stack."""
        self._showing, self._committed, self._stack = page, marks, stack
        self._forget()

    def stop(self) -> None:
        """Show no page."""
        self._showing, self._stack, self._committed = None, None, Marks()
        self._forget()

    def show_reading(self, reading: PageReading | None, crop: Crop | None) -> None:
        """Take what was read from a crop of the page, or nothing."""
        if reading is self._reading:
            return
        self._reading = reading if crop is not None else None
        self._read_lying = _lying(crop) if crop is not None else ()
        self.hovered = None
        if self._committed.scale is None:
            self._own_scale = reading.scale if reading is not None else None
        if self._committed.leads is None:
            self._own_leads = reading.leads if reading is not None else None
        self.read.emit()
        self.changed.emit()

    @property
    def committed(self) -> Marks:
        """The marks without a drag in progress, as they were put on the page."""
        return self._committed

    @property
    def marks(self) -> Marks:
        """The marks as they lie on the page on the screen, a drag included."""
        if self._draft is not None:
            return self._draft
        crop = self._crop.crop
        key = (self._committed, self._crop.page_size, crop)
        if self._seen is None or self._seen[0] != key:
            self._seen = key, marks_on(self._committed, crop, self._crop.page_size)
        return self._seen[1]

    @property
    def reading(self) -> PageReading | None:
        """What was read, as long as the page lies as it did then."""
        fits = self._read_lying == _lying(self._crop.crop)
        return self._reading if fits else None

    @property
    def traces(self) -> tuple[LeadTrace, ...]:
        """The traces that were read."""
        return self.reading.traces if self.reading is not None else ()

    @property
    def scale(self) -> Scale | None:
        """The scale set by hand, else the one that was read."""
        reading = self.reading
        return self.marks.scale or (None if reading is None else self._own_scale or reading.scale)

    @property
    def leads(self) -> tuple[LeadBox, ...]:
        """The lead boxes set by hand, else those that were read."""
        if self.marks.leads is not None:
            return self.marks.leads
        reading = self.reading
        if reading is None:
            return ()
        return reading.leads if self._own_leads is None else self._own_leads

    @property
    def calipers(self) -> tuple[Caliper, ...]:
        """The calipers on the page."""
        return self.marks.calipers

    @property
    def mode(self) -> Mode:
        """The tool in the hand."""
        return self._crop.mode

    @property
    def dragging(self) -> bool:
        """Whether a drag has changed something that is not decided yet."""
        return self._draft is not None

    def choose(self, index: int | None) -> None:
        """Choose a caliper or lead, or none."""
        self.chosen = index
        self.changed.emit()

    def hover(self, lead: LeadBox | None) -> None:
        """Show the box of the lead under the pointer."""
        if lead is not self.hovered:
            self.hovered = lead
            self.changed.emit()

    def show_moment(self, place: QPointF | None) -> None:
        """Show where on the page the pointer of the signal view stands."""
        if place != self.moment:
            self.moment = place
            self.changed.emit()

    def draft(self, marks: object) -> None:
        """Show marks that are not decided yet."""
        self._draft = marks if isinstance(marks, Marks) else None
        self.changed.emit()

    def discard(self) -> bool:
        """Drop the draft; returns whether there was one."""
        dropped, self._draft = self._draft is not None, None
        self._keep_choice_valid()
        self.changed.emit()
        return dropped

    def commit_draft(self, kind: EditKind) -> None:
        """Make the draft the committed marks."""
        self.commit(self.marks, kind)

    def commit(self, marks: Marks, kind: EditKind) -> None:
        """Make marks, as they lie on the page now, the committed ones, as a step that can be undone."""
        before = self._committed
        self._draft = None
        if self._stack is None or marks == self.marks:
            self.changed.emit()
            return
        showing = self._showing
        self._stack.push(Edit(before, marks, kind, self._text(kind), lambda one: self._apply(one, showing)))

    def with_calipers(self, calipers: tuple[Caliper, ...]) -> Marks:
        """Return the marks with other calipers."""
        return replace(self.marks, calipers=calipers)

    def with_leads(self, leads: tuple[LeadBox, ...] | None) -> Marks:
        """Return the marks with other lead boxes."""
        return replace(self.marks, leads=leads)

    def with_scale(self, scale: Scale | None) -> Marks:
        """Return the marks with another scale."""
        return replace(self.marks, scale=scale)

    def _apply(self, marks: Marks, showing: PageRef | None) -> None:
        # A stack outlives the page it belongs to; its steps must not touch another page.
        if showing == self._showing:
            self._draft, self._committed = None, marks
            self._keep_choice_valid()
            self.changed.emit()
            self.edited.emit(marks)

    def _forget(self) -> None:
        self._own_scale = self._own_leads = None
        self._draft = self.chosen = self.hovered = self.moment = self.ruler = None
        self.changed.emit()

    def _on_mode_changed(self, mode: Mode) -> None:
        self._draft = self.chosen = self.hovered = None
        if mode is not Mode.SCALE:
            self.ruler = None
        self.changed.emit()

    def _keep_choice_valid(self) -> None:
        among = self.leads if self.mode is Mode.LEADS else self.calipers
        if self.chosen is not None and self.chosen >= len(among):
            self.chosen = None

    def _text(self, kind: EditKind) -> str:
        return {
            EditKind.CALIPER: self.tr("Change calipers"),
            EditKind.CALIPER_NUDGE: self.tr("Move caliper"),
            EditKind.LEAD: self.tr("Change leads"),
            EditKind.LEAD_NUDGE: self.tr("Move lead box"),
            EditKind.SCALE: self.tr("Set scale"),
            EditKind.SCALE_NUMBER: self.tr("Set scale"),
        }[kind]


def _lying(crop: Crop) -> tuple[object, ...]:
    return crop.rotation_deg % 360, crop.corners
