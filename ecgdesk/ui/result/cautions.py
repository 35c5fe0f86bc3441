"""Plain warnings, each with what to do, above anything they may make wrong."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecgdesk.core.analysis import Caution
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.text import prose
from ecgdesk.ui.theme import current_theme, space


class CautionBox(QWidget):
    """One or more warnings on a ground of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(1.5), space(), space(1.5), space())
        self._column.setSpacing(space())
        self._cautions: tuple[Caution, ...] = ()
        self.hide()

    def show_cautions(self, cautions: Iterable[Caution]) -> None:
        """Show these warnings, each once; none hides the box."""
        new = tuple(dict.fromkeys(cautions))
        if new != self._cautions:
            self._cautions = new
            self._rebuild()
        self.setVisible(bool(new))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a tinted ground with an outline in the colour of caution."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.color("caution"))
        ground.setAlphaF(0.10)
        painter.setBrush(ground)
        painter.setPen(theme.color("caution"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _rebuild(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for caution in self._cautions:
            self._column.addWidget(self._row(caution))

    def _row(self, caution: Caution) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space())
        sign = IconLabel("status-caution", "caution", parent=row)
        words = said(caution.sentence)
        text = prose(words, row)
        row.setAccessibleName(self.tr("Take care: {text}").format(text=words))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        return row
