"""Fetches pictures for pages that nobody has read since they were opened, while nothing else is going on."""

from PySide6.QtCore import QObject, QTimer

from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import EngineState, PageLoaded, RequestDropped, RequestFailed
from ecgdesk.services.bundle import Services
from ecgdesk.ui.thumbnails import Thumbnails

IDLE_MS = 600


class ThumbnailLoader(QObject):
    """Reads one page at a time, so that it never stands in anybody's way."""

    def __init__(self, services: Services, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._thumbnails = services, thumbnails
        self._request: int | None = None
        self._tried: set[PageRef] = set()
        self._wanted: list[PageRef] = []
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._fetch_next)
        engine = services.engine
        engine.page_loaded.connect(self._on_page_loaded)
        engine.request_failed.connect(self._on_gone)
        engine.request_dropped.connect(self._on_gone)
        for signal in (
            engine.state_changed, services.session.entries_added, services.batch.ended,
            services.current.busy_changed,
        ):  # fmt: skip
            signal.connect(self._wait_for_idleness)

    def want(self, pages: list[PageRef]) -> None:
        """Fetch pictures of these pages too, though they are not open; none ends that."""
        self._wanted = pages
        self._tried.difference_update(pages)
        self._fetch_next()
        self._wait_for_idleness()

    def _wait_for_idleness(self) -> None:
        if self._missing() is not None:
            self._idle.start()

    def _missing(self) -> PageRef | None:
        pages = [*self._services.session.pages, *self._wanted]
        return next((p for p in pages if p not in self._thumbnails and p not in self._tried), None)

    def _fetch_next(self) -> None:
        services, page = self._services, self._missing()
        ready = services.engine.state in (EngineState.READING, EngineState.READY)
        busy = self._request is not None or services.batch.is_running or services.current.is_busy
        if page is None or busy or not ready:
            return
        self._tried.add(page)
        self._request = services.engine.load(page)

    def _on_page_loaded(self, event: PageLoaded) -> None:
        if event.request_id != self._request:
            return
        page, session = event.page, self._services.session
        entry = session.get(page.ref)
        if entry is not None and entry.proposed is None:
            session.page_read(page.ref, proposed=event.crop, size=page.size, page_count=page.page_count)
        self._request = None
        self._fetch_next()

    def _on_gone(self, event: RequestFailed | RequestDropped) -> None:
        if event.request_id == self._request:
            self._request = None
            self._fetch_next()
