"""Everything that is only needed once a page is open: canvas, result, page list, saving.

The window imports this late and builds it in steps, so that neither its start nor a page costs a long pause.
"""

from collections.abc import Iterator

import numpy as np
from PySide6.QtGui import QUndoStack

from ecgdesk.core.heat import HeatLook, look_colours
from ecgdesk.core.page import PageRef
from ecgdesk.services.bundle import Services
from ecgdesk.ui.calipers.controller import PageTools
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.canvas.heat import painted
from ecgdesk.ui.canvas.pyramid import build_pyramid
from ecgdesk.ui.closing import ClosePages
from ecgdesk.ui.crop import CropPanel
from ecgdesk.ui.explain.controller import HeatControls
from ecgdesk.ui.first_show import made_ready
from ecgdesk.ui.frame import Frame
from ecgdesk.ui.laid import LaidNotice
from ecgdesk.ui.page_view import PageView
from ecgdesk.ui.pages.choosing import PageChoice
from ecgdesk.ui.pages.model import PageListModel
from ecgdesk.ui.pages.panel import PagesPanel
from ecgdesk.ui.presenter import Presenter
from ecgdesk.ui.result.panel import ResultPanel
from ecgdesk.ui.saving import SavingActions
from ecgdesk.ui.theme import current_theme
from ecgdesk.ui.thumbnail_loader import ThumbnailLoader
from ecgdesk.ui.thumbnails import Thumbnails


def warm_up() -> None:
    """Use once what loads parts of itself at first use, so that the first page is no slower; any thread."""
    import ecgdesk.services.session_record  # noqa: F401 - needed a moment after the first page is opened

    build_pyramid(np.zeros((8, 8, 3), np.uint8))
    painted(np.zeros((8, 8), np.float32), look_colours(HeatLook(), current_theme().heat))


class Workspace:
    """Fills the window's middle and its docks; complete after `finish`."""

    view: PageView
    result: ResultPanel
    pages: PagesPanel
    thumbnails: Thumbnails
    presenter: Presenter

    def __init__(self, services: Services, frame: Frame) -> None:
        self._services, self._frame = services, frame
        # Undo brings back what was closed last, until another page is shown.
        self._closed = QUndoStack(frame.undo_group)
        self._steps = self._built()

    def step(self) -> bool:
        """Build the next part; whether there was one."""
        return next(self._steps, False)

    def finish(self) -> None:
        """Build all that is missing."""
        while self.step():
            pass

    def _built(self) -> Iterator[bool]:
        services, frame = self._services, self._frame
        canvas = PageCanvas()
        yield True
        crop_panel = CropPanel()
        crop_panel.set_undo_actions(frame.undo, frame.redo)
        yield True
        self.view = PageView(canvas, crop_panel, frame.actions, frame.window)
        while self.view.step():
            yield True
        frame.middle.addWidget(self.view)
        yield True
        self.result = ResultPanel(frame.actions["overlay"], frame.window)
        yield True
        frame.docks.result.setWidget(self.result)
        yield True
        self.thumbnails = Thumbnails(services.jobs, frame.window)
        model = PageListModel(services.session, services.models, self.thumbnails, frame.window)
        self.pages = PagesPanel(services.session, model, frame.actions, frame.window)
        frame.docks.pages.setWidget(self.pages)
        yield True
        self.presenter = Presenter(services, self.view, self.result, frame.undo_group, frame.window)
        yield True
        self._laid = LaidNotice(services, canvas, frame.actions, frame.news, frame.window)
        self.result.result.take_back_wanted.connect(self._laid.take_back)
        self._heat = HeatControls(services, self.view, self.result, frame.actions, frame.window)
        yield True
        self._tools = PageTools(services, self.view, frame.actions, frame.status, frame.window)
        self._loader = ThumbnailLoader(services, self.thumbnails, frame.window)
        yield True
        self._choice = PageChoice(
            services, self.thumbnails, self._loader, frame.actions, frame.news, frame.undo_group, frame.window
        )
        self._saving = SavingActions(
            services, frame.actions, frame.news, lambda: self._heat.view, frame.window
        )
        self._connect_services()
        self._connect_parts()
        yield True
        for part in (self.view, self.pages, self.result):
            yield from made_ready(part)

    def _connect_services(self) -> None:
        services, status = self._services, self._frame.status
        services.engine.page_loaded.connect(lambda event: self.thumbnails.take_soon(event.page))
        services.session.entries_removed.connect(self.thumbnails.forget)
        services.current.page_left.connect(lambda: status.show_zoom(None))
        services.current.page_left.connect(lambda: status.show_cursor(None))

    def _connect_parts(self) -> None:
        do, session = self._frame.actions, self._services.session
        do["close_page"].triggered.connect(lambda: self._close(self.pages.selected))
        do["close_all"].triggered.connect(lambda: self._close(session.pages))
        do["preview"].toggled.connect(self.presenter.show_preview)
        do["overlay"].setChecked(True)
        self.pages.remove_wanted.connect(self._close)
        self.pages.analyse_wanted.connect(self._services.batch.start)
        self.result.step_chosen.connect(lambda name: do[name].trigger())
        self.view.canvas.zoom_changed.connect(self._on_zoom)
        self.view.crowded.connect(self._frame.docks.give_way)
        self._services.current.page_arrived.connect(self._closed.clear)

    def _on_zoom(self, zoom: float) -> None:
        # An empty canvas is fitted too when the window changes its size.
        self._frame.status.show_zoom(zoom if self._services.current.page is not None else None)

    def _close(self, pages: list[PageRef]) -> None:
        session = self._services.session
        removed = session.remove(pages)
        self._frame.news.removed(removed)
        if removed and not len(session):
            self._closed.push(ClosePages(session, removed))
            self._frame.undo_group.setActiveStack(self._closed)
