"""Optimisers and the course of their rate."""

from torch import nn
from torch.optim import Adam, AdamW, Optimizer
from torch.optim.lr_scheduler import ConstantLR, CosineAnnealingLR, LRScheduler, OneCycleLR

from ecgdesk.core.recipe import OptimiserSettings


def make_optimiser(network: nn.Module, settings: OptimiserSettings) -> Optimizer:
    """Return the optimiser; biases and norms (one-dimensional weights) do not decay."""
    decayed = [p for p in network.parameters() if p.requires_grad and p.ndim > 1]
    free = [p for p in network.parameters() if p.requires_grad and p.ndim <= 1]
    groups = [
        {"params": decayed, "weight_decay": settings.weight_decay},
        {"params": free, "weight_decay": 0.0},
    ]
    kind = AdamW if settings.kind == "adamw" else Adam
    return kind(groups, lr=settings.rate)


def make_schedule(optimiser: Optimizer, settings: OptimiserSettings, steps: int) -> LRScheduler:
    """Return the schedule over this many steps."""
    if settings.schedule == "one-cycle":
        rise = settings.warm_up_share
        return OneCycleLR(optimiser, max_lr=settings.rate, total_steps=max(2, steps), pct_start=rise)
    if settings.schedule == "cosine":
        return CosineAnnealingLR(optimiser, T_max=steps)
    return ConstantLR(optimiser, factor=1.0)
