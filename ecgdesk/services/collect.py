"""From dropped files and folders to the files that may hold pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ecgdesk.core.constants import PAGE_SUFFIXES
from ecgdesk.reading.own import is_own

_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM", b"RIFF", b"%PDF-", b"0       ")
_DICOM, _DICOM_AT = b"DICM", 128
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
    return has_page_suffix(path) or path.suffix.lower() == _TABLE or _has_page_signature(path)


def has_page_suffix(path: Path) -> bool:
    """Whether the name ends like a picture or PDF."""
    return path.suffix.lower() in PAGE_SUFFIXES


def _in_folder(folder: Path) -> list[Path]:
    visible = (p for p in folder.rglob("*") if not p.name.startswith("."))
    pages = (p for p in visible if has_page_suffix(p) and p.is_file() and not is_own(p))
    return sorted(pages, key=_natural)


def _natural(path: Path) -> tuple[str, ...]:
    """Sort key that puts page2 before page10."""
    pieces = re.split(r"(\d+)", str(path).lower())
    return tuple(piece.zfill(12) if piece.isdigit() else piece for piece in pieces)


def _has_page_signature(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            start = stream.read(_DICOM_AT + len(_DICOM))
    except OSError:
        return False
    return start.startswith(_SIGNATURES) or start[_DICOM_AT:] == _DICOM
