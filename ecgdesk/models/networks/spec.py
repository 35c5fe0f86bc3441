"""What every builder of a network is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, slots=True)
class NetworkSpec:
    """The shape of a network: outputs, input (channels, height, width) and the architecture's own options.

    `class_ids` are the outputs by name where they are known; networks that compare with text need them.
    """

    num_classes: int
    channels: int
    height: int
    width: int
    options: Mapping[str, Any]
    class_ids: tuple[str, ...] = ()


class Builder(Protocol):
    """Turns a spec into a network with random weights; raises ValueError or TypeError for bad options."""

    def __call__(self, spec: NetworkSpec) -> "nn.Module":
        """Return the network, on the default device."""
