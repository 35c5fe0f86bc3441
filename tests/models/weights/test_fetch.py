"""Weights come from a hub on this machine, from another folder, as a file; or not at all."""

import hashlib
from pathlib import Path

import pytest
import timm
import torch
from safetensors.torch import load_file, save

from ecgdesk.core.errors import ModelPackError, WeightsError
from ecgdesk.core.recipe import ModelSettings
from ecgdesk.models import weights_store
from ecgdesk.models.architectures import architecture, catalog
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.networks.build import build
from ecgdesk.models.origins import Origin, origin_of
from ecgdesk.models.public_weights import record_of, weights_file
from ecgdesk.models.weights_store import carry, fetch, import_file
from tests.fakes.hub import Hub, fake_hub
from training.pretrained import find_weights, plant

ENTRY = architecture("timm:test_resnet")  # timm's own network for tests: half a million parameters
SOURCE = "timm:test_resnet.r160_in1k"
PLACE = "/timm/test_resnet.r160_in1k/resolve/main/model.safetensors"


def public(seed: int = 5) -> dict[str, torch.Tensor]:
    torch.manual_seed(seed)
    return dict(timm.create_model("test_resnet", num_classes=10).state_dict())


def silent(_so_far: int, _whole: int) -> None:
    """Nobody looks."""


@pytest.fixture
def hub(hub: Hub) -> Hub:
    hub.files[PLACE] = save(public())
    return hub


def test_fetched_weights_are_kept_with_their_record_and_found_offline(hub: Hub, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    file = fetch(ENTRY, "", tmp_path, lambda *step: steps.append(step))
    size = len(hub.files[PLACE])
    assert steps[-1] == (size, size)
    assert file == tmp_path / "timm" / "test_resnet.r160_in1k.safetensors" == weights_file(tmp_path, SOURCE)
    record = record_of(file)
    assert record is not None
    assert record.sha256 == record.origin_sha256 == hashlib.sha256(hub.files[PLACE]).hexdigest()
    assert (record.source, record.origin, record.licence) == (SOURCE, hub.address + PLACE, "apache-2.0")
    assert [path.name for path in tmp_path.iterdir()] == ["timm"]
    found = find_weights(ENTRY, ModelSettings(architecture=ENTRY.id, pretrained="required"), tmp_path)
    network = build(ENTRY, 4)
    plant(network, found)
    assert torch.equal(network.get_parameter("conv1.0.weight"), public()["conv1.0.weight"])


def test_a_fetched_folder_can_be_carried_to_another_machine(hub: Hub, tmp_path: Path) -> None:
    fetch(ENTRY, "", tmp_path / "stick", silent)
    asked = len(hub.asked)
    file = carry(ENTRY, "", tmp_path / "stick", tmp_path / "here")
    assert len(hub.asked) == asked
    assert file == weights_file(tmp_path / "here", SOURCE)
    assert record_of(file) == record_of(tmp_path / "stick" / "timm" / file.name)


def test_what_was_changed_on_the_way_is_refused(hub: Hub, tmp_path: Path) -> None:
    file = fetch(ENTRY, "", tmp_path / "stick", silent)
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(WeightsError, match="damaged or were changed"):
        carry(ENTRY, "", tmp_path / "stick", tmp_path / "here")
    with pytest.raises(WeightsError, match="damaged or were changed"):
        find_weights(
            ENTRY, ModelSettings(architecture=ENTRY.id, pretrained="if available"), tmp_path / "stick"
        )
    assert weights_file(tmp_path / "here", SOURCE) is None


def test_a_folder_without_the_weights_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=SOURCE):
        carry(ENTRY, "", tmp_path, tmp_path / "here")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda hub: setattr(hub, "announce", "0" * 64), "came damaged"),
        (lambda hub: setattr(hub, "cut_short", True), "connection broke"),
        (lambda hub: hub.files.clear(), "404 not found"),
        (lambda hub: hub.files.update({PLACE: b"<html>please log in</html>"}), "no readable tensors"),
    ],
)
def test_what_comes_wrong_is_not_kept(hub: Hub, tmp_path: Path, spoil: object, said: str) -> None:
    spoil(hub)  # type: ignore[operator]
    with pytest.raises((WeightsError, ModelPackError), match=said):
        fetch(ENTRY, "", tmp_path, silent)
    assert list(tmp_path.iterdir()) == []


def test_weights_of_another_network_are_not_kept(hub: Hub, tmp_path: Path) -> None:
    hub.files[PLACE] = save({"conv1.weight": torch.zeros(3)})
    with pytest.raises(ModelPackError, match="test_resnet"):
        fetch(ENTRY, "", tmp_path, silent)
    assert list(tmp_path.iterdir()) == []


def test_without_a_network_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with fake_hub() as gone:
        address = gone.address
    monkeypatch.setattr(weights_store, "origin_of", lambda _: Origin(f"{address}/model.safetensors"))
    with pytest.raises(WeightsError, match=r"no connection to 127\.0\.0\.1") as caught:
        fetch(ENTRY, "", tmp_path, silent)
    assert "on a machine with a network" in caught.value.advice
    assert "ECGDESK_WEIGHTS" in caught.value.advice
    assert list(tmp_path.iterdir()) == []


def test_only_the_web_is_asked(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(save(public()))
    with pytest.raises(WeightsError, match="no address on the web"):
        fetch(ENTRY, "", tmp_path / "to", silent, (tmp_path / "model.safetensors").as_uri())


def test_a_pickled_file_of_torchs_hub_becomes_safetensors(hub: Hub, tmp_path: Path) -> None:
    entry = ENTRY
    torch.save(public(), tmp_path / "weights.pth")
    data = (tmp_path / "weights.pth").read_bytes()
    hub.files["/models/weights.pth"] = data
    file = fetch(entry, "", tmp_path / "to", silent, f"{hub.address}/models/weights.pth")
    record = record_of(file)
    assert file.suffix == ".safetensors"
    assert torch.equal(load_file(file)["conv1.0.weight"], public()["conv1.0.weight"])
    assert record is not None
    assert record.origin_sha256 == hashlib.sha256(data).hexdigest() != record.sha256


def test_a_pickle_that_would_run_code_is_refused(hub: Hub, tmp_path: Path) -> None:
    torch.save({"model": torch.nn.Linear(2, 2)}, tmp_path / "weights.pth")
    hub.files["/weights.pth"] = (tmp_path / "weights.pth").read_bytes()
    with pytest.raises(ModelPackError, match="more than tensors"):
        fetch(ENTRY, "", tmp_path / "to", silent, f"{hub.address}/weights.pth")


@pytest.mark.slow
def test_a_layout_that_timm_has_left_behind_is_translated(hub: Hub, tmp_path: Path) -> None:
    entry = architecture("swin_tiny_patch4_window7_224")
    whole = timm.create_model(entry.options["model"]).state_dict()
    old = {name.replace("head.fc.", "head."): value for name, value in whole.items()}
    for stage in (1, 2, 3):  # timm once counted the merging of patches to the stage before it
        now, then = f"layers.{stage}.downsample", f"layers.{stage - 1}.downsample"
        old = {name.replace(now, then): value for name, value in old.items()}
    hub.files[PLACE.replace("test_resnet.r160_in1k", entry.pretrained[""].removeprefix("timm:"))] = save(old)
    kept = load_file(fetch(entry, "", tmp_path, silent))
    assert all(torch.equal(kept[name], value) for name, value in whole.items())


@pytest.mark.parametrize("text", ["name", "upper"])
def test_a_local_file_needs_its_hash(tmp_path: Path, text: str) -> None:
    given = tmp_path / "given.safetensors"
    given.write_bytes(save(public()))
    digest = hashlib.sha256(given.read_bytes()).hexdigest()
    digest = digest.upper() if text == "upper" else digest
    with pytest.raises(WeightsError, match="not the expected file"):
        import_file(ENTRY, "", given, "0" * 64, tmp_path / "to")
    file = import_file(ENTRY, "", given, digest, tmp_path / "to")
    record = record_of(file)
    assert record is not None
    assert (record.source, record.origin) == (SOURCE, "given.safetensors")


def test_a_network_nobody_published_takes_a_file_of_its_own(tmp_path: Path) -> None:
    entry = architecture("baseline-cnn")
    given = tmp_path / "mine.safetensors"
    given.write_bytes(save(dict(build(entry, 7).state_dict())))
    file = import_file(entry, "", given, hashlib.sha256(given.read_bytes()).hexdigest(), tmp_path / "to")
    assert file.name == "baseline-cnn.safetensors"
    (found,) = find_weights(
        entry, ModelSettings(architecture=entry.id, pretrained="required"), tmp_path / "to"
    )
    assert found.file == file


def test_a_folder_that_cannot_be_written_is_named(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WeightsError, match="Nothing can be kept"):
        fetch(ENTRY, "", tmp_path / "file", silent)


@pytest.mark.parametrize(
    ("source", "ends"),
    [
        ("timm:resnet50.tv_in1k", "/timm/resnet50.tv_in1k/resolve/main/model.safetensors"),
        ("torchvision:alexnet.IMAGENET1K_V1", "/models/alexnet-owt-7be5be79.pth"),
        (
            "open_clip:ViT-B-32-quickgelu/metaclip_400m",
            "/timm/vit_base_patch32_clip_224.metaclip_400m/resolve/main/open_clip_model.safetensors",
        ),
    ],
)
def test_the_libraries_say_where_weights_are(source: str, ends: str) -> None:
    assert origin_of(source).url.endswith(ends)


def test_the_name_of_a_file_tells_the_beginning_of_its_hash() -> None:
    assert origin_of("torchvision:alexnet.IMAGENET1K_V1").sha256 == "7be5be79"
    assert origin_of("timm:resnet50.tv_in1k").sha256 == ""


@pytest.mark.parametrize("source", ["timm:wonder_net.a", "torchvision:alexnet.V9", "open_clip:a/b", "own:x"])
def test_weights_nobody_publishes_are_refused(source: str) -> None:
    with pytest.raises(WeightsError):
        origin_of(source)


def test_weights_under_agpl_are_not_fetched() -> None:
    with pytest.raises(WeightsError, match="not fetched") as caught:
        origin_of("yolov8:yolov8n-cls")
    assert "AGPL" in caught.value.advice


@pytest.mark.parametrize("entry", [e for e in catalog() if e.pretrained], ids=lambda entry: entry.id)
def test_every_source_in_the_catalog_has_an_address_or_says_why_not(entry: Architecture) -> None:
    for source in entry.pretrained.values():
        if source.startswith("yolov8:"):
            continue
        assert origin_of(source).url.startswith("https://")
