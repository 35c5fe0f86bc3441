"""The thread that owns the engine process: it alone sends, receives, restarts and buries."""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import wait
from typing import Final

from ecgdesk.core.sentence import Sentence, say
from ecgdesk.engine.delivery import Delivery
from ecgdesk.engine.entry import AnalystFactory
from ecgdesk.engine.inbox import Close, Inbox, Restart, Unwanted, Wish
from ecgdesk.engine.messages import Moved, Reply, Task, WorkerSettings
from ecgdesk.engine.pixels import HeldPixels
from ecgdesk.engine.process import WorkerProcess
from ecgdesk.engine.protocol import (
    EngineEvent,
    EngineState,
    RequestDropped,
    RequestFailed,
    StateChanged,
)
from ecgdesk.engine.schedule import Entry, Schedule

LOG = logging.getLogger("ecgdesk.engine.client")

MAX_UNPROVOKED_DEATHS: Final = 3
"""A process that dies so often in a row without any request being at fault is given up."""

PAGE_SILENT_S: Final = 60.0
"""Reading the worst page that is allowed takes a few seconds; one that takes so long never ends."""

MODEL_SILENT_S: Final = 180.0
"""The first page may load a large model from a slow disk and run it on an old processor."""

_GIVEN_UP: Final = say("The engine does not start. Run “ecgdesk doctor” for the cause.")


class Patience:
    """How long the engine may be silent on one request before it counts as hung, in seconds.

    `page_s` until the page is there, `silent_s` from then on; waiting for the models does not count.
    """

    cancelled_s: float = 20.0
    page_s: float = PAGE_SILENT_S
    silent_s: float = MODEL_SILENT_S
    look_s: float = 1.0


class Supervisor:
    """Runs on its own thread from `run` to the end; everything else talks to it through the inbox."""

    def __init__(
        self,
        settings: WorkerSettings,
        factory: AnalystFactory,
        inbox: Inbox,
        on_event: Callable[[EngineEvent], None],
        patience: Patience | None = None,
    ) -> None:
        self._settings = settings
        self._factory = factory
        self._inbox = inbox
        self._on_event = on_event
        self._patience = patience or Patience()
        self._schedule = Schedule()
        self._held = HeldPixels()
        self._delivery = Delivery(self._schedule, self._held, self._emit)
        self._process: WorkerProcess | None = None
        self._state = EngineState.STARTING
        self._closing = False
        self._unprovoked = 0
        self._last_news = 0.0
        self._unwanted: tuple[int, float] | None = None

    def run(self) -> None:
        """Serve until closed; the process never outlives this call."""
        try:
            self._enter(EngineState.STARTING)
            self._start()
            while not self._closing:
                self._turn()
        finally:
            self._end_process()
            self._inbox.close()
            self._enter(EngineState.STOPPED)

    def _turn(self) -> None:
        self._hand_out()
        working = self._schedule.running_id is not None
        sources = [self._inbox.bell, *(self._process.sources if self._process else [])]
        wait(sources, self._patience.look_s if working else None)
        for wish in self._inbox.take():
            self._grant(wish)
        if self._process is not None:
            self._read(self._process)
        if self._process is not None:
            self._check_patience(self._process)

    # The process

    def _start(self) -> None:
        self._unwanted = None
        self._last_news = time.monotonic()
        try:
            self._process = WorkerProcess(self._settings, self._factory)
        except OSError:
            LOG.exception("the engine process could not be started")
            self._give_up()

    def _end_process(self) -> None:
        if self._process is not None:
            process, self._process = self._process, None
            process.end()

    def _restart(self, sentence: str) -> None:
        self._end_process()
        self._enter(EngineState.RESTARTING, sentence)
        self._start()

    def _give_up(self) -> None:
        self._end_process()
        self._enter(EngineState.FAILED, _GIVEN_UP)
        for entry, _ in self._schedule.cancel_all():
            self._refuse(entry)

    def _read(self, process: WorkerProcess) -> None:
        try:
            reply = process.receive()
        except EOFError:
            self._process_died()
            return
        if reply is not None:
            self._last_news = time.monotonic()
            self._handle(reply, process)

    def _handle(self, reply: Reply, process: WorkerProcess) -> None:
        if isinstance(reply, Moved):
            self._enter(reply.state, reply.sentence, reply.device)
        else:
            self._delivery.deliver(reply, process)
        if self._unwanted is not None and self._schedule.running_id != self._unwanted[0]:
            self._unwanted = None

    def _process_died(self) -> None:
        provoked = self._schedule.running_id is not None
        self._unprovoked = 0 if provoked else self._unprovoked + 1
        LOG.warning("the engine died (working on request %s)", self._schedule.running_id)
        self._report(self._schedule.process_gone(blame=True), _died_twice)
        if self._unprovoked >= MAX_UNPROVOKED_DEATHS:
            self._give_up()
        else:
            self._restart(say("The engine stopped unexpectedly and is being restarted. Nothing was lost."))

    def _check_patience(self, process: WorkerProcess) -> None:
        now = time.monotonic()
        if self._unwanted is not None and now - self._unwanted[1] > self._patience.cancelled_s:
            self._schedule.process_gone(blame=False)
            process.kill()
            self._restart(say("A cancelled page did not stop, so the engine is being restarted."))
        elif self._is_silent(now):
            LOG.warning("the engine hangs (working on request %s)", self._schedule.running_id)
            process.kill()
            self._report(self._schedule.process_gone(blame=True), _hung)
            self._restart(say("A page took far too long, so the engine is being restarted."))

    def _is_silent(self, now: float) -> bool:
        if self._schedule.running_id is None:
            return False
        running = self._schedule.running
        has_page = running is not None and running.has_page
        limit = self._patience.silent_s if has_page else min(self._patience.page_s, self._patience.silent_s)
        return now - self._last_news > limit

    # Requests

    def _hand_out(self) -> None:
        while self._process is not None and (entry := self._schedule.next()) is not None:
            self._process.send(entry.task)

    def _grant(self, wish: Wish) -> None:
        if isinstance(wish, Close):
            self._close()
        elif isinstance(wish, Restart):
            self._start_over(wish)
        elif isinstance(wish, Unwanted):
            self._forget(wish)
        else:
            self._add(wish)

    def _close(self) -> None:
        self._closing = True
        self._forget(Unwanted(None))

    def _start_over(self, wish: Restart) -> None:
        self._settings = replace(self._settings, options=wish.options)
        self._unprovoked = 0
        self._schedule.process_gone(blame=False)
        self._restart(say("The engine is being restarted with the new settings."))

    def _add(self, task: Task) -> None:
        held = self._held.find(task.page)
        entry = Entry(replace(task, held=held[1]), held[0]) if held else Entry(task)
        if self._state is EngineState.FAILED:
            self._refuse(entry)
            return
        for old, was_sent in self._schedule.add(entry):
            self._drop(old, was_sent)

    def _forget(self, wish: Unwanted) -> None:
        if wish.id is None:
            found = self._schedule.cancel_all()
        else:
            one = self._schedule.cancel(wish.id)
            found = [one] if one else []
        for entry, was_sent in found:
            self._drop(entry, was_sent)

    def _drop(self, entry: Entry, was_sent: bool) -> None:
        request_id = entry.task.id
        if was_sent and self._process is not None:
            self._process.cancel(request_id)
            if request_id == self._schedule.running_id:
                self._unwanted = (request_id, time.monotonic())
        self._emit(RequestDropped(request_id, entry.task.page))

    def _report(self, given_up: list[Entry], problem_of: Callable[[str], Sentence]) -> None:
        for entry in given_up:
            problem = problem_of(entry.task.page.title)
            advice = say("Open it in another program, save it as PNG, and try that file.")
            self._emit(RequestFailed(entry.task.id, entry.task.page, "engine", problem, advice))

    def _refuse(self, entry: Entry) -> None:
        problem = say(
            "{page} was not analysed because the engine does not start.", page=entry.task.page.title
        )
        advice = say("Run “ecgdesk doctor” for the cause.")
        self._emit(RequestFailed(entry.task.id, entry.task.page, "engine", problem, advice))

    # Events

    def _enter(self, state: EngineState, sentence: str = "", device: str = "") -> None:
        self._state = state
        if state is EngineState.READY:
            self._unprovoked = 0
        self._emit(StateChanged(state, sentence, device))

    def _emit(self, event: EngineEvent) -> None:
        try:
            self._on_event(event)
        except Exception:  # a listener's mistake must not end the engine's thread
            LOG.exception("a listener failed on %s", type(event).__name__)


def _died_twice(page: str) -> Sentence:
    return say("{page} stopped the engine twice and was left out.", page=page)


def _hung(page: str) -> Sentence:
    return say("{page} took far too long, also when it was tried again, and was left out.", page=page)
