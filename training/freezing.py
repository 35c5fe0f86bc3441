"""Which parts of a network learn in which epoch."""

from torch import nn
from torch.nn.modules.batchnorm import _BatchNorm

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import UnfreezingSettings
from ecgdesk.models.networks.parts import lies_in, part_names

EVERYTHING = "*"


class Unfreezing:
    """Opens the parts of a network stage by stage; without settings it leaves the network alone.

    `EVERYTHING` means what learns by the network's own account: a text tower that comes frozen stays so until
    its part is named. Batch norms of frozen parts keep their running statistics too ("fixed"): moving them
    would change the features of a part that is said not to learn.
    """

    def __init__(self, network: nn.Module, settings: UnfreezingSettings | None) -> None:
        """Make learnable whatever a stage ever opens, so that an optimiser made now holds all of it."""
        self._network, self._settings = network, settings
        self._own = {name for name, p in network.named_parameters() if p.requires_grad}
        if settings is not None:
            _check(network, settings)
            self._open({part for stage in settings.stages for part in stage.parts})

    def begin(self, epoch: int) -> None:
        """Let learn what is open in this epoch, counted from 1; call it after `network.train()`."""
        if self._settings is None:
            return
        stages = self._settings.stages
        parts = {part for stage in stages if stage.from_epoch <= epoch for part in stage.parts}
        self._open(parts)
        if self._settings.frozen_statistics == "fixed":
            self._still()

    def _open(self, parts: set[str]) -> None:
        for name, parameter in self._network.named_parameters():
            everything = EVERYTHING in parts and name in self._own
            parameter.requires_grad_(everything or any(lies_in(name, part) for part in parts))

    def _still(self) -> None:
        for module in self._network.modules():
            own = list(module.parameters())
            if isinstance(module, _BatchNorm) and own and not any(p.requires_grad for p in own):
                module.eval()


def _check(network: nn.Module, settings: UnfreezingSettings) -> None:
    known = part_names(network)
    for stage in settings.stages:
        for part in stage.parts:
            if part != EVERYTHING and part not in known:
                raise RecipeError(
                    f"The network has no part {part!r} to unfreeze.", f"It has {', '.join(known)}."
                )
