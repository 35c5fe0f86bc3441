"""A pack from public weights alone, before any training: for networks that compare a page with sentences.

Imports torch.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ecgdesk.core.card import Card, ClassInfo
from ecgdesk.core.errors import WeightsError
from ecgdesk.core.sentence import say
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.files import sha256_of
from ecgdesk.models.importers.naming import under_own_names
from ecgdesk.models.importers.tensor_file import read_tensors
from ecgdesk.models.importers.transplant import transplant
from ecgdesk.models.networks.build import build
from ecgdesk.models.options import stored_options
from ecgdesk.models.pack_write import write_pack
from ecgdesk.models.public_weights import check_unchanged, sources_of, weights_file

LIMITS: Final = (
    "Research and education. Not for diagnosis.",
    "Not trained on any ECG page: the class is the sentence that public weights find nearest to the picture.",
    "Probabilities are not calibrated, and no figure says how often they are right.",
)


def write_zero_shot(
    target: Path,
    entry: Architecture,
    classes: Sequence[ClassInfo],
    sentences: Mapping[str, str],
    folder: Path,
) -> Card:
    """Write a pack that takes the nearest sentence; `sentences` by class id go before the catalog's.

    `folder` is where the public weights lie. Raises WeightsError where they are absent or the network does
    not compare with sentences, ModelPackError where they do not fit, OSError.
    """
    file = _weights(entry, folder)
    source = sources_of(entry)[""]
    options = stored_options(entry, {"sentences": dict(sentences)} if sentences else {}, _ids(classes))
    network = build(entry, len(classes), options, class_ids=_ids(classes))
    transplant(network, under_own_names(source, read_tensors(file)))
    network.drop_text_tower()  # type: ignore[operator]  # what a network of kind "clip" is
    note = f"Public weights {source}, SHA-256 {sha256_of(file)}."
    card = Card(
        id=f"{entry.id}-zero-shot", name=f"{entry.name}, zero-shot", description=entry.description,
        architecture=entry.id, options={**options, "text_tower": False}, classes=tuple(classes),
        preprocessing=entry.preprocessing, limits=(*LIMITS, note, entry.weights_note),
        licence=entry.weights_note or "unknown", created=datetime.now(UTC).replace(microsecond=0),
    )  # fmt: skip
    write_pack(target, card, network.eval().state_dict())
    return card


def _weights(entry: Architecture, folder: Path) -> Path:
    if entry.kind != "clip":
        raise WeightsError(
            say("{network} does not compare pages with sentences.", network=entry.id),
            "Choose metaclip-vit-b32, or train it.",
        )
    file = weights_file(folder, sources_of(entry)[""])
    if file is None:
        raise WeightsError(
            say("The public weights of {network} are not in the weights folder.", network=entry.id),
            say("Fetch them: ecgdesk models fetch {network}.", network=entry.id),
        )
    check_unchanged(file)
    return file


def _ids(classes: Sequence[ClassInfo]) -> tuple[str, ...]:
    return tuple(item.id for item in classes)
