"""Optimisers, the parts they move at rates of their own, and the course of their rate."""

from collections.abc import Iterable
from typing import Any

from torch import nn
from torch.optim import Adam, AdamW, Optimizer
from torch.optim.lr_scheduler import (
    ConstantLR,
    CosineAnnealingLR,
    LinearLR,
    LRScheduler,
    OneCycleLR,
    SequentialLR,
)

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import OptimiserSettings, PartRate
from ecgdesk.models.networks.parts import lies_in, part_names

Group = dict[str, Any]


def make_optimiser(network: nn.Module, settings: OptimiserSettings) -> Optimizer:
    """Return the optimiser of everything that may learn; raises RecipeError for a part that is not there."""
    kind = AdamW if settings.kind == "adamw" else Adam
    return kind(parameter_groups(network, settings), lr=settings.rate)


def parameter_groups(network: nn.Module, settings: OptimiserSettings) -> list[Group]:
    """Return groups that hold every parameter with a gradient once: the common ones, then each part's.

    Biases and norms (one-dimensional weights) do not decay unless the recipe wants all to. Raises
    RecipeError for a part that is not there or is named twice.
    """
    _check(network, settings.parts)
    learning = [(name, p) for name, p in network.named_parameters() if p.requires_grad]

    def owner(name: str) -> PartRate | None:
        return next((part for part in settings.parts if lies_in(name, part.part)), None)

    groups: list[Group] = []
    for part in (None, *settings.parts):
        groups += _groups([p for name, p in learning if owner(name) is part], settings, part)
    return groups


def _groups(
    parameters: Iterable[nn.Parameter], settings: OptimiserSettings, part: PartRate | None
) -> list[Group]:
    rate, decay = settings.rate, settings.weight_decay
    if part is not None:
        rate = part.rate or rate
        decay = decay if part.weight_decay is None else part.weight_decay
    decayed: list[nn.Parameter] = []
    free: list[nn.Parameter] = []
    for parameter in parameters:
        (decayed if settings.decay_all or parameter.ndim > 1 else free).append(parameter)
    both = ((decayed, decay), (free, 0.0))
    return [{"params": some, "lr": rate, "weight_decay": by} for some, by in both if some]


def _check(network: nn.Module, parts: tuple[PartRate, ...]) -> None:
    known = part_names(network)
    for index, part in enumerate(parts):
        if part.part not in known:
            raise RecipeError(
                f"The network has no part {part.part!r} for a rate of its own.", f"It has {', '.join(known)}."
            )
        if part.part in [other.part for other in parts[:index]]:
            raise RecipeError(f"The part {part.part!r} has two rates.", "Keep one of them.")


def make_schedule(
    optimiser: Optimizer, settings: OptimiserSettings, epochs: int, steps_per_epoch: int
) -> LRScheduler:
    """Return the schedule over the steps of all epochs."""
    steps = epochs * steps_per_epoch
    if settings.schedule == "one-cycle":
        total, rates = max(2, steps), [group["lr"] for group in optimiser.param_groups]
        rise = settings.warm_up_share
        if rise * total == 1:  # torch divides by the length of the rise less one
            rise *= 1.001
        return OneCycleLR(optimiser, max_lr=rates, total_steps=total, pct_start=rise)
    rising = round(settings.warm_up_epochs * steps_per_epoch)
    if not rising:
        return _after_warm_up(optimiser, settings, steps, steps_per_epoch)
    warm_up = LinearLR(optimiser, start_factor=1 / (rising + 1), total_iters=rising)
    rest = _after_warm_up(optimiser, settings, max(1, steps - rising), steps_per_epoch)
    return SequentialLR(optimiser, [warm_up, rest], milestones=[rising])


def _after_warm_up(
    optimiser: Optimizer, settings: OptimiserSettings, steps: int, steps_per_epoch: int
) -> LRScheduler:
    if settings.schedule == "cosine":
        fall = settings.cosine_epochs * steps_per_epoch or steps
        return CosineAnnealingLR(optimiser, T_max=fall, eta_min=settings.lowest_rate)
    return ConstantLR(optimiser, factor=1.0)
