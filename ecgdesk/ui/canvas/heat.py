"""Heat as pixels that Qt can paint."""

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.heat import HEAT_STEPS


def painted(heat: NDArray[np.float32], colours: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return heat in [0, 1] of shape (h, w) as premultiplied BGRA of shape (h, w, 4).

    `colours` are RGBA of shape (256, 4), cold to hot.
    """
    alpha = colours[:, 3:].astype(np.float32) / 255
    premultiplied = np.concatenate([np.round(colours[:, 2::-1] * alpha), colours[:, 3:]], axis=1)
    table = np.ascontiguousarray(premultiplied.astype(np.uint8)).view(np.uint32).ravel()
    top = np.float32(HEAT_STEPS - 1)
    index = np.clip(heat * top + np.float32(0.5), 0, top).astype(np.uint8)
    pixels: NDArray[np.uint8] = table[index].view(np.uint8).reshape(*heat.shape, 4)
    return pixels
