"""The waves of one beat as Gaussians in time with an amplitude per lead.

The idea of a beat as a sum of Gaussians is McSharry et al., IEEE Trans. Biomed. Eng. 50 (2003) 289; the
figures here are our own, set by hand within ordinary limits of an adult's ECG. Amplitudes in mV, in the
order I, II, V1 … V6.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Eight = tuple[float, float, float, float, float, float, float, float]
Floats = NDArray[np.float64]


class Region(StrEnum):
    """A wall of the heart whose leads change together."""

    ANTERIOR = "anterior"
    LATERAL = "lateral"
    INFERIOR = "inferior"


@dataclass(frozen=True, slots=True)
class Wave:
    """A flat-topped Gaussian: centre from the R peak, σ of either flank, width of the top, all in seconds.

    Times scale with (RR in seconds) ** `rate_power`: 0.5 gives Bazett's QT.
    """

    name: str
    centre_s: float
    rise_s: float
    fall_s: float
    millivolts: Eight
    top_s: float = 0.0
    rate_power: float = 0.0


# fmt: off
NORMAL_BEAT: tuple[Wave, ...] = (
    Wave("P right", -0.168, 0.019, 0.020, (0.030, 0.060, 0.045, 0.040, 0.030, 0.028, 0.026, 0.024), 0, 0.15),
    Wave("P left", -0.138, 0.019, 0.019, (0.040, 0.065, -0.040, 0.005, 0.020, 0.028, 0.030, 0.030), 0, 0.15),
    Wave("q", -0.029, 0.007, 0.008, (-0.05, -0.06, 0.0, 0.0, 0.0, -0.02, -0.07, -0.08)),
    Wave("r", -0.016, 0.008, 0.009, (0.00, 0.00, 0.24, 0.40, 0.45, 0.30, 0.08, 0.04)),
    Wave("R", 0.000, 0.0105, 0.0105, (0.74, 1.05, -0.25, -0.15, 0.40, 1.20, 1.30, 0.98)),
    Wave("S", 0.016, 0.0105, 0.0115, (0.00, 0.00, -0.80, -1.35, -0.95, -0.40, -0.05, 0.00)),
    Wave("s", 0.031, 0.009, 0.010, (-0.10, -0.12, -0.06, -0.10, -0.22, -0.28, -0.18, -0.08)),
    Wave("ST", 0.150, 0.040, 0.060, (0.005, 0.01, 0.02, 0.06, 0.05, 0.03, 0.01, 0.00), 0.08, 0.5),
    Wave("T", 0.285, 0.056, 0.040, (0.19, 0.29, -0.04, 0.42, 0.50, 0.44, 0.34, 0.24), 0, 0.5),
)

# From the right ventricular outflow tract: a wide complex, down in V1 and up in II, T against it.
ECTOPIC_BEAT: tuple[Wave, ...] = (
    Wave("r", -0.045, 0.012, 0.014, (0.05, 0.10, 0.15, 0.25, 0.25, 0.20, 0.15, 0.10)),
    Wave("QRS", 0.004, 0.022, 0.034, (0.32, 1.35, -0.90, -1.40, -0.65, 0.66, 1.30, 1.36)),
    Wave("notch", 0.050, 0.014, 0.018, (0.02, 0.22, -0.18, -0.22, -0.12, 0.14, 0.24, 0.22)),
    Wave("T", 0.290, 0.080, 0.060, (-0.12, -0.46, 0.32, 0.58, 0.36, -0.22, -0.46, -0.46), 0, 0.35),
)

REGION_SHARES: Mapping[Region, Eight] = MappingProxyType({
    Region.ANTERIOR: (0.15, -0.10, 0.45, 1.00, 1.00, 0.75, 0.30, 0.05),
    Region.LATERAL: (0.70, 0.05, -0.10, -0.10, 0.00, 0.30, 0.90, 1.00),
    Region.INFERIOR: (-0.05, 0.85, -0.15, -0.20, -0.10, 0.00, 0.10, 0.15),
})
# fmt: on


@dataclass(frozen=True, slots=True)
class RegionalChange:
    """What one wall does differently: ST shift and Q depth in mV, T added in mV, share of R and r lost."""

    region: Region
    st_mv: float = 0.0
    q_mv: float = 0.0
    t_mv: float = 0.0
    r_loss: float = 0.0


def changed_beat(changes: tuple[RegionalChange, ...]) -> tuple[Wave, ...]:
    """Return the waves of a normal beat with the regional changes worked in."""
    waves = NORMAL_BEAT
    for change in changes:
        share = np.array(REGION_SHARES[change.region])
        kept = 1 - change.r_loss * np.clip(share, 0, 1)
        waves = tuple(_scaled(wave, kept) if wave.name in "rR" else wave for wave in waves)
        waves += _added(change, share)
    return waves


def _scaled(wave: Wave, factor: Floats) -> Wave:
    # Losing R means losing what points up; what points down stays.
    amplitude = np.array(wave.millivolts)
    return _with(wave, np.where(amplitude > 0, amplitude * factor, amplitude))


def _added(change: RegionalChange, share: Floats) -> tuple[Wave, ...]:
    zero = NORMAL_BEAT[0].millivolts
    deep = -change.q_mv * np.clip(share, 0, 1)
    return (
        _with(Wave("pathological Q", -0.036, 0.0115, 0.0135, zero, 0.008), deep),
        _with(Wave("injury", 0.150, 0.022, 0.055, zero, 0.17, 0.5), change.st_mv * share),
        _with(Wave("T change", 0.275, 0.055, 0.048, zero, 0, 0.5), change.t_mv * share),
    )


def _with(wave: Wave, amplitude: Floats) -> Wave:
    a, b, c, d, e, f, g, h = (float(value) for value in amplitude)
    return Wave(
        wave.name,
        wave.centre_s,
        wave.rise_s,
        wave.fall_s,
        (a, b, c, d, e, f, g, h),
        wave.top_s,
        wave.rate_power,
    )


def shape_of(wave: Wave, times_s: Floats, beats_s: Floats, rr_s: Floats, weight: Floats) -> Floats:
    """Return the wave of unit height (n,) summed over the beats at `beats_s`, each with its weight."""
    stretch = (rr_s**wave.rate_power)[:, None]
    away = times_s[None, :] - beats_s[:, None] - wave.centre_s * stretch
    sigma = np.where(away < 0, wave.rise_s, wave.fall_s) * stretch
    flank = np.maximum(np.abs(away) - wave.top_s / 2 * stretch, 0)
    summed: Floats = weight @ np.exp(-0.5 * (flank / sigma) ** 2)
    return summed
