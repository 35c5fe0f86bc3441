"""Pretraining sees the training pages alone, learns to tell pages apart, and can be stopped."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import PretrainingSettings
from ecgdesk.core.run_events import Batch, Epoch, Event
from ecgdesk.core.run_folder import Wish
from tests.training.small_fits import Flat, material
from training.bench import Bench
from training.predicting import Material
from training.pretraining import Pretraining

SETTINGS = PretrainingSettings.model_validate(
    {
        "epochs": 20, "batch": 6, "strong": {"noise": 0.3}, "moderate": {"noise": 0.2},
        "optimiser": {"rate": 1e-2, "schedule": "cosine", "cosine_epochs": 20, "lowest_rate": 1e-6},
    }
)  # fmt: skip
TRAIN = np.arange(12)


class Projector(Flat):
    def project(self, x: Tensor) -> Tensor:
        return normalize(self.body(x.flatten(1)).tanh(), dim=1)


def pretraining(network: nn.Module, given: Material, stop: bool = False) -> list[Event]:
    bench = Bench(torch.device("cpu"), lambda: Wish.STOP if stop else None)
    return list(Pretraining("fold 1", SETTINGS, given, network, TRAIN, 0, bench).run())


def test_the_loss_falls_and_the_classifier_stays() -> None:
    network = Projector()
    head = network.head.weight.detach().clone()
    losses = [event.train_loss for event in pretraining(network, material()) if isinstance(event, Epoch)]
    assert len(losses) == 20
    assert sum(losses[-3:]) < 0.8 * sum(losses[:3])
    assert torch.equal(network.head.weight, head)


def test_other_pages_have_no_part_in_it() -> None:
    given = material()
    others = given.pictures.copy()
    others[12:] = 0
    one, two = Projector(), Projector()
    pretraining(one, given)
    pretraining(two, replace(given, pictures=others, labels=given.labels[::-1].copy()))
    assert torch.equal(one.body.weight, two.body.weight)


def test_its_events_carry_the_fit_and_the_stage() -> None:
    events = pretraining(Projector(), material())
    assert {event.fit for event in events if isinstance(event, Batch | Epoch)} == {"fold 1, pretraining"}


def test_it_stops_when_asked() -> None:
    assert pretraining(Projector(), material(), stop=True) == []


def test_a_network_without_a_projection_head_is_refused() -> None:
    with pytest.raises(RecipeError, match="no projection head"):
        pretraining(Flat(), material())
