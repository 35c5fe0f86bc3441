"""How this program starts itself: from source with the interpreter, frozen as the executable."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import ecgdesk

SOURCE_ROOT: Final = Path(ecgdesk.__file__).resolve().parents[1]
"""Where a process that is started from source finds `ecgdesk` and `training`."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments."""

    program: str
    arguments: tuple[str, ...]


def is_frozen() -> bool:
    """Return whether this is the packaged program."""
    return bool(getattr(sys, "frozen", False))


def trainer(arguments: Sequence[str]) -> Command:
    """Return the command that trains: `python -m training.train …`, or frozen the executable with `train`."""
    first = ("train",) if is_frozen() else ("-m", "training.train")
    return Command(sys.executable, (*first, *arguments))


def program(arguments: Sequence[str]) -> Command:
    """Return the command for another command of this program, such as `check-data`."""
    first = () if is_frozen() else ("-m", "ecgdesk")
    return Command(sys.executable, (*first, *arguments))


def typed(arguments: Sequence[str]) -> str:
    """Return a command as a person would type it after `ecgdesk`."""
    return " ".join(["ecgdesk", *(_quoted(one) for one in arguments)])


def _quoted(text: str) -> str:
    # Double quotes are understood by every shell; a name with a quote in it is rare enough to escape.
    plain = text and all(c.isalnum() or c in "-_./\\:=+,@%" for c in text)
    return text if plain else '"' + text.replace('"', '\\"') + '"'
