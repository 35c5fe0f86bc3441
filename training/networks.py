"""What can be trained beside the catalog: the names of timm's networks, and how large one of them is."""

from collections.abc import Iterator
from typing import Any

import timm
import torch
from torch.utils.flop_counter import FlopCounterMode

from ecgdesk.models.architectures import TIMM_PREFIX, architecture
from ecgdesk.models.networks.build import build

_CLASSES = ("1", "2", "3", "4")


def timm_names() -> Iterator[str]:
    """Yield the names of all networks that timm defines."""
    yield from timm.list_models()


def size_of(architecture_id: str) -> dict[str, Any]:
    """Return parameters and billions of multiplications a page of a network with four outputs.

    Nothing is allocated: the network is built without its weights. Raises UnknownArchitectureError.
    """
    entry = architecture(architecture_id)
    page = entry.preprocessing
    with torch.device("meta"):
        network = build(entry, len(_CLASSES), {}, page, _CLASSES).eval()
        picture = torch.zeros(1, page.channels, page.height, page.width)
    counter = FlopCounterMode(display=False)
    with counter, torch.no_grad():
        network(picture)
    return {
        "id": architecture_id,
        "name": architecture_id.removeprefix(TIMM_PREFIX),
        "parameters": sum(value.numel() for value in network.parameters()),
        "gmacs": counter.get_total_flops() / 2e9,
        "width": page.width,
        "height": page.height,
    }
