"""Maps of single pixels made readable: specks are spread as wide as a pen stroke."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

_SPREAD: Final = 1 / 110
"""Spread (one σ) as a share of the input's width: 3.2 of 352 pixels."""
_BRIGHTEST: Final = 99.5
"""From this percentile on, heat counts as the hottest: else one pixel would make all others pale."""


def readable(grid: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the positive part of attributions (h, w) spread by a Gaussian and cut at the brightest."""
    positive = np.maximum(grid, 0).astype(np.float32)
    spread = cv2.GaussianBlur(positive, (0, 0), grid.shape[1] * _SPREAD)
    top = np.percentile(spread, _BRIGHTEST)
    return np.asarray(np.minimum(spread, top) if top > 0 else spread, dtype=np.float32)
