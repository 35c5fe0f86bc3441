import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import EngineState
from ecgdesk.services.engine_service import EngineService
from tests.fakes.engine import FakeEngine
from tests.fakes.pages import write_page
from tests.fakes.services import Desk


def test_events_arrive_on_the_thread_of_the_service(qtbot: QtBot, tmp_path: Path) -> None:
    service = EngineService(FakeEngine())
    threads: list[int] = []
    service.page_loaded.connect(lambda event: threads.append(threading.get_ident()))
    service.start()
    service.load(PageRef(write_page(tmp_path / "a.png")))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]
    service.close()


def test_state_and_device_are_known_once_announced(qtbot: QtBot) -> None:
    service = EngineService(FakeEngine())
    assert (service.state, service.device) == (EngineState.STOPPED, "")
    service.start()
    qtbot.waitUntil(lambda: service.state is EngineState.READY)
    assert service.device == "CPU"
    service.close()


def test_closing_while_the_engine_is_busy_ends_in_silence(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.engine.step_s = 5.0
    seen: list[object] = []
    desk.services.engine.page_loaded.connect(seen.append)
    desk.services.session.add([PageRef(write_page(tmp_path / "a.png"))])
    desk.services.session.show(desk.services.session.pages[0])
    desk.services.engine.close()
    qtbot.wait(50)
    assert seen == []
