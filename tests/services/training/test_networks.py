"""The sizes that the wizard lists are those of the networks themselves."""

from pathlib import Path

import pytest

from ecgdesk.models.architectures import catalog
from ecgdesk.services.training.network_sizes import SIZES
from ecgdesk.services.training.networks import catalog_choices, matching
from training.networks import size_of


def test_every_network_of_the_catalog_has_its_size(tmp_path: Path) -> None:
    choices = catalog_choices(tmp_path)
    assert [choice.id for choice in choices] == [entry.id for entry in catalog()]
    assert [choice.id for choice in choices if choice.size is None] == []


@pytest.mark.parametrize("network", ["page-resnet", "efficientnet_b0", "fusion-cnn"])
def test_a_size_is_what_counting_gives(network: str) -> None:
    counted = size_of(network)
    assert counted["parameters"] == SIZES[network].parameters
    assert counted["gmacs"] == pytest.approx(SIZES[network].gmacs, rel=0.01)


def test_networks_are_found_by_words_and_papers_by_letter(tmp_path: Path) -> None:
    choices = catalog_choices(tmp_path)
    assert {one.id for one in matching(choices, "densenet attention")} >= {"densenet121-attention"}
    assert matching(choices, "no such network") == ()
    assert {one.paper for one in choices} >= {"A", "B", "C", "D"}


def test_weights_that_are_not_here_are_named(tmp_path: Path) -> None:
    choice = next(one for one in catalog_choices(tmp_path) if one.id == "resnet50")
    assert choice.weights
    assert choice.absent == choice.weights
    assert not choice.has_weights
