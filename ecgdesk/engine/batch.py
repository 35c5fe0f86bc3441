"""Many pages through an engine, one result after another, for whoever can wait: the command line."""

import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from ecgdesk.core.analysis import Analysis, AnalysisRequest, Caution, Stage, Status
from ecgdesk.core.page import Page
from ecgdesk.core.sentence import joined, say
from ecgdesk.engine.protocol import (
    AnalysisAdvanced,
    Engine,
    EngineEvent,
    Lane,
    PageLoaded,
    PictureSeen,
    RequestDropped,
    RequestFailed,
    StateChanged,
)

AHEAD: Final = 3
"""Pages asked for before the first of them is taken: the engine never idles, pixels never pile up."""

Progress = Callable[[int, int], None]
"""Called with how many pages are done and how many there are, as far as is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """How one page ended; `page` is None when it could not be read.

    `second` is the analysis that was asked for after the first, None where there is none.
    """

    request: AnalysisRequest
    analysis: Analysis
    page: Page | None = None
    second: Analysis | None = None


Follow = Callable[[Analysis], AnalysisRequest | None]
"""From a page's finished analysis to what else is asked of the page, for comparison; None for nothing."""


def nothing_more(analysis: Analysis) -> None:
    """Ask for no second analysis."""


def analyse_all(
    engine: Engine, requests: Iterable[AnalysisRequest], on_progress: Progress | None = None
) -> Iterator[Analysis]:
    """Yield one finished analysis per request in the order of the requests; errors are analyses too.

    Starts the engine; whoever made it closes it.
    """
    for outcome in outcomes(engine, requests, on_progress, every_page=False):
        yield outcome.analysis


def outcomes(
    engine: Engine,
    requests: Iterable[AnalysisRequest],
    on_progress: Progress | None = None,
    on_state: Callable[[StateChanged], None] | None = None,
    *,
    every_page: bool = True,
    follow: Follow = nothing_more,
) -> Iterator[Outcome]:
    """Yield the outcome of every request in order, with its pixels.

    With `every_page`, a request for page 1 stands for all pages of its file: the engine says how many
    there are, so that no file is parsed in this process. `follow` may ask for a second analysis of a page.
    """
    line = _Line(requests, every_page, follow)
    events: queue.SimpleQueue[EngineEvent] = queue.SimpleQueue()
    engine.start(events.put)
    done = 0
    while line.waiting:
        line.ask(engine)
        event = events.get()
        if isinstance(event, StateChanged):
            if on_state is not None:
                on_state(event)
            continue
        if isinstance(event, PictureSeen):
            continue
        line.take(event)
        for outcome in line.finished():
            done += 1
            if on_progress is not None:
                on_progress(done, done + len(line.waiting))
            yield outcome


@dataclass(slots=True, eq=False)
class _Slot:
    request: AnalysisRequest
    id: int | None = None
    page: Page | None = None
    best: Analysis | None = None
    done: bool = False
    further: AnalysisRequest | None = None
    second: Analysis | None = None

    @property
    def outcome(self) -> Outcome:
        if self.best is None:
            raise AssertionError("a finished page has an analysis")
        return Outcome(self.request, self.best, self.page, self.second)


class _Line:
    """The pages in the order of their results; grows when a file turns out to hold more pages."""

    def __init__(self, requests: Iterable[AnalysisRequest], every_page: bool, follow: Follow) -> None:
        self.waiting = deque(_Slot(request) for request in requests)
        self._every_page = every_page
        self._follow = follow
        self._asked: dict[int, _Slot] = {}

    def ask(self, engine: Engine) -> None:
        """Ask for as many pages as may be on their way."""
        for slot in list(islice(self.waiting, AHEAD)):
            if slot.id is None:
                slot.id = engine.analyse(slot.further or slot.request, Lane.BATCH)
                self._asked[slot.id] = slot

    def take(self, event: PageLoaded | AnalysisAdvanced | RequestFailed | RequestDropped) -> None:
        """Note what an event says about its page."""
        slot = self._asked.get(event.request_id)
        if slot is None:
            return
        if isinstance(event, PageLoaded):
            self._loaded(slot, event.page)
        elif slot.further is not None:
            self._took_second(slot, event)
        elif isinstance(event, AnalysisAdvanced):
            slot.best = event.analysis
            if event.final:
                self._finish_first(slot, event.analysis)
        else:
            slot.best, slot.done = _failed(slot, event), True

    def _finish_first(self, slot: _Slot, analysis: Analysis) -> None:
        slot.further = self._follow(analysis)
        slot.done = slot.further is None
        if slot.further is not None and slot.id is not None:
            del self._asked[slot.id]
            slot.id = None

    def _took_second(self, slot: _Slot, event: AnalysisAdvanced | RequestFailed | RequestDropped) -> None:
        if isinstance(event, AnalysisAdvanced):
            slot.second, slot.done = event.analysis, event.final
        else:
            slot.second, slot.done = _failed(replace(slot, best=None), event), True

    def finished(self) -> Iterator[Outcome]:
        """Yield the pages at the head of the line that are done."""
        while self.waiting and self.waiting[0].done:
            slot = self.waiting.popleft()
            if slot.id is not None:
                del self._asked[slot.id]
            yield slot.outcome

    def _loaded(self, slot: _Slot, page: Page) -> None:
        grows = self._every_page and slot.page is None and slot.request.page.number == 1
        slot.page = page
        if not grows:
            return
        place = self.waiting.index(slot) + 1
        for number in range(page.page_count, 1, -1):
            further = replace(slot.request, page=replace(slot.request.page, number=number))
            self.waiting.insert(place, _Slot(further))


def _failed(slot: _Slot, event: RequestFailed | RequestDropped) -> Analysis:
    if isinstance(event, RequestDropped):
        return Analysis(slot.request.page, Status.ERROR, Stage.PAGE, say("The analysis was cancelled."))
    if slot.best is not None and slot.best.prediction is not None:  # an error keeps what was good
        caution = Caution(event.code, event.problem, event.advice)
        return replace(slot.best, cautions=(*slot.best.cautions, caution))
    return Analysis(slot.request.page, Status.ERROR, Stage.PAGE, joined((event.problem, event.advice)))
