"""The most confident wrong answers of a run, with their pictures where they can still be found."""

import csv
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ecgdesk.core.recipe import DataSettings, Recipe, read_recipe
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.services.training.launching import data_root_of

_NOT_CLASSES: Final = ("page", "label", "fold")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A page that a fold's network never saw and got wrong; files are None where they are not here."""

    page: str
    label: str
    predicted: str
    probability: float
    picture: Path | None = None
    heat_map: Path | None = None


def worst_mistakes(files: RunFiles, temperature: float = 1.0, most: int = 12) -> tuple[Mistake, ...]:
    """Return the wrong answers with the highest probability.

    There are none without predictions, or where a page may have several classes.
    """
    recipe = read_recipe(files.config) if files.config.is_file() else None
    if recipe is not None and recipe.is_multi_label:
        return ()
    try:
        with files.predictions.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except OSError:  # a run that was stopped early has none
        return ()
    wrong = [mistake for row in rows if (mistake := _mistake(row, temperature)) is not None]
    worst = sorted(wrong, key=lambda mistake: -mistake.probability)[:most]
    places = _Places(files, recipe)
    return tuple(places.found(mistake) for mistake in worst)


def _mistake(row: dict[str, str], temperature: float) -> Mistake | None:
    names = [name for name in row if name not in _NOT_CLASSES]
    try:
        logits = [float(row[name]) / temperature for name in names]
    except (TypeError, ValueError):
        return None
    best = max(range(len(names)), key=logits.__getitem__)
    if names[best] == row["label"]:
        return None
    total = sum(math.exp(value - logits[best]) for value in logits)
    return Mistake(row["page"], row["label"], names[best], 1 / total)


class _Places:
    """Where the pictures of a run's pages are."""

    def __init__(self, files: RunFiles, recipe: Recipe | None) -> None:
        self._files = files
        root = data_root_of(files)
        self._places = pictures_of(recipe.data, root) if root and recipe else {}

    def found(self, mistake: Mistake) -> Mistake:
        """Return the mistake with the files that are still there."""
        picture = self._places.get((mistake.label, mistake.page))
        heat_map = self._files.mistake_map(mistake.label, mistake.page)
        return replace(
            mistake,
            picture=picture if picture is not None and picture.is_file() else None,
            heat_map=heat_map if heat_map.is_file() else None,
        )


def pictures_of(data: DataSettings, root: Path) -> dict[tuple[str, str], Path]:
    """Return where pages lie by label and file name; empty where the folder or list is gone."""
    source = root / data.source
    if source.is_dir():
        pages = [page for child in source.iterdir() if child.is_dir() for page in child.iterdir()]
        return {(page.parent.name, page.name): page for page in pages}
    try:
        with source.open(encoding="utf-8-sig", newline="") as stream:
            rows = [(row[data.label_column], row[data.path_column]) for row in csv.DictReader(stream)]
    except (OSError, UnicodeDecodeError, csv.Error, KeyError):  # moved or changed since: nothing to show
        return {}
    folder = source.parent / data.pages_folder
    return {(label, Path(path).name): folder / path for label, path in rows}
