"""The colours of heat, the same on the screen and on paper."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.constants import HEAT_STOPS

HEAT_STEPS: Final = 256
_COLD: Final = 0.08
"""Heat below this share of the maximum is not painted."""
_STRONGEST: Final = 0.80
"""Opacity of the hottest place, so that the trace stays readable under it."""

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


def heat_colours(stops: tuple[str, ...] = HEAT_STOPS) -> NDArray[np.uint8]:
    """Return 256 RGBA colours, cold to hot, through #rrggbb stops that grow darker.

    Interpolated in OKLab (Ottosson 2020, "A perceptual color space for image processing") at equal steps
    of lightness, so that equal steps of heat look equal; alpha rises with heat from nothing.
    """
    lab = _to_oklab(np.array([_rgb(stop) for stop in stops]))
    lightness = np.linspace(lab[0, 0], lab[-1, 0], HEAT_STEPS)
    order = np.argsort(lab[:, 0])
    channels = [np.interp(lightness, lab[order, 0], lab[order, axis]) for axis in range(3)]
    rise = np.clip((np.linspace(0, 1, HEAT_STEPS) - _COLD) / (1 - _COLD), 0, 1)
    rgba = np.column_stack([_from_oklab(np.stack(channels, axis=1)), _STRONGEST * rise**0.75])
    return np.asarray(np.round(rgba * 255), dtype=np.uint8)


def _rgb(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _to_oklab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    lab: NDArray[np.float64] = np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T
    return lab


def _from_oklab(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.clip((lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_LMS).T, 0, 1)
    rgb: NDArray[np.float64] = np.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055
    )
    return rgb
