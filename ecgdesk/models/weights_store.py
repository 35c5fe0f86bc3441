"""Public weights into the weights folder: fetched, carried from another machine, or a local file.

Whatever comes in is checked to hold tensors and nothing else and to fit its network, and is kept as
safetensors with a record of where it is from. Imports torch.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import torch
from safetensors.torch import save_file
from torch import Tensor

from ecgdesk.core.errors import ModelPackError, WeightsError
from ecgdesk.core.sentence import say
from ecgdesk.core.whole_file import write_atomically
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.download import Told, download
from ecgdesk.models.files import sha256_of
from ecgdesk.models.importers.naming import under_own_names
from ecgdesk.models.importers.tensor_file import read_tensors
from ecgdesk.models.importers.timm_layouts import translated
from ecgdesk.models.importers.transplant import fitting
from ecgdesk.models.networks.build import build
from ecgdesk.models.origins import Origin, origin_of
from ecgdesk.models.public_weights import (
    WeightsRecord,
    check_unchanged,
    record_of,
    sources_of,
    weights_file,
    weights_stem,
    write_record,
)

_SAFE = ".safetensors"
_CLASSES = ("one", "other")


def fetch(entry: Architecture, part: str, folder: Path, told: Told, url: str = "") -> Path:
    """Fetch the weights of a part of a network over the network and return their file.

    `url` is another address of the same file. Raises WeightsError or ModelPackError, and then keeps nothing.
    """
    source = sources_of(entry)[part]
    published = origin_of(source)
    origin = Origin(url, published.licence) if url else published
    with _workshop(folder) as workshop:
        got = workshop / origin.file
        with got.open("xb") as file:
            digest = download(origin.url, file, origin.sha256 or published.sha256, told)
        licence = entry.weights_note or origin.licence
        record = WeightsRecord(
            source=source, sha256=digest, origin=origin.url, origin_sha256=digest, licence=licence,
            stored=_now(),
        )  # fmt: skip
        return _taken_in(entry, part, got, folder, record)


def import_file(entry: Architecture, part: str, file: Path, sha256: str, folder: Path) -> Path:
    """Take in a local file whose SHA-256 must be the one given; raises WeightsError or ModelPackError."""
    digest = _digest(file)
    if digest != sha256.strip().lower():
        raise WeightsError(
            say("{file} is not the expected file: its SHA-256 is {digest}.", file=file.name, digest=digest),
            "Get it again from where it came from.",
        )
    record = WeightsRecord(
        source=sources_of(entry)[part], sha256=digest, origin=file.name, origin_sha256=digest,
        licence=entry.weights_note or "unknown", stored=_now(),
    )  # fmt: skip
    with _workshop(folder) as workshop:
        got = workshop / file.name
        shutil.copyfile(file, got)
        return _taken_in(entry, part, got, folder, record)


def carry(entry: Architecture, part: str, there: Path, folder: Path) -> Path:
    """Copy weights that were fetched elsewhere, with their record; raises WeightsError or ModelPackError."""
    source = sources_of(entry)[part]
    file = weights_file(there, source)
    record = record_of(file) if file else None
    if file is None or record is None:
        raise WeightsError(
            say("The weights {source} are not in {folder}.", source=source, folder=there),
            "Name a folder that “ecgdesk models fetch” filled.",
        )
    check_unchanged(file)
    with _workshop(folder) as workshop:
        got = workshop / file.name
        shutil.copyfile(file, got)
        return _taken_in(entry, part, got, folder, record)


def check_fits(entry: Architecture, part: str, tensors: Mapping[str, Tensor]) -> None:
    """Raise ModelPackError unless tensors, under their public names, fit that part of a network."""
    with torch.device("meta"):
        network = build(entry, len(_CLASSES), class_ids=_CLASSES)
    fitting(network, under_own_names(sources_of(entry)[part], tensors), part)


def _taken_in(entry: Architecture, part: str, got: Path, folder: Path, record: WeightsRecord) -> Path:
    safe = _fitting_file(entry, part, got)
    target = folder / f"{weights_stem(record.source)}{_SAFE}"
    record = record.model_copy(update={"sha256": sha256_of(safe)})
    _writing(folder, lambda: _placed(safe, target, record))
    return target


def _placed(safe: Path, target: Path, record: WeightsRecord) -> None:
    def fill(file: BinaryIO) -> None:
        with safe.open("rb") as opened:
            shutil.copyfileobj(opened, file)

    write_atomically(target, fill)
    write_record(target, record)


def _fitting_file(entry: Architecture, part: str, file: Path) -> Path:
    """Return the weights as safetensors: the file itself where it is that, else one written beside it."""
    tensors, library, name = read_tensors(file), *sources_of(entry)[part].split(":", 1)
    try:
        check_fits(entry, part, tensors)
    except ModelPackError:
        if library != "timm":
            raise
        tensors = translated(name, file)
        check_fits(entry, part, tensors)
        return _as_safetensors(tensors, file)
    return file if file.suffix == _SAFE else _as_safetensors(tensors, file)


def _as_safetensors(tensors: Mapping[str, Tensor], file: Path) -> Path:
    made = file.with_name(f"{file.name}{_SAFE}")
    save_file({name: value.contiguous().clone() for name, value in tensors.items()}, made)
    return made


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """Give a folder for half-made files beside their place; it goes away whatever happens."""
    _writing(folder, lambda: folder.mkdir(parents=True, exist_ok=True))
    try:
        with TemporaryDirectory(prefix=".fetching-", dir=folder) as name:
            yield Path(name)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _writing(folder: Path, work: Callable[[], object]) -> None:
    try:
        work()
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> WeightsError:
    reason = (error.strerror or "unknown reason").lower()
    return WeightsError(
        say("Nothing can be kept in {folder}: {reason}.", folder=folder, reason=reason),
        "Check the free space and the access rights of that folder, or name another one.",
    )


def _digest(file: Path) -> str:
    try:
        return sha256_of(file)
    except OSError as error:
        raise ModelPackError(
            say("{file} cannot be read: {reason}.", file=file.name, reason=(error.strerror or "").lower()),
            "Check the name.",
        ) from error


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
