"""One percentile of many values, in a fraction of the time that numpy takes for any."""

import numpy as np
from numpy.typing import NDArray


def percentile(values: NDArray[np.uint8], percent: float) -> float:
    """Return what `np.percentile` returns for uint8 values of any shape, at least one."""
    up_to = np.cumsum(np.bincount(values.ravel(), minlength=256))
    place = (values.size - 1) * percent / 100
    low, high = np.searchsorted(up_to, (np.floor(place), np.ceil(place)), side="right")
    return float(low + (high - low) * (place % 1))
