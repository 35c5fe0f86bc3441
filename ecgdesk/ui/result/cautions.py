"""Plain warnings, each with what to do, above anything they may make wrong."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ecgdesk.core.analysis import Caution
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.text import prose
from ecgdesk.ui.theme import current_theme, space


class CautionBox(QWidget):
    """Warnings on a ground of their own: the first, and the others behind a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(1.5), space(), space(1.5), space())
        self._column.setSpacing(space())
        self._cautions: tuple[Caution, ...] = ()
        self._others: list[QWidget] = []
        self.more = QToolButton(self)
        self.more.setCheckable(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.toggled.connect(self._show_others)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
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
        rows = [self._row(caution) for caution in self._cautions]
        for row in rows:
            self._column.addWidget(row)
        self._others = rows[1:]
        self._column.addLayout(self._foot)
        self.more.setChecked(False)
        self._show_others(False)

    def _show_others(self, opened: bool) -> None:
        words = self.tr("Show fewer") if opened else self.tr("and {n} more").format(n=len(self._others))
        self.more.setText(words)
        self.more.setToolTip("\n".join(said(one.sentence) for one in self._cautions[1:]))
        self.more.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.more.setVisible(bool(self._others))
        for row in self._others:
            row.setVisible(opened)

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
