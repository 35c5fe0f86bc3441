"""Where public weights are published, by the libraries' own account. Asks no network; imports torch."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

from ecgdesk.core.errors import WeightsError
from ecgdesk.core.sentence import say

MIRROR: Final = "HF_ENDPOINT"
"""The environment variable by which the hub's own client is told of another address."""

_UNKNOWN: Final = "unknown"
_HASH_IN_NAME: Final = re.compile(r"-([0-9a-f]{8,64})\.[a-z]+$")
"""torch's custom: the name of a file ends with the beginning of its SHA-256."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A file to fetch; `sha256` is its hash, the beginning of it, or "" where nobody says it beforehand."""

    url: str
    licence: str = _UNKNOWN

    @property
    def file(self) -> str:
        """The name of the file there."""
        return urlsplit(self.url).path.rpartition("/")[2]

    @property
    def sha256(self) -> str:
        """What the name says of the file's SHA-256."""
        found = _HASH_IN_NAME.search(self.file)
        return found[1] if found else ""


def origin_of(source: str) -> Origin:
    """Return where a source such as `timm:resnet50.tv_in1k` is published; raises WeightsError.

    The address of the hub is its own client's, or what `MIRROR` names.
    """
    library, _, name = source.partition(":")
    if library not in _LIBRARIES:
        raise WeightsError(
            say("The weights {source} are not fetched by this program.", source=source), _elsewhere(library)
        )
    found = _LIBRARIES[library](name)
    if found is None:
        raise WeightsError(
            say("{library} knows of no public weights called {name!r}.", library=library, name=name),
            "Check the name.",
        )
    return found


def _of_timm(name: str) -> Origin | None:
    import timm

    config = timm.get_pretrained_cfg(name) if timm.is_model(name) else None
    if config is None or not (config.hf_hub_id or config.url):
        return None
    licence = config.license or _UNKNOWN
    if not config.hf_hub_id:
        return Origin(str(config.url), licence)
    return Origin(_on_hub(str(config.hf_hub_id), config.hf_hub_filename or "model.safetensors"), licence)


def _of_torchvision(name: str) -> Origin | None:
    from torchvision import models

    network, _, tag = name.partition(".")
    try:
        weights: Any = models.get_model_weights(network)[tag]
    except (KeyError, ValueError):
        return None
    return Origin(str(weights.url), "bsd-3-clause")


def _of_open_clip(name: str) -> Origin | None:
    import open_clip
    from open_clip.constants import HF_SAFE_WEIGHTS_NAME

    config: Mapping[str, Any] = open_clip.get_pretrained_cfg(*name.split("/", 1)) if "/" in name else {}
    if hub := config.get("hf_hub"):
        repository, file = str(hub).rsplit("/", 1)
        return Origin(_on_hub(repository, file or HF_SAFE_WEIGHTS_NAME))
    return Origin(str(config["url"])) if config.get("url") else None


def _on_hub(repository: str, file: str) -> str:
    from huggingface_hub import hf_hub_url

    return hf_hub_url(repository, file, endpoint=os.environ.get(MIRROR) or None)


def _elsewhere(library: str) -> str:
    if library == "yolov8":
        return say(
            "They are under AGPL-3.0. Get them from their publisher, save the bare tensors (docs/systems.md "
            "says how), and import that file with “ecgdesk models import FILE --for yolov8n-cls”."
        )
    return say("Import a file of your own with “ecgdesk models import FILE --for NETWORK”.")


_LIBRARIES: Final[Mapping[str, Callable[[str], Origin | None]]] = MappingProxyType(
    {"timm": _of_timm, "torchvision": _of_torchvision, "open_clip": _of_open_clip}
)
