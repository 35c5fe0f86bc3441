"""From what somebody dropped to the files to open."""

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ecgdesk.core.constants import IMAGE_SUFFIXES
from ecgdesk.reading.sniff import readable_kind

_HEAD_BYTES = 1024
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """`files` to open, in order; `skipped` are files in folders that are of no type this version reads.

    `closed` are folders that may not be opened.
    """

    files: tuple[Path, ...]
    skipped: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()

    @property
    def sentence(self) -> str:
        """What was skipped, by type, and what could not be opened; empty when all is well."""
        parts = []
        if self.skipped:
            kinds = Counter(path.suffix.lower() or "without a suffix" for path in self.skipped)
            listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
            parts.append(f"Skipped {_counted(self.skipped, 'file')} of other types: {listed}.")
        if self.closed:
            parts.append(f"{_counted(self.closed, 'folder')} may not be opened by this user.")
        return " ".join(parts)


def _counted(things: tuple[Path, ...], noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


def find_files(paths: Iterable[Path]) -> FoundFiles:
    """Return the files behind paths, folders expanded with all they hold, each file once.

    Files named directly are always kept, so that opening them can say what is wrong. In folders a file
    counts when its suffix or its first bytes are of a type this version reads; order is natural
    ("page 2" before "page 10"). Hidden files are passed over and links to folders are not followed.
    """
    files: dict[Path, None] = {}
    skipped: dict[Path, None] = {}
    closed: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        for file in _inside(path, closed):
            (files if _looks_readable(file) else skipped)[file] = None
    return FoundFiles(tuple(files), tuple(skipped), tuple(closed))


def natural_key(path: Path) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts numbers in names by value and ignores case."""
    parts = _DIGITS.split(str(path).casefold())
    return tuple((0, int(part), "") if odd % 2 else (1, 0, part) for odd, part in enumerate(parts) if part)


def _inside(folder: Path, closed: dict[Path, None]) -> list[Path]:
    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=lambda error: _note(error, closed)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (Path(root, name) for name in names if not name.startswith("."))
    return sorted((path for path in found if path.is_file()), key=natural_key)


def _note(error: OSError, closed: dict[Path, None]) -> None:
    closed[Path(error.filename)] = None


def _looks_readable(path: Path) -> bool:
    if path.suffix.lower() in IMAGE_SUFFIXES:
        return True
    try:
        with path.open("rb") as stream:
            return readable_kind(stream.read(_HEAD_BYTES)) is not None
    except OSError:
        return False  # it is named among the skipped files
