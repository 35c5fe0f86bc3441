"""All chance changes of a recipe's views in one call."""

import torch
from torch import Tensor

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.recipe import Recipe
from training.augment import Augment
from training.views import ViewChanges


class Changes:
    """Ours first, then those that the papers name; without either, views stay as they are."""

    def __init__(self, augment: Augment | None, views: ViewChanges | None) -> None:
        self._augment, self._views = augment, views

    @property
    def generators(self) -> list[torch.Generator]:
        """What decides the changes, so that they can go on from where they stood."""
        if self._augment is None:
            return [] if self._views is None else [self._views.chance]
        return [*self._augment.generators, *([] if self._views is None else [self._views.chance])]

    def __call__(self, views: Tensor) -> Tensor:
        """Return changed views; (N, C, H, W) in [0, 1], as given."""
        if self._augment is not None:
            views = self._augment(views)
        return views if self._views is None else self._views(views)


def make_changes(
    recipe: Recipe, settings: Preprocessing, seed: int, device: torch.device | str = "cpu"
) -> Changes:
    """Return the changes of a recipe; a seed decides all of them. They are made where the views are."""
    blank = blank_of(settings)
    augment = None if recipe.augment is None else Augment(recipe.augment, blank, seed, device)
    views = None if recipe.views is None else ViewChanges(recipe.views, blank, seed)
    return Changes(augment, views)


def blank_of(settings: Preprocessing) -> float:
    """Return the value of blank paper: 0 for ink, else 1."""
    return 0.0 if settings.colour == "ink" else 1.0
