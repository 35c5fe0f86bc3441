"""An engine without a model: it keeps the contract of `engine.protocol` with one thread and short waits.

File names choose what happens: `blur*` amber, `unsure*` not sure, `refused*` refused, `broken*` fails,
`killer*` takes the engine down as long as `deaths` lasts; the second time it gives the page up.
"""

import itertools
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from ecgdesk.core.analysis import AnalysisRequest, Stage, Trust
from ecgdesk.core.lead_keys import lead_key
from ecgdesk.core.page import PageRef
from ecgdesk.core.sentence import say
from ecgdesk.engine.protocol import (
    AnalysisAdvanced,
    EngineEvent,
    EngineOptions,
    EngineState,
    Lane,
    PageLoaded,
    PictureSeen,
    RequestDropped,
    RequestFailed,
    StateChanged,
)
from tests.fakes.pages import (
    MEASURED,
    classified,
    is_picture,
    proposed_crop,
    quality_for,
    read_page,
    refused,
    seen,
)  # fmt: skip
from tests.fakes.reading import read_again

SHARES = (0.12, 0.41, 0.3, 0.08)
FIGURES = {"randomised_correlation": 0.12, "erasing_gain": 0.08, "jitter_correlation": 0.91}
VERDICT = say("The heat map passed its checks: 96\N{NO-BREAK SPACE}% on the tracing.")


@dataclass
class _Item:
    id: int
    page: PageRef
    request: AnalysisRequest | None
    lane: Lane
    deaths: int = 0
    picture: bool = False


class FakeEngine:
    """Answers requests on its own thread; `step_s` is the time of one stage."""

    def __init__(self, step_s: float = 0.01, start_s: float = 0.0, deaths: int = 1) -> None:
        self.step_s, self.start_s, self.deaths = step_s, start_s, deaths
        self.light = "green"
        self.seen: list[AnalysisRequest] = []
        self.requests: list[AnalysisRequest] = []
        self.loads: list[PageRef] = []
        self.cancelled: list[int] = []
        self.options: list[EngineOptions] = []
        self.hold = threading.Event()
        self.hold.set()
        self._ids = itertools.count(1)
        self._queue: deque[_Item] = deque()
        self._lock = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None
        self._emit: Callable[[EngineEvent], None] = lambda event: None

    def start(self, on_event: Callable[[EngineEvent], None]) -> None:
        self._emit = on_event
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def load(self, page: PageRef) -> int:
        self.loads.append(page)
        return self._put(page, None, Lane.INTERACTIVE)

    def analyse(self, request: AnalysisRequest, lane: Lane = Lane.INTERACTIVE) -> int:
        self.requests.append(request)
        return self._put(request.page, request, lane)

    def see(self, request: AnalysisRequest) -> int:
        self.seen.append(request)
        return self._put(request.page, request, Lane.BATCH, picture=True)

    def cancel(self, request_id: int) -> None:
        with self._lock:
            self.cancelled.append(request_id)

    def cancel_all(self) -> None:
        with self._lock:
            self.cancelled.extend(item.id for item in self._queue)

    def restart(self, options: EngineOptions) -> None:
        self.options.append(options)
        self._emit(StateChanged(EngineState.RESTARTING, "The engine is starting again."))
        self._emit(StateChanged(EngineState.READY, "", "CPU"))

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._lock.notify_all()
        self.hold.set()
        if self._thread is not None:
            self._thread.join()

    def fail_for_good(self) -> None:
        """Say that the engine could not be started again."""
        self._emit(StateChanged(EngineState.FAILED, "The engine could not be started."))

    def _put(
        self, page: PageRef, request: AnalysisRequest | None, lane: Lane, *, picture: bool = False
    ) -> int:
        item = _Item(next(self._ids), page, request, lane, picture=picture)
        with self._lock:
            if lane is Lane.INTERACTIVE:
                self.cancelled.extend(i.id for i in self._queue if i.lane is Lane.INTERACTIVE)
                self._queue.appendleft(item)
            else:
                self._queue.append(item)
            self._lock.notify_all()
        return item.id

    def _work(self) -> None:
        self._emit(StateChanged(EngineState.STARTING, "Starting."))
        self._wait(self.start_s)
        self._emit(StateChanged(EngineState.READY, "", "CPU"))
        while True:
            with self._lock:
                while not self._queue and not self._closed:
                    self._lock.wait()
                if self._closed:
                    return
                item = self._queue.popleft()
            self._answer(item)

    def _wait(self, seconds: float) -> None:
        if seconds:
            with self._lock:
                self._lock.wait_for(lambda: self._closed, seconds)
        self.hold.wait()

    def _answer(self, item: _Item) -> None:
        for event in self._stages(item):
            if self._closed:
                return
            if item.id in self.cancelled:
                self._emit(RequestDropped(item.id, item.page))
                return
            self._emit(event)

    def _stages(self, item: _Item):  # noqa: ANN202
        name = item.page.path.name
        self._wait(self.step_s)
        if name.startswith("broken") or not is_picture(item.page.path):
            problem = f"{name} is cut short and cannot be shown."
            yield RequestFailed(item.id, item.page, "unreadable", problem, "Copy the file again.")
            return
        page = read_page(item.page)
        if item.picture:
            yield PictureSeen(item.id, item.page, seen(page, item.request.crop))
            return
        quality, crop = quality_for(name), proposed_crop(page)
        yield PageLoaded(item.id, page, crop, quality)
        if item.request is None:
            return
        crop = item.request.crop or crop
        if quality.trust is Trust.REFUSED:
            yield AnalysisAdvanced(item.id, refused(item.request, crop, quality), True)
            return
        self._wait(self.step_s)
        if name.startswith("killer") and self.deaths > 0:
            self.deaths -= 1
            yield StateChanged(EngineState.RESTARTING, "The engine stopped and is being restarted.")
            self._wait(self.step_s)
            yield StateChanged(EngineState.READY, "", "CPU")
            item.deaths += 1
            if item.deaths > 1:
                problem = f"{item.page.title} stopped the engine twice and was left out."
                yield RequestFailed(item.id, item.page, "engine", problem, "Save it as PNG and try that.")
            else:
                yield from self._stages(item)
            return
        analysis = classified(item.request, crop, quality)
        more = item.request.until is Stage.CHECKS
        yield AnalysisAdvanced(item.id, analysis, not more)
        if not more:
            return
        self._wait(self.step_s)
        checks = replace(
            analysis, stage=Stage.CHECKS, measurements=MEASURED, reading=read_again(item.request.given)
        )
        if checks.explanation is not None:
            shares = {lead_key(one): SHARES[place % 4] for place, one in enumerate(checks.reading.leads)}
            explained = replace(checks.explanation, outside_trace_share=0.04, lead_shares=shares)
            checks = replace(checks, explanation=explained)
        examined = item.request.examine and checks.explanation is not None
        yield AnalysisAdvanced(item.id, checks, not examined)
        if examined:
            self._wait(self.step_s)
            explained = replace(checks.explanation, checks=FIGURES, light=self.light, verdict=VERDICT)
            yield AnalysisAdvanced(item.id, replace(checks, explanation=explained), True)
