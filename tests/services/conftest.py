from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.services import Desk, make_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = make_desk(tmp_path / "home")
    made.services.models.refresh()
    qtbot.waitUntil(lambda: made.services.models.is_listed)
    made.services.engine.start()
    yield made
    made.services.close()
