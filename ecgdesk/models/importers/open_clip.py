"""Names of a public CLIP state dict of open_clip or OpenAI, and what they are called in our MetaCLIP.

The public network keeps the text tower's parts beside the image tower; here they lie below `text`. Everything
else (`visual.…`, `logit_scale`) keeps its name.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from torch import Tensor

TEXT_PARTS: Final = ("transformer", "token_embedding", "positional_embedding", "ln_final", "text_projection")

_SHAPE_NOTES: Final = ("input_resolution", "context_length", "vocab_size", "attn_mask")
"""Numbers and a mask that OpenAI's files carry and that follow from the architecture."""


def own_name(public_name: str) -> str:
    """Return our name of a public parameter."""
    return f"text.{public_name}" if public_name.partition(".")[0] in TEXT_PARTS else public_name


def converted(state: "Mapping[str, Tensor]") -> "dict[str, Tensor]":
    """Return a public state dict under our names; a further `module.` in front is taken away."""
    plain = {name.removeprefix("module."): tensor for name, tensor in state.items()}
    return {own_name(name): tensor for name, tensor in plain.items() if name not in _SHAPE_NOTES}
