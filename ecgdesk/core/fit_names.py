"""The names of the fits that a recipe asks for, as run folders, events and the window know them."""

from typing import Final

from ecgdesk.core.recipe import Recipe

COMPARISON: Final = "comparison"
FINAL: Final = "final"


def fit_names(recipe: Recipe) -> tuple[str, ...]:
    """Return the names of the fits a recipe asks for, in order."""
    folds = [f"fold {number}" for number in range(1, recipe.fold_count + 1)]
    others = ((COMPARISON, recipe.has_comparison), (FINAL, recipe.final_fit))
    return (*folds, *(name for name, wanted in others if wanted))
