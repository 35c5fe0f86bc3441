"""The page under the hand: mouse and keys go to the tool in use, or move the view."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QWidget

from ecgdesk.core.snapping import Patch
from ecgdesk.ui.canvas.caliper_tool import CaliperTool
from ecgdesk.ui.canvas.corner_tool import CornerTool
from ecgdesk.ui.canvas.crop_state import CropState
from ecgdesk.ui.canvas.crop_tool import CropTool
from ecgdesk.ui.canvas.foreground import paint_foreground
from ecgdesk.ui.canvas.keys import CanvasKeys
from ecgdesk.ui.canvas.lead_tool import LeadTool, lead_under
from ecgdesk.ui.canvas.marks_paint import paint_marks
from ecgdesk.ui.canvas.marks_state import MarksState
from ecgdesk.ui.canvas.mask_tool import MaskTool
from ecgdesk.ui.canvas.mode import Mode, Tool
from ecgdesk.ui.canvas.navigation import ZoomView
from ecgdesk.ui.canvas.pointer import Grab, Pointer
from ecgdesk.ui.canvas.scale_tool import ScaleTool
from ecgdesk.ui.theme import current_theme

_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_RING_PX: Final = 2


class CanvasView(ZoomView):
    """Crop and masks are changed right on the page."""

    cursor_moved = Signal(object)
    """QPointF in pixels of the straightened page, or None away from it."""

    def __init__(
        self,
        scene: QGraphicsScene,
        state: CropState,
        marks: MarksState,
        patch: Patch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scene, parent)
        self._state, self._marks = state, marks
        self.scale_tool = ScaleTool(marks)
        self._tools: dict[Mode, Tool] = {
            Mode.CROP: CropTool(state),
            Mode.MASK: MaskTool(state),
            Mode.CORNERS: CornerTool(state),
            Mode.CALIPERS: CaliperTool(marks, state, patch),
            Mode.LEADS: LeadTool(marks, state),
            Mode.SCALE: self.scale_tool,
        }
        self._keys = CanvasKeys(state, lambda: self.tool)
        self._grab: Grab | None = None
        self._cursor_at: QPointF | None = None
        self._pan_from: QPointF | None = None
        self._space_down = self._ring = False
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        state.changed.connect(self.viewport().update)
        marks.changed.connect(self.viewport().update)
        state.superseded.connect(self._drop_drag)

    @property
    def tool(self) -> Tool:
        """The tool in the hand."""
        return self._tools[self._state.mode]

    def insert_usual(self) -> None:
        """Let the tool make a new one in the middle."""
        self.tool.insert(other=False)

    def insert_other(self) -> None:
        """Let the tool make one of its second kind."""
        self.tool.insert(other=True)

    def remove_chosen(self) -> None:
        """Let the tool delete what is chosen."""
        self.tool.remove()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a grip, the crop or a mask; else of the page."""
        if not self._state.active:
            return
        left = event.button() is Qt.MouseButton.LeftButton
        if left and not self._space_down:
            self._grab = self.tool.grab(self._pointer(event))
        if self._grab is None and (left or event.button() is Qt.MouseButton.MiddleButton):
            self._pan_from = event.position()
        self._show_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; else show what could be."""
        if self._pan_from is not None:
            self.pan(event.position() - self._pan_from)
            self._pan_from = event.position()
        elif self._grab is not None:
            self.tool.target.draft(self._grab(self._pointer(event)))
        else:
            self._show_cursor(event.position())
            self._hover(self.page_at(event.position()))
        self._tell_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a drag becomes one step that can be undone."""
        if self._grab is not None and event.button() is Qt.MouseButton.LeftButton:
            self._grab = None
            self._commit_drag()
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pan_from = None
        self._show_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the hand, else show the whole page."""
        if event.button() is Qt.MouseButton.LeftButton and not self.tool.open():
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the cursor is away from the page."""
        super().leaveEvent(event)
        self._cursor_at = None
        self._tell_cursor_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say anew where the cursor is: the page moved under it."""
        super().resizeEvent(event)
        self._tell_cursor_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Say anew where the cursor is: another style may move the page under it."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._tell_cursor_anew()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before a shortcut of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            drops = event.key() == Qt.Key.Key_Escape and self._grab is not None
            if drops or self._keys.claims(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nudge, delete, cancel, or hold the page with Space; pass on the rest."""
        if event.key() == Qt.Key.Key_Space:
            self._hold_page(True)
        elif event.key() == Qt.Key.Key_Escape and self._drop_drag():
            return
        elif not self._keys.answer(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the page when Space is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_page(False)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring to hands on the keyboard."""
        super().focusInEvent(event)
        self._ring = event.reason() in _BY_KEYBOARD
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget keys that are let go elsewhere."""
        super().focusOutEvent(event)
        self._ring = self._space_down = False
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint crop, masks and grips in screen pixels."""
        to_screen = self.to_screen()
        painter.save()
        painter.resetTransform()
        area = QRectF(self.viewport().rect())
        if self._state.active:
            paint_foreground(painter, to_screen, area, self._state)
            paint_marks(painter, to_screen, area, self._state, self._marks)
        if self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(current_theme().color("accent"), 2 * _RING_PX))
            painter.drawRect(area)
        painter.restore()

    def _pointer(self, event: QMouseEvent) -> Pointer:
        return self._pointer_at(
            event.position(), fine=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        )

    def _pointer_at(self, screen: QPointF, *, fine: bool = False) -> Pointer:
        return Pointer(self.page_at(screen), screen, 1 / self.transform().m11(), fine)

    def _commit_drag(self) -> None:
        if self.tool.target.dragging:
            self.tool.target.commit_draft(self.tool.kind)

    def _hold_page(self, down: bool) -> None:
        self._space_down = down
        self._show_cursor(QPointF(self.viewport().mapFromGlobal(self.cursor().pos())))

    def _drop_drag(self) -> bool:
        held, self._grab = self._grab is not None, None
        for target in (self._state, self._marks):
            if target.dragging:
                target.discard()
        return held

    def _hover(self, page: QPointF) -> None:
        if not self._state.active or self._state.mode not in (Mode.CROP, Mode.CALIPERS):
            return
        leads = self._marks.leads
        index = lead_under(leads, page)
        self._marks.hover(None if index is None else leads[index])

    def _show_cursor(self, screen: QPointF) -> None:
        self.viewport().setCursor(self._cursor_for(screen))

    def _cursor_for(self, screen: QPointF) -> Qt.CursorShape:
        if self._pan_from is not None:
            return Qt.CursorShape.ClosedHandCursor
        if not self._state.active:
            return Qt.CursorShape.ArrowCursor
        if self._space_down:
            return Qt.CursorShape.OpenHandCursor
        return self.tool.cursor(self._pointer_at(screen))

    def _tell_cursor_anew(self) -> None:
        """Tell the place on the page under the cursor where it was seen last; none once it has left."""
        if self._cursor_at is not None and self.viewport().rect().contains(self._cursor_at.toPoint()):
            self._tell_cursor(self._cursor_at)
        else:
            self._marks.hover(None)
            self.cursor_moved.emit(None)

    def _tell_cursor(self, screen: QPointF) -> None:
        self._cursor_at = screen
        at, (width, height) = self.page_at(screen), self._state.size
        on_page = 0 <= at.x() < width and 0 <= at.y() < height
        self.cursor_moved.emit(at if on_page else None)
