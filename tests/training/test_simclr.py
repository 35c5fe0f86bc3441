"""The pretraining loss against values computed by hand."""

import math

import pytest
import torch
from torch.nn.functional import normalize

from ecgdesk.core.recipe import PretrainingSettings
from training.simclr import alignment, info_nce, pretraining_loss, triplet

FIRST = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
SECOND = torch.tensor([[0.6, 0.8], [0.0, 1.0]])


def test_info_nce_equals_the_sum_written_out() -> None:
    a, b, c, d = (1.0, 0.0), (0.0, 1.0), (0.6, 0.8), (0.0, 1.0)  # c is a's other view, d is b's
    pairs = {0: (a, c, (b, d)), 1: (b, d, (a, c)), 2: (c, a, (b, d)), 3: (d, b, (a, c))}

    def likeness(one: tuple[float, float], two: tuple[float, float]) -> float:
        return math.exp((one[0] * two[0] + one[1] * two[1]) / 0.1)

    losses = [
        -math.log(likeness(one, partner) / sum(likeness(one, other) for other in (partner, *others)))
        for one, partner, others in pairs.values()
    ]
    assert float(info_nce(FIRST, SECOND, 0.1)) == pytest.approx(sum(losses) / 4, rel=1e-5)


def test_alignment_is_one_minus_the_cosine_of_the_pairs() -> None:
    assert float(alignment(FIRST, SECOND)) == pytest.approx((0.4 + 0.0) / 2)


def test_the_triplet_takes_the_nearest_other_page() -> None:
    # page 1: own distance 0.4, other 1.0 -> 0; page 2: own 0.0, other 0.2 -> 0 at margin 0.1, 0.3 at 0.5
    assert float(triplet(FIRST, SECOND, 0.1)) == pytest.approx(0.0)
    assert float(triplet(FIRST, SECOND, 0.5)) == pytest.approx((0.0 + 0.3) / 2)


def test_the_loss_is_the_weighted_sum_of_its_parts() -> None:
    settings = PretrainingSettings(triplet_weight=2.0, triplet_margin=0.5)
    expected = info_nce(FIRST, SECOND, 0.1) + 0.1 * 0.2 + 2.0 * 0.15
    assert float(pretraining_loss(FIRST, SECOND, settings)) == pytest.approx(float(expected), rel=1e-5)


def test_agreeing_views_cost_less() -> None:
    vectors = normalize(torch.randn(8, 16, generator=torch.Generator().manual_seed(0)))
    settings = PretrainingSettings()
    assert pretraining_loss(vectors, vectors, settings) < pretraining_loss(vectors, vectors.flip(0), settings)
