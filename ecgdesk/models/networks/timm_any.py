"""Any classification network of timm, by its name there, with random weights."""

from functools import cache
from typing import Any, Final

import timm
from torch import nn

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.errors import UnknownArchitectureError
from ecgdesk.core.methods import EVERY_NETWORK, WITH_ATTENTION
from ecgdesk.core.sentence import say
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.networks.spec import NetworkSpec
from ecgdesk.models.networks.timm_layers import explained_layer

ALLOWED_OPTIONS: Final = frozenset({"model", "drop_rate", "drop_path_rate", "global_pool"})
"""What a recipe or a card may set. timm takes more, among it files to unpickle and hubs to ask."""


def build(spec: NetworkSpec) -> nn.Module:
    """Build `options["model"]` with its other options; raises ValueError for a name or option not allowed."""
    options = dict(spec.options)
    if refused := sorted(set(options) - ALLOWED_OPTIONS):
        raise ValueError(f"the option {refused[0]!r} is not allowed for a network of timm")
    name = options.pop("model")
    if _takes_image_size(checked_name(name)):
        options["img_size"] = (spec.height, spec.width)
    network: nn.Module = timm.create_model(
        name, pretrained=False, num_classes=spec.num_classes, in_chans=spec.channels, **options
    )
    return network


def checked_name(name: str) -> str:
    """Return the name of a network that timm itself defines; raises ValueError for any other source."""
    if not timm.is_model(name):
        raise ValueError(f"timm has no network called {name!r}")
    return name


@cache
def describe(architecture_id: str, name: str) -> Architecture:
    """Return a catalog entry made from timm's own configuration; raises UnknownArchitectureError."""
    import torch

    if not timm.is_model(name):
        raise UnknownArchitectureError(
            say("timm has no network called {name!r}.", name=name),
            "See timm.list_models() for the names it knows.",
        )
    with torch.device("meta"):
        network = timm.create_model(name, pretrained=False)
    config: dict[str, Any] = vars(network)["pretrained_cfg"]
    layer, layout = explained_layer(network, config["input_size"])
    rolls_out = layout == "tokens" and hasattr(network, "num_prefix_tokens")
    return Architecture(
        id=architecture_id, name=name, kind="timm", builder="timm_any:build",
        target_layer=layer, layout=layout, preprocessing=_preprocessing(config),
        options={"model": name}, description=f"{name} as timm defines it.", source="timm (Apache-2.0)",
        methods=WITH_ATTENTION if rolls_out else EVERY_NETWORK, pretrained=_published(name, config),
    )  # fmt: skip


def _published(name: str, config: dict[str, Any]) -> dict[str, str]:
    """Return the source of timm's default weights; nothing where timm names none."""
    if not (config.get("hf_hub_id") or config.get("url")):
        return {}
    tag = config.get("tag") or ""
    return {"": f"timm:{name}" if not tag or "." in name else f"timm:{name}.{tag}"}


def _takes_image_size(name: str) -> bool:
    config = timm.get_pretrained_cfg(name, allow_unregistered=True)
    return bool(config and config.fixed_input_size)


def _preprocessing(config: dict[str, Any]) -> Preprocessing:
    _, height, width = config["input_size"]
    return Preprocessing(width=width, height=height, mean=tuple(config["mean"]), std=tuple(config["std"]))
