"""The most confident wrong answers of a run, with their pictures where they can still be found."""

import csv
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecgdesk.core.recipe import DataSettings, Recipe, read_recipe
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.services.training.launching import launch_of

_NOT_CLASSES: Final = ("page", "label", "fold")
_HEAT_FOLDERS: Final = ("heat", "heatmaps", "mistakes")


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
    """Return the wrong answers with the highest probability; none where there are no predictions."""
    try:
        with files.predictions.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except OSError:  # a run that was stopped early has none
        return ()
    wrong = [mistake for row in rows if (mistake := _mistake(row, temperature)) is not None]
    worst = sorted(wrong, key=lambda mistake: -mistake.probability)[:most]
    places = _Places(files)
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

    def __init__(self, files: RunFiles) -> None:
        self._files = files
        launch = launch_of(files)
        self._root = Path(launch.data) if launch is not None else None
        self._recipe: Recipe | None = read_recipe(files.config) if files.config.is_file() else None

    def found(self, mistake: Mistake) -> Mistake:
        return Mistake(
            mistake.page, mistake.label, mistake.predicted, mistake.probability, self._picture(mistake),
            self._heat_map(mistake),
        )  # fmt: skip

    def _picture(self, mistake: Mistake) -> Path | None:
        if self._root is None or self._recipe is None:
            return None
        place = picture_of(self._recipe.data, self._root, mistake.page, mistake.label)
        return place if place.is_file() else None

    def _heat_map(self, mistake: Mistake) -> Path | None:
        stem = Path(mistake.page).stem
        folders = [self._files.figures / name for name in _HEAT_FOLDERS]
        found = (file for folder in folders if folder.is_dir() for file in folder.glob(f"{stem}*.png"))
        return next(found, None)


def picture_of(data: DataSettings, root: Path, page: str, label: str) -> Path:
    """Return where a page of a run lies: below its class's folder, or where its list says."""
    source = root / data.source
    return source / label / page if source.is_dir() else source.parent / data.pages_folder / page
