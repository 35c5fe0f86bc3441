"""Fixtures for tests with a window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.window import Rig, make_rig


@pytest.fixture
def make(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., Rig]]:
    """Make windows that are closed at the end."""
    made: list[Rig] = []

    def build(**options: Any) -> Rig:  # noqa: ANN401 - those of make_rig
        rig = make_rig(options.pop("home", tmp_path / "home"), qtbot, **options)
        made.append(rig)
        return rig

    yield build
    for rig in made:
        rig.engine.hold.set()
        rig.window.close()
        rig.window.deleteLater()


@pytest.fixture
def rig(make: Callable[..., Rig]) -> Rig:
    return make()
