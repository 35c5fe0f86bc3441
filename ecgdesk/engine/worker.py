"""The engine process: commands come in on one thread, all work is done on the main thread."""

import gc
import os
import threading
import time
from collections.abc import Generator
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Final

import numpy as np

from ecgdesk.core.analysis import Stage, Trust
from ecgdesk.core.errors import CancelledError, EcgdeskError, EngineError
from ecgdesk.core.sentence import say
from ecgdesk.engine.environment import LOG
from ecgdesk.engine.mailbox import Job, Mailbox
from ecgdesk.engine.messages import (
    AnalysePage,
    AnalysisMessage,
    Began,
    Cancel,
    Command,
    Dropped,
    Failed,
    LoadPage,
    Moved,
    PageMessage,
    PictureMessage,
    Quit,
    Reply,
    SeePage,
    Taken,
    Task,
    Waits,
)
from ecgdesk.engine.protocol import EngineState
from ecgdesk.engine.shared import Outbox
from ecgdesk.engine.stages import Advance, Analyst, PageStage, Picture, Readiness, Step

_FIRST_REQUEST_S: Final = 0.05
_LAST_WORDS_S: Final = 2.0
_SIGN_OF_LIFE_S: Final = 1.0
_OPENING: Final = say("Pages can be opened; the models are being loaded.")


class Worker:
    """Serves one client over one connection."""

    def __init__(self, connection: Connection, prefix: str, analyst: Analyst) -> None:
        self._connection = connection
        self._analyst = analyst
        self._outbox = Outbox(prefix)
        self._mailbox = Mailbox()
        self._current: Job | None = None
        self._readiness: Readiness | None = None
        self._client_is_gone = False
        self._last_sign = 0.0

    def run(self) -> None:
        """Work until the client quits or is gone; ends the process."""
        self._send(Moved(EngineState.READING, _OPENING))
        threading.Thread(target=self._listen, name="listener", daemon=True).start()
        self._serve_who_waits_already()
        threading.Thread(target=self._warm_up, name="warm-up", daemon=True).start()
        while (turn := self._mailbox.next()) is not None:
            if isinstance(turn, Readiness):
                self._announce(turn)
            else:
                self._step(turn)
        self._outbox.close(remove=self._client_is_gone)
        os._exit(0)  # an ordinary exit would wait for, or crash in, a half-imported torch

    def _serve_who_waits_already(self) -> None:
        # Importing torch takes seconds and holds the interpreter for long stretches: whoever waits for a
        # page gets it first.
        if self._mailbox.has_job(within_s=_FIRST_REQUEST_S):
            turn = self._mailbox.next()
            if isinstance(turn, Job):
                self._step(turn)

    def _warm_up(self) -> None:
        try:
            readiness = self._analyst.warm_up()
            # torch brings 200,000 objects that stay: a look through them takes a fifth of a second.
            gc.freeze()
        except EcgdeskError as error:
            readiness = Readiness("", error.sentence, usable=False)
        except Exception as error:  # noqa: BLE001 - whatever a broken installation raises on import
            LOG.exception("the models could not be prepared")
            readiness = Readiness("", _broken(error), usable=False)
        self._mailbox.models_ready(readiness)

    def _listen(self) -> None:
        try:
            while not isinstance(command := self._connection.recv(), Quit):
                self._obey(command)
        except (EOFError, OSError):
            self._client_is_gone = True
        self._outbox.close(remove=self._client_is_gone)
        self._mailbox.close()
        threading.Event().wait(_LAST_WORDS_S)  # the main thread ends the process, unless it hangs
        os._exit(0)

    def _obey(self, command: Command) -> None:
        if isinstance(command, LoadPage | AnalysePage | SeePage):
            self._mailbox.put(command)
        elif isinstance(command, Cancel):
            self._mailbox.cancel(command)
        elif isinstance(command, Taken):
            self._outbox.taken(command.name)

    def _announce(self, readiness: Readiness) -> None:
        self._readiness = readiness
        state = EngineState.READY if readiness.usable else EngineState.READING
        self._send(Moved(state, readiness.sentence, readiness.device))

    def _step(self, job: Job) -> None:
        if job is not self._current:
            self._current = job
            self._send(Began(job.task.id))
        try:
            self._poll(job)
            if job.waits_for_models and self._readiness is not None and not self._readiness.usable:
                raise EngineError(self._readiness.sentence)
            if self._advance(job):
                return
        except CancelledError:
            self._send(Dropped(job.task.id))
        except EcgdeskError as error:
            self._send(Failed(job.task.id, error.code, error.problem, error.advice))
        except MemoryError:
            problem = say("There is not enough memory for {page}.", page=job.task.page.title)
            advice = say("Close other programs, or scan the page at a lower resolution.")
            self._send(Failed(job.task.id, "memory", problem, advice))
        except Exception:  # noqa: BLE001 - the border of the process: one bad page must not end a batch
            LOG.exception("request %d failed", job.task.id)
            problem = say("{page} could not be analysed.", page=job.task.page.title)
            advice = say("Something unexpected happened; the log says where.")
            self._send(Failed(job.task.id, "unexpected", problem, advice))
        self._finish(job)

    def _poll(self, job: Job) -> None:
        """Raise CancelledError when nobody wants the job any more; else tell now and then that work goes on.

        A large network on a slow processor takes minutes to put its heat map to the test, pass by pass.
        """
        job.poll()
        now = time.monotonic()
        of_this_thread = threading.current_thread() is threading.main_thread()  # the only one that may send
        if of_this_thread and job is self._current and now - self._last_sign >= _SIGN_OF_LIFE_S:
            self._last_sign = now
            self._send(Began(job.task.id))

    def _finish(self, job: Job) -> None:
        job.end()
        self._current = None
        self._mailbox.done(job)

    def _advance(self, job: Job) -> bool:
        """Take one step of a job; returns whether more will come."""
        if job.steps is None:
            job.steps = self._begin(job)
        step = next(job.steps, None)
        if step is None:
            return False
        if isinstance(step, PageStage):
            self._send_page(job, step)
            job.waits_for_models = _needs_models(job.task, step)
            if job.waits_for_models and self._readiness is None:
                self._rest(job)
            return not isinstance(job.task, LoadPage)
        if isinstance(step, Picture):
            self._send(PictureMessage(job.task.id, self._outbox.put(step.pixels)))
            return False
        self._send_analysis(job, step)
        return not step.final

    def _rest(self, job: Job) -> None:
        # Importing torch may take longer than any page: that silence is nobody's fault.
        self._current = None
        self._send(Waits(job.task.id))

    def _begin(self, job: Job) -> Generator[Step]:
        if isinstance(job.task, LoadPage):
            return self._load(job, job.task)
        if isinstance(job.task, SeePage):
            return self._see(job, job.task)
        return self._analyst.stages(job.task.request, lambda: self._poll(job))

    def _load(self, job: Job, task: LoadPage) -> Generator[Step]:
        yield self._analyst.load(task.page, task.model, lambda: self._poll(job))

    def _see(self, job: Job, task: SeePage) -> Generator[Step]:
        yield self._analyst.see(task.request, lambda: self._poll(job))

    def _send_page(self, job: Job, stage: PageStage) -> None:
        page = stage.page
        pixels = None if job.task.held == page.sha256 else self._outbox.put(page.pixels)
        final = isinstance(job.task, LoadPage)
        self._send(PageMessage(job.task.id, page.ref, pixels, page.page_count, page.sha256, page.dpi,
                               stage.crop, stage.quality, final))  # fmt: skip

    def _send_analysis(self, job: Job, step: Advance) -> None:
        analysis, heat = step.analysis, None
        if analysis.explanation is not None:
            array = analysis.explanation.heat
            if job.heat is not array:
                heat, job.heat = self._outbox.put(array), array
            empty = np.empty((0, 0), dtype=np.float32)
            analysis = replace(analysis, explanation=replace(analysis.explanation, heat=empty))
        self._send(AnalysisMessage(job.task.id, analysis, heat, step.final))

    def _send(self, reply: Reply) -> None:
        try:
            self._connection.send(reply)
        except OSError:
            self._client_is_gone = True
            self._mailbox.close()


def _needs_models(task: Task, stage: PageStage) -> bool:
    if isinstance(task, LoadPage) or task.request.until is Stage.PAGE:
        return False
    return stage.quality.trust is not Trust.REFUSED


def _broken(error: Exception) -> str:
    return say(
        "Models cannot run here ({kind}). Pages can still be opened. Run “ecgdesk doctor” for the cause.",
        kind=type(error).__name__,
    )
