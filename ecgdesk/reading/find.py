"""From what somebody dropped to the files to open."""

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ecgdesk.core.constants import PAGE_SUFFIXES
from ecgdesk.reading.own import is_own
from ecgdesk.reading.sniff import readable_kind

_HEAD_BYTES = 1024
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """`files` to open, in order, each with its name in `given`: as it was given, to the letter.

    `skipped` are files in folders that are of no type this version reads, `own` those that ecgdesk wrote;
    `closed` are folders that may not be opened.
    """

    files: tuple[Path, ...]
    skipped: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()
    own: tuple[Path, ...] = ()
    given: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What was skipped, by type, and what could not be opened; empty when all is well."""
        parts = []
        if self.skipped:
            kinds = Counter(path.suffix.lower() or "without a suffix" for path in self.skipped)
            listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
            parts.append(f"Skipped {_counted(self.skipped, 'file')} of other types: {listed}.")
        if self.own:
            parts.append(f"Skipped {_counted(self.own, 'file')} that ecgdesk wrote.")
        if self.closed:
            parts.append(f"{_counted(self.closed, 'folder')} may not be opened by this user.")
        return " ".join(parts)


def _counted(things: tuple[Path, ...], noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


def find_files(paths: Iterable[str | Path]) -> FoundFiles:
    """Return the files behind paths, folders expanded with all they hold, in the order of the paths.

    What is given twice comes twice. Files named directly are always kept, so that opening them can say what
    is wrong. In folders a file counts when its suffix or its first bytes are of a type this version reads
    and ecgdesk did not write it; order is natural ("page 2" before "page 10"). Hidden files are passed
    over and links to folders are not followed.
    """
    files: list[tuple[Path, str]] = []
    skipped: dict[Path, None] = {}
    own: dict[Path, None] = {}
    closed: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if not path.is_dir():
            files.append((path, str(given)))
            continue
        for file in files_below(path, closed):
            if is_own(file):
                own[file] = None
            elif looks_readable(file):
                name = os.path.join(given, file.relative_to(path))  # noqa: PTH118 - Path would tidy the letters
                files.append((file, name))
            else:
                skipped[file] = None
    names = tuple(name for _, name in files)
    return FoundFiles(tuple(file for file, _ in files), tuple(skipped), tuple(closed), tuple(own), names)


def natural_key(path: Path) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts numbers in names by value and ignores case."""
    parts = _DIGITS.split(str(path).casefold())
    return tuple((0, int(part), "") if odd % 2 else (1, 0, part) for odd, part in enumerate(parts) if part)


def files_below(folder: Path, closed: dict[Path, None] | None = None) -> list[Path]:
    """Return all files below a folder in natural order, hidden ones left out; notes what is `closed`."""
    noted = {} if closed is None else closed
    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=lambda error: _note(error, noted)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (Path(root, name) for name in names if not name.startswith("."))
    return sorted((path for path in found if path.is_file()), key=natural_key)


def _note(error: OSError, closed: dict[Path, None]) -> None:
    closed[Path(error.filename)] = None


def looks_readable(path: Path) -> bool:
    """Return whether the suffix or the first bytes of a file are of a type this version reads."""
    if path.suffix.lower() in PAGE_SUFFIXES:
        return True
    try:
        with path.open("rb") as stream:
            return readable_kind(stream.read(_HEAD_BYTES)) is not None
    except OSError:
        return False  # it is named among the skipped files
