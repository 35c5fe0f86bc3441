"""From a layer's output to a picture of channels over a grid, whatever way the network stores it."""

from torch import Tensor

from ecgdesk.core.errors import ExplanationError
from ecgdesk.core.sentence import say
from ecgdesk.models.catalog import Layout

_MAX_PREFIX_TOKENS = 16


def as_grid(features: Tensor, layout: Layout, input_size: tuple[int, int]) -> Tensor:
    """Return features as (N, C, h, w); `input_size` is the height and width of the network's input.

    "nchw" is (N, C, h, w), "nhwc" is (N, h, w, C), "tokens" is (N, prefix + h·w, C) with class and register
    tokens first. Raises ExplanationError when the shape does not fit the layout.
    """
    wanted = 3 if layout == "tokens" else 4
    if features.ndim != wanted:
        raise ExplanationError(
            say(
                "The explained layer gives {given} dimensions; {layout} needs {wanted}.",
                given=features.ndim,
                layout=layout,
                wanted=wanted,
            )
        )
    if layout == "nchw":
        return features
    if layout == "nhwc":
        return features.permute(0, 3, 1, 2)
    rows, columns = token_grid(features.shape[1], input_size)
    patches = features[:, features.shape[1] - rows * columns :]
    return patches.transpose(1, 2).reshape(features.shape[0], features.shape[2], rows, columns)


def token_grid(tokens: int, input_size: tuple[int, int]) -> tuple[int, int]:
    """Return rows and columns of the patches among `tokens`; raises ExplanationError when none fit.

    Patches are square, so the only free number is how many tokens come before them.
    """
    height, width = input_size
    for prefix in range(min(_MAX_PREFIX_TOKENS, tokens)):
        patch = round((height * width / (tokens - prefix)) ** 0.5)
        if patch and (height // patch) * (width // patch) == tokens - prefix:
            return height // patch, width // patch
    raise ExplanationError(
        say(
            "{tokens} tokens are no grid of patches on an input of {width}×{height}.",
            tokens=tokens,
            width=width,
            height=height,
        )
    )
