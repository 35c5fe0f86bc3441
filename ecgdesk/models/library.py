"""The installed model packs: those that came with the program, and the user's own. Imports no torch."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from ecgdesk.core.card import Card
from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.home import home_folder
from ecgdesk.core.resources import resources_folder
from ecgdesk.core.sentence import say
from ecgdesk.core.whole_file import write_atomically
from ecgdesk.models.files import sha256_of
from ecgdesk.models.pack import SUFFIX, read_card, verify

ENVIRONMENT: Final = "ECGDESK_MODELS"
_BLOCK_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A pack that is installed: its file, its card, and whether it came with the program."""

    path: Path
    card: Card
    bundled: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """What is installed: the packs that can be read, and why the others cannot."""

    models: tuple[InstalledModel, ...]
    refused: tuple[tuple[Path, ModelPackError], ...]


@dataclass(frozen=True, slots=True)
class Library:
    """The packs in two folders; one of the user's hides a bundled one of the same id."""

    bundled: Path
    user: Path

    @classmethod
    def default(cls) -> "Library":
        """Return the library of this installation and this user."""
        return cls(resources_folder() / "models", user_folder())

    def files(self) -> list[Path]:
        """Return every pack file, the user's first, whether it can be read or not."""
        return [path for folder in (self.user, self.bundled) for path in _packs_in(folder)]

    def listing(self) -> Listing:
        """Return what is installed, sorted by name, each id once."""
        models: dict[str, InstalledModel] = {}
        refused: list[tuple[Path, ModelPackError]] = []
        for path in self.files():
            try:
                model = self._installed(path)
            except ModelPackError as error:
                refused.append((path, error))
                continue
            models.setdefault(model.card.id, model)
        ordered = sorted(models.values(), key=lambda model: model.card.name)
        return Listing(tuple(ordered), tuple(refused))

    def find(self, id_or_path: str) -> InstalledModel:
        """Return a pack by its id, or by the path of its file; raises ModelPackError."""
        path = Path(id_or_path)
        if path.suffix == SUFFIX or path.is_file():
            return self._installed(path)
        found = self._by_id(id_or_path)
        if found is None:
            known = ", ".join(model.card.id for model in self.listing().models) or say("none")
            raise ModelPackError(
                say("There is no model {model!r}.", model=id_or_path), say("Installed: {known}.", known=known)
            )
        return found

    def import_pack(self, file: Path, sha256: str | None = None, *, replace: bool = False) -> InstalledModel:
        """Verify a pack and copy it to the user's folder; raises ModelPackError and then changes nothing.

        `sha256` is the hash the file must have, if it is known. A pack with the id of another one is
        refused unless `replace`; the same pack again is no error.
        """
        card = verify(file)
        digest = sha256_of(file)
        if sha256 is not None and sha256.strip().lower() != digest:
            raise ModelPackError(
                say("{file} is not the expected model pack: its SHA-256 is another one.", file=file.name),
                "Get it again from where it came from.",
            )
        there = self._by_id(card.id)
        if there is not None and sha256_of(there.path) == digest:
            return there
        if there is not None and not replace:
            raise ModelPackError(
                say("Another model with the id {model!r} is installed.", model=card.id),
                "Replace it, or rename the new one.",
            )
        target = self.user / f"{card.id}{SUFFIX}"
        _copy(file, target, digest)
        if there is not None and not there.bundled and there.path != target:
            there.path.unlink(missing_ok=True)  # the replaced pack had another file name
        return InstalledModel(target, card, bundled=False)

    def export_pack(self, model_id: str, to: Path, *, replace: bool = False) -> Path:
        """Copy an installed pack to a file, or into a folder, and return where; raises ModelPackError."""
        source = self.find(model_id).path
        verify(source)
        target = to / source.name if to.is_dir() else to
        if target.exists() and not replace:
            raise ModelPackError(
                say("{file} is there already.", file=target.name), "Choose another name, or replace it."
            )
        _copy(source, target, sha256_of(source))
        return target

    def _by_id(self, model_id: str) -> InstalledModel | None:
        for path in sorted(self.files(), key=lambda path: path.stem != model_id):  # stable: the user's first
            try:
                model = self._installed(path)
            except ModelPackError:  # a broken pack has no id; `listing` says what is wrong with it
                continue
            if model.card.id == model_id:
                return model
        return None

    def _installed(self, path: Path) -> InstalledModel:
        return InstalledModel(path, read_card(path), bundled=path.parent == self.bundled)


def user_folder() -> Path:
    """Return the user's folder of packs: `ECGDESK_MODELS`, else `models` in the user's data folder."""
    if override := os.environ.get(ENVIRONMENT):
        return Path(override).expanduser()
    return home_folder() / "models"


def _packs_in(folder: Path) -> Iterator[Path]:
    return iter(sorted(path for path in folder.glob(f"*{SUFFIX}") if not path.name.startswith(".")))


def _copy(source: Path, target: Path, digest: str) -> None:
    def fill(file: BinaryIO) -> None:
        seen = hashlib.sha256()
        with source.open("rb") as original:
            while block := original.read(_BLOCK_BYTES):
                seen.update(block)
                file.write(block)
        if seen.hexdigest() != digest:
            raise ModelPackError(say("{file} changed while it was copied.", file=source.name), "Try again.")

    try:
        write_atomically(target, fill)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ModelPackError(
            say(
                "{file} could not be written to {folder}: {reason}.",
                file=target.name,
                folder=target.parent,
                reason=reason,
            ),
            "Check the free space and the access rights of that folder.",
        ) from error
