"""Whole files or none, with a sentence when the folder will not take them, and never over another file."""

import errno
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.sentence import Sentence, say
from ecgdesk.core.whole_file import write_atomically

_ADVICE: Final[Mapping[int, str]] = {
    errno.ENOSPC: say("Free some space there, or choose another folder."),
    errno.EDQUOT: say("Free some space there, or choose another folder."),
    errno.EACCES: say("Choose a folder you may write to."),
    errno.EPERM: say("Choose a folder you may write to."),
    errno.EROFS: say("Choose a folder that is not write-protected."),
    errno.ENAMETOOLONG: say("Choose a shorter name."),
}
_REASON: Final[Mapping[int, str]] = {
    errno.ENOSPC: say("the disk is full"),
    errno.EDQUOT: say("the disk quota is used up"),
    errno.EACCES: say("the folder is not writable"),
    errno.EPERM: say("the folder is not writable"),
    errno.EROFS: say("the folder is write-protected"),
    errno.ENAMETOOLONG: say("the name is too long"),
    errno.ENOTDIR: say("there is a file where the folder should be"),
    errno.EEXIST: say("there is a file where the folder should be"),
    errno.ENOENT: say("no such folder can be made"),
    errno.EISDIR: say("there is a folder of that name"),
}


_ELSEWHERE: Final = say("Choose another folder.")
_LONGEST_STEM: Final = 60  # characters of up to 4 bytes, of the usual 255


class OutputError(EcgdeskError):
    """A result could not be written."""

    code = "output"


def write_file(path: Path, data: bytes) -> Path:
    """Put `data` at `path`, replacing what is there, and return the path; raises OutputError.

    It is written beside its place, synced and renamed: nobody ever finds half a file.
    """
    try:
        write_atomically(path, lambda file: file.write(data))
    except OSError as error:
        raise _said(
            say("{file} was not written to {folder}", file=path.name, folder=path.parent), error
        ) from error
    return path


def make_folder(folder: Path) -> Path:
    """Make a folder, parents included, and check that it can be written to; raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise _said(say("Nothing can be written to {folder}", folder=folder), error) from error


def check_place(path: Path) -> None:
    """Check that a file can be put at `path`, making its folder; raises OutputError."""
    if path.is_dir():
        raise OutputError(say("{path} is a folder, not a file.", path=path), "Name a file in it.")
    make_folder(path.parent)


class FreeNames:
    """Names in one folder that nobody uses yet: not this run, and not a file that lies there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._given: set[str] = set()

    def stem(self, wanted: str, suffixes: tuple[str, ...]) -> str:
        """Return `wanted`, or `wanted-2`, `-3` …, such that every stem + suffix is free.

        A very long name is cut: with a suffix it would be longer than file systems allow. What cannot be
        printed (a line break, half a letter) is replaced: it would break the lists that name the files.
        """
        wanted = "".join(letter if letter.isprintable() else "_" for letter in wanted[:_LONGEST_STEM])
        number = 1
        while not self._is_free(stem := wanted if number == 1 else f"{wanted}-{number}", suffixes):
            number += 1
        self._given.add(stem.casefold())
        return stem

    def _is_free(self, stem: str, suffixes: tuple[str, ...]) -> bool:
        if stem.casefold() in self._given:
            return False
        return not any((self.folder / f"{stem}{suffix}").exists() for suffix in suffixes)


def _said(what: Sentence, error: OSError) -> OutputError:
    number = error.errno or 0
    reason = _REASON.get(number, (error.strerror or "unknown reason").lower())
    return OutputError(say("{what}: {reason}.", what=what, reason=reason), _ADVICE.get(number, _ELSEWHERE))
