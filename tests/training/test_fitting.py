"""Joined batches equal a larger batch, the average is the average, the better epoch is kept."""

import numpy as np
import pytest
import torch
from torch import nn

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.run_events import Batch, Epoch
from tests.training.small_fits import Flat, finished, material, recipe_with, started
from training.balance import oversampled
from training.optimising import make_optimiser, make_schedule, parameter_groups


@pytest.mark.parametrize("kind", ["cross-entropy", "focal", "multi-label"])
def test_joined_batches_equal_a_batch_as_large_as_all_of_them(kind: str) -> None:
    given = material()
    given.labels[:] = np.array([0] * 11 + [1] * 5)  # unequal masses: a plain mean of batches would be wrong
    states = []
    for batch, accumulate in ((8, 1), (4, 2), (2, 4)):
        network = Flat()
        recipe = recipe_with(batch=batch, accumulate=accumulate, epochs=3, objective={"kind": kind})
        states.append(finished(started(recipe, network, given)).network.state_dict())
    for other in states[1:]:
        for name, value in states[0].items():
            assert torch.allclose(value, other[name], atol=1e-6), name
    assert not torch.allclose(states[0]["head.weight"], Flat().head.weight)


def test_the_last_step_takes_the_batches_that_are_left() -> None:
    recipe = recipe_with(batch=4, accumulate=3, epochs=1)
    events = list(started(recipe, Flat(), material(16)))
    batches = [event for event in events if isinstance(event, Batch)]
    assert [event.step for event in batches] == [1, 2, 3, 4]


def test_the_average_is_the_running_average_of_the_steps() -> None:
    network = Flat()
    recipe = recipe_with(batch=4, epochs=2, average_decay=0.7)
    expected, running = None, started(recipe, network, material())
    while True:
        try:
            event = next(running)
        except StopIteration as end:
            fitted = end.value
            break
        if isinstance(event, Batch):
            now = network.head.weight.detach().clone()
            expected = now if expected is None else 0.7 * expected + 0.3 * now
    assert torch.allclose(fitted.network.state_dict()["head.weight"], expected, atol=1e-6)
    assert not torch.allclose(network.head.weight, expected, atol=1e-6)


@pytest.mark.parametrize("measure", ["loss", "accuracy"])
def test_the_epoch_that_is_best_by_the_chosen_figure_is_kept(measure: str) -> None:
    recipe = recipe_with(batch=4, epochs=12, early_stopping={"patience": 4, "measure": measure})
    running, epochs = started(recipe, Flat(), material(), np.array([0, 5, 9, 15])), []
    while True:
        try:
            event = next(running)
        except StopIteration as end:
            kept = end.value.epoch
            break
        if isinstance(event, Epoch):
            epochs.append(event)
    figures = [e.held_out_accuracy if measure == "accuracy" else -e.held_out_loss for e in epochs]
    assert kept == 1 + int(np.argmax(figures))
    assert len(epochs) == min(12, kept + 4)


def test_oversampling_levels_the_classes_and_leaves_no_page_out() -> None:
    labels = np.array([0] * 10 + [1] * 3 + [2] * 7)
    train = np.arange(1, 20)
    drawn = oversampled(train, labels, np.random.default_rng(0))
    assert list(np.bincount(labels[drawn])) == [9, 9, 9]
    assert set(drawn) == set(train)


def test_an_epoch_of_oversampling_is_longer_and_weighs_classes_evenly() -> None:
    given = material()
    given.labels[:] = np.array([0] * 12 + [1] * 4)
    states = []
    for power in (0.0, 1.0):
        recipe = recipe_with(batch=4, epochs=1, balance="oversample", objective={"class_weight_power": power})
        network = Flat()
        events = list(started(recipe, network, given))
        assert sum(isinstance(event, Batch) for event in events) == 6
        states.append(network.head.weight.detach().clone())
    assert torch.equal(*states)


def test_a_part_has_its_rate_and_decay_and_every_parameter_one_group() -> None:
    parts = [{"part": "head", "rate": 0.5, "weight_decay": 0.25}]
    settings = recipe_with(optimiser={"rate": 0.1, "weight_decay": 0.2, "parts": parts}).optimiser
    network = Flat()
    groups = parameter_groups(network, settings)
    held = [parameter for group in groups for parameter in group["params"]]
    assert {id(p) for p in held} == {id(p) for p in network.parameters()}
    assert len(held) == 4
    of = {id(p): (group["lr"], group["weight_decay"]) for group in groups for p in group["params"]}
    assert of[id(network.head.weight)] == (0.5, 0.25)
    assert of[id(network.head.bias)] == (0.5, 0.0)
    assert of[id(network.body.weight)] == (0.1, 0.2)


def test_an_unknown_part_is_named() -> None:
    settings = recipe_with(optimiser={"parts": [{"part": "tail", "rate": 1.0}]}).optimiser
    with pytest.raises(RecipeError, match="'tail'"):
        make_optimiser(Flat(), settings)


def test_the_cosine_falls_to_its_lowest_rate_over_its_epochs() -> None:
    values = {"schedule": "cosine", "rate": 1.0, "cosine_epochs": 4, "lowest_rate": 0.1}
    settings = recipe_with(optimiser=values).optimiser
    optimiser = make_optimiser(nn.Linear(2, 2), settings)
    schedule = make_schedule(optimiser, settings, epochs=6, steps_per_epoch=5)
    rates = []
    for _ in range(20):
        optimiser.step()
        schedule.step()
        rates.append(optimiser.param_groups[0]["lr"])
    assert rates[9] == pytest.approx(0.55)
    assert rates[19] == pytest.approx(0.1)


def test_one_cycle_keeps_the_ratio_of_the_parts() -> None:
    values = {"schedule": "one-cycle", "rate": 1.0, "parts": [{"part": "head", "rate": 0.1}]}
    settings = recipe_with(optimiser=values).optimiser
    optimiser = make_optimiser(Flat(), settings)
    make_schedule(optimiser, settings, epochs=2, steps_per_epoch=5)
    rates = {round(group["lr"], 6) for group in optimiser.param_groups}
    assert rates == {0.04, 0.004}
