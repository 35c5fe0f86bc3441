"""In which third of the crop, across and down, a heat map is hottest."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgdesk.explain.templates import Place

_THIRDS = 3


@dataclass(frozen=True, slots=True)
class Hotspot:
    """The ninth of the crop with the largest share of the heat, and that share in [0, 1]."""

    place: Place
    share: float


def hottest(heat: NDArray[np.float32]) -> Hotspot | None:
    """Return the hottest ninth of a heat map (h, w); None when it holds no heat.

    Left, centre and right are the rule of Gandham et al.; top, middle and bottom are ours.
    """
    thirds = _thirds(heat.shape[0]) @ heat.astype(np.float64) @ _thirds(heat.shape[1]).T
    total = float(thirds.sum())
    if total <= 0:
        return None
    row, column = divmod(int(thirds.argmax()), _THIRDS)
    return Hotspot((row, column), float(thirds[row, column] / total))


def _thirds(pixels: int) -> NDArray[np.float64]:
    """Return the (3, pixels) matrix of the share of each pixel that lies in each third."""
    edges = np.arange(pixels + 1) / pixels * _THIRDS
    bounds = np.arange(_THIRDS)[:, None]
    covered = np.diff(np.clip(edges[None, :] - bounds, 0, 1), axis=1)
    return np.asarray(covered * pixels / _THIRDS, dtype=np.float64)
