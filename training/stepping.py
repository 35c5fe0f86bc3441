"""One move of the weights: the joint gradient of some batches, in parts where memory is short."""

import math
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from training.averaging import averaged
from training.crew import Crew
from training.feeding import Drawn, Feeder
from training.memory import give_back, is_out_of_memory
from training.objectives import Objective
from training.optimising import make_optimiser, make_schedule

HALF: Final = {"bf16": torch.bfloat16, "fp16": torch.float16}


class Outputs(nn.Module):
    """What the loss needs of the network, as a module, so that processes can join their gradients."""

    def __init__(self, network: nn.Module, objective: Objective) -> None:
        super().__init__()
        self.network = network
        self._ask = objective.outputs

    def forward(self, views: Tensor, labels: Tensor) -> Tensor:
        """Return what the objective asks for, of views (N, C, H, W) and labels (N)."""
        return self._ask(self.network, views, labels)


class Stepper:
    """Holds the optimiser, its schedule, the running average and the scale of half precision."""

    def __init__(
        self, recipe: Recipe, network: nn.Module, objective: Objective, feeder: Feeder, epochs: int,
        device: torch.device, crew: Crew,
    ) -> None:  # fmt: skip
        self._recipe, self._objective, self._feeder = recipe, objective, feeder
        self._device, self._crew = device, crew
        self.network = network
        self.average = averaged(network, recipe.average_decay)
        self._optimiser = make_optimiser(network, recipe.optimiser)
        steps = math.ceil(feeder.batches / recipe.accumulate)
        self._schedule = make_schedule(self._optimiser, recipe.optimiser, epochs, steps)
        self._scaler = torch.amp.GradScaler(device.type, enabled=recipe.precision == "fp16")
        self._outputs = joined(Outputs(network, objective), device, crew)
        self._parts = 1
        self.notices: list[str] = []

    @property
    def rate(self) -> float:
        """The common learning rate of the next step."""
        return float(self._optimiser.param_groups[0]["lr"])

    def step(self, batches: Sequence[Drawn]) -> list[float]:
        """Move the weights once and return the loss of each batch.

        Where memory runs out, batches are halved as often as needed and joined again by accumulation. Raises
        RecipeError when even two pages are too many.
        """
        while True:
            try:
                losses = self._gradients(batches)
                break
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
            self._halve(min(len(batch) for batch in batches))
        self._move()
        return losses

    def state(self) -> dict[str, Any]:
        """Return where it stands, weights and all."""
        return {
            "network": self.network.state_dict(),
            "average": None if self.average is None else self.average.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "schedule": self._schedule.state_dict(),
            "scaler": self._scaler.state_dict(),
            "parts": self._parts,
        }

    def put_back(self, state: dict[str, Any]) -> None:
        """Go on from where `state` stood."""
        self.network.load_state_dict(state["network"])
        if self.average is not None:
            self.average.load_state_dict(state["average"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._schedule.load_state_dict(state["schedule"])
        self._scaler.load_state_dict(state["scaler"])
        self._parts = state["parts"]

    def _gradients(self, batches: Sequence[Drawn]) -> list[float]:
        """Leave the joint gradient in the parameters; return each batch's loss (of this process's part)."""
        labels = [self._feeder.labels(batch) for batch in batches]
        masses = [self._objective.mass(some) for some in labels] if len(batches) > 1 else [1.0]
        self._optimiser.zero_grad(set_to_none=True)
        losses = []
        for number, (batch, mass) in enumerate(zip(batches, masses, strict=True)):
            parts = list(self._divided(batch))
            loss = 0.0
            for place, (part, share) in enumerate(parts):
                is_last = number == len(batches) - 1 and place == len(parts) - 1
                with self._silence(is_last):
                    part_loss = self._loss(part)
                    weighed = part_loss * (mass / sum(masses) * share * self._crew.size)
                    self._scaler.scale(weighed).backward()  # type: ignore[no-untyped-call]
                loss += float(part_loss.detach()) * share
            losses.append(loss * self._crew.size)
        return losses

    def _divided(self, batch: Drawn) -> Iterator[tuple[Drawn, float]]:
        """Yield this process's parts of a batch, each with its share of the batch's loss."""
        rows = self._crew.share(np.arange(len(batch)))
        if self._parts == 1 and self._crew.is_alone:
            yield batch, 1.0
            return
        whole = self._objective.mass(self._feeder.labels(batch))
        for some in np.array_split(rows, self._parts):
            part = batch.part(some)
            yield part, self._objective.mass(self._feeder.labels(part)) / whole

    def _loss(self, batch: Drawn) -> Tensor:
        views, labels = self._feeder.views(batch), self._feeder.labels(batch)
        half = HALF.get(self._recipe.precision)
        with torch.autocast(self._device.type, half, enabled=half is not None):
            outputs = self._outputs(views, labels)
        loss: Tensor = self._objective(outputs.float(), labels)
        return loss

    def _move(self) -> None:
        if limit := self._recipe.optimiser.gradient_clip:
            self._scaler.unscale_(self._optimiser)
            nn.utils.clip_grad_norm_(self.network.parameters(), limit)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        self._schedule.step()
        if self.average is not None:
            self.average.update_parameters(self.network)

    def _silence(self, is_last: bool) -> AbstractContextManager[None]:
        """Keep gradients of all but the last part to this process: they are sent once."""
        if isinstance(self._outputs, DistributedDataParallel) and not is_last:
            silent: AbstractContextManager[None] = self._outputs.no_sync()
            return silent
        return nullcontext()

    def _halve(self, pages: int) -> None:
        self._optimiser.zero_grad(set_to_none=True)
        give_back(self._device)
        if not self._crew.is_alone:  # the others wait for this one's gradient and cannot be told
            raise RecipeError(
                "Memory ran out in one of several processes.", "Use a smaller batch with more accumulation."
            )
        self._parts *= 2
        if pages // self._parts < 2:
            raise RecipeError(
                "There is not enough memory for two pages at a time.",
                "Close other programs, or choose a smaller network or smaller pictures.",
            )
        self.notices.append(
            f"Memory ran out: each batch of {pages} pages is now computed in {self._parts} parts whose "
            "gradients are joined, so that the effective batch stays the same. Batch norms see the parts."
        )


def joined(outputs: nn.Module, device: torch.device, crew: Crew) -> nn.Module:
    """Return a module whose gradients are the mean of all processes'; the module itself for one alone."""
    if crew.is_alone:
        return outputs
    if device.type == "cuda":
        outputs = nn.SyncBatchNorm.convert_sync_batchnorm(outputs)  # type: ignore[no-untyped-call]
    # Frozen parts and heads of another stage get no gradient, which has to be looked for.
    return DistributedDataParallel(
        outputs, device_ids=[device.index] if device.type == "cuda" else None, find_unused_parameters=True
    )
