"""From the engine process's replies to events: arrays are taken out of shared memory on the way."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from numpy.typing import NDArray

from ecgdesk.core.page import Page
from ecgdesk.core.sentence import say
from ecgdesk.engine.messages import (
    AnalysisMessage,
    Began,
    Dropped,
    Failed,
    Moved,
    PageMessage,
    PictureMessage,
    Reply,
    Waits,
)
from ecgdesk.engine.pixels import HeldPixels
from ecgdesk.engine.process import WorkerProcess
from ecgdesk.engine.protocol import AnalysisAdvanced, EngineEvent, PageLoaded, PictureSeen, RequestFailed
from ecgdesk.engine.schedule import Entry, Schedule
from ecgdesk.engine.shared import Parcel

LOG = logging.getLogger("ecgdesk.engine.client")


class Delivery:
    """Hands replies on as events and keeps the schedule informed."""

    def __init__(self, schedule: Schedule, held: HeldPixels, emit: Callable[[EngineEvent], None]) -> None:
        self._schedule = schedule
        self._held = held
        self._emit = emit

    def deliver(self, reply: Reply, process: WorkerProcess) -> None:
        """Handle one reply about a request; what nobody wants any more is thrown away."""
        if isinstance(reply, Moved):
            return
        if isinstance(reply, Began):
            self._schedule.began(reply.id)
            return
        if isinstance(reply, Waits):
            self._schedule.rests(reply.id)
            return
        entry = self._schedule.sent(reply.id)
        if isinstance(reply, Dropped | Failed) or reply.final:
            self._schedule.ended(reply.id)
        if isinstance(reply, PageMessage | AnalysisMessage | PictureMessage):
            self._deliver_stage(reply, entry, process)
        elif isinstance(reply, Failed) and entry is not None:
            self._emit(RequestFailed(reply.id, entry.task.page, reply.code, reply.problem, reply.advice))

    def _deliver_stage(
        self,
        reply: PageMessage | AnalysisMessage | PictureMessage,
        entry: Entry | None,
        process: WorkerProcess,
    ) -> None:
        parcel = _parcel(reply)
        if entry is None:
            process.discard(parcel)
            return
        try:
            array = None if parcel is None else process.collect(parcel)
        except (OSError, MemoryError):
            LOG.exception("request %d: its picture could not be taken over", reply.id)
            self._fail(reply.id, entry, process)
            return
        event = _event(reply, entry, array)
        if isinstance(event, PageLoaded):
            self._held.remember(event.page)
        self._emit(event)

    def _fail(self, request_id: int, entry: Entry, process: WorkerProcess) -> None:
        self._schedule.cancel(request_id)
        process.cancel(request_id)
        problem = say("There is not enough memory for {page}.", page=entry.task.page.title)
        advice = say("Close other programs.")
        self._emit(RequestFailed(request_id, entry.task.page, "memory", problem, advice))


def _parcel(reply: PageMessage | AnalysisMessage | PictureMessage) -> Parcel | None:
    if isinstance(reply, PageMessage):
        return reply.pixels
    return reply.picture if isinstance(reply, PictureMessage) else reply.heat


def _event(
    reply: PageMessage | AnalysisMessage | PictureMessage, entry: Entry, array: NDArray[Any] | None
) -> EngineEvent:
    if isinstance(reply, PageMessage):
        return _page(reply, entry, array)
    if isinstance(reply, AnalysisMessage):
        return _stage(reply, entry, array)
    if array is None:
        raise AssertionError("a picture comes with its pixels")
    return PictureSeen(reply.id, entry.task.page, array)


def _page(message: PageMessage, entry: Entry, pixels: NDArray[Any] | None) -> PageLoaded:
    entry.has_page = True
    if pixels is not None:
        # Should the request be sent again, its pixels need not come again.
        entry.pixels, entry.task = pixels, replace(entry.task, held=message.sha256)
    if entry.pixels is None:
        raise AssertionError("the engine counts on pixels that were never sent")
    page = Page(message.page, entry.pixels, message.page_count, message.sha256, message.dpi)
    return PageLoaded(message.id, page, message.crop, message.quality)


def _stage(message: AnalysisMessage, entry: Entry, heat: NDArray[Any] | None) -> AnalysisAdvanced:
    analysis = message.analysis
    if heat is not None:
        entry.heat = heat
    if analysis.explanation is not None and entry.heat is not None:
        analysis = replace(analysis, explanation=replace(analysis.explanation, heat=entry.heat))
    return AnalysisAdvanced(message.id, analysis, message.final)
