"""Analysing many pages: progress, time left, cancel, and what went wrong at the end."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import AnalysisAdvanced, Lane, PageLoaded, RequestDropped, RequestFailed
from ecgdesk.services.engine_service import EngineService
from ecgdesk.services.entry import EntryStatus, Problem
from ecgdesk.services.session import Session

IN_FLIGHT = 2

MakeRequest = Callable[[PageRef], AnalysisRequest | None]


@dataclass(frozen=True, slots=True)
class Progress:
    """Pages ended so far, of how many, and seconds left (None while unknown)."""

    done: int
    total: int
    seconds_left: float | None
    page: PageRef | None = None


@dataclass(frozen=True, slots=True)
class BatchEnd:
    """What a batch came to; `failed` and `refused` name their pages."""

    done: int
    refused: tuple[PageRef, ...] = ()
    failed: tuple[PageRef, ...] = ()
    cancelled: bool = False


class Batch(QObject):
    """Feeds the engine's batch lane, two pages at a time, so that cancel needs no clearing up."""

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        session: Session,
        engine: EngineService,
        make_request: MakeRequest,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._engine, self._make_request = session, engine, make_request
        self._waiting: deque[PageRef] = deque()
        self._running: dict[int, AnalysisRequest] = {}
        self._ended: list[PageRef] = []
        self._total, self._started = 0, 0.0
        engine.page_loaded.connect(self._on_page_loaded)
        engine.analysis_advanced.connect(self._on_advanced)
        engine.request_failed.connect(self._on_failed)
        engine.request_dropped.connect(self._on_dropped)
        session.entries_removed.connect(self._on_removed)

    @property
    def is_running(self) -> bool:
        """Whether pages wait or run."""
        return bool(self._waiting or self._running)

    @property
    def progress(self) -> Progress:
        """How far the batch is."""
        done = len(self._ended)
        left = None
        if done:
            elapsed = time.monotonic() - self._started
            left = elapsed / done * (self._total - done)
        running = next(iter(self._running.values()), None)
        return Progress(done, self._total, left, running.page if running else None)

    def start(self, pages: Iterable[PageRef]) -> None:
        """Add pages to the batch; those already in it stay where they are."""
        if not self.is_running:
            self._ended, self._total, self._started = [], 0, time.monotonic()
        known = {*self._waiting, *(r.page for r in self._running.values())}
        new = [p for p in pages if p in self._session and p not in known]
        if not new:
            return
        self._waiting.extend(new)
        self._total += len(new)
        for page in new:
            self._session.set_status(page, EntryStatus.WAITING)
        self._after_change()

    def skip(self, page: PageRef) -> None:
        """Take a page out, because it is analysed on its own or closed."""
        if page in self._waiting:
            self._waiting.remove(page)
        elif not self._cancel_running(page):
            return
        self._total -= 1
        self._after_change()

    def cancel(self) -> None:
        """Stop at once; finished pages keep their results, the rest wait again."""
        if not self.is_running:
            return
        running, self._running = self._running, {}
        self._waiting.clear()
        for request_id, request in running.items():
            self._engine.cancel(request_id)
            self._session.rest(request.page)
        self.ended.emit(self._summary(cancelled=True))

    def _feed(self) -> None:
        while self._waiting and len(self._running) < IN_FLIGHT:
            page = self._waiting.popleft()
            request = self._make_request(page)
            if request is None:
                self._total -= 1
                continue
            self._running[self._engine.analyse(request, Lane.BATCH)] = request
            self._session.set_status(page, EntryStatus.RUNNING)
        self.progressed.emit(self.progress)

    def _on_page_loaded(self, event: PageLoaded) -> None:
        asked = self._running.get(event.request_id)
        if asked is None:
            return
        page = event.page
        self._session.page_read(asked.page, proposed=event.crop, size=page.size, page_count=page.page_count)
        if self._make_request(asked.page) != asked:
            # What is asked may depend on the page's size, which is known only now.
            self._engine.cancel(event.request_id)
            self._retry(event.request_id)

    def _on_advanced(self, event: AnalysisAdvanced) -> None:
        asked = self._running.get(event.request_id)
        if asked is None:
            return
        self._session.set_analysis(asked.page, event.analysis, final=event.final)
        if event.final:
            self._end(event.request_id)

    def _on_failed(self, event: RequestFailed) -> None:
        asked = self._running.get(event.request_id)
        if asked is None:
            return
        self._session.set_error(asked.page, Problem(event.code, event.problem, event.advice))
        self._end(event.request_id)

    def _on_dropped(self, event: RequestDropped) -> None:
        if event.request_id in self._running:
            self._session.rest(self._running[event.request_id].page)
            self._end(event.request_id)

    def _on_removed(self, pages: list[PageRef]) -> None:
        for page in pages:
            self.skip(page)

    def _cancel_running(self, page: PageRef) -> bool:
        request_id = next((i for i, r in self._running.items() if r.page == page), None)
        if request_id is None:
            return False
        del self._running[request_id]
        self._engine.cancel(request_id)
        return True

    def _retry(self, request_id: int) -> None:
        self._waiting.appendleft(self._running.pop(request_id).page)
        self._feed()

    def _end(self, request_id: int) -> None:
        self._ended.append(self._running.pop(request_id).page)
        self._after_change()

    def _after_change(self) -> None:
        self._feed()
        if not self.is_running:
            self.ended.emit(self._summary(cancelled=False))

    def _summary(self, *, cancelled: bool) -> BatchEnd:
        entries = [e for page in self._ended if (e := self._session.get(page)) is not None]
        return BatchEnd(
            sum(1 for e in entries if e.status is EntryStatus.DONE),
            tuple(e.page for e in entries if e.status is EntryStatus.REFUSED),
            tuple(e.page for e in entries if e.status is EntryStatus.FAILED),
            cancelled,
        )
