"""A small model pack that is written in milliseconds, and ways to spoil one."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from ecgdesk.core.card import Card, ClassInfo, Novelty, Preprocessing
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build
from ecgdesk.models.novelty import Cloud
from ecgdesk.models.pack_write import write_pack

PAGE = Preprocessing(width=64, height=32, colour="ink", mean=(0.1,), std=(0.2,))
OPTIONS: Mapping[str, Any] = {"width": 4, "depths": [1, 1], "dropout": 0.1}
CLASSES = tuple(ClassInfo(id=i, name=f"Name of {i}", short=i) for i in ("MI", "HMI", "Normal"))


def small_card(**changes: Any) -> Card:  # noqa: ANN401
    """Return a card of a tiny page network."""
    fields = {
        "id": "small", "name": "Small", "description": "For tests.", "architecture": "page-resnet",
        "options": OPTIONS, "classes": CLASSES, "preprocessing": PAGE, "licence": "CC0-1.0",
        "created": datetime(2026, 1, 1, tzinfo=UTC),
    }  # fmt: skip
    return Card(**{**fields, **changes})


def small_network(seed: int = 5) -> nn.Module:
    """Return the network of `small_card`, in evaluation mode."""
    torch.manual_seed(seed)
    return build(architecture("page-resnet"), len(CLASSES), OPTIONS, PAGE).eval()


def small_pack(folder: Path, name: str = "small", **changes: Any) -> Path:  # noqa: ANN401
    """Write a good pack and return its path."""
    path = folder / f"{name}.ecgmodel"
    write_pack(path, small_card(**changes), small_network().state_dict())
    return path


def small_cloud(size: int = 8) -> Cloud:
    """Return a round cloud about the origin; the small network's last layer gets 8 features."""
    return Cloud(np.zeros(size), np.eye(size)[:2], np.full(2, 4.0), np.array([1.0]))


def wary_pack(folder: Path, threshold: float = 1.0, size: int = 8, layer: str = "head") -> Path:
    """Write a pack that can tell pages unlike its training pages, and return its path."""
    path = folder / "wary.ecgmodel"
    novelty = Novelty(layer=layer, threshold=threshold, protocol="made up")
    write_pack(path, small_card(novelty=novelty), small_network().state_dict(), small_cloud(size))
    return path


def members_of(path: Path) -> dict[str, bytes]:
    """Return what is in a pack by member."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_sums(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the members with a checksum list that fits them."""
    lines = [
        f"{hashlib.sha256(data).hexdigest()}  {name}\n"
        for name, data in sorted(members.items())
        if name in ("card.json", "model.safetensors", "novelty.safetensors")
    ]
    return {**members, "SHA256SUMS": "".join(lines).encode()}


def zipped(path: Path, members: Mapping[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    """Write members as a zip and return its path."""
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def changed_card(members: Mapping[str, bytes], **changes: Any) -> dict[str, bytes]:  # noqa: ANN401
    """Return the members with other fields on the card, and sums that fit; None takes a field away."""
    card = {**json.loads(members["card.json"]), **changes}
    kept = {key: value for key, value in card.items() if value is not None}
    return with_sums({**members, "card.json": json.dumps(kept).encode()})


def changed_weights(members: Mapping[str, bytes], weights: Mapping[str, torch.Tensor]) -> dict[str, bytes]:
    """Return the members with other weights, and sums that fit."""
    from safetensors.torch import save

    return with_sums({**members, "model.safetensors": save(dict(weights))})
