"""Public weights out of a local folder into a network. Nothing is fetched here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from torch import nn

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import ModelSettings, Recipe
from ecgdesk.core.sentence import say
from ecgdesk.models.architectures import architecture
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.files import sha256_of
from ecgdesk.models.importers.naming import under_own_names
from ecgdesk.models.importers.tensor_file import read_tensors
from ecgdesk.models.importers.transplant import transplant
from ecgdesk.models.public_weights import (
    check_unchanged,
    has_public_weights,
    record_of,
    sources_of,
    weights_file,
    weights_folder,
    weights_stem,
)

_HASH_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class PublicWeights:
    """Weights for one part of a network ("" for all of it); `file` is None where they are absent."""

    part: str
    source: str
    file: Path | None


def find_weights(entry: Architecture, settings: ModelSettings, folder: Path) -> tuple[PublicWeights, ...]:
    """Return what a network can begin with and where it is; empty when none is wanted.

    Raises RecipeError when weights are required that are absent or that nobody published, and WeightsError
    for a file that is not the one on record.
    """
    if settings.pretrained == "no":
        return ()
    sources = sources_of(entry).items()
    found = tuple(PublicWeights(part, name, weights_file(folder, name)) for part, name in sources)
    if settings.pretrained == "required":
        _refuse_absent(entry, found)
    for item in found:
        if item.file is not None:
            check_unchanged(item.file)
    return found


def check_weights(recipe: Recipe, folder: Path | None) -> None:
    """Raise at once what `find_weights` would raise, before any page is read."""
    entry = architecture(recipe.model.architecture)
    find_weights(entry, recipe.model, folder or weights_folder())


def plant(network: nn.Module, weights: tuple[PublicWeights, ...]) -> None:
    """Load the weights that are there into their parts; raises ModelPackError where one does not fit."""
    for item in weights:
        if item.file is not None:
            transplant(network, under_own_names(item.source, read_tensors(item.file)), item.part)


def weights_notes(
    entry: Architecture, settings: ModelSettings, weights: tuple[PublicWeights, ...]
) -> tuple[str, ...]:
    """Return sentences for the card: what the network began with, and what its licence asks."""
    if settings.pretrained == "no":
        return ()
    at_hand = any(item.file is not None for item in weights)
    if not at_hand and not has_public_weights(entry):
        return ("No public weights are known for this network: it began with random ones.",)
    notes = [_note(item) for item in weights]
    if entry.weights_note and at_hand:
        notes.append(entry.weights_note)
    return tuple(notes)


def _note(item: PublicWeights) -> str:
    where = item.part or "The network"
    if item.file is None:
        return f"{where} began with random weights: {item.source} was wanted and not at hand."
    record = record_of(item.file)
    licence = f", licence: {record.licence.removesuffix('.')}" if record is not None else ""
    return f"{where} began with {item.source} (SHA-256 {sha256_of(item.file)[:_HASH_DIGITS]}…{licence})."


def _refuse_absent(entry: Architecture, found: tuple[PublicWeights, ...]) -> None:
    absent = [item.source for item in found if item.file is None]
    if not absent:
        return
    if not has_public_weights(entry):
        raise RecipeError(
            say("No public weights are known for {network!r}.", network=entry.id),
            say(
                'Set model.pretrained to "no", or import a file of your own with “ecgdesk models import FILE '
                "--for {network}”.",
                network=entry.id,
            ),
        )
    raise RecipeError(
        say("The weights {source} are not in the weights folder.", source=absent[0]),
        say(
            "On a machine with a network: ecgdesk models fetch {network} --to FOLDER. Carry the folder here "
            "and copy it: ecgdesk models fetch {network} --from FOLDER. They then lie at "
            '{place}.safetensors. Or set model.pretrained to "if available".',
            network=entry.id, place=weights_stem(absent[0]),
        ),
    )  # fmt: skip
