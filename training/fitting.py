"""One fit: a network, its training pages, and the pages it is measured on."""

import math
import time
from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass, replace
from typing import Any

import torch
from torch import nn

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_events import Batch, Epoch, Event, Notice, Resumed
from ecgdesk.core.run_folder import Wish
from training.averaging import Weights
from training.bench import Bench
from training.best import Best
from training.chances import common_state, put_back
from training.feeding import Feeder
from training.freezing import Unfreezing
from training.measuring import Watched
from training.memory import device_memory_mb
from training.objectives import make_objective
from training.predicting import Material
from training.splits import Split
from training.stepping import Stepper

__all__ = ["Fit", "Fitted", "Weights"]


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """The end of a fit: the network in evaluation mode, the epoch whose weights it holds, what ended it
    early, and its duration."""

    network: nn.Module
    epoch: int
    wish: Wish | None
    seconds: float


@dataclass(slots=True)
class Place:
    """Where a fit stands: `batch` batches of `epoch` are done, whose order is drawn once it is `begun`;
    seconds and the sum of losses so far."""

    epoch: int = 1
    batch: int = 0
    begun: bool = False
    total: float = 0.0
    epoch_seconds: float = 0.0
    seconds: float = 0.0


class Fit:
    """Trains one network on chosen pages; a generator of events that returns what was fitted."""

    def __init__(
        self, name: str, recipe: Recipe, material: Material, network: nn.Module, split: Split, epochs: int,
        seed: int, bench: Bench, keep: Callable[[Weights], None],
    ) -> None:  # fmt: skip
        """The split's held-out pages are only shown, unless the recipe stops early: then they decide, so
        they must never be the test pages of a sound run. `keep` gets the best weights at the end."""
        self._name, self._recipe, self._epochs, self._bench, self._keep = name, recipe, epochs, bench, keep
        network = network.to(bench.device).to(memory_format=torch.channels_last)
        self._feeder = Feeder(recipe, material, split.train, seed, bench.device, bench.crew.rank)
        objective = make_objective(recipe.objective, self._feeder.shown_labels, material.classes)
        self._unfreezing = Unfreezing(network, recipe.unfreezing)
        self._stepper = Stepper(
            recipe, network, objective.to(bench.device), self._feeder, epochs, bench.device, bench.crew
        )
        average = self._stepper.average
        self._evaluated = network if average is None else average.module
        self._watched = Watched(recipe, material, split.held_out, self._feeder.changes, bench)
        self._best = Best(self._evaluated)
        self._file = None if bench.state is None else bench.state(name)
        self._place = Place()
        self._since = time.perf_counter()

    def run(self) -> Generator[Event, None, Fitted]:
        """Train; yields events, returns the best network."""
        yield from self._taken_up()
        place, wish = self._place, None
        while place.epoch <= self._epochs and not self._is_patience_over():
            wish = yield from self._one_epoch()
            if wish is not None:
                self._save()
                break
            yield self._measured()
            self._place = place = Place(epoch=place.epoch + 1, seconds=self._seconds())
            self._since = time.perf_counter()
            if self._is_state_due():
                self._save()
        self._evaluated.load_state_dict(self._best.weights)
        if self._best.epoch:
            self._keep(self._best.weights)
        return Fitted(self._evaluated.eval(), self._best.epoch, wish, self._seconds())

    def _taken_up(self) -> Generator[Event, None, None]:
        state = self._bench.crew.told(lambda: None if self._file is None else self._file.load())
        if state is not None:
            self._put_back(state)
        if state is not None or self._bench.goes_on:
            yield Resumed(self._name, self._place.epoch, self._place.batch)

    def _one_epoch(self) -> Generator[Event, None, Wish | None]:
        place, together = self._place, self._recipe.accumulate
        self._stepper.network.train()
        self._unfreezing.begin(place.epoch)
        if not place.begun:
            self._feeder.begin_epoch()
            place.begun = True
        while place.batch < self._feeder.batches:
            wish, due = self._bench.agreed(self._file is not None and self._file.is_due())
            if wish is not None:
                return wish
            if due:
                self._save()
            last = min(place.batch + together, self._feeder.batches)
            drawn = [self._feeder.draw(number) for number in range(place.batch, last)]
            rate = self._stepper.rate
            for loss in self._stepper.step(drawn):
                self._check(loss)
                place.batch, place.total = place.batch + 1, place.total + loss
                yield Batch(self._name, place.epoch, place.batch, self._feeder.batches, loss, rate)
            while self._stepper.notices:
                yield Notice(self._name, self._stepper.notices.pop())
        return None

    def _check(self, loss: float) -> None:
        if not math.isfinite(loss):
            raise RecipeError(
                f"The loss was no longer a number in {self._name}, epoch {self._place.epoch}.",
                "Lower optimiser.rate.",
            )

    def _measured(self) -> Epoch:
        loss, accuracy = self._watched.measured(self._evaluated)
        place = self._place
        is_best = self._best.consider(place.epoch, self._watched.score(loss, accuracy))
        seconds, batches = self._epoch_seconds(), self._feeder.batches
        views = batches * self._recipe.batch
        return Epoch(
            self._name, place.epoch, self._epochs, place.total / batches, loss, accuracy, seconds, is_best,
            views / seconds if seconds else None, device_memory_mb(self._bench.device),
        )  # fmt: skip

    def _is_patience_over(self) -> bool:
        stopping = self._recipe.early_stopping
        return stopping is not None and self._place.epoch - 1 - self._best.epoch >= stopping.patience

    def _is_state_due(self) -> bool:
        return self._bench.agreed(self._file is not None and self._file.is_due())[1]

    def _epoch_seconds(self) -> float:
        return self._place.epoch_seconds + time.perf_counter() - self._since

    def _seconds(self) -> float:
        return self._place.seconds + self._epoch_seconds()

    def _save(self) -> None:
        """Write down where the fit stands; every process adds its own states of chance."""
        own = self._bench.crew.gathered({"chance": common_state(), "feeder": self._feeder.state()})
        if self._file is None or not self._bench.crew.is_first:
            return
        place = replace(self._place, epoch_seconds=self._epoch_seconds())
        self._file.save(
            {
                "place": asdict(place),
                "own": own, "stepper": self._stepper.state(), "best": self._best.state(),
            }
        )  # fmt: skip

    def _put_back(self, state: dict[str, Any]) -> None:
        self._place = Place(**state["place"])
        self._stepper.put_back(state["stepper"])
        self._best.put_back(state["best"])
        own = state["own"][min(self._bench.crew.rank, len(state["own"]) - 1)]
        self._feeder.put_back(own["feeder"])
        put_back(own["chance"])
        self._since = time.perf_counter()
