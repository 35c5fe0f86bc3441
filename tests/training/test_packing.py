"""A pack needs no text tower; other networks go in whole."""

import torch

from ecgdesk.models.architectures import architecture
from training.packing import packed_options, packed_weights

WEIGHTS = {name: torch.zeros(1) for name in ("visual.a", "text.b", "tokens", "class_embeddings")}


def test_the_text_tower_stays_behind() -> None:
    entry = architecture("metaclip-vit-b32")
    assert set(packed_weights(entry, WEIGHTS)) == {"visual.a", "class_embeddings"}
    assert packed_options(entry, {"sentences": {}, "text_tower": True}) == {
        "sentences": {},
        "text_tower": False,
    }


def test_other_networks_go_in_whole() -> None:
    entry = architecture("resnet50")
    assert packed_weights(entry, WEIGHTS) == WEIGHTS
    assert packed_options(entry, {"model": "resnet50"}) == {"model": "resnet50"}
