import threading
from pathlib import Path

from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import EngineEvent, PageLoaded
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
