"""What a heat map is put to the test by: each figure is right where the answer is known."""

import copy

import numpy as np
import pytest
import torch
from torch import nn

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LeadBox
from ecgdesk.explain.erasing import CELLS, by_heat, curves
from ecgdesk.explain.exam import on_input
from ecgdesk.explain.randomise import randomised
from ecgdesk.explain.setting import Setting
from ecgdesk.explain.shares import lead_shares
from ecgdesk.explain.similarity import aligned, rank_correlation, shrunk, structural_similarity
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build

INK = Preprocessing(width=56, height=32, colour="ink", mean=(0.0,), std=(1.0,))


def blob(seed: int, shape: tuple[int, int] = (40, 70)) -> np.ndarray:
    return np.random.default_rng(seed).random(shape).astype(np.float32)


def corner_score(inputs: torch.Tensor) -> torch.Tensor:
    """A model that looks at the top left eighth alone."""
    return inputs[:, 0, :16, :14].mean(dim=(1, 2))


def test_the_likeness_of_a_map_to_itself_is_one_and_to_its_negative_minus_one() -> None:
    assert rank_correlation(blob(1), blob(1)) == pytest.approx(1)
    assert rank_correlation(blob(1), 5 * blob(1) ** 3) == pytest.approx(1)
    assert rank_correlation(blob(1), 1 - blob(1)) == pytest.approx(-1)
    assert abs(rank_correlation(blob(1), blob(2))) < 0.1
    assert rank_correlation(blob(1), np.zeros((40, 70), np.float32)) == 0
    assert structural_similarity(blob(1), blob(1)) == pytest.approx(1, abs=1e-4)
    assert structural_similarity(blob(1), blob(2)) < 0.6


def test_maps_of_moved_crops_are_laid_over_each_other() -> None:
    page = blob(3, (60, 90))
    first, second = page[10:50, 10:80], page[12:52, 7:77]
    here, there = aligned(first, second, -3, 2)
    assert here.shape == there.shape == (38, 67)
    assert np.array_equal(here, there)


def test_a_shrunk_map_keeps_its_shape() -> None:
    assert shrunk(blob(1, (400, 700)), 70).shape == (40, 70)


def test_heat_on_the_input_leaves_the_padding_cold() -> None:
    padded = Preprocessing(width=50, height=50, fit="pad")
    whole = on_input(np.ones((20, 40), np.float32), padded)
    assert whole.shape == (50, 50)
    assert whole.sum() == pytest.approx(50 * 25)
    assert not whole[:12].any()


def test_a_map_of_what_counts_beats_lots_and_one_of_the_rest_does_worse() -> None:
    inputs = torch.ones(1, 1, 32, 56)
    good = np.zeros((32, 56), np.float32)
    good[:16, :14] = 1
    found = curves(corner_score, inputs, good, Setting(INK))
    assert found.deletion < found.deletion_by_lot
    assert found.insertion > found.insertion_by_lot
    assert found.gain > 0.2
    assert curves(corner_score, inputs, 1 - good, Setting(INK)).gain < -0.2


def test_a_model_that_never_changes_shows_nothing() -> None:
    found = curves(
        lambda x: torch.full((len(x),), 0.5), torch.ones(1, 1, 32, 56), blob(1, (32, 56)), Setting(INK)
    )
    assert found.gain == pytest.approx(0)
    assert found.deletion == pytest.approx(0.5)


def test_cells_are_ordered_by_heat_and_equal_ones_by_lot() -> None:
    heat = np.zeros((80, 140), np.float32)
    heat[70:, :10] = 1
    order = by_heat(heat)
    assert order[0] == (CELLS[0] - 1) * CELLS[1]
    assert sorted(order) == list(range(CELLS[0] * CELLS[1]))
    assert list(order[1:]) != sorted(order[1:])


@pytest.fixture(scope="module")
def network() -> nn.Module:
    torch.manual_seed(4)
    return build(architecture("page-resnet"), 3, {"width": 8, "depths": [1, 1, 1, 1]}, INK).eval()


def test_a_randomised_copy_is_another_network_and_always_the_same_one(network: nn.Module) -> None:
    before = copy.deepcopy(network.state_dict())
    torch.manual_seed(9)
    state = torch.random.get_rng_state()
    first, second = randomised(network, (1, 32, 56)), randomised(network, (1, 32, 56))
    assert torch.equal(torch.random.get_rng_state(), state)
    assert all(torch.equal(value, before[key]) for key, value in network.state_dict().items())
    page = torch.randn(1, 1, 32, 56)
    with torch.no_grad():
        torch.testing.assert_close(first(page), second(page))
        assert not torch.allclose(first(page), network(page), atol=1e-2)
    learnt = dict(network.named_parameters())
    for name, parameter in first.named_parameters():
        if parameter.ndim > 1:
            assert not torch.equal(parameter, learnt[name]), name
    assert not first.training


def test_signals_pass_through_a_randomised_copy(network: nn.Module) -> None:
    twin = randomised(network, (1, 32, 56))
    with torch.no_grad():
        answers = twin(torch.randn(8, 1, 32, 56))
    assert bool(torch.isfinite(answers).all())
    assert float(answers.std(0).mean()) > 1e-3


def test_shares_of_leads_are_those_of_their_boxes_and_strips_count_apart() -> None:
    heat = np.zeros((10, 20), np.float32)
    heat[:5, :10], heat[5:, :] = 1.0, 0.5
    leads = [
        LeadBox("II", Rect(0, 0, 100, 50), 0, 2.5, 1.0), LeadBox("V1", Rect(100, 0, 200, 50), 2.5, 2.5, 1.0),
        LeadBox("II", Rect(0, 50, 200, 100), 0, 10, 1, rhythm=True), LeadBox("", Rect(0, 0, 9, 9), 0, 1, 0.1),
    ]  # fmt: skip
    shares = lead_shares(heat, Rect(0, 0, 200, 100), leads)
    assert shares == pytest.approx({"II": 0.5, "V1": 0.0, "II rhythm": 0.5})
    assert lead_shares(heat, Rect(0, 0, 200, 100), []) is None
    assert lead_shares(np.zeros((4, 4), np.float32), Rect(0, 0, 9, 9), leads) is None
