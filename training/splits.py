"""Which pages are held out. A split with a group or a copy on both sides is refused."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold, train_test_split

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import SplitSettings
from training.data import PageSet, refuse_copies

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Split:
    """Positions of the pages to train on and of those held out."""

    train: Indices
    held_out: Indices


def make_folds(pages: PageSet, settings: SplitSettings) -> tuple[Split, ...]:
    """Return the folds of the cross-validation; raises RecipeError for a leaky split without an override."""
    if settings.method == "file-level":
        folder = StratifiedKFold(settings.folds, shuffle=True, random_state=settings.seed)
        pairs = _pairs(folder, pages)
    else:
        if not settings.override:
            refuse_copies(pages.pages)
        _enough_groups(pages, settings.folds)
        folder = StratifiedGroupKFold(settings.folds, shuffle=True, random_state=settings.seed)
        pairs = _pairs(folder, pages)
    splits = tuple(Split(train, held_out) for train, held_out in pairs)
    for split in splits:
        if not settings.override:
            refuse_leak(pages, split)
    return splits


def inner_split(labels: Indices, groups: NDArray[np.str_], train: Indices, share: float, seed: int) -> Split:
    """Return training positions divided again by group, for early stopping; about `share` kept apart.

    Where pages are few, more are kept apart. Raises RecipeError where they cannot be divided at all.
    """
    commonest = int(np.unique(labels[train], return_counts=True)[1].max())
    parts = max(2, min(round(1 / share), len(set(groups[train])), commonest))
    folder = StratifiedGroupKFold(parts, shuffle=True, random_state=seed)
    try:
        inner, apart = next(iter(folder.split(train, labels[train], groups[train])))
    except ValueError as error:
        raise RecipeError(
            "There are too few pages to keep some apart for early stopping.",
            "Use more pages, or leave early stopping out.",
        ) from error
    return Split(train[inner], train[apart])


def file_level_split(labels: Indices, copies: Indices, share: float, seed: int) -> Split:
    """Return page positions, repeated as often as published, split at random by file, as papers do.

    Copies of a page land on both sides: this is the unsound protocol, for comparison only.
    """
    files = np.repeat(np.arange(len(labels)), copies)
    train, held_out = train_test_split(files, test_size=share, stratify=labels[files], random_state=seed)
    return Split(np.sort(train), np.sort(held_out))


def refuse_leak(pages: PageSet, split: Split) -> None:
    """Raise RecipeError when a group or a page's content is on both sides."""
    groups = pages.groups
    if both := set(groups[split.train]) & set(groups[split.held_out]):
        raise RecipeError(
            f"The group {min(both)!r} is on both sides of the split.", "Split by group, or say why not."
        )
    hashes = np.array([page.sha256 for page in pages.pages])
    if set(hashes[split.train]) & set(hashes[split.held_out]):
        raise RecipeError("Copies of a page are on both sides of the split.", "Keep one of each page.")


def _pairs(folder: StratifiedKFold | StratifiedGroupKFold, pages: PageSet) -> list[tuple[Indices, Indices]]:
    positions = np.zeros(len(pages.pages))
    try:
        return list(folder.split(positions, pages.strata, pages.groups))
    except ValueError as error:
        raise RecipeError(f"The pages cannot be split: {error}.", "Use fewer folds.") from error


def _enough_groups(pages: PageSet, folds: int) -> None:
    if len(set(pages.groups)) < folds:
        raise RecipeError(
            f"There are only {len(set(pages.groups))} groups for {folds} folds.", "Use fewer folds."
        )
