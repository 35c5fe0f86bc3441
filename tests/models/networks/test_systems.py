"""Every system of the catalog: what it is made of, what it answers, what its heat map is, and its pack."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
import torch
from torch import Tensor, nn

from ecgdesk.core.card import Card, ClassInfo
from ecgdesk.explain.gradcam import GradCam
from ecgdesk.models.architectures import architecture, catalog
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.loaded import for_inference, load_network
from ecgdesk.models.networks.build import build
from ecgdesk.models.networks.parts import head_names, lies_in, part_parameters
from ecgdesk.models.pack_write import write_pack

CLASSES: Final = ("MI", "HMI", "AHB", "Normal")

# Outputs, and parameters with so many outputs: as published or as timm and torchvision count them; for the
# networks that are partly ours, their sum worked out by hand in the comment.
PARAMETERS: Final = {
    "resnet50-grey": (1000, 25_557_032 - 2 * 64 * 49),  # timm, two channels fewer in a 7×7 convolution of 64
    "yolov8n-cls": (1000, 2_719_288 - 2 * 16 * 9),  # published for RGB; one channel here
    "metaclip-vit-b32": (4, 151_277_313),  # published for ViT-B/32 with its text tower
    "baseline-cnn": (4, 12_939_396),  # 93_696 in blocks + 128·28²·128 + 128 + 129·4
    "mobilenetv1_100": (1000, 4_231_976),  # timm; published 4.2 million
    "resnet50": (1000, 25_557_032),
    "densenet121": (1000, 7_978_856),
    "convnext_tiny": (1000, 28_589_128),
    "densenet121-bottleneck": (
        4,
        6_953_856 + 262_144 + 512 + 2_360_320 + 4_100,
    ),  # trunk, 1×1, norm, 3×3, head
    "densenet121-attention": (4, 6_953_856 + 65_600 + 66_560 + 4_100),  # trunk, squeeze, excite, head
    "efficientnet-b0-multiscale": (4, 2_956_627),
    "fusion-cnn": (4, 14_392_708),  # ResNet-18 11_176_512, adapter 114_912, fc01 2_473_408, the rest 627_876
    "simcardionet": (4, 35_516_868),
    "simcardionet-no-attention": (4, 34_465_220),  # 1_051_648 fewer: a layer norm and four 512² with biases
    "simcardionet-temporal": (4, 35_516_868),
    "simcardionet-cnn-resnet": (4, 34_465_220),
    "simcardionet-resnet": (
        4,
        25_937_092,
    ),  # ResNet-50 23_508_032, fusion 2_098_688, projection 328_320, head
    "mobilenetv2_100": (1000, 3_504_872),
    "vgg16": (1000, 138_357_544),
    "alexnet": (1000, 61_100_840),
    "inception-mobilenet-nasnet": (1000, 23_834_568 + 4_231_976 + 88_753_150),
}

GRIDS: Final = {
    "baseline-cnn": (56, 56), "efficientnet-b0-multiscale": (14, 14), "fusion-cnn": (8, 8), "vgg16": (14, 14),
    "alexnet": (13, 13), "inception-mobilenet-nasnet": (11, 11),
}  # fmt: skip
"""Height and width of the explained map where it is not 7×7."""

SLOW: Final = (
    "metaclip-vit-b32", "vgg16", "alexnet", "inception-mobilenet-nasnet",  # large
    "resnet50", "simcardionet-no-attention", "simcardionet-cnn-resnet", "simcardionet-resnet",  # twins
)  # fmt: skip
SYSTEMS: Final = [entry.id for entry in catalog() if entry.paper]


def _built(entry: Architecture, outputs: int = 4) -> nn.Module:
    class_ids = CLASSES if outputs == 4 else ()
    return for_inference(build(entry, outputs, class_ids=class_ids))


def _pages(entry: Architecture, number: int, device: str = "cpu") -> Tensor:
    page = entry.preprocessing
    return torch.randn(number, page.channels, page.height, page.width, device=device)


def test_every_system_has_a_known_number_of_parameters() -> None:
    assert sorted(SYSTEMS) == sorted(PARAMETERS)


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_system_has_the_published_parameters(name: str) -> None:
    outputs, wanted = PARAMETERS[name]
    with torch.device("meta"):
        network = _built(architecture(name), outputs)
    assert sum(p.numel() for p in network.parameters()) == wanted


@pytest.fixture(scope="module", params=SYSTEMS)
def skeleton(request: pytest.FixtureRequest) -> tuple[Architecture, nn.Module]:
    entry = architecture(request.param)
    with torch.device("meta"):
        return entry, _built(entry)


def test_a_system_answers_and_can_be_explained_on_its_own_grid(
    skeleton: tuple[Architecture, nn.Module],
) -> None:
    entry, network = skeleton
    one = GradCam(network, entry.target_layer, entry.layout).forward(_pages(entry, 2, "meta"))
    assert one.logits.shape == (2, 4)
    assert one.map(3).shape == (2, *GRIDS.get(entry.id, (7, 7)))


def test_every_parameter_lies_in_one_part_and_the_head_alone_knows_the_classes(
    skeleton: tuple[Architecture, nn.Module],
) -> None:
    entry, network = skeleton
    with torch.device("meta"):
        wider = _built(entry, 5)
    assert sum(len(group) for group in part_parameters(network).values()) == len(list(network.parameters()))
    other = {key: value.shape for key, value in wider.state_dict().items()}
    changed = {key for key, value in network.state_dict().items() if value.shape != other[key]}
    heads = head_names(network)
    assert changed
    assert all(any(lies_in(key, head) for head in heads) for key in changed)


@pytest.mark.parametrize("name", SYSTEMS)
def test_one_step_of_training_reaches_every_parameter_that_learns(name: str) -> None:
    entry = architecture(name)
    with torch.device("meta"):
        network = build(entry, 4, class_ids=CLASSES).train()
    network(_pages(entry, 2, "meta")).sum().backward()
    missed = {key for key, p in network.named_parameters() if p.requires_grad and p.grad is None}
    assert not {key for key in missed if not key.startswith("projection_head.")}  # only contrastive training
    assert all(p.grad is None for key, p in network.named_parameters() if not p.requires_grad)


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in SYSTEMS],
)
def system(request: pytest.FixtureRequest) -> tuple[Architecture, nn.Module]:
    torch.manual_seed(20)
    entry = architecture(request.param)
    return entry, _built(entry)


def test_a_heat_map_is_finite_and_shows_a_place(system: tuple[Architecture, nn.Module]) -> None:
    entry, network = system
    one = GradCam(network, entry.target_layer, entry.layout).forward(_pages(entry, 1))
    maps = torch.cat([one.map(target) for target in range(len(CLASSES))]).flatten(1)
    assert one.logits.isfinite().all()
    assert maps.isfinite().all()
    assert ((maps.amax(dim=1) - maps.amin(dim=1)) > 0.1 * maps.amax(dim=1).clamp(min=1e-20)).any()


def test_a_pack_gives_the_same_logits_to_the_bit(
    system: tuple[Architecture, nn.Module], tmp_path: Path
) -> None:
    entry, network = system
    pages = _pages(entry, 1)
    write_pack(tmp_path / "system.ecgmodel", _card(entry), network.state_dict())
    again = load_network(tmp_path / "system.ecgmodel").network
    with torch.inference_mode():
        assert torch.equal(again(pages), for_inference(network)(pages))


def _card(entry: Architecture) -> Card:
    return Card(
        id="test", name=entry.name, description="", architecture=entry.id, preprocessing=entry.preprocessing,
        classes=tuple(ClassInfo(id=name, name=name, short=name) for name in CLASSES),
        licence="MIT", created=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip
