import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ecgdesk.core.event_lines import to_line
from ecgdesk.core.findings import Event
from ecgdesk.services.training import json_command
from ecgdesk.services.training.commands import Command
from ecgdesk.ui.training.wizard import Wizard
from tests.fakes.fixtures import make, rig
from tests.fakes.training import fake_trainer
from tests.fakes.window import Rig

__all__ = ["fake_trainer", "make", "rig"]

Say = Callable[..., list[list[str]]]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Say:
    """Let every JSON command say these events and end; returns what was asked for."""

    def speak(*events: Event, code: int = 0, wait_s: float = 0.0) -> list[list[str]]:
        asked: list[list[str]] = []
        text = "".join(to_line(event) + "\n" for event in events)
        script = f"import sys,time; sys.stdout.write({json.dumps(text)}); sys.stdout.flush();"
        script += f"time.sleep({wait_s}); sys.exit({code})"

        def program(arguments: list[str]) -> Command:
            asked.append(list(arguments))
            return Command(sys.executable, ("-S", "-c", script))

        monkeypatch.setattr(json_command, "program", program)
        return asked

    return speak


@pytest.fixture
def wizard(rig: Rig) -> Wizard:
    """The wizard of a window with the fake engine."""
    return opened(rig)


def opened(rig: Rig, runs: bool = False) -> Wizard:
    rig.window.actions_["runs" if runs else "train"].trigger()
    rig.qtbot.waitUntil(lambda: rig.window.training.wizard is not None, timeout=30_000)
    made = rig.window.training.wizard
    assert made is not None
    return made


def runs_of(rig: Rig) -> Path:
    return rig.services.training.runs_folder
