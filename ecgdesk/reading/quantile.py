"""One percentile of many values, in a fraction of the time that numpy takes for any."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

_COUNTED_BY_OPENCV: Final = 1 << 24
"""OpenCV counts in floats of 32 bits, which hold whole numbers up to here."""


def percentile(values: NDArray[np.uint8], percent: float) -> float:
    """Return what `np.percentile` returns for uint8 values of any shape, at least one."""
    up_to = np.cumsum(_counts(values.ravel()))
    place = (values.size - 1) * percent / 100
    low, high = np.searchsorted(up_to, (np.floor(place), np.ceil(place)), side="right")
    return float(low + (high - low) * (place % 1))


def _counts(values: NDArray[np.uint8]) -> NDArray[np.int64]:
    if values.size > _COUNTED_BY_OPENCV:
        return np.bincount(values, minlength=256)
    counted = cv2.calcHist([values[None]], [0], None, [256], [0, 256])  # one row: it counts along rows
    return np.asarray(counted, dtype=np.int64).ravel()
