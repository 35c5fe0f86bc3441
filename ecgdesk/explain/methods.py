"""From a method's id to the method made for a network: code is imported when one is made."""

import importlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.methods import ACTIVATION, METHODS
from ecgdesk.core.sentence import say

if TYPE_CHECKING:
    from torch import Tensor, nn

    from ecgdesk.explain.combine import Combine
    from ecgdesk.explain.gradcam import GradCam
    from ecgdesk.explain.setting import Setting
    from ecgdesk.models.catalog import Architecture

__all__ = ["METHODS", "Attributor", "attributor", "check_method", "one_pass"]


class Attributor(Protocol):
    """What every method can do."""

    def attribute(self, inputs: "Tensor", target: int) -> "Tensor":
        """Return a map (N, h, w) of the evidence for class number `target` in inputs (N, C, H, W)."""


_COMBINATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {"gradcam": "class_activation", "gradcam-pp": "plus_plus", "layercam": "layer_cam"}
)
_FACTORIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ig-white": "integrated:from_white",
        "ig-zero": "integrated:from_zero",
        "occlusion": "occlusion:Occlusion",
        "rollout": "rollout:AttentionRollout",
    }
)


def check_method(method_id: str, entry: "Architecture") -> None:
    """Raise ExplanationError for a method that is not known, or that this architecture does not have."""
    if method_id not in METHODS:
        known = ", ".join(METHODS)
        raise ExplanationError(
            say("There is no explanation method {method!r}.", method=method_id),
            say("Known: {known}.", known=known),
        )
    if method_id not in entry.methods:
        name = METHODS[method_id].name
        raise ExplanationError(
            say("{network} cannot be explained by {method}.", network=entry.name, method=name),
            "Choose another method.",
        )


def one_pass(method_id: str, network: "nn.Module", entry: "Architecture") -> "GradCam":
    """Return a method that gives the logits and its maps together; raises ExplanationError."""
    from ecgdesk.explain import combine
    from ecgdesk.explain.gradcam import GradCam

    check_method(method_id, entry)
    weigh: Combine = getattr(combine, _COMBINATIONS[method_id])
    return GradCam(network, entry.target_layer, entry.layout, weigh)


def attributor(
    method_id: str, network: "nn.Module", entry: "Architecture", setting: "Setting | None" = None
) -> Attributor:
    """Return a method made for a network; raises ExplanationError for one it does not have.

    Without a setting the architecture's own preprocessing counts, and nobody is asked whether to go on.
    """
    check_method(method_id, entry)
    if method_id in _COMBINATIONS:
        return one_pass(method_id, network, entry)
    from ecgdesk.explain.setting import Setting

    setting = setting or Setting(entry.preprocessing)
    if method_id == ACTIVATION:
        from ecgdesk.explain.activation import Activation

        return Activation(network, entry.target_layer, entry.layout, setting)
    module, _, name = _FACTORIES[method_id].partition(":")
    factory = getattr(importlib.import_module(f"{__package__}.{module}"), name)
    made: Attributor = factory(network, setting)
    return made
