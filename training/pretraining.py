"""The stage before labels are used: SimCLR on the training pages of a fit, and on no other page."""

import math
import time
from collections.abc import Generator
from dataclasses import asdict, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import PretrainingSettings
from ecgdesk.core.run_events import Batch, Epoch, Event, Resumed
from ecgdesk.core.run_folder import Wish
from training.bench import Bench
from training.chances import common_state, order_state, put_back, put_order_back
from training.changes import blank_of
from training.fitting import Place
from training.memory import is_out_of_memory
from training.predicting import Material, standardised, to_views
from training.pretraining_step import ContrastiveStepper
from training.simclr import Projecting
from training.views import ViewChanges

_OWN_CHANCE = 1  # its order and views are drawn apart, so that fine-tuning draws the same with and without


def stage_name(fit: str) -> str:
    """Return the name of a fit's pretraining in events and files."""
    return f"{fit}, pretraining"


class Pretraining:
    """Pretrains a network with a projection head, in place; a generator of events."""

    def __init__(
        self, name: str, settings: PretrainingSettings, material: Material, network: nn.Module,
        train: NDArray[np.int64], seed: int, bench: Bench, precision: str = "fp32",
    ) -> None:  # fmt: skip
        """Raises RecipeError for a network without a projection head."""
        if not isinstance(network, Projecting):
            raise RecipeError(
                "This network has no projection head, so it cannot be pretrained by contrast.",
                "Leave [pretraining] out, or use SimCardioNet.",
            )
        self._name, self._settings, self._material = stage_name(name), settings, material
        self._train, self._bench = np.unique(train), bench
        self._chance = np.random.default_rng([seed, _OWN_CHANCE])
        blank, apart = blank_of(material.preprocessing), bench.crew.rank * 1_000_003
        self._ways = tuple(
            ViewChanges(way, blank, seed + number + apart)
            for number, way in enumerate((settings.strong, settings.moderate))
        )
        self._batches = max(1, len(self._train) // settings.batch)
        self._network = network.to(bench.device)
        self._stepper = ContrastiveStepper(self._network, settings, self._batches, bench, precision)
        self._file = None if bench.state is None else bench.state(self._name)
        self._place, self._order = Place(), np.array([], dtype=np.int64)
        self._since = time.perf_counter()

    def run(self) -> Generator[Event, None, Wish | None]:
        """Pretrain; yields Batch and Epoch events, returns what ended it early."""
        yield from self._taken_up()
        while self._place.epoch <= self._settings.epochs:
            wish = yield from self._one_epoch()
            if wish is not None:
                self._save()
                return wish
            loss, seconds = self._place.total / self._batches, self._epoch_seconds()
            yield Epoch(
                self._name, self._place.epoch, self._settings.epochs, loss, None, None, seconds,
                views_per_second=2 * self._batches * self._settings.batch / seconds if seconds else None,
            )  # fmt: skip
            self._place, self._since = Place(epoch=self._place.epoch + 1), time.perf_counter()
        if self._file is not None:
            self._save()  # fine-tuning goes on from here until it has a state of its own
        return None

    def _taken_up(self) -> Generator[Event, None, None]:
        state = self._bench.crew.told(lambda: None if self._file is None else self._file.load())
        if state is not None:
            self._put_back(state)
        if state is not None or self._bench.goes_on:
            yield Resumed(self._name, self._place.epoch, self._place.batch)

    def _one_epoch(self) -> Generator[Event, None, Wish | None]:
        place = self._place
        self._network.train()
        if not place.begun:
            self._order = self._chance.permutation(self._train)
            place.begun = True
        while place.batch < self._batches:
            wish, due = self._bench.agreed(self._file is not None and self._file.is_due())
            if wish is not None:
                return wish
            if due:
                self._save()
            rate = self._stepper.rate
            loss = self._step(place.batch)
            place.batch, place.total = place.batch + 1, place.total + loss
            yield Batch(self._name, place.epoch, place.batch, self._batches, loss, rate)
        return None

    def _step(self, number: int) -> float:
        size = self._settings.batch
        chosen = self._bench.crew.share(self._order[number * size : (number + 1) * size])
        try:
            views = to_views(self._material.pictures[chosen, 0], self._bench.device)
            loss = self._stepper.step(*(self._fed(way(views)) for way in self._ways))
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            # Contrast is between the pages of a batch: parts of it would be another loss.
            raise RecipeError(
                f"Memory ran out in {self._name}.", "Lower pretraining.batch and begin a new run."
            ) from error
        if not math.isfinite(loss):
            raise RecipeError(
                f"The loss was no longer a number in {self._name}.", "Lower pretraining.optimiser.rate."
            )
        return loss

    def _fed(self, views: Tensor) -> Tensor:
        return standardised(views, self._material.preprocessing)

    def _epoch_seconds(self) -> float:
        return self._place.epoch_seconds + time.perf_counter() - self._since

    def _save(self) -> None:
        own = {
            "chance": common_state(), "order_chance": order_state(self._chance),
            "ways": [way.chance.get_state() for way in self._ways],
        }  # fmt: skip
        every = self._bench.crew.gathered(own)
        if self._file is None or not self._bench.crew.is_first:
            return
        place = replace(self._place, epoch_seconds=self._epoch_seconds())
        self._file.save(
            {
                "place": asdict(place),
                "order": torch.from_numpy(self._order),
                "own": every,
                "stepper": self._stepper.state(),
            }
        )

    def _put_back(self, state: dict[str, Any]) -> None:
        self._place, self._order = Place(**state["place"]), state["order"].numpy()
        self._stepper.put_back(state["stepper"])
        own = state["own"][min(self._bench.crew.rank, len(state["own"]) - 1)]
        put_order_back(self._chance, own["order_chance"])
        for way, value in zip(self._ways, own["ways"], strict=True):
            way.chance.set_state(value)
        put_back(own["chance"])
        self._since = time.perf_counter()
