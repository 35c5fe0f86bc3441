"""The corners as a bar below the page, and the straightened page beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ecgdesk.core.geometry import straight_transform
from ecgdesk.ui.calipers.parts import hint, word_button
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.canvas.mode import Mode
from ecgdesk.ui.canvas.page_item import to_qtransform
from ecgdesk.ui.flow import FlowBar
from ecgdesk.ui.text import heading
from ecgdesk.ui.theme import current_theme, space


class CornerBar(FlowBar):
    """Says what to do with the corners and takes them away again."""

    def __init__(self, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent, space())
        self._canvas = canvas
        self.setAccessibleName(self.tr("Corners"))
        self._hint = hint(self.tr("Drag each corner to where the sheet ends."), self)
        self.whole = word_button(
            self.tr("Whole picture"), self.tr("Take the corners of the picture itself (Delete)"), self
        )
        self.add(self._hint, self.whole)
        self.whole.clicked.connect(canvas.view.remove_chosen)
        canvas.state.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show whether there are corners to take away."""
        self.whole.setEnabled(self._canvas.state.crop.corners is not None)


class StraightView(QWidget):
    """The page as its corners straighten it, while they are dragged."""

    def __init__(self, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = heading(self.tr("Straightened"), self)
        self.picture = _StraightPicture(canvas, self)
        self.picture.setAccessibleName(self.tr("Straightened page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(1.5), space(), space(1.5), space())
        column.setSpacing(space())
        column.addWidget(self._title)
        column.addWidget(self.picture, 1)
        canvas.state.changed.connect(self.picture.update)
        canvas.page_sharpened.connect(self.picture.update)


class _StraightPicture(QWidget):
    """Paints the shown page through its crop's own transform."""

    def __init__(self, canvas: PageCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for about half a page view."""
        return QSize(space(40), space(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint page and crop."""
        state, pyramid = self._canvas.state, self._canvas.pyramid
        if not state.active or pyramid is None or state.mode is not Mode.CORNERS:
            return
        crop = state.crop
        matrix, (width, height) = straight_transform(state.page_size, crop.rotation_deg, crop.corners)
        scale = min(self.width() / width, self.height() / height)
        left, top = (self.width() - width * scale) / 2, (self.height() - height * scale) / 2
        to_here = QTransform(scale, 0, 0, scale, left, top)
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("well"))
        sheet = QRectF(left, top, width * scale, height * scale)
        painter.fillRect(sheet, QColor(theme.paper))
        painter.save()
        painter.setClipRect(sheet)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(to_qtransform(matrix) * to_here, True)
        painter.drawImage(QRectF(0, 0, *pyramid.size), pyramid.best(scale * self.devicePixelRatioF()))
        painter.restore()
        for mask in crop.masks:
            box = to_here.mapRect(QRectF(mask.x0, mask.y0, mask.width, mask.height))
            painter.fillRect(box.intersected(sheet), QColor(theme.paper))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 1.25))
        rect = crop.rect
        painter.drawRect(to_here.mapRect(QRectF(rect.x0, rect.y0, rect.width, rect.height)))
