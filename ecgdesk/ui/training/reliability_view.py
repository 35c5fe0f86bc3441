"""How often a probability was right: the reliability curve, with how many pages stand behind each point."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgdesk.core.card import ReliabilityBin
from ecgdesk.ui.theme import current_theme, space

_SIDE_PX = 232
_LARGEST_POINT_PX = 9.0
_SMALLEST_POINT_PX = 3.0


class ReliabilityView(QWidget):
    """Points on the diagonal are honest; the larger a point, the more pages it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: list[ReliabilityBin] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Reliability curve"))

    def show_bins(self, bins: Sequence[ReliabilityBin]) -> None:
        """Show the bins of the calibration pages."""
        self._bins = [one for one in bins if one.pages]
        words = self.tr("given {p}, {n} of {all} were right")
        self.setAccessibleDescription(
            ". ".join(
                words.format(p=f"{(b.low + b.high) / 2:.2f}", n=b.correct, all=b.pages) for b in self._bins
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """A square with room for the axes' words."""
        height = self.fontMetrics().height()
        return QSize(_SIDE_PX + height + space(1), _SIDE_PX + height + space(1))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the diagonal, the curve and its points."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        painter.fillRect(box, theme.color("raised"))
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.drawRect(box)
        painter.setPen(QPen(theme.color("outline"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(self._point(box, 0, 0), self._point(box, 1, 1))
        self._paint_words(painter, box)
        self._paint_curve(painter, box)

    def _box(self) -> QRectF:
        left = self.fontMetrics().height() + space(0.5)
        return QRectF(left, 1, _SIDE_PX, _SIDE_PX)

    def _paint_curve(self, painter: QPainter, box: QRectF) -> None:
        theme = current_theme()
        places = [self._point(box, (b.low + b.high) / 2, b.correct / b.pages) for b in self._bins]
        painter.setPen(QPen(theme.color("accent"), 1.6))
        if len(places) > 1:
            painter.drawPolyline(places)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        most = max((b.pages for b in self._bins), default=1)
        for place, one in zip(places, self._bins, strict=True):
            reach = _LARGEST_POINT_PX - _SMALLEST_POINT_PX
            radius = _SMALLEST_POINT_PX + reach * (one.pages / most) ** 0.5
            painter.drawEllipse(place, radius, radius)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(current_theme().color("muted"))
        below = QRectF(box.left(), box.bottom() + space(0.25), box.width(), self.fontMetrics().height())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), self.tr("probability given"))
        painter.save()
        painter.translate(self.fontMetrics().height(), box.bottom())
        painter.rotate(-90)
        beside = QRectF(0, -self.fontMetrics().height(), box.height(), self.fontMetrics().height())
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignHCenter), self.tr("share that was right"))
        painter.restore()

    def _point(self, box: QRectF, x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * box.width(), box.bottom() - y * box.height())
