"""Brings the shown page and its result onto the screen, and the user's edits back to the services."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QUndoGroup, QUndoStack

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import Page, PageRef
from ecgdesk.services.bundle import Services
from ecgdesk.services.entry import Entry, EntryStatus, heat_of
from ecgdesk.ui.crop.feed import PreviewFeed
from ecgdesk.ui.i18n import said
from ecgdesk.ui.page_view import PageView
from ecgdesk.ui.result.message import Message
from ecgdesk.ui.result.panel import ResultPanel
from ecgdesk.ui.result.state import Situation
from ecgdesk.ui.wording import page_title


class Presenter(QObject):
    """Keeps canvas, preview and result panel in step with the session."""

    def __init__(
        self, services: Services, view: PageView, panel: ResultPanel, undo: QUndoGroup, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._view, self._panel, self._undo = services, view, panel, undo
        self._feed = PreviewFeed(services.engine, view.preview, self)
        self._stacks: dict[PageRef, QUndoStack] = {}
        self._shown_explanation: Explanation | None = None
        self._situation: Situation | None = None
        # In a turn of its own: words and heat map together would hold the window up for twice as long.
        self._heat_soon = QTimer(self)
        self._heat_soon.setSingleShot(True)
        self._heat_soon.timeout.connect(self._show_heat)
        current, session = services.current, services.session
        current.page_arrived.connect(self._on_page_arrived)
        current.page_left.connect(self._on_page_left)
        current.busy_changed.connect(self.refresh)
        session.entry_changed.connect(self._on_entry_changed)
        session.entries_removed.connect(self._on_removed)
        services.engine.state_changed.connect(self.refresh)
        services.models.changed.connect(self.refresh)
        view.canvas.crop_edited.connect(current.edit_crop)
        view.canvas.state.changed.connect(self.show_preview)
        panel.target_chosen.connect(current.choose_target)
        panel.opacity_changed.connect(view.canvas.set_overlay_opacity)
        view.canvas.set_overlay_opacity(panel.result.why.opacity)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        services, entry = self._services, self._services.current.entry
        models = services.models
        has_model = (models.chosen is not None) if models.is_listed else None
        self._show_situation(Situation(entry, services.engine.state, has_model))
        page = services.current.page
        running = entry is not None and entry.status is EntryStatus.RUNNING
        waiting_for_pixels = entry is not None and page is None and entry.error is None
        self._view.canvas.set_busy(running or waiting_for_pixels)
        self._view.show_message(_unreadable(entry) if page is None else None)
        if page is not None:
            self._follow_crop()
            self._heat_soon.start(0)
            self.show_preview()

    def _show_situation(self, now: Situation) -> None:
        # Several signals tell of one event; the panel is filled once.
        shown, self._situation = self._situation, now
        same_entry = shown is not None and shown.entry is now.entry
        if shown is None or not same_entry or (shown.engine, shown.has_model) != (now.engine, now.has_model):
            self._panel.show_situation(now)

    def show_preview(self) -> None:
        """Show what the model gets of the crop on the screen, if anybody looks."""
        page, model = self._services.current.page, self._services.models.chosen
        state = self._view.canvas.state
        if not self._view.preview_wanted or page is None or not state.active or model is None:
            return
        request = self._services.current.sight_of(state.crop)
        if request is not None and model.preprocessing is not None:
            self._feed.show(request, model.preprocessing)  # type: ignore[arg-type]

    def _on_page_arrived(self, page: Page) -> None:
        crop = self._services.current.crop
        if crop is None:
            return
        stack = self._stack(page.ref)
        self._undo.setActiveStack(stack)
        self._shown_explanation = None
        entry = self._services.current.entry
        self._view.canvas.show_page(page, crop, stack, entry.marks if entry is not None else Marks())
        self._propose()
        self.refresh()
        self.show_preview()

    def _on_page_left(self) -> None:
        self._shown_explanation = None
        self._view.canvas.clear()
        self._feed.clear()
        self.refresh()

    def _on_entry_changed(self, page: PageRef) -> None:
        if page == self._services.session.current:
            self.refresh()

    def _on_removed(self, pages: list[PageRef]) -> None:
        for page in pages:
            stack = self._stacks.pop(page, None)
            if stack is not None:
                self._undo.removeStack(stack)
                stack.deleteLater()

    def _follow_crop(self) -> None:
        # A better proposal may follow with the model's own crop policy; the user's crop is never touched.
        crop, entry = self._services.current.crop, self._services.current.entry
        if crop is None or entry is None or entry.crop is not None:
            return
        if crop != self._view.canvas.current_crop():
            self._view.canvas.set_crop(crop)
        self._propose()

    def _propose(self) -> None:
        entry = self._services.current.entry
        if entry is not None and entry.crop is None and self._services.current.crop is not None:
            self._view.canvas.set_proposed(self._services.current.crop)
        elif entry is not None and entry.proposed is not None:
            self._view.canvas.set_proposed(entry.proposed)

    def _show_heat(self) -> None:
        if self._services.current.page is None:
            return
        entry = self._services.current.entry
        explanation = heat_of(entry.analysis) if entry is not None else None
        shown, self._shown_explanation = self._shown_explanation, explanation
        if explanation is not None and shown is not None and explanation.heat is shown.heat:
            return  # a later stage brings the same map again
        if explanation is not shown:
            self._view.canvas.set_explanation(explanation)

    def _stack(self, page: PageRef) -> QUndoStack:
        if page not in self._stacks:
            self._stacks[page] = QUndoStack(self)
            self._undo.addStack(self._stacks[page])
        return self._stacks[page]


def _unreadable(entry: Entry | None) -> Message | None:
    if entry is None or entry.error is None:
        return None
    return Message(
        "status-error", "error", page_title(entry.page, entry.page_count), said(entry.error.problem)
    )
