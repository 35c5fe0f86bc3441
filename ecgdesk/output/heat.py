"""Heat as colour on paper: even steps from pale to deep, nothing where it is cold, ink left black."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

_STEPS: Final = 256
_PALE, _DEEP = 235, 85  # steps of Inferno that are visible on white paper
_COLD: Final = 0.08
"""Heat below this share of the maximum is not painted."""
_STRONGEST: Final = 0.80


def tinted(picture: Picture, heat: NDArray[np.float32], opacity: float = 1.0) -> Picture:
    """Return RGB (h, w, 3) with a heat map in [0, 1] of any shape laid over the whole of it.

    Colours multiply, so that the black of a trace stays. `opacity` in [0, 1] weakens the heat.
    """
    height, width = picture.shape[:2]
    steps = np.round(np.clip(heat, 0, 1) * np.float32(_STEPS - 1)).astype(np.uint8)
    steps = np.asarray(cv2.resize(steps, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
    return np.asarray(cv2.multiply(picture, _filters(opacity)[steps], scale=1 / 255), dtype=np.uint8)


def scale_bar(width: int, height: int) -> Picture:
    """Return the legend's bar on white paper, cold on the left: RGB (height, width, 3)."""
    heat = np.broadcast_to(np.linspace(0, 1, width, dtype=np.float32), (height, width))
    return tinted(np.full((height, width, 3), 255, dtype=np.uint8), heat)


def _filters(opacity: float) -> Picture:
    """Return what each step of heat lets through of white paper: (256, 3)."""
    ramp = np.arange(_STEPS, dtype=np.uint8).reshape(-1, 1)
    inferno = cv2.applyColorMap(ramp, cv2.COLORMAP_INFERNO).reshape(-1, 3)[:, ::-1] / 255.0
    colours = inferno[np.round(np.linspace(_PALE, _DEEP, _STEPS)).astype(int)]
    rise = np.clip((np.linspace(0, 1, _STEPS) - _COLD) / (1 - _COLD), 0, 1)
    alpha = (_STRONGEST * opacity * rise**0.75)[:, None]
    return np.asarray(np.round(255 * (1 - alpha * (1 - colours))), dtype=np.uint8)
