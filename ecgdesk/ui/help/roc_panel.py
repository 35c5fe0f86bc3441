"""The ROC curve of one class: sensitivity against 1 - specificity, its area and pages in words above."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgdesk.core.card_charts import RocCurve
from ecgdesk.ui.theme import TextSize, current_theme, set_text_size, space

_SIDE_PX = 148


class RocPanel(QWidget):
    """A small square; several of them stand beside each other."""

    def __init__(self, curve: RocCurve, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve = curve
        set_text_size(self, TextSize.SMALL)
        words = self.tr("{name}: AUROC {area}, {n} pages")
        self._words = words.format(name=name, area=f"{curve.auroc:.3f}", n=curve.pages)
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The square below its words."""
        metrics = self.fontMetrics()
        width = max(_SIDE_PX, metrics.horizontalAdvance(self._words)) + 1
        return QSize(width, _SIDE_PX + metrics.height() + space(0.5) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, frame, the diagonal of chance, and the curve."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("text"))
        painter.drawText(0, self.fontMetrics().ascent(), self._words)
        box = QRectF(0.5, self.fontMetrics().height() + space(0.5) + 0.5, _SIDE_PX, _SIDE_PX)
        painter.fillRect(box, theme.color("raised"))
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.drawRect(box)
        painter.drawLine(box.bottomLeft(), box.topRight())
        painter.setPen(QPen(theme.color("accent"), 1.6))
        painter.drawPolyline([
            QPointF(box.left() + across * box.width(), box.bottom() - up * box.height())
            for across, up in self._curve.points
        ])  # fmt: skip
