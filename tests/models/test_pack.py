"""A good pack: what is in it, that it is the same each time, and that it is there whole or not at all."""

import hashlib
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgdesk.core.card import Calibration, Card, Figure
from ecgdesk.core.errors import ModelPackError
from ecgdesk.models import pack, pack_write
from ecgdesk.models.loaded import for_inference, load_network
from ecgdesk.models.pack_write import write_pack
from tests.models.packs import members_of, small_card, small_network, small_pack


def test_a_pack_is_a_stored_zip_of_three_members(tmp_path: Path) -> None:
    with zipfile.ZipFile(small_pack(tmp_path)) as archive:
        assert sorted(archive.namelist()) == ["SHA256SUMS", "card.json", "model.safetensors"]
        assert {member.compress_type for member in archive.infolist()} == {zipfile.ZIP_STORED}


def test_the_sums_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    members = members_of(small_pack(tmp_path))
    expected = "".join(
        f"{hashlib.sha256(members[name]).hexdigest()}  {name}\n"
        for name in ("card.json", "model.safetensors")
    )
    assert members["SHA256SUMS"].decode() == expected


def test_the_card_comes_back_as_it_was_written(tmp_path: Path) -> None:
    calibration = Calibration(temperature=1.3, conformal_threshold=0.6, coverage=0.9, protocol="by day")
    figures = (Figure(name="accuracy", value=0.81, low=0.77, high=0.85, n=387, protocol="by day"),)
    path = small_pack(tmp_path, calibration=calibration, figures=figures, name="other")
    card = pack.read_card(path)
    assert card == small_card(calibration=calibration, figures=figures)
    assert pack.verify(path) == card


def test_the_card_is_json_that_people_can_read(tmp_path: Path) -> None:
    text = members_of(small_pack(tmp_path))["card.json"].decode()
    assert json.loads(text)["schema"] == 1
    assert text.count("\n") > 20


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    weights = small_network().state_dict()
    write_pack(tmp_path / "a.ecgmodel", small_card(), weights)
    write_pack(tmp_path / "b.ecgmodel", small_card(), dict(reversed(weights.items())))
    assert (tmp_path / "a.ecgmodel").read_bytes() == (tmp_path / "b.ecgmodel").read_bytes()


def test_a_pack_says_who_it_is(tmp_path: Path) -> None:
    path = small_pack(tmp_path)
    said = pack.info(path)
    assert (said.id, said.name, said.multi_label) == ("small", "Small", False)
    assert said.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert said.classes == {"MI": "Name of MI", "HMI": "Name of HMI", "Normal": "Name of Normal"}


def test_a_network_comes_back_to_the_bit(tmp_path: Path) -> None:
    network, page = small_network(), torch.randn(2, 1, 32, 64)
    again = load_network(small_pack(tmp_path))
    with torch.inference_mode():
        assert torch.equal(again.network(page), for_inference(network)(page))
    assert not again.network.training
    assert not any(parameter.requires_grad for parameter in again.network.parameters())


def test_a_loaded_model_answers_arrays(tmp_path: Path) -> None:
    page = np.random.default_rng(1).normal(size=(2, 1, 32, 64)).astype(np.float32)
    model = load_network(small_pack(tmp_path))
    logits = model.run(page)
    assert (logits.shape, logits.dtype) == ((2, 3), np.float32)
    with torch.inference_mode():
        assert np.array_equal(logits, model.network(torch.from_numpy(page)).numpy())


def test_weights_that_are_not_numbers_are_not_written(tmp_path: Path) -> None:
    weights = {"a": torch.tensor([1.0, float("nan")])}
    with pytest.raises(ModelPackError, match="not numbers"):
        write_pack(tmp_path / "a.ecgmodel", small_card(), weights)
    assert not list(tmp_path.iterdir())


def test_a_failed_write_leaves_the_old_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small_pack(tmp_path)
    before = path.read_bytes()

    def no_space(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pack_write.zipfile.ZipFile, "writestr", no_space)
    with pytest.raises(OSError, match="No space"):
        write_pack(path, small_card(name="New"), small_network().state_dict())
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_weights_that_share_memory_are_written_whole(tmp_path: Path) -> None:
    network = small_network()
    weights = dict(network.state_dict())
    both = torch.stack([weights["head.bias"], weights["head.bias"] + 1])
    weights["head.bias"] = both[1]
    write_pack(tmp_path / "a.ecgmodel", small_card(), weights)
    assert torch.equal(load_network(tmp_path / "a.ecgmodel").network.state_dict()["head.bias"], both[1])


def test_a_card_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="surprise"):
        Card.model_validate({**small_card().model_dump(by_alias=True), "surprise": 1})
