import threading
import time
from pathlib import Path

from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import (
    EngineEvent,
    EngineOptions,
    EngineState,
    PageLoaded,
    RequestDropped,
    StateChanged,
)
from ecgdesk.services.late_engine import LateEngine
from tests.fakes.engine import FakeEngine
from tests.fakes.pages import write_page


def test_the_engine_is_made_when_it_is_started_and_only_once(tmp_path: Path) -> None:
    made: list[FakeEngine] = []
    loaded = threading.Event()

    def make() -> FakeEngine:
        made.append(FakeEngine())
        return made[-1]

    def on_event(event: EngineEvent) -> None:
        if isinstance(event, PageLoaded):
            loaded.set()

    engine = LateEngine(make)
    assert made == []
    engine.start(on_event)
    engine.load(PageRef(write_page(tmp_path / "a.png")))
    assert loaded.wait(5)
    assert len(made) == 1
    engine.close()


def test_an_engine_that_nobody_needed_is_never_made() -> None:
    made: list[FakeEngine] = []
    engine = LateEngine(lambda: made.append(FakeEngine()) or made[-1])
    engine.cancel_all()
    engine.close()
    assert made == []


def test_an_engine_that_cannot_be_made_says_so_and_can_be_tried_again(tmp_path: Path) -> None:
    events: list[EngineEvent] = []
    broken = [True]

    def make() -> FakeEngine:
        if broken[0]:
            raise OSError("no memory")
        return FakeEngine()

    def states() -> list[EngineState]:
        return [e.state for e in events if isinstance(e, StateChanged)]

    engine = LateEngine(make)
    engine.start(events.append)
    page = PageRef(write_page(tmp_path / "a.png"))
    dropped = engine.load(page)
    engine.cancel(dropped)
    assert states()[-1] is EngineState.FAILED
    assert RequestDropped(dropped, page) in events
    broken[0] = False
    engine.restart(EngineOptions())
    engine.load(page)
    deadline = time.monotonic() + 5
    while not any(isinstance(e, PageLoaded) for e in events) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert any(isinstance(e, PageLoaded) for e in events)
    engine.close()


def test_an_engine_that_does_not_start_is_announced() -> None:
    class Unwilling(FakeEngine):
        def start(self, on_event: object) -> None:
            raise RuntimeError("spawn failed")

    events: list[EngineEvent] = []
    engine = LateEngine(Unwilling)
    engine.start(events.append)
    engine.close()
    assert [e.state for e in events if isinstance(e, StateChanged)][-1] is EngineState.FAILED
    assert events[-1].sentence
