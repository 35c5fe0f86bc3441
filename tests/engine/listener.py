"""Collects an engine's events and waits for the one that matters."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from ecgdesk.engine.protocol import (
    AnalysisAdvanced,
    EngineEvent,
    EngineState,
    PageLoaded,
    RequestDropped,
    RequestFailed,
    StateChanged,
)

E = TypeVar("E")
TIMEOUT_S = 30.0


class Listener:
    """Callable as `on_event`."""

    def __init__(self) -> None:
        self.events: list[EngineEvent] = []
        self._changed = threading.Condition()

    def __call__(self, event: EngineEvent) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def of(self, kind: type[E]) -> list[E]:
        with self._changed:
            return [event for event in self.events if isinstance(event, kind)]

    def wait(
        self, kind: type[E], fits: Callable[[E], bool] = lambda _: True, timeout: float = TIMEOUT_S
    ) -> E:
        end = time.monotonic() + timeout
        seen = 0
        with self._changed:
            while True:
                while seen < len(self.events):
                    event = self.events[seen]
                    seen += 1
                    if isinstance(event, kind) and fits(event):
                        return event
                if not self._changed.wait(end - time.monotonic()):
                    raise AssertionError(f"no such {kind.__name__} in {timeout} s; got {self.events}")

    def state(self, state: EngineState, times: int = 1) -> StateChanged:
        seen = 0

        def fits(event: StateChanged) -> bool:
            nonlocal seen
            seen += event.state is state
            return seen == times and event.state is state

        return self.wait(StateChanged, fits)

    def loaded(self, request_id: int) -> PageLoaded:
        return self.wait(PageLoaded, lambda event: event.request_id == request_id)

    def final(self, request_id: int) -> AnalysisAdvanced:
        return self.wait(AnalysisAdvanced, lambda event: event.request_id == request_id and event.final)

    def failed(self, request_id: int) -> RequestFailed:
        return self.wait(RequestFailed, lambda event: event.request_id == request_id)

    def dropped(self, request_id: int) -> RequestDropped:
        return self.wait(RequestDropped, lambda event: event.request_id == request_id)
