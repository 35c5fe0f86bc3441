"""Whole runs on the tiny pages, done in seconds."""

from pathlib import Path

from ecgdesk.core.recipe import Recipe
from training.data import PageSet
from training.run_folder import RunFolder
from training.trainer import Trainer

DEEP = {
    "architecture": "page-resnet",
    "options": {"width": 8, "depths": [1, 1, 1, 1], "stem_stride": 4},
}
"""A network with the stage that page networks are explained by."""


def finished_run(recipe: Recipe, pages: PageSet, root: Path, **values: object) -> RunFolder:
    """Run a recipe with these values to its end and return its folder."""
    changed = Recipe.model_validate({**recipe.model_dump(), **values})
    folder = RunFolder.create(root / "runs", changed)
    list(Trainer(changed, pages, folder, root / "cache", root).fit())
    return folder
