"""Methods that look at a page many times: Integrated Gradients, occlusion, roll-out, activation maps."""

import numpy as np
import pytest
import timm
import torch
from torch import nn

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.errors import CancelledError, ExplanationError
from ecgdesk.core.geometry import Rect
from ecgdesk.explain.activation import Activation, layers_with_maps
from ecgdesk.explain.integrated import from_white, from_zero
from ecgdesk.explain.occlusion import Occlusion
from ecgdesk.explain.pieces import COLUMNS, pieces
from ecgdesk.explain.readable import readable
from ecgdesk.explain.rollout import AttentionRollout, attention_weights, rolled_out
from ecgdesk.explain.setting import Setting

INK = Preprocessing(width=28, height=16, colour="ink", mean=(0.25,), std=(0.5,))


class Weighted(nn.Module):
    """Logits that are a fixed weight for each pixel: what each pixel adds is known."""

    def __init__(self, rows: int = 16, columns: int = 28) -> None:
        super().__init__()
        torch.manual_seed(2)
        self.weights = nn.Parameter(torch.randn(2, rows * columns), requires_grad=False)
        self.sizes: list[int] = []

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.sizes.append(len(x))
        return x.flatten(1) @ self.weights.T


class Bent(Weighted):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.tanh(super().forward(x) / 10)


@pytest.fixture
def page() -> torch.Tensor:
    return torch.rand(1, 1, 16, 28, generator=torch.Generator().manual_seed(5))


def test_paper_is_white_as_the_network_sees_it() -> None:
    like = torch.zeros(1)
    assert Setting(INK).paper(like).flatten().tolist() == [-0.5]
    colour = Preprocessing(width=8, height=8)
    assert Setting(colour).paper(like).shape == (1, 3, 1, 1)
    assert Setting(colour).paper(like)[0, 0, 0, 0] == pytest.approx((1 - 0.485) / 0.229)


@pytest.mark.parametrize(("make", "start"), [(from_zero, 0.0), (from_white, -0.5)])
def test_integrated_gradients_of_a_sum_are_its_terms(make: object, start: float, page: torch.Tensor) -> None:
    network = Weighted()
    found = make(network, Setting(INK)).attribute(page, 1)  # type: ignore[operator]
    wanted = (page[:, 0] - start) * network.weights[1].reshape(16, 28)
    torch.testing.assert_close(found, wanted, rtol=1e-4, atol=1e-5)


def test_integrated_gradients_add_up_to_the_change_and_keep_to_their_batch(page: torch.Tensor) -> None:
    network = Bent()
    found = from_white(network, Setting(INK, steps=20, batch=3)).attribute(page, 0)
    assert max(network.sizes) <= 3
    assert sum(network.sizes) == 20
    change = (network(page) - network(torch.full_like(page, -0.5)))[0, 0]
    assert float(found.sum()) == pytest.approx(float(change), rel=1e-3)


def test_integrated_gradients_of_several_pages_are_those_of_each(page: torch.Tensor) -> None:
    both = torch.cat([page, page.flip(3)])
    together = from_white(Bent(), Setting(INK, steps=8)).attribute(both, 1)
    torch.testing.assert_close(together[:1], from_white(Bent(), Setting(INK, steps=8)).attribute(page, 1))


def test_occlusion_of_a_sum_is_what_each_piece_added(page: torch.Tensor) -> None:
    network = Weighted()
    leads = (Rect(0, 0, 14, 8), Rect(14, 0, 28, 8))
    found = Occlusion(network, Setting(INK, regions=leads, batch=5)).attribute(page, 1)
    terms = (page[0, 0] + 0.5) * network.weights[1].reshape(16, 28)
    numbers = torch.from_numpy(pieces(16, 28, leads))
    for number in (int(numbers[2, 3]), int(numbers[15, 27])):
        piece = numbers == number
        assert float(found[0][piece].sum()) == pytest.approx(float(terms[piece].sum()), abs=1e-4)
    assert max(network.sizes) <= 5


def test_pieces_of_a_lead_are_stretches_of_it_alone() -> None:
    leads = (Rect(0, 0, 140, 60), Rect(140, 0, 280, 60), Rect(0, 60, 280, 120))
    numbers = pieces(160, 280, leads)
    assert sorted(np.unique(numbers)) == list(range(int(numbers.max()) + 1))
    first, second, strip, below = numbers[:60, :140], numbers[:60, 140:], numbers[60:120], numbers[120:]
    assert all((column == column[0]).all() for column in first.T)
    assert len(np.unique(first)) == len(np.unique(second)) == COLUMNS // 2
    assert len(np.unique(strip)) == COLUMNS
    for one in (first, second, strip):
        assert not set(np.unique(one)) & set(np.unique(below))
    assert not set(np.unique(first)) & set(np.unique(second))


def test_without_leads_the_pieces_are_a_grid() -> None:
    numbers = pieces(80, 280)
    assert 50 <= len(np.unique(numbers)) <= 200
    assert np.bincount(numbers.ravel()).min() >= 100


def test_a_lead_outside_the_input_is_left_out() -> None:
    assert np.array_equal(pieces(80, 280, [Rect(-50, -50, -10, -10)]), pieces(80, 280))


@pytest.mark.parametrize("make", [from_white, Occlusion, AttentionRollout])
def test_a_map_nobody_wants_is_given_up(make: object, page: torch.Tensor) -> None:
    network, left = Bent(), iter([None, None])

    def poll() -> None:
        if next(left, "stop") == "stop" or make is AttentionRollout:
            raise CancelledError("stop")

    with pytest.raises(CancelledError):
        make(network, Setting(INK, poll=poll, steps=40)).attribute(page, 0)  # type: ignore[operator]
    assert sum(network.sizes) < 40


@pytest.fixture(scope="module")
def transformer() -> nn.Module:
    torch.manual_seed(1)
    return timm.create_model("vit_tiny_patch16_224", num_classes=3, img_size=(32, 48)).eval()


def test_a_block_without_preference_spreads_evenly_and_identity_keeps() -> None:
    even = torch.full((1, 2, 4, 4), 0.25)
    flow = rolled_out([even])
    torch.testing.assert_close(flow.sum(-1), torch.ones(1, 4))
    assert flow[0, 0, 0] == pytest.approx(0.625)
    torch.testing.assert_close(rolled_out([torch.eye(4).expand(1, 2, 4, 4)] * 3), torch.eye(4)[None])


def test_roll_out_covers_the_patches_and_changes_nothing(transformer: nn.Module) -> None:
    page = torch.randn(2, 3, 32, 48, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        before = transformer(page)
    found = AttentionRollout(transformer, Setting(Preprocessing(width=48, height=32))).attribute(page, 0)
    assert found.shape == (2, 2, 3)
    assert float(found.min()) >= 0
    assert float(found.sum()) <= 2
    assert not torch.allclose(found[0], found[1])
    with torch.no_grad():
        torch.testing.assert_close(transformer(page), before)
    blocks = [module for module in transformer.modules() if hasattr(module, "fused_attn")]
    assert all(module.fused_attn for module in blocks)
    assert not any(module._forward_pre_hooks for module in transformer.modules())


def test_the_weights_of_torchs_own_attention_are_seen_too() -> None:
    torch.manual_seed(3)
    layer = nn.MultiheadAttention(8, 2, batch_first=True).eval()
    tokens = torch.randn(1, 5, 8)
    wanted = layer(tokens, tokens, tokens, need_weights=True, average_attn_weights=False)[1]
    with attention_weights(layer) as seen:
        layer(tokens, tokens, tokens, need_weights=False)
    torch.testing.assert_close(seen[0], wanted)
    assert not layer._forward_hooks


def test_a_network_without_attention_has_no_roll_out(page: torch.Tensor) -> None:
    with pytest.raises(ExplanationError, match="no attention"):
        AttentionRollout(Bent(), Setting(INK)).attribute(page, 0)


def test_the_layers_with_maps_are_named_in_order_and_each_can_be_shown() -> None:
    network = timm.create_model("resnet10t", num_classes=2).eval()
    page = torch.randn(1, 3, 64, 96)
    names = layers_with_maps(network, "nchw", page)
    assert names[0].startswith("conv1") or names[0].startswith("layer1")
    assert any(name.startswith("layer3") for name in names)
    setting = Setting(Preprocessing(width=96, height=64), layer=names[1])
    shown = Activation(network, "layer4", "nchw", setting).attribute(page, 0)
    assert shown.ndim == 3
    assert float(shown.min()) >= 0
    assert float(shown.std()) > 0


def test_a_readable_map_is_positive_and_no_speck_drowns_the_rest() -> None:
    grid = np.full((60, 110), -1.0, np.float32)
    grid[30, 20:90], grid[5, 5] = 1.0, 500.0
    shown = readable(grid)
    assert shown.min() >= 0
    assert shown[30, 55] > 0.1 * shown.max()
    assert np.array_equal(readable(np.full((9, 9), -1.0, np.float32)), np.zeros((9, 9), np.float32))
