"""The pane below the page: which lead, its curve (made when first shown), and where the pointer is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ecgdesk.core.tracing import LeadTrace
from ecgdesk.ui.calipers.parts import choice
from ecgdesk.ui.calipers.words import lead_words
from ecgdesk.ui.text import small
from ecgdesk.ui.theme import space, tabular

if TYPE_CHECKING:  # pyqtgraph takes half a second to import
    from ecgdesk.ui.signal.plot import SignalPlot


class SignalPane(QWidget):
    """Shows one of the traces of the page."""

    pointed = Signal(object)
    """Seconds under the pointer in the curve, or None."""
    lead_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._traces: tuple[LeadTrace, ...] = ()
        self._plot: SignalPlot | None = None
        self.setAccessibleName(self.tr("Signal"))
        self.lead = choice(self.tr("Lead that is shown"), self)
        self.follow = QCheckBox(self.tr("Follow pointer"), self)
        self.follow.setToolTip(self.tr("Show the lead that the pointer is over on the page"))
        self.follow.setChecked(True)
        self._moment = QLabel(self)
        self._moment.setFont(tabular(self._moment.font()))
        # Where there is little room it is cut, not the rest.
        self._moment.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._moment.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._nothing = small(self.tr("No trace was read from this page."), self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.lead.currentIndexChanged.connect(self._on_chosen)

    @property
    def plot(self) -> "SignalPlot":
        """The curve; made now if it was not before."""
        if self._plot is None:
            from ecgdesk.ui.signal.plot import SignalPlot

            self._plot = SignalPlot(self)
            self._plot.setAccessibleName(self.tr("Curve of the lead"))
            self._plot.pointed.connect(self.pointed)
            self._column.addWidget(self._plot, 1)
        return self._plot

    @property
    def trace(self) -> LeadTrace | None:
        """The trace that is shown."""
        index = self.lead.currentIndex()
        return self._traces[index] if 0 <= index < len(self._traces) else None

    def show_traces(self, traces: tuple[LeadTrace, ...]) -> None:
        """Offer the traces of a page; the lead that was shown stays if it is still there."""
        shown = self.lead.currentText()
        self._traces = traces
        names = [lead_words(one.lead) for one in traces]
        with QSignalBlocker(self.lead):
            self.lead.clear()
            self.lead.addItems(names)
            self.lead.setCurrentIndex(names.index(shown) if shown in names else usual(traces))
        self._on_chosen()

    def choose(self, trace: LeadTrace) -> None:
        """Show a trace of the page."""
        index = next((i for i, one in enumerate(self._traces) if one is trace), -1)
        if index >= 0:
            self.lead.setCurrentIndex(index)

    def say(self, words: str) -> None:
        """Say where the pointer is."""
        self._moment.setText(words)

    def sizeHint(self) -> QSize:
        """Ask for a third of a usual window."""
        return QSize(space(60), space(26))

    def minimumSizeHint(self) -> QSize:
        """Ask for enough to see a beat."""
        return QSize(space(30), space(16))

    def _on_chosen(self) -> None:
        trace = self.trace
        self._nothing.setHidden(trace is not None)
        self.lead.setEnabled(trace is not None)
        if trace is not None or self._plot is not None:
            self.plot.show_trace(trace)
            self.plot.setHidden(trace is None)
        self.say("")
        self.lead_chosen.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(space(1.5))
        row.addWidget(self.lead)
        row.addWidget(self.follow)
        row.addWidget(self._moment, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(1.5), space(), space(1.5), space(0.5))
        self._column.setSpacing(space(0.5))
        self._column.addLayout(row)
        self._column.addWidget(self._nothing, 1)


def usual(traces: tuple[LeadTrace, ...]) -> int:
    """Return which trace is shown first: a rhythm strip, else lead II, else the first; -1 for none."""
    if not traces:
        return -1
    strips = [i for i, one in enumerate(traces) if one.lead.rhythm]
    seconds = [i for i, one in enumerate(traces) if one.lead.name == "II"]
    return (strips or seconds or [0])[0]
