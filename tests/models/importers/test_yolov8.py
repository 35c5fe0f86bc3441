"""The key mapping of YOLOv8n-cls covers the public state dict, all of it and nothing else."""

import pytest
import torch

from ecgdesk.core.errors import ModelPackError
from ecgdesk.models.importers.transplant import transplant
from ecgdesk.models.importers.yolov8 import converted, own_name
from ecgdesk.models.networks.yolov8_cls import YoloV8Classifier

NORM = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
STAGES = {2: 1, 4: 2, 6: 2, 8: 1}


def _public_names() -> list[str]:
    """Return the names of the public state dict as its layout table gives them."""
    units = [f"model.{layer}" for layer in (0, 1, 3, 5, 7)]
    for layer, depth in STAGES.items():
        units += [f"model.{layer}.cv1", f"model.{layer}.cv2"]
        units += [f"model.{layer}.m.{block}.{unit}" for block in range(depth) for unit in ("cv1", "cv2")]
    units.append("model.9.conv")
    names = [f"{unit}.conv.weight" for unit in units] + [
        f"{unit}.bn.{part}" for unit in units for part in NORM
    ]
    return [*names, "model.9.linear.weight", "model.9.linear.bias"]


def _public_state(network: YoloV8Classifier) -> dict[str, torch.Tensor]:
    own = {
        key: torch.randn_like(v) if v.is_floating_point() else v for key, v in network.state_dict().items()
    }
    return {name: own[own_name(name)] for name in _public_names()}


def test_every_public_name_has_a_name_here_and_every_name_here_is_reached() -> None:
    names = _public_names()
    assert len(names) == 158
    assert sorted(map(own_name, names)) == sorted(YoloV8Classifier(4).state_dict())


def test_a_name_in_front_of_all_others_is_taken_away() -> None:
    assert own_name("model.model.4.m.1.cv2.bn.bias") == "stage2.blocks.1.second.bn.bias"


@pytest.mark.parametrize("name", ["model.10.conv.weight", "backbone.0.weight", "conv.weight"])
def test_a_foreign_name_is_refused(name: str) -> None:
    with pytest.raises(ModelPackError, match="YOLOv8n-cls does not have"):
        converted({name: torch.zeros(1)})


def test_the_same_classes_take_every_tensor() -> None:
    network = YoloV8Classifier(7)
    state = converted(_public_state(network))
    done = transplant(network, state)
    assert (done.kept, done.unused) == ((), ())
    assert all(torch.equal(value, state[key]) for key, value in network.state_dict().items())


def test_other_classes_replace_only_the_head() -> None:
    network = YoloV8Classifier(4)
    head = network.head.linear.weight.detach().clone()
    done = transplant(network, converted(_public_state(YoloV8Classifier(1000))))
    assert done.kept == ("head.linear.weight", "head.linear.bias")
    assert torch.equal(network.head.linear.weight, head)
    assert len(done.taken) == 156


def test_a_grey_network_answers_as_the_public_one_on_grey_repeated() -> None:
    public = YoloV8Classifier(4).eval()
    grey = YoloV8Classifier(4, channels=1).eval()
    transplant(grey, public.state_dict())
    page = torch.rand(2, 1, 64, 64)
    with torch.no_grad():
        assert torch.allclose(grey(page), public(page.expand(-1, 3, -1, -1)), atol=1e-5)
