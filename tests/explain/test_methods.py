"""The methods as data."""

import pytest
import torch

from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.methods import EVERY_NETWORK, METHODS, ROLLOUT
from ecgdesk.explain.methods import attributor
from ecgdesk.models.architectures import architecture, catalog
from ecgdesk.models.networks.build import build


@pytest.mark.parametrize("method", EVERY_NETWORK)
def test_every_method_attributes_inputs_to_a_target(method: str) -> None:
    entry = architecture("page-resnet")
    network = build(entry, 3, {"width": 8}).eval()
    grid = attributor(method, network, entry).attribute(torch.randn(2, 1, 208, 352), 1)
    assert grid.ndim == 3
    assert grid.shape[0] == 2
    assert grid.isfinite().all()


def test_an_unknown_method_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(ExplanationError) as caught:
        attributor("guesswork", torch.nn.Identity(), architecture("page-resnet"))
    assert "'guesswork'" in caught.value.problem
    assert "gradcam" in caught.value.advice


def test_a_method_the_architecture_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(ExplanationError, match="Page ResNet cannot be explained by Attention roll-out"):
        attributor(ROLLOUT, torch.nn.Identity(), architecture("page-resnet"))


def test_every_architecture_of_the_catalog_names_known_methods_and_starts_with_grad_cam() -> None:
    for entry in catalog():
        # One filter bank for all leads: only a map weighed place by place tells them apart.
        first = "layercam" if entry.preprocessing.reads_leads else "gradcam"
        assert entry.methods[0] == first, entry.id
        assert set(entry.methods) <= set(METHODS), entry.id
    rolling = {entry.id for entry in catalog() if ROLLOUT in entry.methods}
    assert {"vit_small_patch16_224", "metaclip-vit-b32"} <= rolling
    assert not any("resnet" in one or "swin" in one for one in rolling)


def test_attention_can_be_rolled_out_through_the_registry() -> None:
    entry = architecture("timm:vit_tiny_patch16_224")
    network = build(entry, 2, preprocessing=entry.preprocessing).eval()
    assert attributor(ROLLOUT, network, entry).attribute(torch.randn(1, 3, 224, 224), 0).shape == (1, 14, 14)
