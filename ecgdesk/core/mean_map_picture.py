"""A mean map laid over the mean page, for the window and for reports."""

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card_charts import MeanMap, MeanMaps
from ecgdesk.core.heat import HEAT_STEPS, heat_colours


def mean_map_picture(maps: MeanMaps, one: MeanMap, width: int) -> NDArray[np.uint8]:
    """Return RGB (height, width, 3) of a mean map; the hottest place of all the card's maps is full heat."""
    paper, heat = maps.paper.array(), one.heat.array()
    height = max(1, round(width * paper.shape[0] / paper.shape[1]))
    hottest = max((int(other.heat.array().max()) for other in maps.maps), default=0)
    grey = _resized(paper, height, width)
    share = _resized(heat, height, width) / max(hottest, 1)
    rgba = heat_colours()[np.round(share * (HEAT_STEPS - 1)).astype(np.intp)] / 255
    filters = 1 - rgba[..., 3:] * (1 - rgba[..., :3])
    return np.asarray(np.round(grey[..., None] * filters), dtype=np.uint8)


def _resized(values: NDArray[np.uint8], height: int, width: int) -> NDArray[np.float64]:
    """Return values in a larger grid, straight lines between cell centres."""
    rows, columns = values.shape
    return np.asarray(_between(rows, height) @ values @ _between(columns, width).T, dtype=np.float64)


def _between(cells: int, places: int) -> NDArray[np.float64]:
    """Return the weights (places, cells) of neighbouring cells at evenly spread places."""
    at = np.clip((np.arange(places) + 0.5) * cells / places - 0.5, 0, cells - 1)
    return np.asarray(np.maximum(1 - np.abs(at[:, None] - np.arange(cells)), 0), dtype=np.float64)
