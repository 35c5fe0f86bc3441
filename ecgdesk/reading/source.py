"""Opening a file that may be anything, and one clear sentence for whatever is wrong with it."""

import errno
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from ecgdesk.core.constants import MAX_FILE_BYTES, MAX_PAGE_PIXELS
from ecgdesk.core.errors import EcgdeskError, TooLargeError, UnreadableFileError

READS = "This version reads PNG, JPEG, TIFF, BMP, WebP and PDF."
_AGAIN = "Copy, scan or export it again."

_WHY_NOT: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("does not exist.", "It may have been moved, renamed or deleted."),
    errno.ENOTDIR: ("does not exist.", "It may have been moved, renamed or deleted."),
    errno.EACCES: ("may not be opened by this user.", "Ask for the right to read it, or copy it elsewhere."),
    errno.EPERM: ("may not be opened by this user.", "Ask for the right to read it, or copy it elsewhere."),
    errno.ELOOP: ("is a link that leads back to itself.", "Open the file that it should lead to."),
    errno.ENAMETOOLONG: ("has a name that is too long.", "Give it a shorter name."),
}


def shown(path: Path) -> str:
    """Return the file's name as it may stand in a sentence."""
    name = path.name or str(path)
    plain = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in plain)


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """Open an ordinary, non-empty file of acceptable size for reading.

    Raises UnreadableFileError or TooLargeError before a byte of it is read.
    """
    try:
        _check(path)
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        code = error.errno if isinstance(error, OSError) else None
        problem, advice = _WHY_NOT.get(code or 0, ("could not be opened.", _AGAIN))
        raise UnreadableFileError(f"{shown(path)} {problem}", advice) from error
    with stream:
        yield stream


def _check(path: Path) -> None:
    facts = path.stat()
    if stat.S_ISDIR(facts.st_mode):
        raise UnreadableFileError(f"{shown(path)} is a folder, not a file.", "Open the folder instead.")
    if not stat.S_ISREG(facts.st_mode):
        raise UnreadableFileError(f"{shown(path)} is not an ordinary file.", "Choose a picture or a PDF.")
    if facts.st_size == 0:
        raise UnreadableFileError(f"{shown(path)} is empty.", _AGAIN)
    if facts.st_size > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 2**20
        size = facts.st_size / 2**20
        raise TooLargeError(
            f"{shown(path)} is too large: {size:.0f} MB, the limit is {limit} MB.",
            "Save it again with fewer pages or a lower resolution.",
        )


def check_pixels(name: str, width: int, height: int) -> None:
    """Raise for a picture without pixels or with more than the limit; `name` is the file's."""
    if width < 1 or height < 1:
        raise UnreadableFileError(f"{name} is damaged: it says that its picture has no pixels.", _AGAIN)
    if width * height > MAX_PAGE_PIXELS:
        raise too_many_pixels(name, f": {width} × {height} pixels")


def too_many_pixels(name: str, detail: str = "") -> TooLargeError:
    """Return the error for a page over the limit; `detail` is its size, where that is known."""
    return TooLargeError(
        f"{name} is too large{detail}; the limit is {MAX_PAGE_PIXELS // 10**6} million pixels.",
        "Scan it again at 200 to 300 dpi.",
    )


def cut_short(name: str) -> UnreadableFileError:
    """Return the error for a file whose end is missing."""
    return UnreadableFileError(f"{name} is cut short: the end of the file is missing.", _AGAIN)


def damaged(name: str) -> UnreadableFileError:
    """Return the error for a file whose content contradicts itself."""
    return UnreadableFileError(f"{name} is damaged and cannot be shown whole.", _AGAIN)


@contextmanager
def decoding(name: str) -> Iterator[None]:
    """Turn whatever a decoder raises on an untrusted file into one sentence about that file."""
    try:
        with warnings.catch_warnings():
            # What decoders warn about is either harmless or becomes an error below.
            warnings.simplefilter("ignore")
            yield
    except EcgdeskError:
        raise
    except MemoryError as error:
        raise TooLargeError(
            f"{name} needs more memory than this computer has free.",
            "Close other programs, or scan it again at 200 to 300 dpi.",
        ) from error
    except Exception as error:  # decoders raise any type on a malformed file
        if "truncated" in str(error).lower():
            raise cut_short(name) from error
        raise damaged(name) from error
