"""Where a model looked on average: a mean map over the mean page, with what it is a mean of."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from ecgdesk.core.card_charts import MeanMap, MeanMaps
from ecgdesk.core.mean_map_picture import mean_map_picture
from ecgdesk.ui.help.titled_panel import TitledPanel
from ecgdesk.ui.theme import current_theme

_WIDTH_PX = 300
_DENSITY = 2


class MeanMapPanel(TitledPanel):
    """One picture; an empty place for a kind of answer that too few pages got."""

    def __init__(
        self, maps: MeanMaps, name: str, one: MeanMap | None, *, right: bool, several: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(QSize(_WIDTH_PX, round(_WIDTH_PX * maps.paper.rows / maps.paper.columns)), parent)
        self._image = QImage() if one is None else _image(maps, one)
        words = self._words_for_named(right, one) if several else self._words_for(right, one)
        self.say(words.format(name=name, n=0 if one is None else one.pages))

    def _words_for(self, right: bool, one: MeanMap | None) -> str:
        if one is None and right:
            return self.tr("{name}, answered rightly: too few pages")
        if one is None:
            return self.tr("{name}, answered wrongly: too few pages")
        if right:
            return self.tr("{name}, answered rightly (mean of {n})")
        return self.tr("{name}, answered wrongly (mean of {n})")

    def _words_for_named(self, right: bool, one: MeanMap | None) -> str:
        """Return the words where a page may have several classes: its map is of one that was named."""
        if one is None and right:
            return self.tr("{name}, rightly named: too few pages")
        if one is None:
            return self.tr("{name}, wrongly named: too few pages")
        if right:
            return self.tr("{name}, rightly named (mean of {n})")
        return self.tr("{name}, wrongly named (mean of {n})")

    def paint_box(self, painter: QPainter, box: QRectF) -> None:
        """Paint the picture, or nothing but its place."""
        painter.fillRect(box, current_theme().color("well"))
        if not self._image.isNull():
            painter.drawImage(box, self._image)


def _image(maps: MeanMaps, one: MeanMap) -> QImage:
    pixels = mean_map_picture(maps, one, _WIDTH_PX * _DENSITY)
    height, width = pixels.shape[:2]
    shared = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return shared.copy()
