"""One move of the weights by contrast of two views a page."""

from typing import Any

import torch
from torch import Tensor, nn

from ecgdesk.core.recipe import PretrainingSettings
from training.bench import Bench
from training.optimising import make_optimiser, make_schedule
from training.simclr import Projecting, pretraining_loss
from training.stepping import HALF, joined


class _Projected(nn.Module):
    """A network's projection as a module, so that gradients of several processes can be joined."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        """Map two views (N, C, H, W) each to unit vectors."""
        assert isinstance(self.network, Projecting)
        return self.network.project(first).float(), self.network.project(second).float()


class ContrastiveStepper:
    """Holds the optimiser, its schedule and the scale of half precision."""

    def __init__(
        self, network: nn.Module, settings: PretrainingSettings, steps_per_epoch: int, bench: Bench,
        precision: str,
    ) -> None:  # fmt: skip
        self._network, self._settings, self._bench = network, settings, bench
        self._half = HALF.get(precision)
        self._optimiser = make_optimiser(network, settings.optimiser)
        self._schedule = make_schedule(self._optimiser, settings.optimiser, settings.epochs, steps_per_epoch)
        self._scaler = torch.amp.GradScaler(bench.device.type, enabled=precision == "fp16")
        self._project = joined(_Projected(network), bench.device, bench.crew)

    @property
    def rate(self) -> float:
        """The common learning rate of the next step."""
        return float(self._optimiser.param_groups[0]["lr"])

    def step(self, first: Tensor, second: Tensor) -> float:
        """Move the weights once by two views (N, C, H, W) of each page; return the loss."""
        with torch.autocast(self._bench.device.type, self._half, enabled=self._half is not None):
            views: tuple[Tensor, Tensor] = self._project(first, second)
        # Contrast is among the pages of all processes: each has the whole loss and a part of its gradient.
        one, other = (self._bench.crew.everybodys(vectors) for vectors in views)
        loss = pretraining_loss(one, other, self._settings)
        self._optimiser.zero_grad(set_to_none=True)
        self._scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
        if limit := self._settings.optimiser.gradient_clip:
            self._scaler.unscale_(self._optimiser)
            nn.utils.clip_grad_norm_(self._network.parameters(), limit)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        self._schedule.step()
        return float(loss.detach())

    def state(self) -> dict[str, Any]:
        """Return where it stands, weights and all."""
        return {
            "network": self._network.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "schedule": self._schedule.state_dict(),
            "scaler": self._scaler.state_dict(),
        }

    def put_back(self, state: dict[str, Any]) -> None:
        """Go on from where `state` stood."""
        self._network.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._schedule.load_state_dict(state["schedule"])
        self._scaler.load_state_dict(state["scaler"])
