"""Which layer of a timm network a class activation map explains, and in which layout it answers.

timm says where its last features are (`feature_info`). In a class-token transformer the last block's output
is too late (only the class token goes on), so its first norm is taken. A few families name no module there,
or one that gives several tensors; for these the layer is named here. The layout is measured, not believed:
the network runs once on the meta device, where a pass costs no arithmetic.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, cast

import torch
from torch import Tensor, nn

from ecgdesk.core.errors import UnknownArchitectureError
from ecgdesk.core.sentence import say
from ecgdesk.models.catalog import Layout

FAMILY_LAYERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "coat": r"serial_blocks4\.\d+\.norm1|parallel_blocks\.\d+\.norm14",
        "crossvit": r"blocks\.\d+\.blocks\.0\.\d+\.norm1",
        "efficientformer": r"norm",
        "efficientvim": r"norm\.\d+",
        "gemma4_vit": r"(encoder\.)?blocks\.\d+\.norm1",
        "hrnet": r"final_layer",
        "mlp_mixer": r"norm",
        "mvitv2": r"stages\.\d+\.blocks\.\d+\.norm1",
        "pit": r"transformers\.\d+\.blocks\.\d+\.norm1",
        "tnt": r"blocks\.\d+\.norm_out",
        "twins": r"norm",
    }
)
"""By timm's module name: a pattern for the whole name of the layer; the last that matches is taken."""


def explained_layer(network: nn.Module, input_size: tuple[int, int, int]) -> tuple[str, Layout]:
    """Return the layer to explain and its layout, for a network on the meta device.

    `input_size` is channels, height, width. Raises UnknownArchitectureError when the layer gives no map.
    """
    name = _layer_name(network)
    shape = _output_shape(network, name, input_size)
    if len(shape) not in (3, 4):
        raise UnknownArchitectureError(
            say(
                "The network {network} has no layer that can be shown as a heat map.",
                network=type(network).__name__,
            ),
            "Choose another network of timm.",
        )
    if len(shape) == 3:
        return name, "tokens"
    return name, "nhwc" if shape[-1] == _last_features(network)["num_chs"] != shape[1] else "nchw"


def _layer_name(network: nn.Module) -> str:
    pattern = FAMILY_LAYERS.get(type(network).__module__.rpartition(".")[2], "")
    if named := [name for name, _ in network.named_modules() if pattern and re.fullmatch(pattern, name)]:
        return str(named[-1])
    last = str(_last_features(network)["module"])
    return f"{last}.norm1" if hasattr(network, "num_prefix_tokens") else last


def _last_features(network: nn.Module) -> Mapping[str, object]:
    last: Mapping[str, object] = cast(Any, network).feature_info[-1]
    return last


def _output_shape(network: nn.Module, layer: str, input_size: tuple[int, int, int]) -> tuple[int, ...]:
    """Return the shape of what a layer gave; () when it did not run once or gave no single tensor."""
    shapes: list[tuple[int, ...]] = []

    def note(_module: nn.Module, _inputs: object, output: object) -> None:
        shapes.append(tuple(output.shape) if isinstance(output, Tensor) else ())

    if layer not in dict(network.named_modules()):
        return ()
    with network.get_submodule(layer).register_forward_hook(note), torch.no_grad():
        network.eval()(torch.zeros(1, *input_size, device="meta"))
    return shapes[0] if len(shapes) == 1 else ()
