"""The entries that are of no paper, and any network of timm: built, answered, explained, packed."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from ecgdesk.core.card import ClassInfo, Preprocessing
from ecgdesk.core.errors import ModelPackError, UnknownArchitectureError
from ecgdesk.explain.gradcam import GradCam
from ecgdesk.explain.heatmap import on_crop
from ecgdesk.models.architectures import architecture, catalog
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.loaded import for_inference, load_network
from ecgdesk.models.networks.build import build
from ecgdesk.models.networks.page_resnet import PageResNet
from ecgdesk.models.pack_write import write_pack
from ecgdesk.models.preprocess import normalise, preprocess
from tests.models.packs import small_card

OWN = [entry.id for entry in catalog() if not entry.paper]
CLASSES = tuple(ClassInfo(id=i, name=i, short=i) for i in ("MI", "HMI", "AHB", "Normal"))
GRIDS = {
    "page-resnet": (13, 22), "resnet18-ink": (7, 11), "efficientnet_b0": (7, 7),
    "vit_small_patch16_224": (14, 14), "swin_tiny_patch4_window7_224": (7, 7),
    "lead-resnet": (16, 125), "page-trace": (13, 22),
}  # fmt: skip


def _page(entry: Architecture) -> Tensor:
    """A page with a wave on it, as the network gets it."""
    crop = np.full((600, 1000, 3), 250, np.uint8)
    columns = np.arange(1000)
    crop[(300 + 150 * np.sin(columns / 40)).astype(int), columns] = 20
    if entry.preprocessing.reads_leads:
        wave = 128 + np.round(40 * np.sin(np.arange(250) / 8) ** 9)
        picture = np.repeat(wave[None, :, None], 16, axis=0).astype(np.uint8)
        return torch.from_numpy(normalise(picture, entry.preprocessing))[None]
    return torch.from_numpy(preprocess(crop, entry.preprocessing))[None]


def _network(entry: Architecture) -> nn.Module:
    return for_inference(build(entry, 4))


@pytest.mark.parametrize("name", OWN)
def test_an_entry_answers_and_its_map_shows_a_place_on_the_crop(name: str) -> None:
    entry = architecture(name)
    one = GradCam(_network(entry), entry.target_layer, entry.layout).forward(_page(entry))
    maps = [one.map(target)[0] for target in range(4)]
    assert one.logits.shape == (1, 4)
    assert one.logits.isfinite().all()
    assert {tuple(grid.shape) for grid in maps} == {GRIDS[name]}
    heats = [on_crop(grid.numpy(), (1000, 600), entry.preprocessing) for grid in maps]
    assert {heat.shape for heat in heats} == {(600, 1000)}
    assert all(np.isfinite(heat).all() for heat in heats)
    assert max(heat.max() for heat in heats) == 1.0


@pytest.mark.parametrize("name", OWN)
def test_an_entry_comes_back_from_a_pack_to_the_bit(name: str, tmp_path: Path) -> None:
    entry = architecture(name)
    network, page = _network(entry), _page(entry)
    card = small_card(architecture=name, options={}, classes=CLASSES, preprocessing=entry.preprocessing)
    write_pack(tmp_path / "a.ecgmodel", card, network.state_dict())
    again = load_network(tmp_path / "a.ecgmodel").network
    assert not any(tensor.is_meta for tensor in [*again.parameters(), *again.buffers()])
    with torch.inference_mode():
        assert torch.equal(again(page), network(page))


def test_any_network_of_timm_comes_with_its_own_configuration(tmp_path: Path) -> None:
    entry = architecture("timm:mobilenetv3_small_050")
    assert (entry.preprocessing.width, entry.preprocessing.mean) == (224, (0.485, 0.456, 0.406))
    network, page = _network(entry), _page(entry)
    one = GradCam(network, entry.target_layer, entry.layout).forward(page)
    assert one.map(0).shape == (1, 7, 7)
    card = small_card(architecture=entry.id, options={}, classes=CLASSES, preprocessing=entry.preprocessing)
    write_pack(tmp_path / "a.ecgmodel", card, network.state_dict())
    assert load_network(tmp_path / "a.ecgmodel").architecture == entry


def test_a_network_that_timm_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownArchitectureError, match="'wonder_net'"):
        architecture("timm:wonder_net")


def test_a_transformer_takes_the_page_in_its_own_shape() -> None:
    entry = architecture("vit_small_patch16_224")
    wide = Preprocessing(width=352, height=208, colour="ink", mean=(0.1,), std=(0.2,))
    with torch.device("meta"):
        network = build(entry, 3, preprocessing=wide).eval()
        one = GradCam(network, entry.target_layer, entry.layout).forward(torch.zeros(1, 1, 208, 352))
    assert (one.logits.shape, one.map(0).shape) == ((1, 3), (1, 13, 22))


def test_the_page_network_keeps_within_a_small_file() -> None:
    with torch.device("meta"):
        network = build(architecture("page-resnet"), 4)
    assert sum(parameter.numel() for parameter in network.parameters()) == 6_306_100


@pytest.mark.parametrize(
    ("options", "grid"),
    [
        ({"width": 8}, (13, 22)),
        ({"width": 8, "stem_stride": 4, "strides": [1, 2, 2, 1]}, (13, 22)),
        ({"width": 8, "stem_stride": 4}, (7, 11)),
        ({"width": 8, "depths": [1, 1, 1], "strides": [1, 2, 2]}, (26, 44)),
    ],
)
def test_the_page_network_shrinks_as_it_is_told(options: dict[str, object], grid: tuple[int, int]) -> None:
    network = build(architecture("page-resnet"), 4, options)
    assert isinstance(network, PageResNet)
    assert network.stages(network.stem(torch.zeros(1, 1, 208, 352))).shape[-2:] == grid


@pytest.mark.parametrize(
    "options",
    [
        {"width": 2},
        {"depths": []},
        {"depths": [1, 0]},
        {"stem_stride": 3},
        {"strides": [1]},
        {"colour": "red"},
    ],
)
def test_options_that_make_no_page_network_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(ModelPackError, match="cannot be built with these options"):
        build(architecture("page-resnet"), 4, options)
