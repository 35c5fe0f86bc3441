"""The stage before labels are used: SimCLR on the training pages of a fit, and on no other page."""

import math
import time
from collections.abc import Callable, Generator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import PretrainingSettings
from training.changes import blank_of
from training.events import Batch, Epoch, Event
from training.optimising import make_optimiser, make_schedule
from training.predicting import Material, standardised, to_views
from training.simclr import Projecting, pretraining_loss
from training.views import ViewChanges

_OWN_CHANCE = 1  # its order and views are drawn apart, so that fine-tuning draws the same with and without


class Pretraining:
    """Pretrains a network with a projection head, in place; a generator of events."""

    def __init__(
        self, name: str, settings: PretrainingSettings, material: Material, network: nn.Module,
        train: NDArray[np.int64], seed: int, device: torch.device, should_stop: Callable[[], bool],
        precision: str = "fp32",
    ) -> None:  # fmt: skip
        """Raises RecipeError for a network without a projection head."""
        if not isinstance(network, Projecting):
            raise RecipeError(
                "This network has no projection head, so it cannot be pretrained by contrast.",
                "Leave [pretraining] out, or use SimCardioNet.",
            )
        self._name, self._settings, self._material = f"{name}, pretraining", settings, material
        self._train, self._device, self._should_stop = np.unique(train), device, should_stop
        self._network, self._project = network.to(device), network.project
        self._half = precision == "bf16"
        self._order = np.random.default_rng([seed, _OWN_CHANCE])
        blank = blank_of(material.preprocessing)
        self._ways = tuple(
            ViewChanges(way, blank, seed + number)
            for number, way in enumerate((settings.strong, settings.moderate))
        )
        self._steps = max(1, len(self._train) // settings.batch)
        self._optimiser = make_optimiser(network, settings.optimiser)
        self._schedule = make_schedule(self._optimiser, settings.optimiser, settings.epochs, self._steps)

    def run(self) -> Generator[Event, None, bool]:
        """Pretrain; yields Batch and Epoch events, returns whether it was stopped."""
        for epoch in range(1, self._settings.epochs + 1):
            began, total = time.perf_counter(), 0.0
            self._network.train()
            order, size = self._order.permutation(self._train), self._settings.batch
            for step in range(1, self._steps + 1):
                if self._should_stop():
                    return True
                rate = float(self._optimiser.param_groups[0]["lr"])
                loss = self._step(order[(step - 1) * size : step * size])
                total += loss
                yield Batch(self._name, epoch, step, self._steps, loss, rate)
            seconds = time.perf_counter() - began
            yield Epoch(self._name, epoch, self._settings.epochs, total / self._steps, None, None, seconds)
        return False

    def _step(self, chosen: NDArray[np.int64]) -> float:
        views = to_views(self._material.pictures[chosen, 0], self._device)
        first, second = (self._vectors(way(views)) for way in self._ways)
        loss = pretraining_loss(first, second, self._settings)
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        if self._settings.optimiser.gradient_clip:
            nn.utils.clip_grad_norm_(self._network.parameters(), self._settings.optimiser.gradient_clip)
        self._optimiser.step()
        self._schedule.step()
        value = float(loss.detach())
        if not math.isfinite(value):
            raise RecipeError(
                f"The loss was no longer a number in {self._name}.", "Lower pretraining.optimiser.rate."
            )
        return value

    def _vectors(self, views: Tensor) -> Tensor:
        with torch.autocast(self._device.type, torch.bfloat16, enabled=self._half):
            return self._project(standardised(views, self._material.preprocessing)).float()
