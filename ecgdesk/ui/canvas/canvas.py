"""The page in the middle of the window."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.heat import HeatLook
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import Page, PageRef
from ecgdesk.core.tracing import LeadTrace
from ecgdesk.ui.calipers.described import mode_words
from ecgdesk.ui.canvas.busy import BusySheen
from ecgdesk.ui.canvas.corner_tool import shown_corners
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.marks_state import MarksState
from ecgdesk.ui.canvas.mode import Mode
from ecgdesk.ui.canvas.pyramid import Pyramid
from ecgdesk.ui.canvas.scene import PageScene
from ecgdesk.ui.canvas.view import CanvasView
from ecgdesk.ui.theme import current_theme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NO_MARKS: Final = Marks()


class PageCanvas(QWidget):
    """Shows a page straight, with its crop, masks and heat map, and lets the hand change them."""

    crop_edited = Signal(object)
    """The Crop after each edit, undo and redo."""
    marks_edited = Signal(object)
    """The Marks after each edit, undo and redo."""
    cursor_moved = Signal(object)
    """QPointF in pixels of the straightened page, or None away from it."""
    zoom_changed = Signal(float)
    """Device pixels per page pixel; 1 is actual size."""
    mask_mode_changed = Signal(bool)
    page_sharpened = Signal()
    """All levels of the shown page are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: PageRef | None = None
        self._lies: tuple[object, ...] = ()
        self._centre, self._quarter = QPointF(), 0
        self.state = CropState(self)
        self.marks = MarksState(self.state, self)
        self._page: Page | None = None
        self._traces_wanted = False
        self._drawn: tuple[LeadTrace, ...] = ()
        self._mode = Mode.CROP
        self._scene = PageScene(self)
        self.view = CanvasView(self._scene, self.state, self.marks, self._patch, self)
        self._busy = BusySheen(self)
        self._lay_out()
        self._connect()

    def show_page(self, page: Page, crop: Crop, undo_stack: QUndoStack, marks: Marks = _NO_MARKS) -> None:
        """Show a page, its crop and what lies on it; `undo_stack` belongs to this page alone."""
        other, self._shown, self._page = self._shown != page.ref, page.ref, page
        self._busy.set_skeleton(False)
        self._scene.show_pixels(page.pixels)
        self._scene.marks.show_rects(())
        self._scene.heat.set_explanation(None, crop)
        self.state.start(page, crop, undo_stack)
        self.marks.start(page.ref, marks, undo_stack)
        if other:
            self.view.fit()

    def clear(self) -> None:
        """Show no page."""
        self._shown, self._page, self._lies = None, None, ()
        self._busy.set_skeleton(True)
        self._scene.clear_page()
        self._scene.heat.set_explanation(None, self.state.crop)
        self.state.stop()
        self.marks.stop()
        self.marks.show_reading(None, None)

    @property
    def pyramid(self) -> Pyramid | None:
        """The shown page at several sizes."""
        return self._scene.pyramid

    def current_crop(self) -> Crop | None:
        """Return the committed crop, or None when no page is shown."""
        return self.state.committed if self.state.active else None

    def set_crop(self, crop: Crop) -> None:
        """Show another crop without an undo step and without a signal."""
        if self.state.active:
            self.state.set_committed(crop)

    def edit_crop(self, crop: Crop) -> None:
        """Change the crop as the user would: with an undo step and a signal."""
        turned = crop.rotation_deg != self.state.committed.rotation_deg
        self.state.commit(crop, EditKind.ROTATE if turned else EditKind.NUMBER)

    def set_proposed(self, crop: Crop) -> None:
        """Say what a reset goes back to; by default the crop that the page was shown with."""
        self.state.set_proposed(crop)

    def reset_crop(self) -> None:
        """Go back to the proposed crop, as a step that can be undone."""
        self.state.commit(self.state.proposed, EditKind.RESET)

    def rotate_by(self, degrees: float) -> None:
        """Turn the page clockwise under its crop, as a step that can be undone."""
        self.state.rotate_to(self.state.committed.rotation_deg + degrees)

    def set_mask_mode(self, on: bool) -> None:
        """Draw masks instead of moving the crop, or go back."""
        self.state.set_mask_mode(on)

    def set_mode(self, mode: Mode, on: bool = True) -> None:
        """Take a tool into the hand, or put it down."""
        if on or self.state.mode is mode:
            self.state.set_mode(mode if on else Mode.CROP)

    def show_traces(self, on: bool) -> None:
        """Draw the traces that were read over the page, or not."""
        self._traces_wanted = on
        self._follow_reading()

    def set_explanation(self, explanation: Explanation | None) -> None:
        """Lay a heat map made for the current rotation over the page, or take it away."""
        self._scene.heat.set_explanation(explanation, self.state.committed)
        self._follow_heat()

    def set_overlay_opacity(self, opacity: float) -> None:
        """Set how strongly the heat map shows, 0 to 1."""
        self._scene.heat.setOpacity(opacity)

    def set_heat_look(self, look: HeatLook) -> None:
        """Choose the colours of heat and from where on it shows; opacity included."""
        self._scene.heat.set_look(look)
        self._scene.heat.setOpacity(look.opacity)

    def set_against(self, other: Explanation | None) -> None:
        """Show the difference to another heat map of the same crop, or none."""
        self._scene.heat.set_against(other)

    def zoom_to(self, rect: Rect) -> None:
        """Show a part of the straightened page as large as it fits."""
        self.view.show_rect(QRectF(rect.x0, rect.y0, rect.width, rect.height))

    def highlight(self, rects: tuple[Rect, ...]) -> None:
        """Outline parts of the straightened page; none takes the outlines away."""
        self._scene.marks.show_rects(rects)

    def set_overlay_visible(self, visible: bool) -> None:
        """Show or hide the heat map."""
        self._scene.heat.set_wanted(visible, self.state.committed)
        self._follow_heat()

    def fit(self) -> None:
        """Show the whole page."""
        self.view.fit()

    def actual_size(self) -> None:
        """Show one page pixel on one pixel of the screen."""
        self.view.actual_size()

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle."""
        self.view.zoom_by(factor)

    def set_busy(self, busy: bool) -> None:
        """Show quietly that a page or a result is on its way."""
        self._busy.set_busy(busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheen in place."""
        super().resizeEvent(event)
        self._busy.place()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme, the words of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.view.setBackgroundBrush(current_theme().color("well"))
        elif event.type() == QEvent.Type.LanguageChange:
            self._name_parts()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.setBackgroundBrush(current_theme().color("well"))
        self._name_parts()

    def _name_parts(self) -> None:
        self.view.setAccessibleName(self.tr("Page"))
        self._describe(self.state.crop)

    def _describe(self, crop: Crop) -> None:
        words = mode_words(self.state.mode, crop, self.marks)
        if words != self.view.accessibleDescription():
            self.view.setAccessibleDescription(words)

    def _connect(self) -> None:
        self._scene.sharpened.connect(self.page_sharpened)
        self.state.changed.connect(self._on_changed)
        self.state.edited.connect(self._describe)
        self.state.edited.connect(self.crop_edited)
        self.state.mode_changed.connect(self._on_mode_changed)
        self.state.mask_mode_changed.connect(self.mask_mode_changed)
        self.marks.edited.connect(self.marks_edited)
        self.marks.read.connect(self._follow_reading)
        self.marks.changed.connect(self._on_marks_changed)
        self.view.cursor_moved.connect(self.cursor_moved)
        self.view.zoom_changed.connect(self.zoom_changed)

    def _on_changed(self) -> None:
        crop = self.state.crop
        seen = self.state.seen
        lies = (self._shown, self.state.page_size, seen.rotation_deg, seen.corners)
        if self.state.active and lies != self._lies:
            self._straighten(seen)
            self._lies = lies
        self._centre = _centre(crop.rect)
        self._follow_heat()
        self._follow_reading()

    def _on_mode_changed(self, mode: Mode) -> None:
        # The page lies otherwise while its corners are set: what is seen of it begins anew.
        if Mode.CORNERS in (mode, self._mode):
            self._on_changed()
            setting = mode is Mode.CORNERS and self.state.active
            self.view.set_beside(self._room_of_corners() if setting else QRectF())
            self.view.fit()
        self._mode = mode
        self._describe(self.state.crop)

    def _room_of_corners(self) -> QRectF:
        """Return the box around the corners: by the lines of a close-up they lie outside of the picture."""
        xs, ys = zip(*shown_corners(self.state), strict=True)
        return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))

    def _on_marks_changed(self) -> None:
        self._describe(self.state.crop)

    def _follow_heat(self) -> None:
        self._scene.heat.follow(self.state.crop)
        if self.state.mode is Mode.CORNERS:
            self._scene.heat.hide()

    def _follow_reading(self) -> None:
        # Nobody pays for lines that are not to be seen: there are tens of thousands of points.
        wanted = self._traces_wanted and self.state.mode is not Mode.CORNERS
        traces = self.marks.traces if wanted else ()
        if traces is not self._drawn:
            self._drawn = traces
            self._scene.traces.show_traces(traces)
        self._scene.traces.setVisible(bool(traces))

    def _patch(self, rect: Rect) -> "NDArray[np.uint8]":
        """Return the pixels of a part of the straightened page."""
        from ecgdesk.reading.straighten import cut

        if self._page is None:
            raise ValueError("no page is shown")
        return cut(self._page.pixels, replace(self.state.crop, rect=rect))

    def _straighten(self, crop: Crop) -> None:
        # The content in the middle of the crop stays under the eye while the page turns around it.
        screen = self.view.to_screen().map(self._centre)
        self.view.set_page_rect(self._scene.straighten(self.state.page_size, crop))
        quarter = round(crop.rotation_deg / 90)
        if self.view.fitted and quarter != self._quarter:
            self.view.fit()
        else:
            self.view.keep(_centre(crop.rect), screen)
        self._quarter = quarter


def _centre(rect: Rect) -> QPointF:
    return QPointF((rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2)
