"""Public weights come out of a local folder, or it is said at once that they do not."""

from pathlib import Path

import pytest
import timm
import torch
from safetensors.torch import save_file

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import ModelSettings
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build
from ecgdesk.models.public_weights import weights_stem
from training.pretrained import find_weights, plant, weights_notes

ENTRY = architecture("fusion-cnn")
SOURCE = "timm:resnet18.tv_in1k"


def wanted(how: str) -> ModelSettings:
    return ModelSettings.model_validate({"architecture": ENTRY.id, "pretrained": how})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    torch.manual_seed(5)
    path = tmp_path / "timm" / "resnet18.tv_in1k.safetensors"
    path.parent.mkdir()
    save_file(timm.create_model("resnet18").state_dict(), path)
    return tmp_path


def test_absent_weights_that_are_required_are_refused_with_their_place(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match=SOURCE) as caught:
        find_weights(ENTRY, wanted("required"), tmp_path)
    assert "timm/resnet18.tv_in1k.safetensors" in caught.value.advice


def test_a_network_without_public_weights_cannot_require_them(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="No public weights"):
        find_weights(architecture("baseline-cnn"), wanted("required"), tmp_path)


def test_if_available_goes_on_without_and_says_so(tmp_path: Path) -> None:
    found = find_weights(ENTRY, wanted("if available"), tmp_path)
    (note,) = weights_notes(ENTRY, wanted("if available"), found)
    assert SOURCE in note
    assert "not at hand" in note


def test_no_means_no_even_where_they_are(folder: Path) -> None:
    assert find_weights(ENTRY, wanted("no"), folder) == ()
    assert weights_notes(ENTRY, wanted("no"), ()) == ()


def test_weights_reach_their_part_and_the_card(folder: Path) -> None:
    found = find_weights(ENTRY, wanted("required"), folder)
    network = build(ENTRY, 4)
    plant(network, found)
    torch.manual_seed(5)
    expected = timm.create_model("resnet18").state_dict()["conv1.weight"]
    assert torch.equal(network.state_dict()["spatial_branch.backbone.conv1.weight"], expected)
    (note,) = weights_notes(ENTRY, wanted("required"), found)
    assert "SHA-256" in note


def test_names_of_sources_are_names_of_files() -> None:
    assert weights_stem("open_clip:ViT-B-32-quickgelu/metaclip_400m") == (
        "open_clip/ViT-B-32-quickgelu--metaclip_400m"
    )
