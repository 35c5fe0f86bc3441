"""The confusion matrix: true classes as rows, answers as columns, shade by share of the row."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecgdesk.ui.theme import current_theme, space, tabular
from ecgdesk.ui.theme.roles import contrast

_CELL_PX = 56
_NAME_PX = 132


class ConfusionView(QWidget):
    """Painted, with every count in words for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: list[str] = []
        self._counts: list[list[float]] = []
        self.setFont(tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Confusion matrix"))

    def show_counts(self, classes: Sequence[str], counts: Mapping[str, Mapping[str, float]]) -> None:
        """Show how often pages of a true class got each answer."""
        self._classes = list(classes)
        self._counts = [[float(counts[true].get(guess, 0)) for guess in classes] for true in classes]
        self.setAccessibleDescription(self._said())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A cell for each pair, and room for names."""
        side = len(self._classes) * _CELL_PX
        return QSize(self._names_width() + side + 1, side + 2 * self.fontMetrics().height() + space(1.5))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names, cells and counts."""
        painter = QPainter(self)
        self._paint_titles(painter)
        for row, counts in enumerate(self._counts):
            total = sum(counts) or 1.0
            for column, count in enumerate(counts):
                self._paint_cell(painter, row, column, count, count / total)

    def _cell(self, row: int, column: int) -> QRectF:
        left = self._names_width() + column * _CELL_PX
        top = 2 * self.fontMetrics().height() + space(1) + row * _CELL_PX
        box = QRectF(left, top, _CELL_PX - 2, _CELL_PX - 2)
        if self.isRightToLeft():
            box.moveRight(self.width() - left)
        return box

    def _paint_titles(self, painter: QPainter) -> None:
        theme, metrics = current_theme(), self.fontMetrics()
        painter.setPen(theme.color("muted"))
        first, last = self._cell(0, 0), self._cell(0, max(0, len(self._classes) - 1))
        over = first.united(last)
        over.moveTop(-over.height() + metrics.height())
        painter.drawText(
            over, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), self.tr("answer")
        )
        painter.setPen(theme.color("text"))
        for number, name in enumerate(self._classes):
            box = self._cell(0, number)
            place = QRectF(box.left(), metrics.height() + space(0.25), box.width(), metrics.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), _fitted(metrics, name, box.width()))
            self._paint_row_name(painter, number, name)

    def _paint_row_name(self, painter: QPainter, number: int, name: str) -> None:
        box, width = self._cell(number, 0), self._names_width() - space(1)
        place = QRectF(0, box.top(), width, box.height())
        if self.isRightToLeft():
            place.moveRight(self.width())
        align = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(align), _fitted(self.fontMetrics(), name, width))

    def _paint_cell(self, painter: QPainter, row: int, column: int, count: float, share: float) -> None:
        theme, box = current_theme(), self._cell(row, column)
        shade = QColor(theme.color("accent" if row == column else "caution"))
        shade.setAlphaF(0.08 + 0.82 * share)
        painter.fillRect(box, theme.color("raised"))
        painter.fillRect(box, shade)
        painter.setPen(_readable(theme.color("raised"), shade, theme.color("text")))
        number = self.locale().toString(round(count)) if count == round(count) else f"{count:.1f}"
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), number)

    def _names_width(self) -> int:
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in self._classes), default=0)
        return min(widest, _NAME_PX) + space(1.5)

    def _said(self) -> str:
        words = self.tr("{n} pages of {true} were called {guess}")
        return ". ".join(
            words.format(n=f"{count:g}", true=true, guess=guess)
            for true, counts in zip(self._classes, self._counts, strict=True)
            for guess, count in zip(self._classes, counts, strict=True)
            if count
        )


def _readable(ground: QColor, shade: QColor, text: QColor) -> QColor:
    """Return whichever of a cell's ground and the text colour stands out more on the shade."""
    alpha = shade.alphaF()
    mixed = [
        alpha * over + (1 - alpha) * under
        for over, under in zip(_channels(shade), _channels(ground), strict=True)
    ]
    behind = QColor.fromRgbF(*mixed).name()
    return max((ground, text), key=lambda colour: contrast(colour.name(), behind))


def _channels(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _fitted(metrics: QFontMetrics, name: str, width: float) -> str:
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(width))
