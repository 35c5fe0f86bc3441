"""Public weights come out of a local folder, or it is said at once that they do not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import timm
import torch
from safetensors.torch import save_file

from ecgdesk.core.errors import RecipeError, WeightsError
from ecgdesk.core.recipe import ModelSettings
from ecgdesk.models.architectures import architecture
from ecgdesk.models.files import sha256_of
from ecgdesk.models.networks.build import build
from ecgdesk.models.public_weights import WeightsRecord, weights_stem, write_record
from training.pretrained import find_weights, plant, weights_notes
from training.train import main

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
    assert "ecgdesk models fetch fusion-cnn --to FOLDER" in caught.value.advice


def test_the_trainer_says_so_before_it_reads_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = Path(__file__).parents[2] / "training" / "recipes" / "c-fusion-cnn.toml"
    arguments = ["--config", recipe, "--data", tmp_path / "no-such-folder", "--runs", tmp_path / "runs"]
    arguments += ["--weights", tmp_path, "--set", "model.pretrained=required"]
    assert main([str(part) for part in arguments]) == 1
    said = " ".join(capsys.readouterr().err.split())
    assert f"The weights {SOURCE} are not in the weights folder." in said
    assert "no-such-folder" not in said


def test_what_is_on_record_of_the_weights_reaches_the_card(folder: Path) -> None:
    file = folder / "timm" / "resnet18.tv_in1k.safetensors"
    record = WeightsRecord(
        source=SOURCE, sha256=sha256_of(file), origin="x", licence="bsd-3-clause",
        stored=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    write_record(file, record)
    (note,) = weights_notes(ENTRY, wanted("required"), find_weights(ENTRY, wanted("required"), folder))
    assert note.endswith("licence: bsd-3-clause).")
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(WeightsError, match="were changed"):
        find_weights(ENTRY, wanted("if available"), folder)


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
