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

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from training.balance import oversampled
from training.changes import make_changes
from training.events import Batch, Epoch, Event
from training.freezing import Unfreezing
from training.objectives import make_objective
from training.optimising import make_optimiser, make_schedule
from training.predicting import Material, predict, standardised, to_views
from training.scores import accuracy
from training.splits import Split

Indices = NDArray[np.int64]
Weights = dict[str, Tensor]


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
        they must never be the test pages of a sound run. `keep` gets the best weights so far after each
        better epoch."""
        train, watched = split.train, split.held_out
        self._name, self._recipe, self._material = name, recipe, material
        self._train, self._watched, self._epochs = train, watched, epochs
        self._device, self._should_stop, self._keep = device, should_stop, keep
        self._order = np.random.default_rng(seed)
        self._network = network.to(device).to(memory_format=torch.channels_last)
        self._average = _averaged(self._network, recipe.average_decay)
        self._changes = make_changes(recipe, material.preprocessing, seed)
        shown = oversampled(train, material.labels, np.random.default_rng(seed)) if self._levels else train
        objective = make_objective(recipe.objective, material.labels[shown], material.classes)
        self._objective = objective.to(device)
        self._batches = max(1, len(shown) // recipe.batch)
        self._unfreezing = Unfreezing(self._network, recipe.unfreezing)
        self._optimiser = make_optimiser(self._network, recipe.optimiser)
        steps = math.ceil(self._batches / recipe.accumulate)
        self._schedule = make_schedule(self._optimiser, recipe.optimiser, epochs, steps)

    def run(self) -> Generator[Event, None, Fitted]:
        """Train; yields Batch and Epoch events, returns the best network."""
        best, best_epoch, best_score = self._weights(), 0, float("-inf")
        stopped, began = False, time.perf_counter()
        for epoch in range(1, self._epochs + 1):
            started = time.perf_counter()
            train_loss, stopped = yield from self._one_epoch(epoch)
            if stopped:
                break
            loss, accuracy = self._measured()
            score = self._score(loss, accuracy)
            if score is None or score > best_score:
                best, best_epoch = self._weights(), epoch
                best_score = best_score if score is None else score
                self._keep(best)
            seconds = time.perf_counter() - started
            yield Epoch(self._name, epoch, self._epochs, train_loss, loss, accuracy, seconds)
            if self._is_patience_over(epoch, best_epoch):
                break
        self._evaluated.load_state_dict(best)
        return Fitted(self._evaluated.eval(), best_epoch, stopped, time.perf_counter() - began)

    @property
    def _levels(self) -> bool:
        return self._recipe.balance == "oversample"

    @property
    def _evaluated(self) -> nn.Module:
        return self._network if self._average is None else self._average.module

    def _one_epoch(self, epoch: int) -> Generator[Event, None, tuple[float, bool]]:
        self._network.train()
        self._unfreezing.begin(epoch)
        total, batch = 0.0, 0
        for joined in self._joined():
            if self._should_stop():
                return total / max(1, batch), True
            rate = float(self._optimiser.param_groups[0]["lr"])
            for loss in self._step(joined):
                batch += 1
                if not math.isfinite(loss):
                    raise RecipeError(
                        f"The loss was no longer a number in {self._name}, epoch {epoch}.",
                        "Lower optimiser.rate.",
                    )
                total += loss
                yield Batch(self._name, epoch, batch, self._batches, loss, rate)
        return total / self._batches, False

    def _joined(self) -> Iterator[list[Indices]]:
        """Yield the batches of an epoch, as many together as make one step."""
        train, labels = self._train, self._material.labels
        if self._levels:
            train = oversampled(train, labels, self._order)
        order, size, together = self._order.permutation(train), self._recipe.batch, self._recipe.accumulate
        batches = [order[number * size : (number + 1) * size] for number in range(self._batches)]
        for first in range(0, len(batches), together):
            yield batches[first : first + together]

    def _step(self, joined: list[Indices]) -> list[float]:
        """Move the weights once by the joint gradient of some batches; return the loss of each."""
        labels = [torch.from_numpy(self._material.labels[chosen]).to(self._device) for chosen in joined]
        masses = [self._objective.mass(some) for some in labels] if len(joined) > 1 else [1.0]
        self._optimiser.zero_grad(set_to_none=True)
        losses = []
        for chosen, wanted, mass in zip(joined, labels, masses, strict=True):
            loss = self._loss(chosen, wanted)
            (loss * (mass / sum(masses))).backward()  # type: ignore[no-untyped-call]
            losses.append(float(loss.detach()))
        if limit := self._recipe.optimiser.gradient_clip:
            nn.utils.clip_grad_norm_(self._network.parameters(), limit)
        self._optimiser.step()
        self._schedule.step()
        if self._average is not None:
            self._average.update_parameters(self._network)
        return losses

    def _loss(self, chosen: Indices, labels: Tensor) -> Tensor:
        views = self._views(chosen)
        bf16 = self._recipe.precision == "bf16"
        with torch.autocast(self._device.type, torch.bfloat16, enabled=bf16):
            outputs = self._objective.outputs(self._network, views, labels)
        loss: Tensor = self._objective(outputs.float(), labels)
        return loss

    def _views(self, chosen: Indices) -> Tensor:
        variants = self._material.pictures.shape[1]
        picked = (
            self._order.integers(1, variants, len(chosen)) if variants > 1 else np.zeros(len(chosen), int)
        )
        clean = self._order.random(len(chosen)) < self._recipe.degrade.clean_share
        picked = np.where(clean, 0, picked)
        pictures = np.stack([self._material.pictures[i, k] for i, k in zip(chosen, picked, strict=True)])
        views = self._changes(to_views(pictures, self._device))
        return standardised(views, self._material.preprocessing)

    def _measured(self) -> tuple[float | None, float | None]:
        if not len(self._watched):
            return None, None
        pictures = np.stack([self._material.pictures[i, 0] for i in self._watched])
        unsound = self._recipe.is_as_published and self._recipe.published.validation_changed
        logits = predict(
            self._evaluated, pictures, self._material.preprocessing, self._device,
            self._changes if unsound else None,
        )  # fmt: skip
        labels = self._material.labels[self._watched]
        answers, wanted = torch.from_numpy(logits), torch.from_numpy(labels)
        if labels.ndim == 2:
            loss = nn.functional.binary_cross_entropy_with_logits(answers, wanted.to(answers.dtype))
        else:
            loss = nn.functional.cross_entropy(answers, wanted)
        return float(loss), accuracy(logits, labels)

    def _score(self, loss: float | None, accuracy: float | None) -> float | None:
        """Return what decides which epoch is kept, higher being better; None where the last one is."""
        stopping = self._recipe.early_stopping
        if stopping is None or loss is None or accuracy is None:
            return None
        return accuracy if stopping.measure == "accuracy" else -loss

    def _is_patience_over(self, epoch: int, best_epoch: int) -> bool:
        stopping = self._recipe.early_stopping
        return stopping is not None and epoch - best_epoch >= stopping.patience

    def _weights(self) -> Weights:
        self._evaluated.eval()  # a network that keeps something computed from its weights computes it now
        return {name: value.detach().clone() for name, value in self._evaluated.state_dict().items()}


def _averaged(network: nn.Module, decay: float) -> AveragedModel | None:
    if decay == 0:
        return None
    # Buffers too: batch-norm statistics of sparse pages are wild until the rate has decayed.
    averaging = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
    return AveragedModel(deepcopy(network), multi_avg_fn=averaging, use_buffers=True)
