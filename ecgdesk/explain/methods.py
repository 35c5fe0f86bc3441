"""The attribution methods by id: data first, code imported when one is made."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from ecgdesk.core.errors import ExplanationError

if TYPE_CHECKING:
    from torch import Tensor, nn

    from ecgdesk.models.catalog import Architecture


class Attributor(Protocol):
    """What every method can do."""

    def attribute(self, inputs: "Tensor", target: int) -> "Tensor":
        """Return a map (N, h, w) of the evidence for class number `target` in inputs (N, C, H, W)."""


@dataclass(frozen=True, slots=True)
class Method:
    """An entry; `factory` is "module:class" here. `one_pass` methods give the logits and the map together."""

    id: str
    name: str
    factory: str
    one_pass: bool
    description: str


_ALL: Final = (
    Method("gradcam", "Grad-CAM", "gradcam:GradCam", True,
           "Where the last features speak for the class, by their gradient."),
)  # fmt: skip

METHODS: Final[Mapping[str, Method]] = MappingProxyType({method.id: method for method in _ALL})


def attributor(method_id: str, network: "nn.Module", entry: "Architecture") -> Attributor:
    """Return a method made for a network; raises ExplanationError for an unknown id."""
    if method_id not in METHODS:
        known = ", ".join(METHODS)
        raise ExplanationError(f"There is no explanation method {method_id!r}.", f"Known: {known}.")
    module, _, name = METHODS[method_id].factory.partition(":")
    made: Attributor = getattr(importlib.import_module(f"{__package__}.{module}"), name)(
        network, entry.target_layer, entry.layout
    )
    return made
