"""A small picture with square pixels."""

from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgdesk.ui.theme import current_theme, space

_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888}


class PictureView(QWidget):
    """Shows a picture as large as fits with whole screen pixels for each of its pixels."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.picture: NDArray[np.uint8] | None = None
        self._image = QImage()

    def show_picture(self, picture: NDArray[np.uint8] | None) -> None:
        """Show uint8 pixels of shape (height, width, 1 or 3), or nothing."""
        self.picture = picture
        self._image = QImage() if picture is None else _image(picture)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one pixel of the screen for each pixel of the picture."""
        if self._image.isNull():
            return QSize(space(36), space(20))
        return self._image.size() / self.devicePixelRatioF()

    def heightForWidth(self, width: int) -> int:
        """Return the height at which no room is left over or under the picture."""
        hint = self.sizeHint()
        scale = width / hint.width()
        return ceil((int(scale) if scale >= 1 else scale) * hint.height())

    def minimumSizeHint(self) -> QSize:
        """Ask for enough to recognise a page."""
        return QSize(space(16), space(10))

    def place(self) -> QRectF:
        """Return where the picture is painted, in logical pixels on the grid of the screen's pixels."""
        ratio = self.devicePixelRatioF()
        room = self.size() * ratio
        fitting = min(room.width() / self._image.width(), room.height() / self._image.height())
        scale = int(fitting) if fitting >= 1 else fitting
        width, height = int(self._image.width() * scale), int(self._image.height() * scale)
        left, top = (room.width() - width) // 2, (room.height() - height) // 2
        return QRectF(left / ratio, top / ratio, width / ratio, height / ratio)

    @property
    def percent(self) -> int:
        """How large the picture is shown, 100 being one screen pixel for each of its pixels."""
        return round(self.place().width() * self.devicePixelRatioF() / self._image.width() * 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, smoothly only where it does not fit."""
        painter = QPainter(self)
        if self._image.isNull():
            painter.fillRect(self.rect(), current_theme().color("well"))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.percent < 100)
        painter.drawImage(self.place(), self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that the picture may be shown at another size."""
        super().resizeEvent(event)
        self.resized.emit()


def _image(picture: NDArray[np.uint8]) -> QImage:
    height, width, channels = picture.shape
    rows = np.ascontiguousarray(picture)
    return QImage(rows.data, width, height, width * channels, _FORMATS[channels]).copy()
