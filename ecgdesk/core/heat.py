"""The colours of heat, the same on the screen and on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.analysis import Analysis, Explanation
from ecgdesk.core.constants import HEAT_STOPS

HEAT_STEPS: Final = 256
_COLD: Final = 0.08
"""Heat below this share of the maximum is not painted."""
_STRONGEST: Final = 0.80
"""Opacity of the hottest place, so that the trace stays readable under it."""

EMBER: Final = "ember"
JET: Final = "jet"
COLOUR_MAPS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        EMBER: HEAT_STOPS,
        "sea": ("#d9ec8b", "#2fa58f", "#1d2f7a"),
        "grey": ("#d6d6d6", "#8a8a8a", "#303030"),
        JET: ("#00007f", "#0000ff", "#00ffff", "#ffff00", "#ff0000", "#7f0000"),
    }
)
"""Stops from cold to hot. All but "jet", which is here because papers use it, step evenly for the eye."""
AGAINST: Final = COLOUR_MAPS["sea"]
"""Where the other one of two maps is hotter."""


@dataclass(frozen=True, slots=True)
class HeatLook:
    """How heat is shown: a colour map by name, the heat below which nothing is, and how strongly, 0 to 1."""

    colours: str = EMBER
    threshold: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class HeatView:
    """What is shown of an analysis: the look of its heat, and another analysis of the same crop beside it."""

    look: HeatLook = HeatLook()
    second: Analysis | None = None


AS_IT_COMES: Final = HeatView()


def second_map(first: Analysis, view: HeatView) -> Explanation | None:
    """Return the map to compare with, if both analyses have one that is in memory."""
    if view.second is None or view.second.explanation is None or first.explanation is None:
        return None
    return view.second.explanation if view.second.explanation.heat.size else None


def is_difference(first: Analysis, second: Analysis) -> bool:
    """Return whether two maps differ in their class alone: they are shown as a difference, others beside."""
    if first.explanation is None or second.explanation is None or first.model is None or second.model is None:
        return False
    same = (first.explanation.method, first.model.sha256) == (
        second.explanation.method, second.model.sha256,
    )  # fmt: skip
    return same and first.explanation.target != second.explanation.target


def difference(
    here: NDArray[np.float32], here_peak: float, there: NDArray[np.float32], there_peak: float
) -> NDArray[np.float32]:
    """Return how much hotter one map (h, w) is than another of its shape, 0.5 where equal, in [0, 1].

    Both are taken in the method's own unit, so that a faint map does not look as hot as a strong one.
    """
    most = max(here_peak, there_peak) or 1.0
    return np.asarray((here * (here_peak / most) - there * (there_peak / most)) / 2 + 0.5, dtype=np.float32)


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


def look_colours(look: HeatLook, stops: tuple[str, ...] = HEAT_STOPS) -> NDArray[np.uint8]:
    """Return 256 RGBA colours, cold to hot, for a look; `stops` are those of its "ember".

    Opacity is left to whoever paints.
    """
    if look.colours == JET:
        rgba = _jet()
    else:
        rgba = heat_colours(stops if look.colours == EMBER else COLOUR_MAPS.get(look.colours, stops))
    rgba[: round(look.threshold * HEAT_STEPS), 3] = 0
    return rgba


def difference_colours(look: HeatLook, stops: tuple[str, ...] = HEAT_STOPS) -> NDArray[np.uint8]:
    """Return 256 RGBA colours for differences from -1 over 0, where nothing is, to 1."""
    here = look_colours(look, stops)[::2]
    there = look_colours(HeatLook("sea", look.threshold))[::2]
    return np.concatenate([there[::-1], here])


def _jet() -> NDArray[np.uint8]:
    stops = np.array([_rgb(stop) for stop in COLOUR_MAPS[JET]])
    places = np.linspace(0, 1, len(stops))
    steps = np.linspace(0, 1, HEAT_STEPS)
    rgb = np.column_stack([np.interp(steps, places, stops[:, channel]) for channel in range(3)])
    alpha = np.clip(steps / _COLD, 0, 1) * _STRONGEST
    return np.asarray(np.round(np.column_stack([rgb, alpha]) * 255), dtype=np.uint8)


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
