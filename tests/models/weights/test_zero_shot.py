"""A network that compares pages with sentences is used before any training, from public weights alone."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import open_clip
import pytest
import torch
from safetensors.torch import save_file

from ecgdesk.core.class_lists import CLASS_LISTS
from ecgdesk.core.errors import WeightsError
from ecgdesk.models.architectures import architecture
from ecgdesk.models.class_sentences import CARDIAC
from ecgdesk.models.loaded import load_network
from ecgdesk.models.networks.metaclip import MEAN, MODEL, STD, tokenized
from ecgdesk.models.public_weights import WeightsRecord, sources_of, weights_stem, write_record
from ecgdesk.models.zero_shot import write_zero_shot

ENTRY = architecture("metaclip-vit-b32")
CLASSES = CLASS_LISTS["cardiac-4"]


def _small(_name: str) -> dict[str, Any]:
    return {
        "embed_dim": 512,
        "quick_gelu": True,
        "vision_cfg": {"image_size": 224, "layers": 12, "width": 64, "patch_size": 32},
        "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1},
    }


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> open_clip.CLIP:
    config = _small(MODEL)
    monkeypatch.setattr("ecgdesk.models.networks.metaclip.open_clip.get_model_config", _small)
    network = open_clip.CLIP(**config).eval()
    file = tmp_path / f"{weights_stem(sources_of(ENTRY)[''])}.safetensors"
    file.parent.mkdir(parents=True)
    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, file)
    return network


def test_the_pack_answers_as_the_public_network_does(public: open_clip.CLIP, tmp_path: Path) -> None:
    pack = tmp_path / "zero.ecgmodel"
    card = write_zero_shot(pack, ENTRY, CLASSES, {"MI": "an ECG with a heart attack"}, tmp_path)
    said = {name: CARDIAC[name] for name in ("HMI", "AHB", "Normal")} | {"MI": "an ECG with a heart attack"}
    assert card.options == {"sentences": said, "text_tower": False}
    assert card.calibration.protocol == "not calibrated"
    assert any("Not trained on any ECG page" in limit for limit in card.limits)
    assert any("CC BY-NC" in limit for limit in card.limits)
    page = torch.rand(2, 1, 224, 224)
    model = load_network(pack)
    rgb = (page.expand(-1, 3, -1, -1) - torch.tensor(MEAN)[:, None, None]) / torch.tensor(STD)[:, None, None]
    tokens = tokenized([said[item.id] for item in CLASSES])
    with torch.no_grad():
        wanted = (
            public.logit_scale.exp() * public.encode_image(rgb, True) @ public.encode_text(tokens, True).T
        )
        assert torch.allclose(model.network(page), wanted, atol=1e-4)


def test_without_the_weights_it_says_how_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="models fetch metaclip-vit-b32"):
        write_zero_shot(tmp_path / "zero.ecgmodel", ENTRY, CLASSES, {}, tmp_path)
    assert not list(tmp_path.iterdir())


def test_changed_weights_are_refused(public: open_clip.CLIP, tmp_path: Path) -> None:
    (file,) = (tmp_path / "open_clip").iterdir()
    record = WeightsRecord(source="x", sha256="0" * 64, origin="x", stored=datetime(2026, 1, 1, tzinfo=UTC))
    write_record(file, record)
    with pytest.raises(WeightsError, match="damaged or were changed"):
        write_zero_shot(tmp_path / "zero.ecgmodel", ENTRY, CLASSES, {}, tmp_path)


def test_a_network_that_knows_no_sentences_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="does not compare"):
        write_zero_shot(tmp_path / "zero.ecgmodel", architecture("resnet50"), CLASSES, {}, tmp_path)
