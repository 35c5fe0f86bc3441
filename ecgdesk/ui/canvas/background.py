"""Work off the window's thread, of which only the latest counts."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from ecgdesk.services.jobs import Jobs


class LatestJob(QObject):
    """Runs one piece of work at a time; a newer one replaces what waits and silences what runs."""

    finished = Signal(object)
    """The latest work's result."""
    failed = Signal(object)
    """The EcgdeskError that the latest work ended with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._waiting: Callable[[], Any] | None = None
        self._running = False
        self._wanted = 0

    def submit(self, work: Callable[[], Any]) -> None:
        """Start `work` as soon as what runs has ended, unless something newer is submitted before."""
        self._wanted += 1
        self._waiting = work
        self._start_next()

    def drop(self) -> None:
        """Forget all that was submitted; no signal follows."""
        self._wanted += 1
        self._waiting = None

    def _start_next(self) -> None:
        if self._running or self._waiting is None:
            return
        work, self._waiting, self._running = self._waiting, None, True
        ticket = self._wanted
        self._jobs.submit(
            work, partial(self._settle, ticket, self.finished), partial(self._settle, ticket, self.failed)
        )

    def _settle(self, ticket: int, signal: SignalInstance, outcome: object) -> None:
        self._running = False
        self._start_next()
        if ticket == self._wanted:
            signal.emit(outcome)
