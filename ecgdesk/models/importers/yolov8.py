"""Names of the public YOLOv8n-cls state dict, and what they are called here.

The public network numbers its layers (`model.0.conv.weight` … `model.9.linear.bias`). A layer is renamed by
`LAYERS`; inside it, convolution (`conv`), batch norm (`bn`) and the last layer (`linear`) keep their names,
and the numbered units of a C2f stage are renamed by `UNITS`.

The public weights are under AGPL-3.0: the user fetches them, and a pack made from them carries that licence.
A public checkpoint is a pickled object and is never opened here. Its owner writes the tensors alone, once,
with `safetensors.torch.save_file(YOLO("yolov8n-cls.pt").model.float().state_dict(),
"yolov8n-cls.safetensors")`.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say

if TYPE_CHECKING:
    from torch import Tensor

LAYERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "model.0": "stem",
        "model.1": "down1",
        "model.2": "stage1",
        "model.3": "down2",
        "model.4": "stage2",
        "model.5": "down3",
        "model.6": "stage3",
        "model.7": "down4",
        "model.8": "stage4",
        "model.9": "head",
    }
)

UNITS: Final[tuple[tuple[str, str], ...]] = (
    (r"^m\.(\d+)\.cv1\.", r"blocks.\1.first."),
    (r"^m\.(\d+)\.cv2\.", r"blocks.\1.second."),
    (r"^cv1\.", "enter."),
    (r"^cv2\.", "leave."),
)

_LAYER = re.compile(r"^(?:model\.)?(model\.\d+)\.(.+)$")


def own_name(public_name: str) -> str:
    """Return our name of a public parameter or buffer; raises ModelPackError for a name it cannot have.

    A further `model.` in front, as the state dict of the outermost public object has it, is taken away.
    """
    match = _LAYER.match(public_name)
    if match is None or match[1] not in LAYERS:
        raise ModelPackError(
            say("The weights hold {part!r:.80}, which YOLOv8n-cls does not have.", part=public_name),
            "Choose the state dict of YOLOv8n-cls.",
        )
    rest = match[2]
    for pattern, replacement in UNITS:
        rest = re.sub(pattern, replacement, rest)
    return f"{LAYERS[match[1]]}.{rest}"


def converted(state: "Mapping[str, Tensor]") -> "dict[str, Tensor]":
    """Return a public state dict under our names; raises ModelPackError."""
    return {own_name(name): tensor for name, tensor in state.items()}
