"""From dropped files and folders to the files that may hold pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ecgdesk.core.constants import PAGE_SUFFIXES
from ecgdesk.reading.find import files_below, looks_readable
from ecgdesk.reading.own import is_own

_TABLE = ".csv"


@dataclass(frozen=True, slots=True)
class Collected:
    """`files` to open, in order; `wrong` are of another type; `empty` are folders without pages."""

    files: tuple[Path, ...] = ()
    wrong: tuple[Path, ...] = ()
    missing: tuple[Path, ...] = ()
    empty: tuple[Path, ...] = ()


def collect(paths: Iterable[Path]) -> Collected:
    """Sort the given files and the files below the given folders; may be slow on network drives."""
    files: list[Path] = []
    wrong: list[Path] = []
    missing: list[Path] = []
    empty: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = _in_folder(path)
            (files.extend(found) if found else empty.append(path))
        elif not path.exists():
            missing.append(path)
        else:
            (files if may_hold_pages(path) else wrong).append(path)
    return Collected(tuple(dict.fromkeys(files)), tuple(wrong), tuple(missing), tuple(empty))


def may_hold_pages(path: Path) -> bool:
    """Whether name or first bytes speak of a picture, PDF or signals; the engine decides for good."""
    return path.suffix.lower() == _TABLE or looks_readable(path)


def has_page_suffix(path: Path) -> bool:
    """Whether the name ends like a picture or PDF."""
    return path.suffix.lower() in PAGE_SUFFIXES


def _in_folder(folder: Path) -> list[Path]:
    return [file for file in files_below(folder) if looks_readable(file) and not is_own(file)]
