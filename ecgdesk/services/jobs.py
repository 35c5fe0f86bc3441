"""Short pieces of work off the UI thread. The runnable holds bound signals, never a QObject."""

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.sentence import say

_LOG = logging.getLogger(__name__)

Emit = Callable[..., None]


class _Work(QRunnable):
    def __init__(self, ticket: int, function: Callable[[], Any], finished: Emit, failed: Emit) -> None:
        super().__init__()
        self._ticket, self._function = ticket, function
        self._finished, self._failed = finished, failed

    def run(self) -> None:
        """Call the function and report what became of it."""
        try:
            result = self._function()
        except EcgdeskError as error:
            self._tell(self._failed, error)
        except Exception as error:  # noqa: BLE001 - a job must always report back
            _LOG.exception("A background job failed")
            self._tell(self._failed, EcgdeskError(_plain(error), "Details are in the log."))
        else:
            self._tell(self._finished, result)

    def _tell(self, emit: Emit, outcome: object) -> None:
        # Whoever asked may have been closed meanwhile; then nobody is left to be told.
        with suppress(RuntimeError):
            emit(self._ticket, outcome)


def _plain(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        if not error.filename:
            return say("{reason}.", reason=error.strerror)
        return say("{reason}: {file}.", reason=error.strerror, file=error.filename)
    return say("Something went wrong in the background.")


class Jobs(QObject):
    """Runs functions in a pool and calls back on the thread that made this object."""

    _finished = Signal(int, object)
    _failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None, threads: int = 1) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._callbacks: dict[int, tuple[Callable[[Any], None], Callable[[EcgdeskError], None]]] = {}
        self._next = 0
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        function: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[EcgdeskError], None],
    ) -> None:
        """Run `function` in the pool; one of the two callbacks follows on the caller's thread."""
        if self._closed:
            return
        self._next += 1
        self._callbacks[self._next] = (on_done, on_failed)
        self._pool.start(_Work(self._next, function, self._finished.emit, self._failed.emit))

    def close(self) -> None:
        """Forget what waits and let what runs end; no callback is called after this."""
        self._closed = True
        self._callbacks.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _on_finished(self, ticket: int, result: object) -> None:
        if ticket in self._callbacks:
            self._callbacks.pop(ticket)[0](result)

    def _on_failed(self, ticket: int, error: EcgdeskError) -> None:
        if ticket in self._callbacks:
            self._callbacks.pop(ticket)[1](error)
