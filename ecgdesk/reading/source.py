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
from ecgdesk.core.sentence import say

READS = say("This version reads PNG, JPEG, TIFF, BMP, WebP, PDF, DICOM, and signals as WFDB, EDF or CSV.")
_AGAIN = say("Copy, scan or export it again.")
_MOVED = say("It may have been moved, renamed or deleted.")
_ASK_FOR_RIGHT = say("Ask for the right to read it, or copy it elsewhere.")
_OPEN_OTHER = say("Open the file that it should lead to.")
_SHORTER_NAME = say("Give it a shorter name.")


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
        raise _closed(shown(path), code) from error
    with stream:
        yield stream


def _closed(file: str, code: int | None) -> UnreadableFileError:
    """Return the error for a file that the system does not open."""
    match code:
        case errno.ENOENT | errno.ENOTDIR:
            problem, advice = say("{file} does not exist.", file=file), _MOVED
        case errno.EACCES | errno.EPERM:
            problem, advice = say("{file} may not be opened by this user.", file=file), _ASK_FOR_RIGHT
        case errno.ELOOP:
            problem, advice = say("{file} is a link that leads back to itself.", file=file), _OPEN_OTHER
        case errno.ENAMETOOLONG:
            problem, advice = say("{file} has a name that is too long.", file=file), _SHORTER_NAME
        case _:
            problem, advice = say("{file} could not be opened.", file=file), _AGAIN
    return UnreadableFileError(problem, advice)


def _check(path: Path) -> None:
    facts = path.stat()
    if stat.S_ISDIR(facts.st_mode):
        raise UnreadableFileError(
            say("{file} is a folder, not a file.", file=shown(path)), "Open the folder instead."
        )
    if not stat.S_ISREG(facts.st_mode):
        raise UnreadableFileError(
            say("{file} is not an ordinary file.", file=shown(path)), "Choose a picture or a PDF."
        )
    if facts.st_size == 0:
        raise UnreadableFileError(say("{file} is empty.", file=shown(path)), _AGAIN)
    if facts.st_size > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 2**20
        size = facts.st_size / 2**20
        raise TooLargeError(
            say(
                "{file} is too large: {size:.0f} MB, the limit is {limit} MB.",
                file=shown(path),
                size=size,
                limit=limit,
            ),
            "Save it again with fewer pages or a lower resolution.",
        )


def check_pixels(name: str, width: int, height: int) -> None:
    """Raise for a picture without pixels or with more than the limit; `name` is the file's."""
    if width < 1 or height < 1:
        raise UnreadableFileError(
            say("{file} is damaged: it says that its picture has no pixels.", file=name), _AGAIN
        )
    if width * height > MAX_PAGE_PIXELS:
        raise too_many_pixels(name, (width, height))


def too_many_pixels(name: str, size: tuple[int, int] | None = None) -> TooLargeError:
    """Return the error for a page over the limit; `size` is width and height, where they are known."""
    limit = MAX_PAGE_PIXELS // 10**6
    problem = say("{file} is too large; the limit is {limit} million pixels.", file=name, limit=limit)
    if size is not None:
        problem = say(
            "{file} is too large: {width} × {height} pixels; the limit is {limit} million pixels.",
            file=name, width=size[0], height=size[1], limit=limit,
        )  # fmt: skip
    return TooLargeError(problem, "Scan it again at 200 to 300 dpi.")


def cut_short(name: str) -> UnreadableFileError:
    """Return the error for a file whose end is missing."""
    return UnreadableFileError(say("{file} is cut short: the end of the file is missing.", file=name), _AGAIN)


def damaged(name: str) -> UnreadableFileError:
    """Return the error for a file whose content contradicts itself."""
    return UnreadableFileError(say("{file} is damaged and cannot be shown whole.", file=name), _AGAIN)


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
            say("{file} needs more memory than this computer has free.", file=name),
            "Close other programs, or scan it again at 200 to 300 dpi.",
        ) from error
    except Exception as error:  # decoders raise any type on a malformed file
        if "truncated" in str(error).lower():
            raise cut_short(name) from error
        raise damaged(name) from error
