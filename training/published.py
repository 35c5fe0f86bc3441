"""The protocols of papers as they are published: files instead of pages, copies on both sides of the split.

Everything here makes figures too good, on purpose, and says so in the card.
"""

from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold, train_test_split

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import PublishedSettings, Recipe
from training.changes import make_changes
from training.data import PageSet
from training.predicting import Material, to_views
from training.splits import Indices, Split

_BATCH = 64


@dataclass(frozen=True, slots=True, eq=False)
class PublishedFiles:
    """The files of a published set: `pages` one a file, `source` each file's position among the distinct
    pages, `changed` whether the file is an augmented copy."""

    pages: PageSet
    source: Indices
    changed: NDArray[np.bool_]


def published_files(pages: PageSet, settings: PublishedSettings, seed: int) -> PublishedFiles:
    """Return the files in the order of the distinct pages, augmented copies last."""
    copies = np.array([page.copies for page in pages.pages])
    if settings.split != "tested on training files":
        copies = copies * _further(pages, settings)
    source = np.repeat(np.arange(len(copies)), copies)
    more = _for_balance(pages.labels[source], source, settings.balance_to, seed)
    files = np.concatenate([source, more])
    made = tuple(replace(pages.pages[index], copies=1) for index in files)
    return PublishedFiles(PageSet(made, pages.classes), files, np.arange(len(files)) >= len(source))


def published_folds(pages: PageSet, settings: PublishedSettings, seed: int) -> tuple[Split, ...]:
    """Return the split by file that a paper describes."""
    everything, labels = np.arange(len(pages.pages)), pages.labels
    if settings.split == "tested on training files":
        return (Split(np.repeat(everything, _further(pages, settings)), everything),)
    if settings.split == "hold-out":
        return (file_split(labels, everything, settings.share, seed),)
    folder = StratifiedKFold(settings.folds, shuffle=True, random_state=seed)
    try:
        return tuple(Split(train, held_out) for train, held_out in folder.split(everything, labels))
    except ValueError as error:
        raise RecipeError(f"The files cannot be split: {error}.", "Use fewer folds.") from error


def file_split(labels: Indices, files: Indices, share: float, seed: int) -> Split:
    """Return files divided at random, stratified by class; raises RecipeError for too few."""
    try:
        train, apart = train_test_split(files, test_size=share, stratify=labels[files], random_state=seed)
    except ValueError as error:
        raise RecipeError(f"The files cannot be split: {error}.", "Use more files.") from error
    return Split(np.sort(train), np.sort(apart))


def published_material(material: Material, files: PublishedFiles, recipe: Recipe) -> Material:
    """Return the pictures of all files; augmented copies are changed once, for good."""
    pictures = np.ascontiguousarray(material.pictures[files.source])
    change = make_changes(recipe, material.preprocessing, recipe.seed)
    changed = np.flatnonzero(files.changed)
    for start in range(0, len(changed), _BATCH):
        some = changed[start : start + _BATCH]
        views = change(to_views(pictures[some, 0], torch.device("cpu")))
        pictures[some, 0] = views.mul(255).round().byte().permute(0, 2, 3, 1).numpy()
    return replace(material, pictures=pictures, labels=files.pages.labels)


def training_recipe(recipe: Recipe) -> Recipe:
    """Return the recipe for the fits: where augmented copies are in the set, nothing is changed again."""
    if not recipe.is_as_published or not recipe.published.balance_to:
        return recipe
    return recipe.model_copy(update={"augment": None, "views": None, "balance": "no"})


def published_protocol(recipe: Recipe, files: int, distinct: int) -> str:
    """Return one sentence on how the figures came about, beginning with what they are not."""
    settings = recipe.published
    how = {
        "hold-out": f"random hold-out of {settings.share:.0%} of the files",
        "k-fold": f"{settings.folds}-fold cross-validation by file",
        "tested on training files": "every test file is also a training file",
    }[settings.split]
    chosen = "; the test files decided which epoch was kept" if settings.test_selects else ""
    return (
        f"NOT an honest figure, protocol as published: {files} files of {distinct} distinct pages, {how}, "
        f"copies of a page on both sides{chosen}; split seed {recipe.split.seed}, training seed {recipe.seed}"
    )


def overrides(recipe: Recipe) -> tuple[str, ...]:
    """Return for the card why a leaky split was let through."""
    said = [recipe.split.override] if recipe.split.override else []
    if recipe.is_as_published:
        said.append(f'Protocol "as published": {recipe.published.reason}')
    return tuple(said)


def _further(pages: PageSet, settings: PublishedSettings) -> Indices:
    return np.array([settings.copies.get(page.label, 1) for page in pages.pages], dtype=np.int64)


def _for_balance(labels: Indices, source: Indices, wanted: int, seed: int) -> Indices:
    chance, more = np.random.default_rng(seed), [np.array([], dtype=np.int64)]
    for index in np.unique(labels):
        own = source[labels == index]
        more.append(np.resize(chance.permutation(own), max(0, wanted - len(own))))
    return np.concatenate(more)
