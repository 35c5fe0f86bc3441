"""Which pages a fit is measured on, and which it may look at while it learns."""

import numpy as np

from ecgdesk.core.recipe import Recipe
from training.data import PageSet
from training.published import file_split, published_folds
from training.splits import Split, inner_split, make_folds


def folds_of(pages: PageSet, recipe: Recipe) -> tuple[Split, ...]:
    """Return the folds of the protocol in force; raises RecipeError for a leak that nobody asked for."""
    if recipe.is_as_published:
        return published_folds(pages, recipe.published, recipe.split.seed)
    seeds = range(recipe.split.seed, recipe.split.seed + recipe.split.repeats)
    repeats = (make_folds(pages, recipe.split.model_copy(update={"seed": seed})) for seed in seeds)
    return tuple(split for folds in repeats for split in folds[: recipe.folds_each])


def watched_split(recipe: Recipe, pages: PageSet, split: Split) -> Split:
    """Return a fit's training pages and the pages that decide when it stops; unchanged where none decide.

    They come out of the training part, by group. As published they are chosen by file, or are the test files
    themselves where the paper did that.
    """
    stopping, seed = recipe.early_stopping, recipe.split.seed
    if stopping is None:
        return split
    if not recipe.is_as_published:
        return inner_split(pages.strata, pages.groups, split.train, stopping.share, seed)
    if recipe.published.test_selects and len(split.held_out):
        return split
    return file_split(pages.labels, np.asarray(split.train), stopping.share, seed)
