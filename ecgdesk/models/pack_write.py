"""Writing a model pack: the same card and weights give the same bytes."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ecgdesk.core.card import Card
from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say
from ecgdesk.core.whole_file import write_atomically
from ecgdesk.models.container import CARD, NOVELTY, SUMS, WEIGHTS, format_sums
from ecgdesk.models.novelty import Cloud

if TYPE_CHECKING:
    import torch

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_ORDER = (CARD, SUMS, NOVELTY, WEIGHTS)


def write_pack(
    path: Path, card: Card, state_dict: "Mapping[str, torch.Tensor]", cloud: Cloud | None = None
) -> None:
    """Write a pack whole or not at all; raises ModelPackError for weights that are not finite, or OSError.

    `cloud` describes the training pages; a card with a novelty needs one.
    """
    if (cloud is None) != (card.novelty is None):
        raise ModelPackError(
            say("{file} was not written: the card and the training pages do not match.", file=path.name)
        )
    members = {CARD: card_bytes(card), WEIGHTS: _weights_bytes(state_dict, path.name)}
    if cloud is not None:
        members[NOVELTY] = _cloud_bytes(cloud)
    members[SUMS] = format_sums(members)

    def fill(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name in sorted(members, key=_ORDER.index):
                archive.writestr(stored_member(name), members[name])

    write_atomically(path, fill)


def card_bytes(card: Card) -> bytes:
    """Return the card as it is stored: indented JSON in UTF-8, fields in the schema's order."""
    return (card.model_dump_json(by_alias=True, indent=2) + "\n").encode("utf-8")


def _weights_bytes(state_dict: "Mapping[str, torch.Tensor]", name: str) -> bytes:
    import torch
    from safetensors.torch import save

    tensors = {key: state_dict[key].detach().cpu().contiguous().clone() for key in sorted(state_dict)}
    if not all(bool(torch.isfinite(value).all()) for value in tensors.values()):
        raise ModelPackError(
            say("{file} was not written: the weights hold values that are not numbers.", file=name)
        )
    return bytes(save(tensors))


def _cloud_bytes(cloud: Cloud) -> bytes:
    from safetensors.numpy import save

    return bytes(save(dict(sorted(cloud.arrays().items()))))


def stored_member(name: str) -> zipfile.ZipInfo:
    """Return the zip record of a member: the same on every system and at every time."""
    member = zipfile.ZipInfo(name, _FIXED_DATE)
    member.create_system = 3  # the same bytes on Windows, which would write 0
    member.external_attr = 0o644 << 16
    return member
