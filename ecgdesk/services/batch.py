"""Analysing many pages: progress, time left, cancel, and what went wrong at the end."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.analysis import AnalysisRequest, Stage
from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import AnalysisAdvanced, Lane, PageLoaded, RequestDropped, RequestFailed
from ecgdesk.services.engine_service import EngineService
from ecgdesk.services.entry import EntryStatus, Problem
from ecgdesk.services.session import Session

IN_FLIGHT = 2

MakeRequest = Callable[[PageRef], AnalysisRequest | None]


@dataclass(frozen=True, slots=True)
class Progress:
    """Pages ended so far, of how many, seconds left (None while unknown), and what runs.

    `stage` is the last stage of `page` that is whole; None while it is being read.
    """

    done: int
    total: int
    seconds_left: float | None
    page: PageRef | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class BatchEnd:
    """What a batch came to; `failed` and `refused` name their pages, `total` counts all it was asked for."""

    done: int
    refused: tuple[PageRef, ...] = ()
    failed: tuple[PageRef, ...] = ()
    cancelled: bool = False
    total: int = 0


class Batch(QObject):
    """Feeds the engine's batch lane, two pages at a time, so that cancel needs no clearing up.

    A page that is analysed on its own meanwhile, because it is shown, still counts.
    """

    begun = Signal()
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
        self._asked: dict[PageRef, None] = {}
        self._elsewhere: set[PageRef] = set()
        self._ended: set[PageRef] = set()
        self._started = 0.0
        engine.page_loaded.connect(self._on_page_loaded)
        engine.analysis_advanced.connect(self._on_advanced)
        engine.request_failed.connect(self._on_failed)
        engine.request_dropped.connect(self._on_dropped)
        session.entries_removed.connect(self._on_removed)
        session.entry_changed.connect(self._on_entry_changed)
        session.current_changed.connect(self._on_current_changed)

    @property
    def is_running(self) -> bool:
        """Whether pages wait or run."""
        return bool(self._waiting or self._running or self._elsewhere)

    @property
    def progress(self) -> Progress:
        """How far the batch is."""
        done, total = len(self._ended), len(self._asked)
        left = None
        if done:
            elapsed = time.monotonic() - self._started
            left = elapsed / done * (total - done)
        page = next((r.page for r in self._running.values()), next(iter(self._elsewhere), None))
        entry = self._session.get(page)
        stage = entry.analysis.stage if entry and entry.analysis and not entry.stale else None
        return Progress(done, total, left, page, stage)

    def start(self, pages: Iterable[PageRef], elsewhere: PageRef | None = None) -> None:
        """Add pages to the batch; those already in it stay where they are.

        `elsewhere` is one of them that is, or is about to be, analysed on its own: it is counted only.
        """
        known = {*self._waiting, *(r.page for r in self._running.values()), *self._elsewhere}
        new = [p for p in dict.fromkeys(pages) if p in self._session and p not in known]
        alone = {p for p in new if self._make_request(p) and (p == elsewhere or self._runs_alone(p))}
        if not new or (not self.is_running and alone == set(new)):
            return
        if not self.is_running:
            self._begin()
        self._asked.update(dict.fromkeys(new))
        self._ended.difference_update(new)
        for page in new:
            if page in alone:
                self._leave_to_itself(page)
            else:
                self._waiting.append(page)
                self._session.set_status(page, EntryStatus.WAITING)
        self._after_change()

    def skip(self, page: PageRef) -> None:
        """Do not run a page here, because it is analysed on its own from now on."""
        if page not in self._asked or not self.is_running:
            return
        if page in self._waiting:
            self._waiting.remove(page)
        self._cancel_running(page)
        self._ended.discard(page)
        self._elsewhere.add(page)
        self._after_change()

    def cancel(self) -> None:
        """Stop at once; finished pages keep their results, the rest wait again."""
        if not self.is_running:
            return
        running, self._running = self._running, {}
        self._waiting.clear()
        self._elsewhere.clear()
        for request_id, request in running.items():
            self._engine.cancel(request_id)
            self._session.rest(request.page)
        self.ended.emit(self._summary(cancelled=True))

    def _begin(self) -> None:
        self._asked, self._ended, self._started = {}, set(), time.monotonic()
        self.begun.emit()

    def _runs_alone(self, page: PageRef) -> bool:
        return page == self._session.current and self._session[page].status is EntryStatus.RUNNING

    def _leave_to_itself(self, page: PageRef) -> None:
        finished = self._session[page].is_finished
        (self._ended if finished else self._elsewhere).add(page)

    def _on_entry_changed(self, page: PageRef) -> None:
        entry = self._session.get(page)
        if page not in self._elsewhere or entry is None or entry.status is EntryStatus.RUNNING:
            return
        if entry.is_finished:
            self._ended.add(page)
        elif page != self._session.current:
            # Whoever looked at it has gone on before it was done.
            self._waiting.appendleft(page)
        else:
            return
        self._elsewhere.discard(page)
        self._after_change()

    def _feed(self) -> None:
        while self._waiting and len(self._running) < IN_FLIGHT:
            page = self._waiting.popleft()
            request = self._make_request(page)
            if request is None:
                self._asked.pop(page, None)
                continue
            self._running[self._engine.analyse(request, Lane.BATCH)] = request
            self._session.set_status(page, EntryStatus.RUNNING)
        self.progressed.emit(self.progress)

    def _on_current_changed(self) -> None:
        for page in tuple(self._elsewhere):
            self._on_entry_changed(page)

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
        else:
            self.progressed.emit(self.progress)

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
        elif event.page in self._elsewhere and not self._runs_alone(event.page):
            self._elsewhere.discard(event.page)
            self._after_change()

    def _on_removed(self, pages: list[PageRef]) -> None:
        if not self.is_running:
            return
        gone = [page for page in pages if self._asked.pop(page, self) is None]
        for page in gone:
            self._cancel_running(page)
        self._waiting = deque(p for p in self._waiting if p in self._asked)
        self._elsewhere.difference_update(gone)
        self._ended.difference_update(gone)
        if gone:
            self._after_change()

    def _cancel_running(self, page: PageRef) -> None:
        request_id = next((i for i, r in self._running.items() if r.page == page), None)
        if request_id is not None:
            del self._running[request_id]
            self._engine.cancel(request_id)

    def _retry(self, request_id: int) -> None:
        self._waiting.appendleft(self._running.pop(request_id).page)
        self._feed()

    def _end(self, request_id: int) -> None:
        self._ended.add(self._running.pop(request_id).page)
        self._after_change()

    def _after_change(self) -> None:
        self._feed()
        if not self.is_running:
            self.ended.emit(self._summary(cancelled=False))

    def _summary(self, *, cancelled: bool) -> BatchEnd:
        entries = [e for p in self._asked if p in self._ended and (e := self._session.get(p)) is not None]
        return BatchEnd(
            sum(1 for e in entries if e.status is EntryStatus.DONE),
            tuple(e.page for e in entries if e.status is EntryStatus.REFUSED),
            tuple(e.page for e in entries if e.status is EntryStatus.FAILED),
            cancelled,
            len(self._asked),
        )
