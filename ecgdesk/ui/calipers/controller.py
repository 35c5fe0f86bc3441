"""Brings the tools on the page together: actions, canvas, what is read, and what the services keep."""

from PySide6.QtCore import QObject, QPointF

from ecgdesk.core.page import PageRef
from ecgdesk.services.bundle import Services
from ecgdesk.services.entry import EntryStatus
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.calipers.places import place_words
from ecgdesk.ui.canvas.mode import Mode
from ecgdesk.ui.page_view import PageView
from ecgdesk.ui.status_bar import StatusBar

MODES = {
    "mask": Mode.MASK,
    "corners": Mode.CORNERS,
    "calipers": Mode.CALIPERS,
    "leads": Mode.LEADS,
    "scale": Mode.SCALE,
}


class PageTools(QObject):
    """Knows which tool is in the hand and what lies on the page in the middle."""

    def __init__(
        self, services: Services, view: PageView, actions: Actions, status: StatusBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._view, self._status = services, view, status
        self._march = actions["march"]
        self._actions = {name: actions[name] for name in MODES}
        canvas = view.canvas
        for name, mode in MODES.items():
            actions[name].triggered.connect(lambda on, m=mode: canvas.set_mode(m, on))
        actions["traces"].toggled.connect(canvas.show_traces)
        self._march.triggered.connect(self._on_march)
        canvas.state.mode_changed.connect(self._on_mode_changed)
        canvas.marks_edited.connect(services.current.edit_marks)
        canvas.marks.changed.connect(self._on_marks_changed)
        canvas.cursor_moved.connect(self._on_cursor_moved)
        services.session.entry_changed.connect(self._on_entry_changed)
        services.current.page_arrived.connect(self._show_reading)

    # Bound methods, no lambdas: Qt lets go of them with the view, when the services still speak.
    def _on_entry_changed(self, page: PageRef) -> None:
        if page == self._services.session.current:
            self._show_reading()

    def _show_reading(self) -> None:
        entry = self._services.current.entry
        analysis = entry.analysis if entry is not None else None
        if analysis is None or analysis.reading is None:
            # While a page is read again, what was read before stays.
            if entry is None or not (entry.stale or entry.status is EntryStatus.RUNNING):
                self._view.canvas.marks.show_reading(None, None)
            return
        self._view.canvas.marks.show_reading(analysis.reading, analysis.crop)

    def _on_mode_changed(self, mode: Mode) -> None:
        for name, one in MODES.items():
            self._actions[name].setChecked(one is mode)
        self._on_marks_changed()

    def _on_marks_changed(self) -> None:
        marks = self._view.canvas.marks
        self._march.setEnabled(marks.mode is Mode.CALIPERS and marks.chosen is not None)

    def _on_march(self) -> None:
        self._view.mode_bars.calipers.toggle_march()

    def _on_cursor_moved(self, place: QPointF | None) -> None:
        canvas = self._view.canvas
        crop = canvas.current_crop()
        if place is None or crop is None:
            self._status.show_place("")
        elif canvas.state.mode is Mode.CORNERS:
            self._status.show_cursor(place)
        else:
            self._status.show_place(place_words(place, crop.rect, canvas.marks))
