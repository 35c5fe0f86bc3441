"""Heat as colour: even steps of lightness from pale to deep, and nothing where it is cold."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_COLD: Final = 0.08
"""Heat below this share of the maximum is not painted."""
_STRONGEST: Final = 0.80
"""Opacity of the hottest place, so that the trace stays readable under it."""
_STEPS: Final = 256

_TO_LMS: Final = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929],
     [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
_TO_LAB: Final = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468],
     [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip


def heat_colours(stops: tuple[str, ...]) -> NDArray[np.uint8]:
    """Return 256 RGBA colours, cold to hot, through #rrggbb stops.

    Interpolated in OKLab (Ottosson 2020, "A perceptual color space for image processing") at equal steps
    of lightness, so that equal steps of heat look equal; alpha rises with heat.
    """
    lab = _to_oklab(np.array([_rgb(stop) for stop in stops]))
    lightness = np.linspace(lab[0, 0], lab[-1, 0], _STEPS)
    order = np.argsort(lab[:, 0])
    channels = [np.interp(lightness, lab[order, 0], lab[order, axis]) for axis in range(3)]
    rgb = _from_oklab(np.stack(channels, axis=1))
    heat = np.linspace(0, 1, _STEPS)
    rise = np.clip((heat - _COLD) / (1 - _COLD), 0, 1)
    alpha = _STRONGEST * rise**0.75
    rgba = np.concatenate([rgb, alpha[:, None]], axis=1)
    return np.asarray(np.round(rgba * 255), dtype=np.uint8)


def painted(heat: NDArray[np.float32], colours: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return heat in [0, 1] of shape (h, w) as premultiplied BGRA of shape (h, w, 4)."""
    alpha = colours[:, 3:].astype(np.float32) / 255
    premultiplied = np.concatenate([np.round(colours[:, 2::-1] * alpha), colours[:, 3:]], axis=1)
    table = np.ascontiguousarray(premultiplied.astype(np.uint8)).view(np.uint32).ravel()
    index = np.clip(heat * np.float32(_STEPS - 1) + np.float32(0.5), 0, _STEPS - 1).astype(np.uint8)
    pixels: NDArray[np.uint8] = table[index].view(np.uint8).reshape(*heat.shape, 4)
    return pixels


def _rgb(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _to_oklab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    lab: NDArray[np.float64] = np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T
    return lab


def _from_oklab(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = (lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_LMS).T
    linear = np.clip(linear, 0, 1)
    rgb: NDArray[np.float64] = np.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055
    )
    return rgb
