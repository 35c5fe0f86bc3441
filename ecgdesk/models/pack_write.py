"""Writing a model pack: the same card and weights give the same bytes."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ecgdesk.core.card import Card
from ecgdesk.core.errors import ModelPackError
from ecgdesk.models.container import CARD, SUMS, WEIGHTS, format_sums
from ecgdesk.models.files import write_atomically

if TYPE_CHECKING:
    import torch

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def write_pack(path: Path, card: Card, state_dict: "Mapping[str, torch.Tensor]") -> None:
    """Write a pack whole or not at all; raises ModelPackError for weights that are not finite, or OSError."""
    members = {CARD: card_bytes(card), WEIGHTS: _weights_bytes(state_dict, path.name)}
    members[SUMS] = format_sums(members)

    def fill(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name in (CARD, SUMS, WEIGHTS):
                archive.writestr(_member(name), members[name])

    write_atomically(path, fill)


def card_bytes(card: Card) -> bytes:
    """Return the card as it is stored: indented JSON in UTF-8, fields in the schema's order."""
    return (card.model_dump_json(by_alias=True, indent=2) + "\n").encode("utf-8")


def _weights_bytes(state_dict: "Mapping[str, torch.Tensor]", name: str) -> bytes:
    import torch
    from safetensors.torch import save

    tensors = {key: state_dict[key].detach().cpu().contiguous().clone() for key in sorted(state_dict)}
    if not all(bool(torch.isfinite(value).all()) for value in tensors.values()):
        raise ModelPackError(f"{name} was not written: the weights hold values that are not numbers.")
    return bytes(save(tensors))


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _FIXED_DATE)
    member.create_system = 3  # the same bytes on Windows, which would write 0
    member.external_attr = 0o644 << 16
    return member
