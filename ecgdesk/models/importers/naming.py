"""Public weights under our names, whichever library they are from. Imports torch."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from torch import Tensor

from ecgdesk.models.importers import open_clip, yolov8

_RENAMED: Final[Mapping[str, Callable[[Mapping[str, Tensor]], dict[str, Tensor]]]] = MappingProxyType(
    {"yolov8": yolov8.converted, "open_clip": open_clip.converted}
)


def under_own_names(source: str, tensors: Mapping[str, Tensor]) -> Mapping[str, Tensor]:
    """Return the tensors of a source such as `yolov8:yolov8n-cls` as our network calls them.

    Raises ModelPackError for a name that the public network does not have.
    """
    renamed = _RENAMED.get(source.partition(":")[0])
    return renamed(tensors) if renamed else tensors
