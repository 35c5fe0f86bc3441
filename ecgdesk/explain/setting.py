"""What the methods beyond one pass need to know: blank paper, how fine, and whether they are still wanted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Rect

DEFAULT_STEPS: Final = 24
"""Of Integrated Gradients, by Gauss and Legendre. Of a network of pixels alone they miss completeness by less
than 2 % of the logit's change (`any-layout`, cardiac pages; see `benchmarks.explain`). Of the bundled
`cardiac-4` they add up to 0.64 to 1.13 of it (13 pages; 48 steps to 0.79 to 1.07): ink becomes lines by
ratios, and its rhythm has no gradient."""
DEFAULT_BATCH: Final = 4
"""Inputs in one pass of the methods that need many: small ones keep a processor's cache."""


def _wanted() -> None:
    """Poll for nobody: what was asked for is wanted."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a method is run.

    `regions` are the boxes of leads in pixels of the network's input, for occlusion. `poll` raises
    CancelledError when nobody wants the map any more; it is called between passes. `layer` is what an
    activation map shows, "" for the explained layer.
    """

    preprocessing: Preprocessing
    steps: int = DEFAULT_STEPS
    batch: int = DEFAULT_BATCH
    regions: tuple[Rect, ...] = ()
    poll: Callable[[], None] = _wanted
    layer: str = ""

    def paper(self, like: Tensor) -> Tensor:
        """Return blank paper as the network sees it, (1, C, 1, 1) on the device of `like`."""
        blank = self.preprocessing.blank
        values = [
            (blank - m) / s for m, s in zip(self.preprocessing.mean, self.preprocessing.std, strict=True)
        ]
        return torch.tensor(values, dtype=like.dtype, device=like.device)[None, :, None, None]
