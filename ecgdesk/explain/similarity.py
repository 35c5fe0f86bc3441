"""How alike two heat maps are."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Map = NDArray[np.float32]

_WINDOW_SHARE: Final = 1 / 16
_LUMINANCE, _CONTRAST = 0.01**2, 0.03**2


def rank_correlation(first: Map, second: Map) -> float:
    """Return Spearman's correlation of two maps of one shape in [-1, 1]; 0 where one of them is flat."""
    ranks = [rankdata(values.ravel()) for values in (first, second)]
    spreads = [float(np.std(rank)) for rank in ranks]
    if min(spreads) == 0:
        return 0.0
    return float(
        np.mean((ranks[0] - ranks[0].mean()) * (ranks[1] - ranks[1].mean())) / (spreads[0] * spreads[1])
    )


def structural_similarity(first: Map, second: Map) -> float:
    """Return the mean SSIM of two maps in [0, 1] (Wang et al. 2004), windows of a 16th of the width."""
    sigma = max(1.0, first.shape[1] * _WINDOW_SHARE / 2)
    mean_1, mean_2 = _blurred(first, sigma), _blurred(second, sigma)
    variance_1 = _blurred(first * first, sigma) - mean_1**2
    variance_2 = _blurred(second * second, sigma) - mean_2**2
    shared = _blurred(first * second, sigma) - mean_1 * mean_2
    likeness = (2 * mean_1 * mean_2 + _LUMINANCE) * (2 * shared + _CONTRAST)
    scale = (mean_1**2 + mean_2**2 + _LUMINANCE) * (variance_1 + variance_2 + _CONTRAST)
    return float((likeness / scale).mean())


def shrunk(heat: Map, width: int) -> Map:
    """Return a map shrunk to a width, its height in proportion."""
    height = max(2, round(heat.shape[0] * width / heat.shape[1]))
    return np.asarray(cv2.resize(heat, (width, height), interpolation=cv2.INTER_AREA), dtype=np.float32)


def aligned(first: Map, second: Map, right: int, down: int) -> tuple[Map, Map]:
    """Return the parts of two maps that show the same; the second was cut `right`, `down` further on."""
    return _part(first, max(0, right), max(0, down), right, down), _part(
        second, max(0, -right), max(0, -down), right, down
    )


def _part(heat: Map, left: int, top: int, right: int, down: int) -> Map:
    height, width = heat.shape
    return heat[top : top + height - abs(down), left : left + width - abs(right)]


def _blurred(values: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    return np.asarray(cv2.GaussianBlur(values, (0, 0), sigma), dtype=np.float32)
