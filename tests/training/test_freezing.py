"""What is frozen does not move, its batch norms stand still, and what is opened learns from its epoch on."""

import pytest
import torch
from torch import Tensor, nn

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import UnfreezingSettings
from ecgdesk.core.run_events import Epoch
from tests.training.small_fits import material, recipe_with, started
from training.freezing import Unfreezing


class Normed(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.body = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU())
        self.head = nn.Linear(4, 2)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.head(self.body(x).mean(dim=(2, 3)))
        return out


STAGES = [{"from_epoch": 1, "parts": ["head"]}, {"from_epoch": 3, "parts": ["*"]}]


def states(frozen_statistics: str) -> list[dict[str, Tensor]]:
    network = Normed()
    unfreezing = {"stages": STAGES, "frozen_statistics": frozen_statistics}
    recipe = recipe_with(epochs=3, batch=4, unfreezing=unfreezing)
    return [copied(network)] + [
        copied(network) for event in started(recipe, network, material()) if isinstance(event, Epoch)
    ]


def copied(network: nn.Module) -> dict[str, Tensor]:
    return {name: value.clone() for name, value in network.state_dict().items()}


def test_a_frozen_part_stands_still_until_its_epoch() -> None:
    before, first, second, third = states("fixed")
    for name in ("body.0.weight", "body.1.weight", "body.1.running_mean", "body.1.num_batches_tracked"):
        assert torch.equal(before[name], first[name]), name
        assert torch.equal(before[name], second[name]), name
        assert not torch.equal(before[name], third[name]), name
    assert not torch.equal(before["head.weight"], first["head.weight"])


def test_statistics_of_frozen_parts_move_when_the_recipe_says_so() -> None:
    before, first, *_ = states("moving")
    assert torch.equal(before["body.1.weight"], first["body.1.weight"])
    assert not torch.equal(before["body.1.running_mean"], first["body.1.running_mean"])


def test_everything_leaves_alone_what_the_network_keeps_frozen() -> None:
    network = Normed()
    network.body.requires_grad_(False)
    Unfreezing(network, UnfreezingSettings(stages=[{"from_epoch": 1, "parts": ["*"]}]))
    assert not network.body[0].weight.requires_grad
    Unfreezing(network, UnfreezingSettings(stages=[{"from_epoch": 1, "parts": ["*", "body"]}]))
    assert network.body[0].weight.requires_grad


def test_a_part_that_is_in_no_stage_never_learns() -> None:
    network = Normed()
    Unfreezing(network, UnfreezingSettings(stages=[{"from_epoch": 1, "parts": ["head"]}]))
    assert [name for name, p in network.named_parameters() if p.requires_grad] == ["head.weight", "head.bias"]


def test_an_unknown_part_is_named() -> None:
    with pytest.raises(RecipeError, match="'tail'"):
        Unfreezing(Normed(), UnfreezingSettings(stages=[{"from_epoch": 1, "parts": ["tail"]}]))
