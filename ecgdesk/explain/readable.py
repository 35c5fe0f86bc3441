"""Maps of single pixels made readable: specks are spread as wide as a pen stroke."""

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing

_SPREAD: Final = 1 / 110
"""Spread (one σ) as a share of the input's width: 3.2 of 352 pixels."""
_BRIGHTEST: Final = 99.5
"""From this percentile on, heat counts as the hottest: else one pixel would make all others pale."""


def readable(grid: NDArray[np.float32], settings: Preprocessing | None = None) -> NDArray[np.float32]:
    """Return the positive part of attributions (h, w) spread by a Gaussian and cut at the brightest.

    Where each row is a lead, heat is spread along time only.
    """
    positive = np.maximum(grid, 0).astype(np.float32)
    sigma = grid.shape[1] * _SPREAD
    if settings is not None and settings.reads_leads:
        spread = cv2.sepFilter2D(positive, -1, cv2.getGaussianKernel(_taps(sigma), sigma), np.ones(1))
    else:
        spread = cv2.GaussianBlur(positive, (0, 0), sigma)
    top = np.percentile(spread, _BRIGHTEST)
    return np.asarray(np.minimum(spread, top) if top > 0 else spread, dtype=np.float32)


def _taps(sigma: float) -> int:
    """Return how many values a kernel needs: three deviations to each side."""
    return 2 * math.ceil(3 * sigma) + 1
