"""What was measured: one line, and on demand a table with the beats used and why something is missing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ecgdesk.core.analysis import Measurements
from ecgdesk.core.measured import NOT_MEASURABLE, Row, rows
from ecgdesk.core.sentence import say_count
from ecgdesk.ui.i18n import said
from ecgdesk.ui.text import heading, prose, small
from ecgdesk.ui.theme import space, tabular
from ecgdesk.ui.wording import intervals

_NAME, _VALUE, _BEATS = range(3)


class MeasuredSection(QWidget):
    """The line and its table; hidden until there are measurements."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = prose("", self)
        self._line.setFont(tabular(self._line.font()))
        self._more = QToolButton(self)
        self._table = MeasuredTable(self)
        self._shown: Measurements | None = None
        self._set_up()
        self._lay_out()

    def show_measurements(self, measured: Measurements | None) -> None:
        """Show what was measured; nothing before it was tried."""
        self.setVisible(measured is not None)
        if measured is None or measured == self._shown:
            return
        self._shown = measured
        text = intervals(measured)
        nothing = _why_nothing(measured) or self.tr("Nothing could be measured on this page.")
        self._line.setText(text or nothing)
        self._more.setVisible(bool(text))
        self._show_table(self._more.isChecked())
        self.setAccessibleName(self._line.text())

    def _set_up(self) -> None:
        words = self.tr("Show all measurements")
        self._more.setCheckable(True)
        self._more.setAutoRaise(True)
        self._more.setArrowType(Qt.ArrowType.DownArrow)
        self._more.setAccessibleName(words)
        self._more.setToolTip(words)
        self._more.toggled.connect(self._on_toggled)
        self._table.hide()
        self.hide()

    def _on_toggled(self, opened: bool) -> None:
        self._more.setArrowType(Qt.ArrowType.UpArrow if opened else Qt.ArrowType.DownArrow)
        self._show_table(opened)

    def _show_table(self, opened: bool) -> None:
        """Fill the table once somebody wants to see it: its rows are many."""
        opened = opened and not self._more.isHidden()
        if opened and self._shown is not None:
            self._table.show_rows(self._shown)
        self._table.setVisible(opened)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(space())
        row.addWidget(self._line, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addWidget(heading(self.tr("Measured"), self))
        column.addLayout(row)
        column.addWidget(self._table)


class MeasuredTable(QWidget):
    """A row for each measurement: name, value, beats; below it the reason where it is not measurable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(1.5))
        self._grid.setVerticalSpacing(space(0.5))
        self._grid.setColumnStretch(_NAME, 1)
        self._shown: Measurements | None = None

    def show_rows(self, measured: Measurements) -> None:
        """Show these measurements instead of the earlier ones; one reason for several rows stands once."""
        if measured == self._shown:
            return
        self._shown, given = measured, list(rows(measured))
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        beats = small(self.tr("beats"), self)
        self._grid.addWidget(beats, 0, _BEATS, Qt.AlignmentFlag.AlignRight)
        for place, row in enumerate(given):
            last = place + 1 == len(given) or given[place + 1].reason != row.reason
            self._add(row, with_reason=bool(row.reason) and row.value is None and last)

    def _add(self, row: Row, *, with_reason: bool) -> None:
        line = self._grid.rowCount()
        name = QLabel(said(row.name), self)
        name.setWordWrap(True)
        value = QLabel(said(row.value or NOT_MEASURABLE), self)
        value.setFont(tabular(value.font()))
        if row.value is None:
            value.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, line, _NAME, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, line, _VALUE, right)
        if row.value is not None and row.beats:
            beats = small(str(row.beats), self)
            beats.setAccessibleName(said(say_count("{n} beat", "{n} beats", n=row.beats)))
            beats.setFont(tabular(beats.font()))
            self._grid.addWidget(beats, line, _BEATS, right)
        if with_reason:
            why = small(said(row.reason), self)
            why.setWordWrap(True)
            self._grid.addWidget(why, line + 1, _NAME, 1, 3)


def _why_nothing(measured: Measurements) -> str:
    return said(measured.reasons.get("heart_rate_bpm", ""))
