"""The window with the real engine process and the bundled model."""

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecgdesk.app import begin, build_services, open_window
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.core.resources import resources_folder
from ecgdesk.engine.client import EngineClient
from ecgdesk.engine.protocol import EngineState
from ecgdesk.services.entry import EntryStatus
from ecgdesk.services.model_access import model_access
from ecgdesk.services.paths import UserFolder
from ecgdesk.ui.main_window import MainWindow
from ecgdesk.ui.result.state import PanelState

TORCH_MS = 90_000


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("ECGDESK_HOME", str(tmp_path / "home"))
    if not list((resources_folder() / "models").glob("*.ecgmodel")):
        pytest.skip("no model in resources/models")
    services = build_services(UserFolder(tmp_path / "home"), EngineClient(), model_access())
    made = open_window(QApplication.instance(), services)
    begin(services, [])
    yield made
    made.close()


def _finished(window: MainWindow, qtbot: QtBot, page: PageRef) -> None:
    def done() -> bool:
        entry = window.services.session.get(page)
        return (
            entry is not None and entry.status in (EntryStatus.DONE, EntryStatus.REFUSED) and not entry.stale
        )

    qtbot.waitUntil(done, timeout=TORCH_MS)


def test_a_sample_is_read_classified_and_explained_in_its_own_process(
    window: MainWindow, qtbot: QtBot, samples_folder: Path
) -> None:
    sample = samples_folder / "simulated-normal.png"
    arrived: list[EngineState] = []
    window.services.current.page_arrived.connect(lambda _: arrived.append(window.services.engine.state))
    window.services.opener.open([sample])
    _finished(window, qtbot, PageRef(sample))
    entry = window.services.current.entry
    assert window.workspace.result.state is PanelState.RESULT
    assert sum(entry.analysis.prediction.probabilities.values()) == pytest.approx(1, abs=1e-3)
    assert entry.analysis.explanation.heat.max() > 0
    assert arrived == [EngineState.READING], "the page is shown before torch is there"
    window.workspace.view.canvas.edit_crop(Crop(Rect(100, 200, 1500, 1000)))
    _finished(window, qtbot, PageRef(sample))
    qtbot.waitUntil(lambda: window.services.current.entry.analysis.crop.rect.x0 == 100, timeout=20_000)


def test_killing_the_engine_in_the_middle_loses_nothing(
    window: MainWindow, qtbot: QtBot, samples_folder: Path
) -> None:
    first, second = samples_folder / "simulated-normal.png", samples_folder / "simulated-tachycardia.jpg"
    states: list[EngineState] = []
    window.services.engine.state_changed.connect(lambda event: states.append(event.state))
    window.services.opener.open([first])
    _finished(window, qtbot, PageRef(first))
    kept = window.services.current.entry.analysis
    window.services.opener.open([second])
    qtbot.waitUntil(lambda: window.services.current.is_busy, timeout=5000)
    for child in psutil.Process().children(recursive=True):
        if "spawn_main" in " ".join(child.cmdline()):
            child.kill()
    _finished(window, qtbot, PageRef(second))
    assert EngineState.RESTARTING in states
    assert window.services.session[PageRef(first)].analysis.prediction == kept.prediction
