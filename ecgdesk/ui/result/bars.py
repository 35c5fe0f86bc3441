"""Probability as a filled bar: the one picture of certainty in the whole window."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ecgdesk.ui.text import small
from ecgdesk.ui.theme import current_theme, space, tabular
from ecgdesk.ui.wording import probability

_MARK_PX = 2
_MARK_REACH_PX = 3
"""How wide the mark of a threshold is, and how far it stands out of the bar at either side."""


class ProbabilityBar(QWidget):
    """A bar filled to a probability; grey when the model is not sure.

    It may carry a mark where the class begins to be named.
    """

    def __init__(self, thickness: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._role, self._thickness = 0.0, "accent", thickness
        self._mark: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> float:
        """What the bar shows, 0 to 1."""
        return self._value

    @property
    def role(self) -> str:
        """The theme role of the filled part."""
        return self._role

    @property
    def mark(self) -> float | None:
        """Where the mark stands, 0 to 1; None without one."""
        return self._mark

    def set_value(self, value: float, role: str = "accent", mark: float | None = None) -> None:
        """Show another probability, with or without a mark."""
        if (mark is None) is not (self._mark is None):
            self.updateGeometry()
        self._value, self._role, self._mark = min(max(value, 0.0), 1.0), role, mark
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as the bar is thick, and a little taller with a mark."""
        return QSize(space(10), self._thickness + 2 * self._reach)

    def minimumSizeHint(self) -> QSize:
        """May become quite short."""
        return QSize(space(4), self.sizeHint().height())

    @property
    def _reach(self) -> int:
        return 0 if self._mark is None else _MARK_REACH_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the well and the filled part."""
        theme, radius = current_theme(), self._thickness / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect()).adjusted(0, self._reach, 0, -self._reach)
        painter.setBrush(theme.color("well"))
        painter.drawRoundedRect(whole, radius, radius)
        filled = QRectF(whole)
        filled.setWidth(max(self._thickness, whole.width() * self._value))
        if self.isRightToLeft():
            filled.moveRight(whole.right())
        painter.setBrush(theme.color(self._role))
        painter.drawRoundedRect(filled, radius, radius)
        if self._mark is not None:
            self._paint_mark(painter, whole.width() * self._mark)

    def _paint_mark(self, painter: QPainter, along: float) -> None:
        """Paint the mark in the colour of text, with a rim of the ground so that it shows on a filled bar."""
        theme, height = current_theme(), float(self.height())
        middle = self.width() - along if self.isRightToLeft() else along
        mark = QRectF(round(middle) - _MARK_PX / 2, 0, _MARK_PX, height)
        painter.fillRect(mark.adjusted(-1, 0, 1, 0), theme.color("surface"))
        painter.fillRect(mark, theme.color("text"))


@dataclass(frozen=True, slots=True)
class Line:
    """One class: its name, probability, whether it stands out, and from what probability on it is named."""

    name: str
    value: float
    strong: bool = False
    threshold: float | None = None


class ClassBars(QWidget):
    """A line for every class: name and number above a thin bar."""

    THICKNESS = 6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space())
        self._grid.setVerticalSpacing(space(0.5))
        self._grid.setColumnStretch(0, 1)
        self._legend = small(self.tr("The mark on a bar is where the model begins to name its class."), self)
        self._legend.setWordWrap(True)
        self._legend.hide()
        self._rows: list[tuple[QLabel, QLabel, ProbabilityBar]] = []

    def show_lines(self, lines: list[Line], *, unsure: bool) -> None:
        """Show these classes; all bars are grey when the model is not sure."""
        while len(self._rows) < len(lines):
            self._add_row()
        for place, row in enumerate(self._rows):
            for part in row:
                part.setVisible(place < len(lines))
        for row, line in zip(self._rows, lines, strict=False):
            self._fill(row, line, unsure)
        self._legend.setVisible(any(line.threshold is not None for line in lines))

    def _add_row(self) -> None:
        name, number, bar = QLabel(self), QLabel(self), ProbabilityBar(self.THICKNESS, self)
        name.setWordWrap(True)
        number.setFont(tabular(number.font()))
        top = 3 * len(self._rows)
        self._grid.addWidget(name, top, 0)
        self._grid.addWidget(number, top, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(bar, top + 1, 0, 1, 2)
        self._grid.setRowMinimumHeight(top + 2, space(0.5))
        self._rows.append((name, number, bar))
        self._grid.addWidget(self._legend, top + 3, 0, 1, 2)

    def _fill(self, row: tuple[QLabel, QLabel, ProbabilityBar], line: Line, unsure: bool) -> None:
        name, number, bar = row
        name.setText(line.name)
        number.setText(probability(line.value))
        font = name.font()
        font.setBold(line.strong)
        name.setFont(font)
        number.setFont(tabular(font))
        bar.set_value(line.value, "accent" if line.strong and not unsure else "muted", line.threshold)
        said = f"{line.name}: {number.text()}"
        tip = ""
        if line.threshold is not None:
            tip = self.tr("Named from {probability} on").format(probability=probability(line.threshold))
            said = f"{said}. {tip}"
        bar.setAccessibleName(said)
        for part in row:
            part.setToolTip(tip)
