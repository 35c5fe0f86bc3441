"""A small simulated 12-lead ECG, for sample pages and for tests. It stands for no patient."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.render_signal import MEASURED_LEADS, Signal, twelve_from_eight
from ecgdesk.reading.simulate_noise import disturbance, fibrillation
from ecgdesk.reading.simulate_waves import (
    ECTOPIC_BEAT,
    Floats,
    Region,
    RegionalChange,
    Wave,
    changed_beat,
    shape_of,
)

STEPS_PER_MV = 1024
"""Resolution of the simulated recorder; a power of two, so that II = I + III holds to the last bit."""


class Rhythm(StrEnum):
    """What sets the pace."""

    SINUS = "sinus"
    ATRIAL_FIBRILLATION = "atrial fibrillation"


@dataclass(frozen=True, slots=True)
class SimulationSpec:
    """What to simulate.

    `variability` is the standard deviation of RR over its mean; every `ectopic_every`-th beat is a
    premature ventricular one (0 for none); `individual` is how far amplitudes stray from the table;
    `noise_mv`, `wander_mv` and `hum_mv` are muscle noise (σ), baseline wander and mains hum (amplitudes).
    """

    heart_rate_bpm: float = 72.0
    rhythm: Rhythm = Rhythm.SINUS
    variability: float = 0.025
    ectopic_every: int = 0
    changes: tuple[RegionalChange, ...] = ()
    voltage: float = 1.0
    individual: float = 0.10
    noise_mv: float = 0.008
    wander_mv: float = 0.04
    hum_mv: float = 0.0
    mains_hz: float = 50.0

    def __post_init__(self) -> None:
        if not 20 <= self.heart_rate_bpm <= 250:
            raise ValueError(f"{self.heart_rate_bpm} bpm is outside 20 to 250")


_OLD = RegionalChange(Region.INFERIOR, q_mv=0.42, t_mv=-0.56, r_loss=0.55)
_ACUTE = RegionalChange(Region.ANTERIOR, st_mv=0.34, q_mv=0.18, t_mv=0.22, r_loss=0.65)

SPECS: Mapping[str, SimulationSpec] = MappingProxyType(
    {
        "normal": SimulationSpec(),
        "tachycardia-pvc": SimulationSpec(heart_rate_bpm=112, ectopic_every=6, variability=0.015),
        "anterior-mi": SimulationSpec(heart_rate_bpm=88, changes=(_ACUTE,), voltage=0.9),
        "old-inferior-mi": SimulationSpec(heart_rate_bpm=67, changes=(_OLD,), voltage=0.95),
        "atrial-fibrillation": SimulationSpec(
            heart_rate_bpm=94, rhythm=Rhythm.ATRIAL_FIBRILLATION, variability=0.19
        ),
        "bradycardia": SimulationSpec(heart_rate_bpm=46, variability=0.03, voltage=1.1),
    }
)
"""Ready specifications for plausible pages."""


def simulate(
    spec: SimulationSpec | None = None, rate_hz: float = 500.0, seconds: float = 10.0, seed: int = 0
) -> Signal:
    """Return a simulated 12-lead recording; the same arguments give the same samples.

    The limb leads obey Einthoven and Goldberger exactly.
    """
    spec = spec or SimulationSpec()
    rng = np.random.default_rng(seed)
    times = np.arange(round(seconds * rate_hz)) / rate_hz
    beats = _beats(spec, seconds, rng)
    measured = spec.voltage * _beating(spec, times, beats, rng) + disturbance(spec, times, rng)
    if spec.rhythm is Rhythm.ATRIAL_FIBRILLATION:
        measured += fibrillation(times, rng)
    steps = np.round(measured * STEPS_PER_MV) / STEPS_PER_MV
    shown = tuple(float(beat) for beat in beats.at_s if 0 <= beat < seconds)
    return Signal(twelve_from_eight(steps.astype(np.float32)), rate_hz, r_peaks_s=shown)


@dataclass(frozen=True, slots=True, eq=False)
class _Beats:
    """When each beat comes, the RR interval its repolarisation follows, and whether it is ectopic."""

    at_s: Floats
    rr_s: Floats
    ectopic: NDArray[np.bool_]


def _beats(spec: SimulationSpec, seconds: float, rng: np.random.Generator) -> _Beats:
    mean = 60 / spec.heart_rate_bpm
    count = int((seconds + 4) / mean * 2) + 4
    rr = _intervals(spec, mean, count, rng)
    ectopic = np.zeros(count, dtype=bool)
    if spec.ectopic_every:
        ectopic[int(rng.integers(2, spec.ectopic_every + 2)) :: spec.ectopic_every] = True
        rr = np.where(ectopic, 0.64 * rr, rr)
        # The sinus node keeps its time: the pause after an ectopic beat makes up for its early coming.
        rr[1:] = np.where(ectopic[:-1], 1.36 * rr[1:], rr[1:])
    at = np.cumsum(rr) - 2 * mean - rng.uniform(0, mean)
    shown = at < seconds + 1
    return _Beats(at[shown], 0.75 * mean + 0.25 * rr[shown], ectopic[shown])


def _intervals(spec: SimulationSpec, mean: float, count: int, rng: np.random.Generator) -> Floats:
    if spec.rhythm is Rhythm.ATRIAL_FIBRILLATION:
        rr = mean * rng.lognormal(-0.5 * spec.variability**2, spec.variability, count)
        return np.maximum(rr, 0.30)
    breath = np.sin(2 * np.pi * 0.24 * mean * np.arange(count) + rng.uniform(0, 2 * np.pi))
    relative = spec.variability * (1.1 * breath + 0.6 * rng.standard_normal(count))
    intervals: Floats = mean * np.clip(1 + relative, 0.7, 1.4)
    return intervals


def _beating(spec: SimulationSpec, times: Floats, beats: _Beats, rng: np.random.Generator) -> Floats:
    conducted = _individual(changed_beat(spec.changes), spec.individual, rng)
    if spec.rhythm is Rhythm.ATRIAL_FIBRILLATION:
        conducted = tuple(wave for wave in conducted if not wave.name.startswith("P "))
    breath = 1 + 0.03 * np.sin(2 * np.pi * 0.24 * beats.at_s)
    total = np.zeros((len(MEASURED_LEADS), len(times)))
    groups = ((conducted, ~beats.ectopic), (_individual(ECTOPIC_BEAT, spec.individual, rng), beats.ectopic))
    for waves, which in groups:
        if which.any():
            at, rr, weight = beats.at_s[which], beats.rr_s[which], breath[which]
            shapes = np.stack([shape_of(wave, times, at, rr, weight) for wave in waves])
            total += np.array([wave.millivolts for wave in waves]).T @ shapes
    return total


def _individual(waves: tuple[Wave, ...], spread: float, rng: np.random.Generator) -> tuple[Wave, ...]:
    varied = []
    for wave in waves:
        common, each = rng.normal(1, spread), rng.normal(1, spread / 2, len(MEASURED_LEADS))
        a, b, c, d, e, f, g, h = (float(v) for v in np.array(wave.millivolts) * common * each)
        varied.append(replace(wave, millivolts=(a, b, c, d, e, f, g, h)))
    return tuple(varied)
