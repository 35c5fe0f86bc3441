"""Curves of a run while it goes on, a line for each fit; the only place that knows pyqtgraph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecgdesk.ui.text import heading
from ecgdesk.ui.theme import current_theme, space
from ecgdesk.ui.training.page import follows_theme

LINE_PX = 1.8
DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
SMALLEST = 1e-4
"""What a logarithm shows of a figure of zero."""
_HUES = (196, 32, 140, 280, 350, 60, 230, 100)


@dataclass(frozen=True, slots=True)
class Line:
    """One curve of a fit; `best` is the epoch whose weights are kept."""

    fit: str
    epochs: Sequence[int]
    values: Sequence[float]
    best: int | None = None
    held_out: bool = False


def fit_pen(number: int, *, held_out: bool = False) -> QPen:
    """Return the pen of a fit; colour and dash tell fits apart, width tells training from held-out."""
    theme = current_theme()
    hue = _HUES[number % len(_HUES)]
    colour = QColor.fromHsl(hue, 150, 170 if theme.dark else 95)
    pen = QPen(colour, LINE_PX * (1.4 if held_out else 0.8), DASHES[number // len(_HUES) % len(DASHES)])
    pen.setCosmetic(True)
    if not held_out:
        colour.setAlphaF(0.65)
        pen.setColor(colour)
    return pen


class _EpochAxis(pg.AxisItem):  # type: ignore[misc]
    """Epochs are whole: nothing is written between them."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [f"{value:.0f}" if float(value).is_integer() else "" for value in values]

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        wide = [pair for pair in super().tickSpacing(low, high, size) if pair[0] >= 1]
        return wide or [(1.0, 0.0)]


class Chart(QWidget):
    """A titled plot over epochs in the theme's colours."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = heading(title, self)
        self.plot = pg.PlotWidget(self, axisItems={"bottom": _EpochAxis("bottom")})
        self.plot.setAccessibleName(title)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setMinimumHeight(space(24))
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines: list[Line] = []
        self._order: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addWidget(self._title)
        column.addWidget(self.plot, 1)
        self._dress()

    def set_log(self, on: bool) -> None:
        """Show values on a logarithmic scale."""
        self.plot.setLogMode(x=False, y=on)
        self._draw()

    def show_lines(self, lines: Sequence[Line], order: Sequence[str]) -> None:
        """Draw these lines; `order` are all fits of the run, which gives each its colour."""
        self._lines, self._order = list(lines), list(order)
        self._draw()

    def describe(self, words: str) -> None:
        """Say for a screen reader what can be seen."""
        self.plot.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        """Put on the colours of another theme."""
        super().changeEvent(event)
        if follows_theme(event):
            self._dress()
            self._draw()

    def _draw(self) -> None:
        self.plot.clear()
        is_log = self.plot.getPlotItem().getAxis("left").logMode
        for line in self._lines:
            number = self._order.index(line.fit) if line.fit in self._order else 0
            pen = fit_pen(number, held_out=line.held_out)
            values = [max(value, SMALLEST) if is_log else value for value in line.values]
            single = len(values) == 1
            self.plot.plot(
                list(line.epochs), values, pen=pen, symbol="o" if single else None, symbolSize=5,
                symbolPen=pen, symbolBrush=pen.color(),
            )  # fmt: skip
            if line.best is not None and line.best in line.epochs:
                place = list(line.epochs).index(line.best)
                self.plot.plot(
                    [line.best], [values[place]], pen=None, symbol="star", symbolSize=14,
                    symbolPen=pg.mkPen(current_theme().color("raised")), symbolBrush=pen.color(),
                )  # fmt: skip

    def _dress(self) -> None:
        theme = current_theme()
        self.plot.setBackground(theme.color("raised"))
        for side in ("left", "bottom"):
            axis = self.plot.getPlotItem().getAxis(side)
            axis.setPen(theme.color("outline"))
            axis.setTextPen(theme.color("muted"))
        self.plot.showGrid(x=False, y=True, alpha=0.15)


def numbered(order: Sequence[str]) -> Mapping[str, QPen]:
    """Return the pen of each fit, for a legend; as many as there are, the colours come round again."""
    numbers = cycle(range(len(_HUES) * len(DASHES)))
    return {name: fit_pen(number, held_out=True) for name, number in zip(order, numbers, strict=False)}
