"""Keeps page and signal together: the pointer in one shows in the other."""

from PySide6.QtCore import QObject, QPointF

from ecgdesk.core.trace_places import Moment, moment_at, place_at
from ecgdesk.ui.calipers.places import moment_under, moment_words
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.signal.pane import SignalPane


class SignalControls(QObject):
    """Shows the traces of the page in the pane and the pane's pointer on the page."""

    def __init__(self, canvas: PageCanvas, pane: SignalPane, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._pane = canvas, pane
        self._stale = True
        canvas.marks.read.connect(self._on_read)
        canvas.cursor_moved.connect(self._on_page_pointed)
        pane.pointed.connect(self._on_signal_pointed)

    def show_pane(self, on: bool) -> None:
        """Open or close the pane; nothing is drawn while it is closed."""
        self._pane.setVisible(on)
        if on and self._stale:
            self._on_read()
        if not on:
            self._canvas.marks.show_moment(None)

    def _on_read(self) -> None:
        self._stale = self._pane.isHidden()
        if not self._stale:
            self._pane.show_traces(self._canvas.marks.traces)

    def _on_page_pointed(self, place: QPointF | None) -> None:
        if self._pane.isHidden() or self._pane.trace is None:
            return
        moment = None if place is None else moment_under(place, self._canvas.marks)
        if moment is not None and moment.trace is not self._pane.trace:
            if not self._pane.follow.isChecked():
                moment = None
            else:
                self._pane.choose(moment.trace)
        self._pane.plot.show_moment(None if moment is None else moment.seconds)
        self._pane.say("" if moment is None else moment_words(moment))

    def _on_signal_pointed(self, seconds: float | None) -> None:
        trace = self._pane.trace
        place = None if seconds is None or trace is None else place_at(trace, seconds)
        self._canvas.marks.show_moment(None if place is None else QPointF(*place))
        self._pane.plot.show_moment(seconds)
        if place is None or trace is None or seconds is None:
            self._pane.say("")
            return
        on_line = moment_at(trace, place, self._canvas.marks.scale)
        level = on_line.millivolts if on_line is not None else None
        self._pane.say(moment_words(Moment(trace, seconds, level)))
