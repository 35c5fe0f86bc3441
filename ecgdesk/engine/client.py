"""The engine as the window and the command line hold it. Imports neither torch, OpenCV nor Qt."""

import atexit
import itertools
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.page import PageRef
from ecgdesk.engine.entry import AnalystFactory, real_analyst
from ecgdesk.engine.inbox import Close, Inbox, Restart, Unwanted
from ecgdesk.engine.messages import AnalysePage, LoadPage, SeePage, WorkerSettings
from ecgdesk.engine.protocol import EngineEvent, EngineOptions, Lane
from ecgdesk.engine.supervisor import Patience, Supervisor

_CLOSE_S: Final = 15.0


class EngineClient:
    """Implements `protocol.Engine` with a process of its own; every method may be called on any thread.

    `factory` names what does the work in the process; `log_file` is where the process logs, without
    file names.
    """

    def __init__(
        self,
        options: EngineOptions | None = None,
        *,
        log_file: Path | None = None,
        factory: AnalystFactory = real_analyst,
        patience: Patience | None = None,
    ) -> None:
        self._settings = WorkerSettings(options or EngineOptions(), prefix="", log_file=log_file)
        self._factory = factory
        self._patience = patience
        self._inbox = Inbox()
        self._ids = itertools.count(1)
        self._thread: threading.Thread | None = None

    def start(self, on_event: Callable[[EngineEvent], None]) -> None:
        """Start the process and return at once; raises RuntimeError when started before."""
        if self._thread is not None:
            raise RuntimeError("an engine client is started once")
        supervisor = Supervisor(self._settings, self._factory, self._inbox, on_event, self._patience)
        self._thread = threading.Thread(target=supervisor.run, name="engine client", daemon=True)
        # Else a program that ends without closing would end the process, and this thread restart it.
        atexit.register(self.close)
        self._thread.start()

    def load(self, page: PageRef, model: str | None = None) -> int:
        """Ask for stage 1 only; the newest load is served first and none replaces another."""
        request_id = next(self._ids)
        self._inbox.put(LoadPage(request_id, page, model))
        return request_id

    def see(self, request: AnalysisRequest) -> int:
        """Ask for the picture that the request's model would get; it replaces the one before."""
        request_id = next(self._ids)
        self._inbox.put(SeePage(request_id, request))
        return request_id

    def analyse(self, request: AnalysisRequest, lane: Lane = Lane.INTERACTIVE) -> int:
        """Ask for an analysis; in the interactive lane it replaces the one before."""
        request_id = next(self._ids)
        self._inbox.put(AnalysePage(request_id, request, lane))
        return request_id

    def cancel(self, request_id: int) -> None:
        """Drop a request: its `RequestDropped` comes at once, its work ends at its next poll."""
        self._inbox.put(Unwanted(request_id))

    def cancel_all(self) -> None:
        """Drop everything that waits or runs."""
        self._inbox.put(Unwanted(None))

    def restart(self, options: EngineOptions) -> None:
        """Start a new process with other options; no request is lost."""
        self._inbox.put(Restart(options))

    def close(self) -> None:
        """End the process and wait for it; safe to call twice, and from an event's listener."""
        atexit.unregister(self.close)
        self._inbox.put(Close())
        if self._thread is None:
            self._inbox.close()
        elif self._thread is not threading.current_thread():
            self._thread.join(_CLOSE_S)
