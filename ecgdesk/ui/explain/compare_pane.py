"""The same page once more beside the canvas, with another heat map on it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.geometry import Crop
from ecgdesk.core.heat import HeatLook
from ecgdesk.core.page import Page
from ecgdesk.ui.canvas.navigation import ZoomView
from ecgdesk.ui.canvas.scene import PageScene
from ecgdesk.ui.text import prose
from ecgdesk.ui.theme import current_theme, space

_DIM = 0.62


class _PaneView(ZoomView):
    """A page to look at: nothing on it can be changed; the dimmed outside of the crop is as on the canvas."""

    def __init__(self, scene: PageScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.crop_rect = QRectF()
        self.setDragMode(ZoomView.DragMode.ScrollHandDrag)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        """Dim what lies outside the crop."""
        if self.crop_rect.isEmpty():
            return
        veil = QColor(current_theme().well)
        veil.setAlphaF(_DIM)
        frame = self.crop_rect
        for part in (
            QRectF(rect.left(), rect.top(), rect.width(), frame.top() - rect.top()),
            QRectF(rect.left(), frame.bottom(), rect.width(), rect.bottom() - frame.bottom()),
            QRectF(rect.left(), frame.top(), frame.left() - rect.left(), frame.height()),
            QRectF(frame.right(), frame.top(), rect.right() - frame.right(), frame.height()),
        ):
            if part.width() > 0 and part.height() > 0:
                painter.fillRect(part, veil)


class ComparePane(QWidget):
    """Page, another heat map, and what made it above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = PageScene(self)
        self.view = _PaneView(self._scene, self)
        self._title: QLabel = prose("", self)
        self._title.setContentsMargins(space(), space(0.5), space(), space(0.5))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self.view, 1)
        self.view.setBackgroundBrush(current_theme().color("well"))
        self.view.setAccessibleName(self.tr("Page with the other heat map"))

    def show_page(self, page: Page, crop: Crop) -> None:
        """Show a page as a crop straightens it, without heat."""
        self._scene.show_pixels(page.pixels)
        self.view.set_page_rect(self._scene.straighten(page.size, crop))
        r = crop.rect
        self.view.crop_rect = QRectF(r.x0, r.y0, r.width, r.height)
        self._scene.heat.set_explanation(None, crop)

    def show_explanation(self, explanation: Explanation | None, crop: Crop, title: str) -> None:
        """Lay a heat map over the page, or none while it is on its way; the title says whose it is."""
        self._scene.heat.set_explanation(explanation, crop)
        self._title.setText(title)

    def set_look(self, look: HeatLook) -> None:
        """Show heat as on the canvas."""
        self._scene.heat.set_look(look)
        self._scene.heat.setOpacity(look.opacity)

    def set_heat_visible(self, visible: bool, crop: Crop) -> None:
        """Show or hide the heat."""
        self._scene.heat.set_wanted(visible, crop)
