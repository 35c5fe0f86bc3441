"""How the program starts itself: from source, and frozen."""

import sys

import pytest

from ecgdesk.services.training.commands import program, trainer, typed
from ecgdesk.services.training.launching import environment


def test_from_source_the_interpreter_runs_the_module() -> None:
    assert trainer(["--resume", "run"]).arguments == ("-m", "training.train", "--resume", "run")
    assert program(["check-data"]).arguments == ("-m", "ecgdesk", "check-data")
    assert "PYTHONPATH" in environment()


def test_the_frozen_program_is_its_own_trainer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/ecgdesk/ecgdesk")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    command = trainer(["--resume", "run"])
    assert (command.program, command.arguments) == ("/opt/ecgdesk/ecgdesk", ("train", "--resume", "run"))
    assert program(["evaluate"]).arguments == ("evaluate",)
    assert "PYTHONPATH" not in environment()


def test_a_command_is_quoted_where_a_shell_needs_it() -> None:
    assert typed(["train", "--data", "my pages"]) == 'ecgdesk train --data "my pages"'
