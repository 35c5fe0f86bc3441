"""Where a model looked on average: a mean map over the mean page, with what it is a mean of."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgdesk.core.card_charts import MeanMap, MeanMaps
from ecgdesk.core.mean_map_picture import mean_map_picture
from ecgdesk.ui.theme import TextSize, current_theme, set_text_size, space

_WIDTH_PX = 300
_DENSITY = 2


class MeanMapPanel(QWidget):
    """One picture; its words stand above it."""

    def __init__(self, maps: MeanMaps, one: MeanMap, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_text_size(self, TextSize.SMALL)
        words = (
            self.tr("{name}, answered rightly: {n} pages")
            if one.right
            else self.tr("{name}, answered wrongly: {n} pages")
        )
        self._words = words.format(name=name, n=one.pages)
        self.setAccessibleName(self._words)
        pixels = mean_map_picture(maps, one, _WIDTH_PX * _DENSITY)
        height, width = pixels.shape[:2]
        shared = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        self._image = shared.copy()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The picture below its words."""
        return QSize(_WIDTH_PX, self._image.height() // _DENSITY + self.fontMetrics().height() + space(0.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(current_theme().color("text"))
        painter.drawText(0, self.fontMetrics().ascent(), self._words)
        top = self.fontMetrics().height() + space(0.5)
        box = QRectF(0, top, _WIDTH_PX, self._image.height() / _DENSITY)
        painter.drawImage(box, self._image)
