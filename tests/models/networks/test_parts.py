"""Parts and heads of networks that name none themselves."""

import timm
import torch
from torch import nn

from ecgdesk.models.networks.parts import head_names, part_names, part_parameters


def test_a_timm_network_has_its_children_as_parts_and_its_own_classifier_as_head() -> None:
    with torch.device("meta"):
        network = timm.create_model("resnet18", num_classes=4)
    assert part_names(network) == ("conv1", "bn1", "layer1", "layer2", "layer3", "layer4", "fc")
    assert head_names(network) == ("fc",)


def test_bare_parameters_of_a_transformer_are_parts_too() -> None:
    with torch.device("meta"):
        network = timm.create_model("vit_tiny_patch16_224", num_classes=4)
    assert {"cls_token", "pos_embed", "blocks", "head"} <= set(part_names(network))
    assert sum(map(len, part_parameters(network).values())) == len(list(network.parameters()))


def test_any_other_network_has_its_last_part_as_head() -> None:
    network = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 4))
    assert part_names(network) == ("0", "2")
    assert head_names(network) == ("2",)
