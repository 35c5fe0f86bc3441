"""What paper B adds to DenseNet-121 and EfficientNet-B0 does what the paper says."""

import pytest
import torch

from ecgdesk.models.networks.baseline_cnn import BaselineCnn
from ecgdesk.models.networks.densenet_variants import BottleneckRefinement, ChannelAttention
from ecgdesk.models.networks.efficientnet_multiscale import EfficientNetTrunk, MultiScaleEfficientNet


def test_channel_attention_only_dims_channels_and_leaves_places_alone() -> None:
    maps = torch.rand(2, 32, 3, 3) + 0.1
    with torch.no_grad():
        weights = ChannelAttention(32, reduction=4)(maps) / maps
    assert torch.allclose(weights, weights[:, :, :1, :1].expand_as(weights))
    assert 0 < weights.min() < weights.max() < 1


def test_refinement_keeps_the_shape() -> None:
    assert BottleneckRefinement(16, width=4)(torch.zeros(2, 16, 5, 7)).shape == (2, 16, 5, 7)


def test_the_trunk_gives_blocks_three_four_and_six() -> None:
    with torch.device("meta"):
        maps = EfficientNetTrunk(3, (3, 4, 6))(torch.zeros(1, 3, 224, 224))
    assert [tuple(m.shape[1:]) for m in maps] == [(40, 28, 28), (80, 14, 14), (192, 7, 7)]


def test_the_importance_of_scales_sums_to_one() -> None:
    fusion = MultiScaleEfficientNet(4).fusion.eval()
    maps = [torch.zeros(2, 40, 8, 8), torch.zeros(2, 80, 4, 4), torch.zeros(2, 192, 2, 2)]
    for projection in fusion.projections:
        torch.nn.init.constant_(projection[1].bias, 3.0)
    with torch.no_grad():
        fused = fusion(maps)
    assert fused.shape == (2, 128, 4, 4)
    assert torch.allclose(fused, torch.nn.functional.silu(torch.full_like(fused, 3.0)), atol=1e-5)


@pytest.mark.parametrize("blocks", [(6, 3), (0, 1), (3, 8), (3, 3)])
def test_blocks_that_are_not_there_are_refused(blocks: tuple[int, ...]) -> None:
    with torch.device("meta"), pytest.raises(ValueError, match="blocks must rise"):
        MultiScaleEfficientNet(4, blocks=blocks)


def test_the_baseline_takes_any_page_size_it_was_built_for() -> None:
    network = BaselineCnn(3, 1, 40, 64).eval()
    assert network(torch.zeros(2, 1, 40, 64)).shape == (2, 3)


def test_the_fusion_learns_in_half_precision() -> None:
    network = MultiScaleEfficientNet(2)
    with torch.autocast("cpu", torch.bfloat16):
        logits = network(torch.rand(2, 3, 64, 64))
    logits.float().square().sum().backward()
    assert network.fusion.projections[0][0].weight.grad.isfinite().all()
