"""Public weights on this machine: where they lie, what they are called, and what is on record of them.

The folder can be carried to a machine without a network as it is. Imports no torch; nothing is fetched here.
"""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import Field, ValidationError

from ecgdesk.core.errors import WeightsError
from ecgdesk.core.home import home_folder
from ecgdesk.core.sentence import say
from ecgdesk.core.strict import Strict
from ecgdesk.core.whole_file import write_atomically
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.files import sha256_of

ENVIRONMENT: Final = "ECGDESK_WEIGHTS"
SUFFIXES: Final = (".safetensors", ".pth", ".pt", ".bin")
OWN_LIBRARY: Final = "own"
_RECORD: Final = ".json"


class WeightsRecord(Strict):
    """What is known of a file of weights: `sha256` is of the file there, `origin` says where it is from."""

    source: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    origin: str
    origin_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    licence: str = "unknown"
    stored: datetime


def weights_folder() -> Path:
    """Return where public weights lie: `ECGDESK_WEIGHTS`, else `weights` in the user's data folder."""
    if override := os.environ.get(ENVIRONMENT):
        return Path(override).expanduser()
    return home_folder() / "weights"


def weights_stem(source: str) -> str:
    """Return a source's place in the folder, less the suffix: `timm:a.b` lies at `timm/a.b`."""
    library, _, name = source.partition(":")
    return f"{library}/{name.replace('/', '--')}"


def weights_file(folder: Path, source: str) -> Path | None:
    """Return the file of a source, or None where it is absent."""
    stem = weights_stem(source)
    return next((path for suffix in SUFFIXES if (path := folder / f"{stem}{suffix}").is_file()), None)


def sources_of(entry: Architecture) -> Mapping[str, str]:
    """Return the sources of weights by the part that takes them; without public ones, the network's own."""
    return entry.pretrained or {"": f"{OWN_LIBRARY}:{entry.id.replace(':', '-')}"}


def has_public_weights(entry: Architecture) -> bool:
    """Return whether somebody published weights for this network."""
    return bool(entry.pretrained)


def record_of(file: Path) -> WeightsRecord | None:
    """Return what is on record of a file of weights; None where nothing readable is."""
    try:
        return WeightsRecord.model_validate_json(_record_path(file).read_bytes())
    except (OSError, ValidationError):
        return None


def write_record(file: Path, record: WeightsRecord) -> None:
    """Write down what is known of a file of weights, whole or not at all; raises OSError."""
    data = (record.model_dump_json(indent=2) + "\n").encode("utf-8")
    write_atomically(_record_path(file), lambda opened: opened.write(data) and None)


def check_unchanged(file: Path) -> None:
    """Raise WeightsError when a file is not the one that is on record; files without a record pass."""
    record = record_of(file)
    if record is not None and record.sha256 != sha256_of(file):
        raise WeightsError(
            say("The weights {file} are damaged or were changed.", file=file.name),
            "Fetch or import them again.",
        )


def _record_path(file: Path) -> Path:
    return file.with_name(f"{file.name}{_RECORD}")
