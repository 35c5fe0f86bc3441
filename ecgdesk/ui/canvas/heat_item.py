"""The heat map over the crop that it explains."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.geometry import Crop
from ecgdesk.core.heat import HeatLook, difference, difference_colours, look_colours
from ecgdesk.ui.canvas.heat import painted
from ecgdesk.ui.theme import current_theme

_ENOUGH_PX: Final = 512


class HeatItem(QGraphicsItem):
    """Shows an explanation where it belongs, as long as the page lies as it did when it was made."""

    def __init__(self) -> None:
        super().__init__()
        self._explanation: Explanation | None = None
        self._against: Explanation | None = None
        self._look = HeatLook()
        self._image: QImage | None = None
        self._place = QRectF()
        self._straightening: tuple[object, ...] = ()
        self._wanted = True

    def set_explanation(self, explanation: Explanation | None, crop: Crop) -> None:
        """Show a heat map that was made for `crop`'s rotation and corners, or none."""
        self.prepareGeometryChange()
        self._explanation, self._against, self._straightening = explanation, None, _straightening(crop)
        if explanation is not None:
            place = explanation.placement
            self._place = QRectF(place.x0, place.y0, place.width, place.height)
        self._redraw()
        self.follow(crop)

    def set_look(self, look: HeatLook) -> None:
        """Show heat in other colours, or from another heat on."""
        self._look = look
        self._redraw()
        self.update()

    def set_against(self, other: Explanation | None) -> None:
        """Show where this map is hotter than another of the same place, and where the other is."""
        self._against = other
        self._redraw()
        self.update()

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

    def _redraw(self) -> None:
        self._image = (
            None if self._explanation is None else _image(self._explanation, self._against, self._look)
        )


def _straightening(crop: Crop) -> tuple[object, ...]:
    return crop.rotation_deg % 360, crop.corners


def _image(explanation: Explanation, against: Explanation | None, look: HeatLook) -> QImage:
    stops = current_theme().heat
    if against is None or against.heat.shape != explanation.heat.shape:
        pixels = painted(_coarse(explanation.heat), look_colours(look, stops))
    else:
        apart = difference(_coarse(explanation.heat), explanation.peak, _coarse(against.heat), against.peak)
        pixels = painted(apart, difference_colours(look, stops))
    height, width = pixels.shape[:2]
    shared = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return shared.copy()


def _coarse(heat: NDArray[np.float32]) -> NDArray[np.float32]:
    # A heat map is smooth: this many pixels show all of it, and colouring them takes a millisecond.
    step = max(1, max(heat.shape) // _ENOUGH_PX)
    return heat[step // 2 :: step, step // 2 :: step]
