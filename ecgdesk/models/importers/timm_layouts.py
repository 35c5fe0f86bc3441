"""Weights that a network of timm was published with before timm moved its layers. Imports torch.

timm keeps a translation for each of its families; it is asked with the local file and no address at all.
"""

from pathlib import Path

import timm
from torch import Tensor, nn

from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say


def translated(name: str, file: Path) -> dict[str, Tensor]:
    """Return a whole state dict of timm's network as it is today; raises ModelPackError.

    `file` holds tensors and nothing else (`tensor_file` has read it before).
    """
    nowhere = {"file": str(file), "url": "", "hf_hub_id": None, "source": "file"}
    try:
        network: nn.Module = timm.create_model(name, pretrained=True, pretrained_cfg_overlay=nowhere)
    except (RuntimeError, KeyError, ValueError, TypeError, OSError) as error:
        raise ModelPackError(
            say("{file} holds no weights of {network}.", file=file.name, network=name),
            "Choose the weights that the catalog names for this network.",
        ) from error
    return network.state_dict()
