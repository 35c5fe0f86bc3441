"""The ROC curve of one class: sensitivity against 1 - specificity, its area and pages in words above."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ecgdesk.core.card_charts import RocCurve
from ecgdesk.ui.help.titled_panel import TitledPanel
from ecgdesk.ui.theme import current_theme

_SIDE_PX = 196


class RocPanel(TitledPanel):
    """A small square with the diagonal of chance."""

    def __init__(self, curve: RocCurve, name: str, parent: QWidget | None = None) -> None:
        self._curve = curve
        super().__init__(QSize(_SIDE_PX, _SIDE_PX), parent)
        words = self.tr("{name}: AUROC {area}, {n} pages")
        self.say(words.format(name=name, area=f"{curve.auroc:.3f}", n=curve.pages))

    def paint_box(self, painter: QPainter, box: QRectF) -> None:
        """Paint frame, diagonal and curve."""
        theme = current_theme()
        painter.fillRect(box, theme.color("raised"))
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.drawRect(box)
        painter.drawLine(box.bottomLeft(), box.topRight())
        painter.setPen(QPen(theme.color("accent"), 1.6))
        painter.drawPolyline([
            QPointF(box.left() + across * box.width(), box.bottom() - up * box.height())
            for across, up in self._curve.points
        ])  # fmt: skip
