"""All chance changes of a recipe's views in one call."""

import torch
from torch import Tensor

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.recipe import Recipe
from training.augment import Augment
from training.trace_changes import TraceChanges
from training.views import ViewChanges


class Changes:
    """Ours first, then those that the papers name; without any, views stay as they are.

    Digitised leads have changes of their own.
    """

    def __init__(
        self, augment: Augment | None, views: ViewChanges | None, traces: TraceChanges | None = None
    ) -> None:
        self._augment, self._views, self._traces = augment, views, traces

    @property
    def generators(self) -> list[torch.Generator]:
        """What decides the changes, so that they can go on from where they stood."""
        found = [] if self._augment is None else list(self._augment.generators)
        found += [one.chance for one in (self._views, self._traces) if one is not None]
        return found

    def __call__(self, views: Tensor) -> Tensor:
        """Return changed views; (N, C, H, W) in [0, 1], as given."""
        if self._augment is not None:
            views = self._augment(views)
        if self._views is not None:
            views = self._views(views)
        return views if self._traces is None else self._traces(views)


def make_changes(
    recipe: Recipe, settings: Preprocessing, seed: int, device: torch.device | str = "cpu"
) -> Changes:
    """Return the changes of a recipe; a seed decides all of them. They are made where the views are."""
    blank = blank_of(settings)
    augment = None if recipe.augment is None else Augment(recipe.augment, blank, seed, device)
    views = None if recipe.views is None else ViewChanges(recipe.views, blank, seed)
    wanted = recipe.traces if settings.reads_leads else None
    traces = None if wanted is None else TraceChanges(wanted, seed + 2, device)
    return Changes(augment, views, traces)


def blank_of(settings: Preprocessing) -> float:
    """Return the value of blank paper, or of a flat trace."""
    return settings.blank
