"""Heat as colour on paper: even steps from pale to deep, nothing where it is cold, ink left black."""

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.heat import HEAT_STEPS, HeatLook, difference_colours, look_colours

Picture = NDArray[np.uint8]


def tinted(
    picture: Picture, heat: NDArray[np.float32], look: HeatLook | None = None, *, apart: bool = False
) -> Picture:
    """Return RGB (h, w, 3) with a heat map in [0, 1] of any shape laid over the whole of it.

    Colours multiply, so that the black of a trace stays. `apart`: the map is a difference, 0.5 is none.
    """
    height, width = picture.shape[:2]
    steps = np.round(np.clip(heat, 0, 1) * np.float32(HEAT_STEPS - 1)).astype(np.uint8)
    steps = np.asarray(cv2.resize(steps, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
    filters = _filters(look or HeatLook(), apart)
    return np.asarray(cv2.multiply(picture, filters[steps], scale=1 / 255), dtype=np.uint8)


def scale_bar(width: int, height: int, look: HeatLook | None = None, *, apart: bool = False) -> Picture:
    """Return the legend's bar on white paper, cold on the left: RGB (height, width, 3)."""
    heat = np.broadcast_to(np.linspace(0, 1, width, dtype=np.float32), (height, width))
    return tinted(np.full((height, width, 3), 255, dtype=np.uint8), heat, look, apart=apart)


def _filters(look: HeatLook, apart: bool) -> Picture:
    """Return what each step of heat lets through of white paper: (256, 3)."""
    rgba = (difference_colours(look) if apart else look_colours(look)) / 255.0
    colours, alpha = rgba[:, :3], rgba[:, 3:] * look.opacity
    return np.asarray(np.round(255 * (1 - alpha * (1 - colours))), dtype=np.uint8)
