"""One fit: a network, its training pages, and the pages it is measured on."""

import math
import time
from collections.abc import Callable, Generator, Iterator
from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from training.augment import Augment
from training.events import Batch, Epoch, Event
from training.objectives import make_objective
from training.optimising import make_optimiser, make_schedule
from training.splits import Split

Indices = NDArray[np.int64]
Weights = dict[str, Tensor]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What a fit works on: pictures (pages, variants, H, W, C) uint8, labels (pages), their preprocessing."""

    pictures: NDArray[np.uint8]
    labels: Indices
    classes: int
    preprocessing: Preprocessing


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """The end of a fit: the network in evaluation mode, the epoch whose weights it holds, its duration."""

    network: nn.Module
    epoch: int
    stopped: bool
    seconds: float


class Fit:
    """Trains one network on chosen pages; a generator of events that returns what was fitted."""

    def __init__(
        self, name: str, recipe: Recipe, material: Material, network: nn.Module, split: Split, epochs: int,
        seed: int, device: torch.device, should_stop: Callable[[], bool], keep: Callable[[Weights], None],
    ) -> None:  # fmt: skip
        """The split's held-out pages are only shown, unless the recipe stops early: then they decide, so
        they must never be the test pages. `keep` gets the best weights so far after each better epoch."""
        train, watched = split.train, split.held_out
        self._name, self._recipe, self._material = name, recipe, material
        self._train, self._watched, self._epochs = train, watched, epochs
        self._device, self._should_stop, self._keep = device, should_stop, keep
        self._order = np.random.default_rng(seed)
        self._network = network.to(device).to(memory_format=torch.channels_last)
        self._average = _averaged(self._network, recipe.average_decay)
        self._augment = _augment(recipe, material.preprocessing, seed)
        self._objective = make_objective(recipe.objective, material.labels[train], material.classes).to(
            device
        )
        self._steps = max(1, len(train) // recipe.batch)
        self._optimiser = make_optimiser(self._network, recipe.optimiser)
        self._schedule = make_schedule(self._optimiser, recipe.optimiser, epochs * self._steps)

    def run(self) -> Generator[Event, None, Fitted]:
        """Train; yields Batch and Epoch events, returns the best network."""
        best, best_epoch, best_loss = self._weights(), 0, float("inf")
        stopped, began = False, time.perf_counter()
        for epoch in range(1, self._epochs + 1):
            started = time.perf_counter()
            train_loss, stopped = yield from self._one_epoch(epoch)
            if stopped:
                break
            loss, accuracy = self._measured()
            if self._is_better(loss, best_loss):
                best, best_epoch = self._weights(), epoch
                best_loss = best_loss if loss is None else loss
                self._keep(best)
            seconds = time.perf_counter() - started
            yield Epoch(self._name, epoch, self._epochs, train_loss, loss, accuracy, seconds)
            if self._is_patience_over(epoch, best_epoch):
                break
        self._evaluated.load_state_dict(best)
        return Fitted(self._evaluated.eval(), best_epoch, stopped, time.perf_counter() - began)

    @property
    def _evaluated(self) -> nn.Module:
        return self._network if self._average is None else self._average.module

    def _one_epoch(self, epoch: int) -> Generator[Event, None, tuple[float, bool]]:
        self._network.train()
        total = 0.0
        for step, chosen in enumerate(self._batches(), start=1):
            if self._should_stop():
                return total / step, True
            rate = float(self._optimiser.param_groups[0]["lr"])
            loss = self._step(chosen)
            if not math.isfinite(loss):
                raise RecipeError(
                    f"The loss was no longer a number in {self._name}, epoch {epoch}.",
                    "Lower optimiser.rate.",
                )
            total += loss
            yield Batch(self._name, epoch, step, self._steps, loss, rate)
        return total / self._steps, False

    def _batches(self) -> Iterator[Indices]:
        order = self._order.permutation(self._train)
        size = self._recipe.batch
        for step in range(self._steps):
            yield order[step * size : (step + 1) * size]

    def _step(self, chosen: Indices) -> float:
        views = self._views(chosen)
        labels = torch.from_numpy(self._material.labels[chosen]).to(self._device)
        bf16 = self._recipe.precision == "bf16"
        with torch.autocast(self._device.type, torch.bfloat16, enabled=bf16):
            logits = self._network(views)
        loss = self._objective(logits.float(), labels)
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self._network.parameters(), self._recipe.optimiser.gradient_clip)
        self._optimiser.step()
        self._schedule.step()
        if self._average is not None:
            self._average.update_parameters(self._network)
        return float(loss.detach())

    def _views(self, chosen: Indices) -> Tensor:
        variants = self._material.pictures.shape[1]
        picked = (
            self._order.integers(1, variants, len(chosen)) if variants > 1 else np.zeros(len(chosen), int)
        )
        clean = self._order.random(len(chosen)) < self._recipe.degrade.clean_share
        picked = np.where(clean, 0, picked)
        pictures = np.stack([self._material.pictures[i, k] for i, k in zip(chosen, picked, strict=True)])
        views = to_views(pictures, self._device)
        if self._augment is not None:
            views = self._augment(views)
        return standardised(views, self._material.preprocessing)

    def _measured(self) -> tuple[float | None, float | None]:
        if not len(self._watched):
            return None, None
        pictures = np.stack([self._material.pictures[i, 0] for i in self._watched])
        logits = predict(self._evaluated, pictures, self._material.preprocessing, self._device)
        labels = self._material.labels[self._watched]
        loss = nn.functional.cross_entropy(torch.from_numpy(logits), torch.from_numpy(labels))
        return float(loss), float((logits.argmax(1) == labels).mean())

    def _is_better(self, loss: float | None, best: float) -> bool:
        return self._recipe.early_stopping is None or loss is None or loss < best

    def _is_patience_over(self, epoch: int, best_epoch: int) -> bool:
        stopping = self._recipe.early_stopping
        return stopping is not None and epoch - best_epoch >= stopping.patience

    def _weights(self) -> Weights:
        return {name: value.detach().clone() for name, value in self._evaluated.state_dict().items()}


def to_views(pictures: NDArray[np.uint8], device: torch.device) -> Tensor:
    """Return (N, C, H, W) float32 in [0, 1] of pictures (N, H, W, C) uint8."""
    moved = torch.from_numpy(np.ascontiguousarray(pictures)).to(device).permute(0, 3, 1, 2)
    return moved.float().div_(255.0).contiguous(memory_format=torch.channels_last)


def standardised(views: Tensor, settings: Preprocessing) -> Tensor:
    """Return views less the mean, over the standard deviation: `normalise` for a whole batch."""
    mean = torch.tensor(settings.mean, device=views.device).view(1, -1, 1, 1)
    std = torch.tensor(settings.std, device=views.device).view(1, -1, 1, 1)
    return views.sub(mean).div(std).contiguous(memory_format=torch.channels_last)


@torch.inference_mode()
def predict(
    network: nn.Module, pictures: NDArray[np.uint8], settings: Preprocessing, device: torch.device,
    batch: int = 32,
) -> NDArray[np.float64]:  # fmt: skip
    """Return logits (N, classes) of pictures (N, H, W, C), in full precision and evaluation mode."""
    network.eval()
    parts = [
        network(standardised(to_views(pictures[start : start + batch], device), settings)).float().cpu()
        for start in range(0, len(pictures), batch)
    ]
    return np.asarray(torch.cat(parts).numpy(), dtype=np.float64)


def _averaged(network: nn.Module, decay: float) -> AveragedModel | None:
    if decay == 0:
        return None
    # Buffers too: batch-norm statistics of sparse pages are wild until the rate has decayed.
    averaging = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
    return AveragedModel(deepcopy(network), multi_avg_fn=averaging, use_buffers=True)


def _augment(recipe: Recipe, settings: Preprocessing, seed: int) -> Augment | None:
    if recipe.augment is None:
        return None
    return Augment(recipe.augment, 0.0 if settings.colour == "ink" else 1.0, seed)
