"""Probability as a filled bar: the one picture of certainty in the whole window."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ecgdesk.ui.theme import current_theme, space, tabular
from ecgdesk.ui.wording import probability


class ProbabilityBar(QWidget):
    """A bar filled to a probability; grey when the model is not sure."""

    def __init__(self, thickness: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._role, self._thickness = 0.0, "accent", thickness
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> float:
        """What the bar shows, 0 to 1."""
        return self._value

    @property
    def role(self) -> str:
        """The theme role of the filled part."""
        return self._role

    def set_value(self, value: float, role: str = "accent") -> None:
        """Show another probability."""
        self._value, self._role = min(max(value, 0.0), 1.0), role
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as the bar is thick."""
        return QSize(space(10), self._thickness)

    def minimumSizeHint(self) -> QSize:
        """May become quite short."""
        return QSize(space(4), self._thickness)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the well and the filled part."""
        theme, radius = current_theme(), self._thickness / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(theme.color("well"))
        painter.drawRoundedRect(whole, radius, radius)
        filled = QRectF(whole)
        filled.setWidth(max(self._thickness, whole.width() * self._value))
        if self.isRightToLeft():
            filled.moveRight(whole.right())
        painter.setBrush(theme.color(self._role))
        painter.drawRoundedRect(filled, radius, radius)


@dataclass(frozen=True, slots=True)
class Line:
    """One class: its name, probability, and whether it stands out."""

    name: str
    value: float
    strong: bool = False


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

    def _fill(self, row: tuple[QLabel, QLabel, ProbabilityBar], line: Line, unsure: bool) -> None:
        name, number, bar = row
        name.setText(line.name)
        number.setText(probability(line.value))
        font = name.font()
        font.setBold(line.strong)
        name.setFont(font)
        number.setFont(tabular(font))
        bar.set_value(line.value, "accent" if line.strong and not unsure else "muted")
        bar.setAccessibleName(f"{line.name}: {number.text()}")
