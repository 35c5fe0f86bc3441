"""A fit small enough to follow by hand: random pictures, a network given by the test."""

from collections.abc import Generator

import numpy as np
import torch
from torch import Tensor, nn

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.recipe import Recipe, parse_recipe
from ecgdesk.core.run_events import Event
from tests.training.conftest import RECIPE
from training.bench import Bench
from training.fitting import Fit, Fitted
from training.predicting import Material
from training.splits import Split

SETTINGS = Preprocessing(width=8, height=6, colour="grey", mean=(0.5,), std=(0.5,))
NOBODY = np.array([], dtype=np.int64)


class Flat(nn.Module):
    """A body and a head, without batch norm, so that batches can be joined exactly."""

    def __init__(self, classes: int = 2) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.body = nn.Linear(48, 5)
        self.head = nn.Linear(5, classes)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.head(self.body(x.flatten(1)).tanh())
        return out


def recipe_with(**values: object) -> Recipe:
    plain = parse_recipe(RECIPE).model_dump() | {"augment": None, "optimiser": {"schedule": "constant"}}
    return Recipe.model_validate(plain | values)


def material(pages: int = 16, classes: int = 2) -> Material:
    chance = np.random.default_rng(0)
    pictures = chance.integers(0, 255, (pages, 1, 6, 8, 1), dtype=np.uint8)
    return Material(pictures, np.arange(pages) * classes // pages, classes, SETTINGS)


def started(
    recipe: Recipe, network: nn.Module, given: Material, watched: np.ndarray = NOBODY
) -> Generator[Event, None, Fitted]:
    train = np.setdiff1d(np.arange(len(given.labels)), watched)
    bench = Bench(torch.device("cpu"))
    return Fit(
        "fit", recipe, given, network, Split(train, watched), recipe.epochs, 0, bench, lambda weights: None
    ).run()


def finished(running: Generator[Event, None, Fitted]) -> Fitted:
    while True:
        try:
            next(running)
        except StopIteration as end:
            fitted: Fitted = end.value
            return fitted
