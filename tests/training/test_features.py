"""What a run says of its network's features."""

import json
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.recipe import Recipe
from training.data import PageSet
from training.features import class_statistics, planes
from training.run_folder import RunFolder
from training.trainer import Trainer


def test_classes_that_lie_apart_are_told_by_their_numbers() -> None:
    values = np.array([[0.0, 0.0], [0.0, 2.0], [10.0, 0.0], [10.0, 2.0], [50.0, 0.0], [50.0, 2.0]])
    found = class_statistics(values, ["a", "a", "b", "b", "c", "c"])
    assert found["classes"]["a"] == {
        "pages": 2, "mean_length": 1.0, "spread": 1.0, "nearest_class": "b",
        "distance_to_nearest_class": 10.0,
    }  # fmt: skip
    assert found["silhouette"] > 0.7


def test_a_single_class_has_no_neighbour() -> None:
    found = class_statistics(np.ones((3, 2)), ["a"] * 3)
    assert found["silhouette"] is None
    assert found["classes"]["a"]["nearest_class"] == ""


@pytest.mark.parametrize("value", [0.0, 3.0, float("nan")])
def test_a_network_that_answers_all_pages_alike_has_no_plane(value: float) -> None:
    assert planes(np.full((40, 8), value)) == ({}, [])


@pytest.mark.parametrize(("share", "stages"), [(2, 4), (8, 2)])
def test_the_report_shows_features_and_activations(
    recipe: Recipe, pages: PageSet, tmp_path: Path, share: int, stages: int
) -> None:
    """Of so few pages a plane of neighbourhoods would say nothing; two stages have no layer to show."""
    wanted = {"held_out_folds": 1, "folds": share}
    options = {"width": 8, "depths": [1] * stages, "stem_stride": 2}
    recipe = recipe.model_copy(update={"model": recipe.model.model_copy(update={"options": options})})
    recipe = recipe.model_copy(
        update={"split": recipe.split.model_copy(update=wanted), "epochs": 1, "final_fit": False}
    )
    folder = RunFolder.create(tmp_path / "runs", recipe)
    list(Trainer(recipe, pages, folder, tmp_path / "cache", tmp_path).fit())
    found = json.loads(folder.features.read_text())
    assert found["fit"] == "fold 1"
    assert sum(row["pages"] for row in found["classes"].values()) == found["pages"] == 40 // share
    assert len(found["explained_variance"]) <= 10
    names = {path.stem for path in folder.figures.glob("*.png")}
    assert "features-principal-components" in names
    assert ("activation-maps" in names) == (stages == 4)
    assert "features-t-SNE" not in names
    report = folder.report.read_text()
    assert ("activation maps" in report) == (stages == 4)
    assert 'src="data:image/png' in report
    assert 'src="figures' not in report
