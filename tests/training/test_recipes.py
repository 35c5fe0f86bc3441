"""Every system of the papers has a recipe that can be read, built and optimised."""

from pathlib import Path

import pytest
import torch
from torch import nn

from ecgdesk.core.recipe import Recipe, read_recipe
from ecgdesk.models import papers
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build
from training.freezing import Unfreezing
from training.optimising import parameter_groups
from training.simclr import Projecting

FOLDER = Path(__file__).parents[2] / "training" / "recipes"
ALL = sorted(FOLDER.glob("*.toml"))
OF_PAPERS = [path for path in ALL if path.name[:2] in ("a-", "b-", "c-", "d-")]


def network_of(path: Path) -> nn.Module:
    recipe = read_recipe(path)
    ids = [item.id for item in recipe.data.classes]
    entry = architecture(recipe.model.architecture)
    with torch.device("meta"):
        return build(entry, len(ids), recipe.model.options, recipe.preprocessing, ids)


def test_every_entry_of_the_papers_has_a_recipe() -> None:
    used = {read_recipe(path).model.architecture for path in OF_PAPERS}
    assert used == {entry.id for entry in papers.ENTRIES}


@pytest.mark.parametrize("path", OF_PAPERS, ids=lambda path: path.stem)
def test_a_recipe_says_what_its_paper_does_unsoundly(path: Path) -> None:
    recipe, text = read_recipe(path), path.read_text(encoding="utf-8")
    assert "# Unsound in the paper: " in text
    assert recipe.card.id == path.stem
    assert recipe.protocol == "sound"
    assert recipe.split.method == "grouped"
    assert recipe.published.reason != "as published"


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_parameter_that_learns_is_in_one_group(path: Path) -> None:
    recipe, network = read_recipe(path), network_of(path)
    own = {id(p) for p in network.parameters() if p.requires_grad}
    Unfreezing(network, recipe.unfreezing)
    learning = {id(p) for p in network.parameters() if p.requires_grad}
    held = [id(p) for group in parameter_groups(network, recipe.optimiser) for p in group["params"]]
    assert len(held) == len(set(held))
    assert set(held) == learning
    assert learning
    if recipe.unfreezing is None or any("*" in stage.parts for stage in recipe.unfreezing.stages):
        assert learning == own


def pretrained_first() -> list[Path]:
    return [path for path in OF_PAPERS if read_recipe(path).pretraining is not None]


@pytest.mark.parametrize("path", pretrained_first(), ids=lambda path: path.stem)
def test_pretraining_has_a_projection_head_with_its_own_rate(path: Path) -> None:
    recipe: Recipe = read_recipe(path)
    assert recipe.pretraining is not None
    ids = [item.id for item in recipe.data.classes]
    with torch.device("meta"):
        network = build(architecture(recipe.model.architecture), len(ids), class_ids=ids)
    assert isinstance(network, Projecting)
    groups = parameter_groups(network, recipe.pretraining.optimiser)
    head = {id(p) for p in network.get_submodule("projection_head").parameters()}
    rates = {group["lr"] for group in groups for p in group["params"] if id(p) in head}
    assert rates == {1e-3}
    assert sum(len(group["params"]) for group in groups) == len(list(network.parameters()))
