"""Which pages are unlike the training pages: the cloud, the limit, and packs of whole runs."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from sklearn.covariance import LedoitWolf

from ecgdesk.core.recipe import Recipe
from ecgdesk.models.architectures import architecture
from ecgdesk.models.loaded import load_network
from ecgdesk.models.networks.build import build
from tests.models.packs import members_of
from training import novelty
from training.data import PageSet
from training.describe import HeldOutDistances, comparable_layer, fit_cloud
from training.run_folder import RunFolder
from training.trainer import Trainer


def test_points_off_the_cloud_are_far_and_fresh_ones_of_it_near() -> None:
    chance = np.random.default_rng(1)
    mixing = chance.normal(size=(12, 12))
    cloud = fit_cloud(chance.normal(size=(300, 12)) @ mixing)
    near = cloud.distance(chance.normal(size=(200, 12)) @ mixing)
    far = cloud.distance(chance.normal(size=(200, 12)) @ mixing + 30)
    assert np.median(near) == pytest.approx(np.sqrt(12), rel=0.2)
    assert far.min() > near.max()


@pytest.mark.parametrize("pages", [10, 300])
def test_the_cloud_is_that_of_scikit_learn_with_more_features_than_pages_too(pages: int) -> None:
    chance = np.random.default_rng(2)
    features = chance.normal(size=(pages, 30)) @ chance.normal(size=(30, 40))
    points = chance.normal(size=(20, 40)) * 10
    expected = LedoitWolf().fit(features).mahalanobis(points)
    assert fit_cloud(features).distance(points) ** 2 == pytest.approx(expected, rel=1e-6)


def test_the_limit_of_a_fold_comes_from_the_others() -> None:
    distances = np.r_[np.linspace(0, 1, 100), np.linspace(10, 11, 100)]
    held_out = HeldOutDistances(distances, np.repeat([0, 1], 100), {})
    assert held_out.limit(without=1) < 1
    flags = held_out.flagged(distances, held_out.folds)
    assert not flags[:100].any()
    assert flags[100:].all()


def test_the_layer_is_the_early_one_or_what_comes_before_the_classifier(recipe: Recipe) -> None:
    entry = architecture("page-resnet")
    deep = build(entry, 2, {"width": 4, "depths": [1, 1, 1], "stem_stride": 4})
    other = replace(entry, early_layer="stages.7")
    assert comparable_layer(deep, entry) == entry.early_layer != ""
    assert comparable_layer(deep, other) == "head"
    assert comparable_layer(torch.nn.Sequential(torch.nn.ReLU()), entry) is None


def test_a_run_leaves_a_pack_that_knows_its_pages_and_the_script_adds_the_same(
    recipe: Recipe, pages: PageSet, tmp_path: Path, tiny_data: Path
) -> None:
    recipe = Recipe.model_validate({**recipe.model_dump(), "shift_pages": 8})
    folder = RunFolder.create(tmp_path / "runs", recipe)
    list(Trainer(recipe, pages, folder, tmp_path / "cache", tiny_data).fit())
    card = load_network(folder.pack).card
    assert card.novelty is not None
    names = [figure.name for figure in card.figures]
    assert "Called unlike the training pages: held-out pages" in names
    assert "Called unlike the training pages: held-out pages, grey" in names
    before = members_of(folder.pack)
    given = ["--run", folder.path, "--pack", folder.pack, "--data", tiny_data, "--cache", tmp_path / "cache"]
    assert novelty.main([str(value) for value in given]) == 0
    assert members_of(folder.pack) == before
