"""What the engine process does next. One thread puts commands in, the main thread takes turns out."""

import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any

from numpy.typing import NDArray

from ecgdesk.core.errors import CancelledError
from ecgdesk.engine.messages import Cancel, LoadPage, SeePage, Task
from ecgdesk.engine.protocol import Lane
from ecgdesk.engine.stages import Readiness, Step


@dataclass(slots=True, eq=False)
class Job:
    """A request in work.

    `waits_for_models` once all that is possible without them is done; `heat` is the map sent last.
    """

    task: Task
    steps: Generator[Step] | None = None
    waits_for_models: bool = False
    heat: NDArray[Any] | None = None
    cancelled: threading.Event = field(default_factory=threading.Event)

    def poll(self) -> None:
        """Raise CancelledError when nobody wants this request any more."""
        if self.cancelled.is_set():
            raise CancelledError("The work was cancelled.")

    def end(self) -> None:
        """Let go of everything the steps hold."""
        if self.steps is not None:
            self.steps.close()

    @property
    def urgency(self) -> int:
        """0 for loads and pictures, 1 for the interactive lane, 2 for the batch."""
        if isinstance(self.task, LoadPage | SeePage):
            return 0
        return 1 if self.task.lane is Lane.INTERACTIVE else 2


Turn = Job | Readiness


class Mailbox:
    """Jobs by urgency, then by age; a job stays until it is done, so that a more urgent one can cut in."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []
        self._readiness: Readiness | None = None
        self._announced = False
        self._closed = False
        self._changed = threading.Condition()

    def put(self, task: Task) -> None:
        """Add a request."""
        self._change(lambda: self._jobs.append(Job(task)))

    def cancel(self, command: Cancel) -> None:
        """Flag a request; its job ends at its next poll."""
        with self._changed:
            for job in self._jobs:
                if job.task.id == command.id:
                    job.cancelled.set()
            self._changed.notify_all()

    def models_ready(self, readiness: Readiness) -> None:
        """Models can be used, or it is known why not."""
        self._change(lambda: setattr(self, "_readiness", readiness))

    def close(self) -> None:
        """Let the main thread end; whatever runs ends at its next poll."""
        with self._changed:
            self._closed = True
            for job in self._jobs:
                job.cancelled.set()
            self._changed.notify_all()

    def done(self, job: Job) -> None:
        """Forget a job."""
        self._change(lambda: self._jobs.remove(job))

    def has_job(self, within_s: float) -> bool:
        """Whether a request came in time."""
        with self._changed:
            return self._changed.wait_for(lambda: bool(self._jobs) and not self._closed, within_s)

    def next(self) -> Turn | None:
        """Wait for the next turn; None when closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._turn() is not None)
            if self._closed:
                return None
            turn = self._turn()
            self._announced = self._announced or isinstance(turn, Readiness)
            return turn

    def _turn(self) -> Turn | None:
        if self._readiness is not None and not self._announced:
            return self._readiness
        possible = [job for job in self._jobs if self._readiness or not job.waits_for_models]
        cancelled = [job for job in self._jobs if job.cancelled.is_set()]
        return min(cancelled or possible, key=lambda job: (job.urgency, job.task.id), default=None)

    def _change(self, change: Callable[[], object]) -> None:
        with self._changed:
            change()
            self._changed.notify_all()
