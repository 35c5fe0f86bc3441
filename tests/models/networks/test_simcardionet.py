"""SimCardioNet keeps the names of its parts, which freezing, projection and the ablations go by."""

import pytest
import torch

from ecgdesk.models.networks.parts import part_names, train_only
from ecgdesk.models.networks.simcardionet import Attention, SimCardioNet
from ecgdesk.models.networks.simcardionet_blocks import TemporalAttention

PARTS = (
    "backbone", "reduction", "conv_block1", "conv_block2", "conv_block3", "attention_conv",
    "feature_fusion", "projection_head", "classifier",
)  # fmt: skip


@pytest.fixture(scope="module")
def network() -> SimCardioNet:
    return SimCardioNet(4).eval()


def test_the_parts_have_the_published_names(network: SimCardioNet) -> None:
    assert part_names(network) == PARTS


def test_the_dropouts_rise_as_published(network: SimCardioNet) -> None:
    blocks = (network.conv_block1, network.conv_block2, network.conv_block3)
    assert [block.dropout.p for block in blocks] == [0.05, 0.1, 0.2]


def test_projections_are_unit_vectors_of_128(network: SimCardioNet) -> None:
    with torch.no_grad():
        projected = network.project(torch.randn(3, 3, 64, 64))
    assert projected.shape == (3, 128)
    assert torch.allclose(projected.norm(dim=1), torch.ones(3), atol=1e-6)


def test_features_lead_to_the_logits(network: SimCardioNet) -> None:
    pages = torch.randn(2, 3, 64, 64)
    with torch.no_grad():
        assert torch.equal(network.classifier(network.features(pages)), network(pages))


def test_both_poolings_reach_the_fusion(network: SimCardioNet) -> None:
    assert network.feature_fusion[0].in_features == 2 * 512


@pytest.mark.parametrize(
    ("attention", "conv_blocks", "absent"),
    [
        ("none", True, {"attention_conv"}),
        ("none", False, {"attention_conv", "reduction", "conv_block1", "conv_block2", "conv_block3"}),
        ("temporal", True, set()),
    ],
)
def test_an_ablation_takes_its_parts_away(attention: Attention, conv_blocks: bool, absent: set[str]) -> None:
    with torch.device("meta"):
        network = SimCardioNet(4, attention=attention, conv_blocks=conv_blocks)
    assert set(PARTS) - set(part_names(network)) == absent


def test_an_unknown_attention_is_refused() -> None:
    with torch.device("meta"), pytest.raises(ValueError, match="attention must be"):
        SimCardioNet(4, attention="spatial")  # type: ignore[arg-type]


def test_temporal_attention_moves_all_rows_of_a_column_alike() -> None:
    attention = TemporalAttention(16, 2).eval()
    grid = torch.randn(2, 16, 3, 5)
    with torch.no_grad():
        moved = attention(grid) - grid
    assert torch.allclose(moved, moved[:, :, :1].expand_as(moved), atol=1e-6)
    assert moved.std(dim=3).min() > 0


def test_only_the_named_parts_learn(network: SimCardioNet) -> None:
    train_only(network, ("conv_block3", "attention_conv", "feature_fusion", "classifier"))
    learning = {name.partition(".")[0] for name, p in network.named_parameters() if p.requires_grad}
    assert learning == {"conv_block3", "attention_conv", "feature_fusion", "classifier"}
    train_only(network, PARTS)
    assert all(p.requires_grad for p in network.parameters())


def test_freezing_a_part_that_is_not_there_is_refused(network: SimCardioNet) -> None:
    with pytest.raises(ValueError, match="no part 'conv_block4'"):
        train_only(network, ("conv_block4",))
