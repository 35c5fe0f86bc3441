"""An engine whose code is imported only after the window is there."""

import itertools
import logging
import threading
from collections.abc import Callable

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.page import PageRef
from ecgdesk.core.sentence import say
from ecgdesk.engine.protocol import (
    Engine,
    EngineEvent,
    EngineOptions,
    EngineState,
    Lane,
    RequestDropped,
    StateChanged,
)

_LOG = logging.getLogger(__name__)
_SENTENCE = say("The engine could not be started, so pages cannot be analysed. The log says why.")


class LateEngine:
    """Keeps the contract of `engine.protocol.Engine`; `make` is called once, when first needed.

    `start` makes the engine on a thread of its own; whoever needs it before waits for that. Where it cannot
    be made or started that is announced as FAILED, requests are dropped, and `restart` tries again.
    """

    def __init__(self, make: Callable[[], Engine]) -> None:
        self._make = make
        self._made: Engine | None = None
        self._lock = threading.Lock()
        self._starter: threading.Thread | None = None
        self._on_event: Callable[[EngineEvent], None] = lambda _: None
        self._failed = False
        # Below every id of a real engine.
        self._dropped = itertools.count(-1, -1)

    def start(self, on_event: Callable[[EngineEvent], None]) -> None:
        """Make and start the engine in the background; returns at once."""
        self._on_event = on_event
        self._try_in_background()

    def load(self, page: PageRef) -> int:
        """Ask for stage 1 only."""
        engine = self._engine()
        return engine.load(page) if engine else self._drop(page)

    def see(self, request: AnalysisRequest) -> int:
        """Ask for the picture that a model would get."""
        engine = self._engine()
        return engine.see(request) if engine else self._drop(request.page)

    def analyse(self, request: AnalysisRequest, lane: Lane = Lane.INTERACTIVE) -> int:
        """Ask for an analysis."""
        engine = self._engine()
        return engine.analyse(request, lane) if engine else self._drop(request.page)

    def cancel(self, request_id: int) -> None:
        """Drop a request."""
        engine = self._engine()
        if engine and request_id >= 0:
            engine.cancel(request_id)

    def cancel_all(self) -> None:
        """Drop everything."""
        if self._made is not None:
            self._made.cancel_all()

    def restart(self, options: EngineOptions) -> None:
        """Start a new process with other options; makes the engine again where it could not be made."""
        if self._failed:
            self._failed = False
            self._try_in_background(options)
        elif engine := self._engine():
            engine.restart(options)

    def close(self) -> None:
        """End the engine, if it was ever made."""
        if self._starter is not None:
            self._starter.join()
        if self._made is not None:
            self._made.close()

    def _try_in_background(self, options: EngineOptions | None = None) -> None:
        self._on_event(StateChanged(EngineState.STARTING))
        self._starter = threading.Thread(target=self._start, args=(options,), name="engine starter")
        self._starter.start()

    def _start(self, options: EngineOptions | None) -> None:
        engine = self._engine()
        if engine is None:
            return
        try:
            engine.start(self._on_event)
            if options is not None:
                engine.restart(options)
        except Exception:  # noqa: BLE001 - whatever it is, the window must say so
            self._fail()

    def _engine(self) -> Engine | None:
        with self._lock:
            if self._made is None and not self._failed:
                try:
                    self._made = self._make()
                except Exception:  # noqa: BLE001 - whatever it is, the window must say so
                    self._fail()
            return None if self._failed else self._made

    def _fail(self) -> None:
        _LOG.exception("The engine could not be started")
        self._failed = True
        self._on_event(StateChanged(EngineState.FAILED, _SENTENCE))

    def _drop(self, page: PageRef) -> int:
        request_id = next(self._dropped)
        self._on_event(RequestDropped(request_id, page))
        return request_id
