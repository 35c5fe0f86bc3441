"""The parts of a network by name, from input to head: for unfreezing in stages and for replacing a head."""

from collections.abc import Collection, Mapping
from typing import Protocol, runtime_checkable

from torch import nn


@runtime_checkable
class Parted(Protocol):
    """A network that names its own parts. A part is the start of parameter names, such as `conv_block3`."""

    def part_names(self) -> tuple[str, ...]:
        """Return the parts from input to head; every parameter lies in exactly one."""

    def head_names(self) -> tuple[str, ...]:
        """Return the parts, or layers of parts, whose shape depends on the number of classes."""


@runtime_checkable
class AfterImport(Protocol):
    """A network that keeps something computed from its weights."""

    def after_import(self) -> None:
        """Compute it anew: weights came from somewhere else."""


def part_names(network: nn.Module) -> tuple[str, ...]:
    """Return the parts of any network: its own names, or else its children in order."""
    if isinstance(network, Parted):
        return network.part_names()
    return tuple(dict.fromkeys(name.partition(".")[0] for name, _ in network.named_parameters()))


def head_names(network: nn.Module) -> tuple[str, ...]:
    """Return what depends on the number of classes: its own answer, timm's classifier, or the last part."""
    if isinstance(network, Parted):
        return network.head_names()
    config = getattr(network, "pretrained_cfg", None)
    named = config.get("classifier") if isinstance(config, Mapping) else None
    if named:
        return (named,) if isinstance(named, str) else tuple(named)
    return part_names(network)[-1:]


def part_parameters(network: nn.Module) -> dict[str, list[nn.Parameter]]:
    """Return the parameters of each part in order; raises ValueError when one lies in no part or in two."""
    groups: dict[str, list[nn.Parameter]] = {name: [] for name in part_names(network)}
    for name, parameter in network.named_parameters():
        owners = [part for part in groups if lies_in(name, part)]
        if len(owners) != 1:
            raise ValueError(f"The parameter {name!r} lies in {len(owners)} parts of the network.")
        groups[owners[0]].append(parameter)
    return groups


def train_only(network: nn.Module, parts: Collection[str]) -> None:
    """Let the named parts learn and freeze all others; raises ValueError for a part that is not there.

    Only `requires_grad` changes. Running statistics of frozen batch norms still move in training mode.
    """
    groups = part_parameters(network)
    if unknown := sorted(set(parts) - set(groups)):
        raise ValueError(f"The network has no part {unknown[0]!r}; it has {', '.join(groups)}.")
    for part, parameters in groups.items():
        for parameter in parameters:
            parameter.requires_grad_(part in parts)


def lies_in(name: str, part: str) -> bool:
    """Return whether a dotted name is a part or lies below it."""
    return name == part or name.startswith(f"{part}.")
