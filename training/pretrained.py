"""Public weights out of a local folder into a network. Nothing is fetched here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from torch import Tensor, nn

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.home import home_folder
from ecgdesk.core.recipe import ModelSettings
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.files import sha256_of
from ecgdesk.models.importers import open_clip, yolov8
from ecgdesk.models.importers.tensor_file import read_tensors
from ecgdesk.models.importers.transplant import transplant

SUFFIXES: Final = (".safetensors", ".pth", ".pt", ".bin")
_RENAMED: Final[Mapping[str, Callable[[Mapping[str, Tensor]], dict[str, Tensor]]]] = MappingProxyType(
    {"yolov8": yolov8.converted, "open_clip": open_clip.converted}
)
_HASH_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class PublicWeights:
    """Weights for one part of a network ("" for all of it); `file` is None where they are absent."""

    part: str
    source: str
    file: Path | None


def weights_folder() -> Path:
    """Return where public weights lie: below `ECGDESK_HOME`, else below the user's data folder."""
    return home_folder() / "weights"


def weights_stem(source: str) -> str:
    """Return a source's place in the folder, less the suffix: `timm:a.b` lies at `timm/a.b`."""
    library, _, name = source.partition(":")
    return f"{library}/{name.replace('/', '--')}"


def find_weights(entry: Architecture, settings: ModelSettings, folder: Path) -> tuple[PublicWeights, ...]:
    """Return what the catalog names for a network and where it is; empty when none are wanted.

    Raises RecipeError when weights are required that are absent or that nobody published.
    """
    if settings.pretrained == "no":
        return ()
    found = tuple(PublicWeights(part, name, _file(folder, name)) for part, name in entry.pretrained.items())
    if settings.pretrained == "required":
        _refuse_absent(entry, found)
    return found


def plant(network: nn.Module, weights: tuple[PublicWeights, ...]) -> None:
    """Load the weights that are there into their parts; raises ModelPackError where one does not fit."""
    for item in weights:
        if item.file is not None:
            tensors = read_tensors(item.file)
            renamed = _RENAMED.get(item.source.partition(":")[0])
            transplant(network, renamed(tensors) if renamed else tensors, item.part)


def weights_notes(
    entry: Architecture, settings: ModelSettings, weights: tuple[PublicWeights, ...]
) -> tuple[str, ...]:
    """Return sentences for the card: what the network began with, and what its licence asks."""
    if settings.pretrained != "no" and not weights:
        return ("No public weights are known for this network: it began with random ones.",)
    notes = [_note(item) for item in weights]
    if entry.weights_note and any(item.file is not None for item in weights):
        notes.append(entry.weights_note)
    return tuple(notes)


def _note(item: PublicWeights) -> str:
    where = item.part or "The network"
    if item.file is None:
        return f"{where} began with random weights: {item.source} was wanted and not at hand."
    return f"{where} began with {item.source} (SHA-256 {sha256_of(item.file)[:_HASH_DIGITS]}…)."


def _file(folder: Path, source: str) -> Path | None:
    stem = weights_stem(source)
    return next((path for suffix in SUFFIXES if (path := folder / f"{stem}{suffix}").is_file()), None)


def _refuse_absent(entry: Architecture, found: tuple[PublicWeights, ...]) -> None:
    if not found:
        raise RecipeError(f"No public weights are known for {entry.id!r}.", 'Set model.pretrained to "no".')
    absent = [item.source for item in found if item.file is None]
    if absent:
        raise RecipeError(
            f"The weights {absent[0]} are not in the weights folder.",
            f"Bring the file from a machine with a network and put it there as "
            f'{weights_stem(absent[0])}.safetensors, or set model.pretrained to "if available".',
        )
