"""The outside of a model pack: a stored zip of three members, or four, with their checksums.

Nothing here unpickles, unpacks to disk or follows a name: members are read by their known names.
"""

import hashlib
import re
import zipfile
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say

WEIGHTS: Final = "model.safetensors"
CARD: Final = "card.json"
NOVELTY: Final = "novelty.safetensors"
SUMS: Final = "SHA256SUMS"
OPTIONAL: Final = frozenset({NOVELTY})

SIZE_LIMITS: Final[Mapping[str, int]] = {
    WEIGHTS: 4 << 30, CARD: 4 << 20, NOVELTY: 256 << 20, SUMS: 4 << 10,
}  # fmt: skip
"""Largest allowed size of each member, in bytes."""

_ENCRYPTED: Final = 0x1
_SUM_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
_GET_AGAIN: Final = say("Get the model pack again from where it came from.")
_NOT_A_PACK: Final = say("Choose a file that ends in .ecgmodel.")


class Container:
    """An opened pack whose outside fits; members are read whole and checked against their sums."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self.name = name
        self._members = frozenset(archive.namelist())
        self._sums = _parse_sums(self._bytes(SUMS), self._members - {SUMS}, name)

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def read(self, member: str) -> bytes:
        """Return a member's bytes; raises ModelPackError when its checksum is wrong."""
        data = self._bytes(member)
        if hashlib.sha256(data).hexdigest() != self._sums[member]:
            raise ModelPackError(
                say(
                    "{file} is damaged or was changed: {part} is not as written.", file=self.name, part=member
                ),
                _GET_AGAIN,
            )
        return data

    def _bytes(self, member: str) -> bytes:
        try:
            return self._archive.read(member)
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise ModelPackError(
                say("{file} is damaged: {part} cannot be read.", file=self.name, part=member), _GET_AGAIN
            ) from error


@contextmanager
def opened(path: Path) -> Iterator[Container]:
    """Open a pack for reading; raises ModelPackError for anything that is not one."""
    _refuse_other_kinds(path)
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ModelPackError(say("{file} is cut off or damaged.", file=path.name), _GET_AGAIN) from error
    with archive:
        _check_members(archive, path)
        yield Container(archive, path.name)


def _refuse_other_kinds(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise ModelPackError(
            say("The model pack {file} cannot be opened: {reason}.", file=path.name, reason=reason.lower()),
            "Check the name and the access rights.",
        ) from error
    if not start:
        raise ModelPackError(say("{file} is empty.", file=path.name), _GET_AGAIN)
    if start.startswith(b"\x80"):
        raise _pickle_error(path.name)
    if start[8:9] == b"{":
        raise ModelPackError(
            say("{file} holds bare weights without a model card.", file=path.name), _NOT_A_PACK
        )
    if not start.startswith(b"PK\x03\x04"):
        raise ModelPackError(say("{file} is not a model pack.", file=path.name), _NOT_A_PACK)


def _pickle_error(name: str) -> ModelPackError:
    return ModelPackError(
        say(
            "{file} is a PyTorch or pickle file; these can run code and are never opened as a model.",
            file=name,
        ),
        _NOT_A_PACK,
    )


def _check_members(archive: zipfile.ZipFile, path: Path) -> None:
    members = archive.infolist()
    names = [member.filename for member in members]
    if any(name.endswith(".pkl") for name in names):
        raise _pickle_error(path.name)
    if extra := sorted(set(names) - set(SIZE_LIMITS)):
        raise ModelPackError(
            say(
                "{file} holds something that does not belong there: {part}.",
                file=path.name,
                part=_shown(extra[0]),
            ),
            _GET_AGAIN,
        )
    if missing := sorted(set(SIZE_LIMITS) - OPTIONAL - set(names)):
        raise ModelPackError(
            say("{file} is incomplete: {part} is missing.", file=path.name, part=missing[0]), _GET_AGAIN
        )
    if len(names) != len(set(names)):
        raise ModelPackError(say("{file} holds the same part twice.", file=path.name), _GET_AGAIN)
    file_bytes = path.stat().st_size
    for member in members:
        _check_member(member, file_bytes, path.name)


def _check_member(member: zipfile.ZipInfo, file_bytes: int, name: str) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise ModelPackError(
            say("{file} is protected by a password.", file=name), "Ask for a model pack without one."
        )
    if member.compress_type != zipfile.ZIP_STORED:
        raise ModelPackError(
            say("{file} is compressed; a model pack is stored as it is.", file=name), _GET_AGAIN
        )
    too_large = member.file_size > min(SIZE_LIMITS[member.filename], file_bytes)
    if too_large or member.file_size != member.compress_size:
        raise ModelPackError(
            say("{file} claims an impossible size for {part}.", file=name, part=member.filename), _GET_AGAIN
        )


def _parse_sums(data: bytes, members: Set[str], name: str) -> dict[str, str]:
    matches = [_SUM_LINE.fullmatch(line) for line in data.decode("ascii", "replace").splitlines()]
    sums = {match[2]: match[1] for match in matches if match}
    if len(sums) != len(matches) or set(sums) != members:
        raise ModelPackError(say("{file} has no valid list of checksums.", file=name), _GET_AGAIN)
    return sums


def _shown(name: str) -> str:
    """Return a hostile name made harmless for a sentence."""
    return repr(name if len(name) <= 60 else name[:57] + "...")


def format_sums(members: Mapping[str, bytes]) -> bytes:
    """Return the checksum list of these members, as `sha256sum` writes it."""
    return "".join(f"{hashlib.sha256(members[n]).hexdigest()}  {n}\n" for n in sorted(members)).encode(
        "ascii"
    )
