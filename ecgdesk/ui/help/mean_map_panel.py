"""Where a model looked on average: a mean map over the mean page, with what it is a mean of."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from ecgdesk.core.card_charts import MeanMap, MeanMaps
from ecgdesk.core.mean_map_picture import mean_map_picture
from ecgdesk.ui.help.titled_panel import TitledPanel

_WIDTH_PX = 300
_DENSITY = 2


class MeanMapPanel(TitledPanel):
    """One picture."""

    def __init__(self, maps: MeanMaps, one: MeanMap, name: str, parent: QWidget | None = None) -> None:
        pixels = mean_map_picture(maps, one, _WIDTH_PX * _DENSITY)
        height, width = pixels.shape[:2]
        shared = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        self._image = shared.copy()
        super().__init__(QSize(_WIDTH_PX, height // _DENSITY), parent)
        right, wrong = (
            self.tr("{name}, answered rightly (mean of {n})"),
            self.tr("{name}, answered wrongly (mean of {n})"),
        )
        self.say((right if one.right else wrong).format(name=name, n=one.pages))

    def paint_box(self, painter: QPainter, box: QRectF) -> None:
        """Paint the picture."""
        painter.drawImage(box, self._image)
