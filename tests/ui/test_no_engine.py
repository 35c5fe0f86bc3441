import threading
from collections.abc import Callable
from pathlib import Path

from ecgdesk.services.entry import EntryStatus
from ecgdesk.services.late_engine import LateEngine
from ecgdesk.ui.result.state import PanelState
from tests.fakes.engine import FakeEngine
from tests.fakes.pages import write_page
from tests.fakes.window import Rig


def test_an_engine_that_does_not_start_is_said_and_can_be_restarted(
    make: Callable[..., Rig], tmp_path: Path
) -> None:
    broken = [True]

    def make_engine() -> FakeEngine:
        if broken[0]:
            raise OSError("no memory")
        return FakeEngine()

    engine = LateEngine(make_engine)
    engine.hold = threading.Event()  # what the fixture releases at the end
    rig = make(engine=engine)
    rig.drop(write_page(tmp_path / "a.png"), write_page(tmp_path / "b.png"))
    rig.qtbot.waitUntil(lambda: len(rig.services.session) == 2)
    rig.qtbot.waitUntil(lambda: rig.window.workspace.result.state is PanelState.NO_ENGINE)
    assert any("could not be started" in text for text in rig.notices())
    rig.qtbot.waitUntil(lambda: not rig.services.batch.is_running, timeout=10_000)
    assert {e.status for e in rig.services.session} == {EntryStatus.WAITING}
    broken[0] = False
    rig.window.actions_["restart_engine"].trigger()
    rig.qtbot.waitUntil(lambda: rig.entry.is_finished)
    rig.window.actions_["analyse_all"].trigger()
    rig.finished()
