"""Maps of single pixels or of leads made readable: specks are spread as wide as a pen stroke."""

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.methods import METHODS

_SPREAD: Final = 1 / 110
"""Spread (one σ) as a share of the input's width: 3.2 of 352 pixels."""
_BRIGHTEST: Final = 99.5
"""From this percentile on, heat counts as the hottest: else one pixel would make all others pale."""
_BRIGHTEST_OF_LEADS: Final = 98.0
"""The same along leads, whose maps are steeper: the hottest 0.8 s of forty seconds of trace."""


def for_people(grid: NDArray[np.float32], method: str, settings: Preprocessing) -> NDArray[np.float32]:
    """Return the map (h, w) of a method as it is to be shown: readable where it would be specks."""
    return readable(grid, settings) if METHODS[method].on_pixels or settings.reads_leads else grid


def readable(grid: NDArray[np.float32], settings: Preprocessing | None = None) -> NDArray[np.float32]:
    """Return the positive part of attributions (h, w) spread by a Gaussian and cut at the brightest.

    Where each row is a lead, heat is spread along time only.
    """
    positive = np.maximum(grid, 0).astype(np.float32)
    sigma = grid.shape[1] * _SPREAD
    of_leads = settings is not None and settings.reads_leads
    if of_leads:
        spread = cv2.sepFilter2D(positive, -1, cv2.getGaussianKernel(_taps(sigma), sigma), np.ones(1))
    else:
        spread = cv2.GaussianBlur(positive, (0, 0), sigma)
    top = np.percentile(spread, _BRIGHTEST_OF_LEADS if of_leads else _BRIGHTEST)
    return np.asarray(np.minimum(spread, top) if top > 0 else spread, dtype=np.float32)


def _taps(sigma: float) -> int:
    """Return how many values a kernel needs: three deviations to each side."""
    return 2 * math.ceil(3 * sigma) + 1
