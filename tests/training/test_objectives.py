"""Rare classes weigh more, the weights follow the recipe, and each loss equals its formula."""

import math

import numpy as np
import pytest
import torch
from torch import nn

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import ObjectiveSettings
from training.objectives import Objective, class_weights, make_objective


def test_weights_are_inverse_to_frequency() -> None:
    labels = np.array([0] * 30 + [1] * 10)
    assert list(class_weights(labels, 2, 1.0)) == pytest.approx([40 / 60, 40 / 20])
    assert list(class_weights(labels, 2, 0.0)) == [1.0, 1.0]


def test_an_absent_class_weighs_one() -> None:
    assert class_weights(np.array([0, 0, 1, 1]), 3, 1.0)[2] == pytest.approx(1.0)


def objective(kind: str, **values: float) -> Objective:
    settings = ObjectiveSettings.model_validate(
        {"kind": kind, "label_smoothing": 0.0, "class_weight_power": 0.0, **values}
    )
    return make_objective(settings, np.array([0, 0, 1, 1]), 2)


LOGITS = torch.tensor([[2.0, 0.0], [0.5, 1.5], [-1.0, 0.0]])
LABELS = torch.tensor([0, 0, 1])


def test_focal_loss_equals_its_formula() -> None:
    true = [1 / (1 + math.exp(-gap)) for gap in (2.0, -1.0, 1.0)]
    expected = sum(-((1 - p) ** 2) * math.log(p) for p in true) / 3
    assert float(objective("focal", focal_gamma=2.0)(LOGITS, LABELS)) == pytest.approx(expected, rel=1e-5)


def test_focal_loss_without_its_power_is_cross_entropy() -> None:
    plain = objective("cross-entropy", class_weight_power=1.0, label_smoothing=0.1)
    focal = objective("focal", focal_gamma=0.0, class_weight_power=1.0, label_smoothing=0.1)
    assert float(focal(LOGITS, LABELS)) == pytest.approx(float(plain(LOGITS, LABELS)))


def test_each_class_for_itself_takes_one_label_or_many() -> None:
    loss = objective("multi-label")
    alone = float(loss(LOGITS, LABELS))
    assert alone == pytest.approx(float(loss(LOGITS, torch.tensor([[1, 0], [1, 0], [0, 1]]))))
    terms = [math.log1p(math.exp(-x)) for x in (2.0, -0.0, 0.5, -1.5, 1.0, 0.0)]
    assert alone == pytest.approx(sum(terms) / 6, rel=1e-5)


class Sentences(nn.Module):
    """Two class sentences at right angles; pictures are their own vectors."""

    def contrastive_logits(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return x @ torch.eye(2)[labels].T


def test_the_contrastive_loss_shares_positives_of_one_class() -> None:
    pictures = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    loss = objective("contrastive")
    outputs = loss.outputs(Sentences(), pictures, LABELS)
    e = math.e
    rows = [-math.log(e / (2 * e + 1))] * 2 + [-math.log(e / (e + 2))]
    # both ways are equal here: the matrix of likenesses is symmetric
    assert float(loss(outputs, LABELS)) == pytest.approx(sum(rows) / 3, rel=1e-5)


def test_the_contrastive_loss_needs_sentences() -> None:
    with pytest.raises(RecipeError, match="class sentences"):
        objective("contrastive").outputs(nn.Linear(2, 2), LOGITS, LABELS)
