"""One lead as a curve on millimetre paper; with the training charts the only places that know pyqtgraph."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from ecgdesk.core.trace_places import duration
from ecgdesk.core.tracing import LeadTrace
from ecgdesk.ui.theme import current_theme

LARGE_S, SMALL_S = 0.2, 0.04
LARGE_MV, SMALL_MV = 0.5, 0.1
_LINE_PX = 1.6
_LEAST_MV = 0.75
_SPARE = 0.15
_MOST_LINES = 90


class _PaperAxis(pg.AxisItem):  # type: ignore[misc]
    """Ticks at the squares of ECG paper, numbers at the large ones as far as there is room."""

    def __init__(self, side: str, unit: str, large: float, small: float) -> None:
        super().__init__(side)
        self._squares, self._unit = (large, small), unit
        self.enableAutoSIPrefix(False)

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        large, small = self._squares
        across = high - low
        wide = [(large * step, 0.0) for step in (1, 2, 5, 10) if across / (large * step) * 44 < size]
        levels = [wide[0] if wide else (large * 20, 0.0), (large, 0.0), (small, 0.0)]
        return [level for level in levels if across / level[0] <= _MOST_LINES]

    def _room(self) -> int:
        return 42 if self.orientation in ("top", "bottom") else 18

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        low, high = self.range
        room = self.width() if self.orientation in ("top", "bottom") else self.height()
        if spacing < self._squares[0] - 1e-9 or (high - low) / spacing * self._room() > room:
            return [""] * len(values)
        return [f"{value:g} {self._unit}" for value in np.round(values, 6)]


class SignalPlot(pg.PlotWidget):  # type: ignore[misc]
    """A curve in millivolts over seconds with a line at the pointer."""

    pointed = Signal(object)
    """Seconds from the lead's start under the pointer, None away from the curve."""

    def __init__(self, parent: QWidget | None = None) -> None:
        axes = {
            "bottom": _PaperAxis("bottom", QCoreApplication.translate("calipers", "s"), LARGE_S, SMALL_S),
            "left": _PaperAxis("left", QCoreApplication.translate("calipers", "mV"), LARGE_MV, SMALL_MV),
        }
        super().__init__(parent, axisItems=axes)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=True, y=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._trace: LeadTrace | None = None
        self._curve = self.plot([], [])
        self._line = pg.InfiniteLine(angle=90)
        self._line.setVisible(False)
        self.addItem(self._line, ignoreBounds=True)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self._dress()

    @property
    def trace(self) -> LeadTrace | None:
        """The lead that is shown."""
        return self._trace

    def show_trace(self, trace: LeadTrace | None) -> None:
        """Show another lead, or nothing."""
        same = trace is not None and self._trace is not None and trace.lead == self._trace.lead
        self._trace = trace
        if trace is None:
            self._curve.setData([], [])
            self._line.setVisible(False)
            return
        seconds = np.arange(len(trace.millivolts)) / trace.hz
        self._curve.setData(seconds, trace.millivolts, connect="finite")
        if not same:
            self._fit(trace)

    def show_moment(self, seconds: float | None) -> None:
        """Put the line at a moment, or take it away."""
        self._line.setVisible(seconds is not None)
        if seconds is not None:
            self._line.setValue(seconds)

    @property
    def moment(self) -> float | None:
        """Where the line is."""
        return float(self._line.value()) if self._line.isVisible() else None

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the pointer is away."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def changeEvent(self, event: QEvent) -> None:
        """Put on the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_line"):
            self._dress()

    def _fit(self, trace: LeadTrace) -> None:
        known = trace.millivolts[np.isfinite(trace.millivolts)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (-1.0, 1.0)
        low, high = min(low, -_LEAST_MV), max(high, _LEAST_MV)
        spare = _SPARE * (high - low)
        whole = max(duration(trace), 0.1)
        self.setLimits(xMin=0, xMax=whole, minXRange=SMALL_S)
        self.setRange(xRange=(0, whole), yRange=(low - spare, high + spare), padding=0)

    def _on_mouse_moved(self, place: QPointF) -> None:
        box = self.getPlotItem().getViewBox()
        if self._trace is None or not box.sceneBoundingRect().contains(place):
            self.pointed.emit(None)
            return
        self.pointed.emit(float(box.mapSceneToView(place).x()))

    def _dress(self) -> None:
        theme = current_theme()
        self.setBackground(theme.color("raised"))
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(theme.color("outline"))
            axis.setTextPen(theme.color("muted"))
        self.showGrid(x=True, y=True, alpha=0.28)
        pen = QPen(theme.color("text"), _LINE_PX)
        pen.setCosmetic(True)
        self._curve.setPen(pen)
        line = QPen(theme.color("accent"), _LINE_PX)
        line.setCosmetic(True)
        self._line.setPen(line)
