"""Zoom and pan of a page: at the cursor, by wheel, pinch, Space-drag and middle button."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsScene, QGraphicsView, QPinchGesture, QWidget

from ecgdesk.ui.theme import space

_WHEEL_STEP: Final = 1.2
_WHEEL_NOTCH: Final = 120
_CLOSEST: Final = 32.0
"""Largest zoom: device pixels per page pixel."""
_FARTHEST: Final = 0.5
"""Smallest zoom, as a share of the one that fits."""


class ZoomView(QGraphicsView):
    """A view whose scene is the straightened page, in page pixels."""

    zoom_changed = Signal(float)
    """Device pixels per page pixel; 1 is actual size."""

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        # Pictures do not mirror in right-to-left languages.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._page = QRectF()
        self._fitted = True
        self._beside = QRectF()

    @property
    def zoom(self) -> float:
        """Device pixels per page pixel."""
        return self.transform().m11() * self.devicePixelRatioF()

    @property
    def fitted(self) -> bool:
        """Whether the whole page is shown and is to stay so."""
        return self._fitted

    def set_page_rect(self, rect: QRectF) -> None:
        """Take the size of the straightened page; the zoom stays."""
        self._page = rect
        self._leave_room()

    def fit(self) -> None:
        """Show the whole page, and keep showing it whole when the window changes size."""
        self._fitted = True
        if not self._page.isEmpty():
            whole = self._page.united(self._beside)
            self._set_scale(self._fitting_scale(whole))
            self.centerOn(whole.center())

    def set_beside(self, rect: QRectF) -> None:
        """Take what else belongs to the whole page, also beyond its edges; empty for nothing."""
        self._beside = rect

    def show_rect(self, rect: QRectF) -> None:
        """Show a part of the page as large as it fits."""
        if self._page.isEmpty() or rect.isEmpty():
            return
        self._fitted = False
        self._set_scale(self._fitting_scale(rect))
        self.centerOn(rect.center())

    def look_like(self, other: "ZoomView") -> None:
        """Show the same part of the same page as another view, at the same zoom."""
        self._fitted = False
        self._set_scale(other.transform().m11())
        self.centerOn(other.page_at(QRectF(other.viewport().rect()).center()))

    def actual_size(self) -> None:
        """Show one page pixel on one device pixel."""
        self.zoom_at(self._middle(), 1 / self.zoom)

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle of the view."""
        self.zoom_at(self._middle(), factor)

    def zoom_at(self, screen: QPointF, factor: float) -> None:
        """Zoom so that what lies under a point of the view stays there."""
        if self._page.isEmpty():
            return
        here = self.page_at(screen)
        self._fitted = False
        self._set_scale(self.transform().m11() * factor)
        self.keep(here, screen)

    def keep(self, page: QPointF, screen: QPointF) -> None:
        """Scroll so that a point of the page lies at a point of the view."""
        off = self.to_screen().map(page) - screen
        self.pan(-off)

    def pan(self, by: QPointF) -> None:
        """Move the page by so many logical pixels."""
        for bar, way in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() - round(way))

    def to_screen(self) -> QTransform:
        """Return the transform from page pixels to the view's logical pixels."""
        return self.viewportTransform()

    def page_at(self, screen: QPointF) -> QPointF:
        """Return the page position under a point of the view, fractions included."""
        return self.to_screen().inverted()[0].map(screen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll what does not fit."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = (event.angleDelta().y() or event.angleDelta().x()) / _WHEEL_NOTCH
            self.zoom_at(event.position(), _WHEEL_STEP**turns)
        else:
            self._scroll(event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Answer pinches of touch screens and touch pads."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_at(event.position(), 1 + event.value())
            return True
        if isinstance(event, QGestureEvent):
            return self._pinch(event.gesture(Qt.GestureType.PinchGesture))
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted page fitted."""
        super().resizeEvent(event)
        self._leave_room()
        if self._fitted:
            self.fit()

    def _pinch(self, gesture: object) -> bool:
        if not isinstance(gesture, QPinchGesture):
            return False
        middle = QPointF(self.viewport().mapFromGlobal(gesture.centerPoint().toPoint()))
        self.zoom_at(middle, gesture.scaleFactor())
        return True

    def _scroll(self, by: QPoint) -> None:
        shown = self.to_screen().mapRect(self._page)
        x = by.x() if shown.width() > self.viewport().width() else 0
        y = by.y() if shown.height() > self.viewport().height() else 0
        self.pan(QPointF(x, y))

    def _set_scale(self, scale: float) -> None:
        smallest = self._fitting_scale() * _FARTHEST
        scale = min(max(scale, smallest), max(_CLOSEST / self.devicePixelRatioF(), smallest))
        self.setTransform(QTransform.fromScale(scale, scale))
        self._leave_room()
        self.zoom_changed.emit(self.zoom)

    def _fitting_scale(self, rect: QRectF | None = None) -> float:
        rect = rect or self._page
        room = self.viewport().size()
        border = 2 * space(3)
        across = max(room.width() - border, border) / rect.width()
        down = max(room.height() - border, border) / rect.height()
        return min(across, down)

    def _leave_room(self) -> None:
        # Half a view around the page, so that each point of it can be brought to the middle.
        scale = self.transform().m11()
        across, down = self.viewport().width() / scale / 2, self.viewport().height() / scale / 2
        self.setSceneRect(self._page.adjusted(-across, -down, across, down))

    def _middle(self) -> QPointF:
        return QRectF(self.viewport().rect()).center()
