"""Public weights go into the part they belong to, or not at all."""

import pytest
import timm
import torch

from ecgdesk.core.errors import ModelPackError
from ecgdesk.models.architectures import architecture, catalog
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.importers.transplant import transplant
from ecgdesk.models.networks.build import build
from ecgdesk.models.networks.parts import head_names, lies_in

TIMM_SYSTEMS = [
    entry
    for entry in catalog()
    if entry.pretrained and all(w.startswith("timm:") for w in entry.pretrained.values())
]


@pytest.mark.parametrize("entry", TIMM_SYSTEMS, ids=lambda entry: entry.id)
def test_the_named_public_weights_fit_the_part_they_are_named_for(entry: Architecture) -> None:
    with torch.device("meta"):
        network = build(entry, 4)
        for part, weights in entry.pretrained.items():
            public = timm.create_model(weights.removeprefix("timm:").partition(".")[0]).state_dict()
            done = transplant(network, public, part)
            prefix = f"{part}." if part else ""
            assert all(any(lies_in(prefix + k, head) for head in head_names(network)) for k in done.kept)


@pytest.mark.parametrize("entry", TIMM_SYSTEMS, ids=lambda entry: entry.id)
def test_the_named_public_weights_exist(entry: Architecture) -> None:
    for weights in entry.pretrained.values():
        name = weights.removeprefix("timm:")
        assert name in timm.list_pretrained(f"{name.partition('.')[0]}.*")


def _resnet(classes: int, channels: int = 3) -> torch.nn.Module:
    network: torch.nn.Module = timm.create_model("resnet18", num_classes=classes, in_chans=channels)
    return network


def test_a_missing_layer_is_refused_and_the_network_stays() -> None:
    network = _resnet(4)
    before = {key: value.clone() for key, value in network.state_dict().items()}
    weights = {key: value for key, value in _resnet(4).state_dict().items() if key != "layer3.0.conv1.weight"}
    with pytest.raises(ModelPackError, match=r"layer3\.0\.conv1\.weight is missing"):
        transplant(network, weights)
    assert all(torch.equal(value, before[key]) for key, value in network.state_dict().items())


def test_another_shape_outside_the_head_is_refused() -> None:
    weights = _resnet(4).state_dict()
    weights["layer4.1.bn2.weight"] = torch.zeros(7)
    with pytest.raises(ModelPackError, match=r"layer4\.1\.bn2\.weight is \(7,\), not \(512,\)"):
        transplant(_resnet(4), weights)


def test_files_without_batch_counters_are_taken() -> None:
    weights = {k: v for k, v in _resnet(4).state_dict().items() if not k.endswith("num_batches_tracked")}
    assert all(key.endswith("num_batches_tracked") for key in transplant(_resnet(4), weights).kept)


@pytest.mark.parametrize(("given", "wanted"), [(3, 1), (1, 3)])
def test_a_grey_picture_gets_the_same_answer_on_one_channel_and_on_three(given: int, wanted: int) -> None:
    public, network = _resnet(4, given).eval(), _resnet(4, wanted).eval()
    transplant(network, public.state_dict())
    page = torch.rand(2, 1, 64, 64)
    with torch.no_grad():
        ours, theirs = (n(page.expand(-1, c, -1, -1)) for n, c in ((network, wanted), (public, given)))
    assert torch.allclose(ours, theirs, atol=1e-4)


def test_alexnet_takes_torchvisions_weights() -> None:
    from torchvision import models

    with torch.device("meta"):
        network = build(architecture("alexnet"), 4)
        done = transplant(network, models.alexnet().state_dict())
    assert done.kept == ("classifier.6.weight", "classifier.6.bias")
