"""The heat map over the crop that it explains."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.geometry import Crop
from ecgdesk.core.heat import heat_colours
from ecgdesk.ui.canvas.heat import painted
from ecgdesk.ui.theme import current_theme

_ENOUGH_PX: Final = 512


class HeatItem(QGraphicsItem):
    """Shows an explanation where it belongs, as long as the page lies as it did when it was made."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._place = QRectF()
        self._straightening: tuple[object, ...] = ()
        self._wanted = True

    def set_explanation(self, explanation: Explanation | None, crop: Crop) -> None:
        """Show a heat map that was made for `crop`'s rotation and corners, or none."""
        self.prepareGeometryChange()
        self._image, self._straightening = None, _straightening(crop)
        if explanation is not None:
            place = explanation.placement
            self._place = QRectF(place.x0, place.y0, place.width, place.height)
            self._image = _image(explanation)
        self.follow(crop)

    def set_wanted(self, wanted: bool, crop: Crop) -> None:
        """Show or hide the overlay."""
        self._wanted = wanted
        self.follow(crop)

    def follow(self, crop: Crop) -> None:
        """Hide what no longer lies right after the page was turned; show it again when it does."""
        fits = self._straightening == _straightening(crop)
        self.setVisible(self._wanted and fits and self._image is not None)

    def boundingRect(self) -> QRectF:
        """Return the place on the straightened page."""
        return self._place

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Tint the paper and leave the ink: multiplied, a black trace stays black."""
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.drawImage(self._place, self._image)


def _straightening(crop: Crop) -> tuple[object, ...]:
    return crop.rotation_deg % 360, crop.corners


def _image(explanation: Explanation) -> QImage:
    # A heat map is smooth: this many pixels show all of it, and colouring them takes a millisecond.
    step = max(1, max(explanation.heat.shape) // _ENOUGH_PX)
    heat = explanation.heat[step // 2 :: step, step // 2 :: step]
    pixels = painted(heat, heat_colours(current_theme().heat))
    height, width = pixels.shape[:2]
    shared = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return shared.copy()
