"""An engine whose code is imported only after the window is there."""

import threading
from collections.abc import Callable

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import Engine, EngineEvent, EngineOptions, Lane


class LateEngine:
    """Keeps the contract of `engine.protocol.Engine`; `make` is called once, when first needed.

    `start` makes the engine on a thread of its own; whoever needs it before waits for that.
    """

    def __init__(self, make: Callable[[], Engine]) -> None:
        self._make = make
        self._made: Engine | None = None
        self._lock = threading.Lock()
        self._starter: threading.Thread | None = None

    def start(self, on_event: Callable[[EngineEvent], None]) -> None:
        """Make and start the engine in the background; returns at once."""
        self._starter = threading.Thread(target=lambda: self._engine().start(on_event), name="engine starter")
        self._starter.start()

    def load(self, page: PageRef) -> int:
        """Ask for stage 1 only."""
        return self._engine().load(page)

    def analyse(self, request: AnalysisRequest, lane: Lane = Lane.INTERACTIVE) -> int:
        """Ask for an analysis."""
        return self._engine().analyse(request, lane)

    def cancel(self, request_id: int) -> None:
        """Drop a request."""
        self._engine().cancel(request_id)

    def cancel_all(self) -> None:
        """Drop everything."""
        if self._made is not None:
            self._made.cancel_all()

    def restart(self, options: EngineOptions) -> None:
        """Start a new process with other options."""
        self._engine().restart(options)

    def close(self) -> None:
        """End the engine, if it was ever made."""
        if self._starter is not None:
            self._starter.join()
        if self._made is not None:
            self._made.close()

    def _engine(self) -> Engine:
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made
