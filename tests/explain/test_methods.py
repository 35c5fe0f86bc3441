"""The methods as data."""

import pytest
import torch

from ecgdesk.core.errors import ExplanationError
from ecgdesk.explain.methods import METHODS, attributor
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build


@pytest.mark.parametrize("method", list(METHODS))
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
