"""What disturbs a recording: wander, muscle noise, mains hum; and the waves of fibrillating atria."""

from typing import Protocol

import numpy as np

from ecgdesk.reading.render_signal import MEASURED_LEADS
from ecgdesk.reading.simulate_waves import Floats

# Fibrillatory waves are largest where the atria are near: V1, then the inferior leads.
FIBRILLATION_MV = (0.020, 0.045, 0.075, 0.045, 0.025, 0.018, 0.015, 0.015)
HUM_SHARES = (1.0, 0.9, 0.5, 0.5, 0.4, 0.4, 0.5, 0.5)


class Disturbed(Protocol):
    """The part of a specification that is read here; amplitudes in mV."""

    @property
    def noise_mv(self) -> float:
        """σ of the muscle noise."""

    @property
    def wander_mv(self) -> float:
        """Amplitude of the baseline wander."""

    @property
    def hum_mv(self) -> float:
        """Amplitude of the mains hum."""

    @property
    def mains_hz(self) -> float:
        """Frequency of the mains."""


def disturbance(spec: Disturbed, times_s: Floats, rng: np.random.Generator) -> Floats:
    """Return wander, muscle noise and hum of the eight measured leads, (8, n) in mV."""
    leads = len(MEASURED_LEADS)
    white = rng.standard_normal((leads, len(times_s) + 2))
    # Three neighbouring samples averaged: muscle noise fades towards high frequencies.
    muscle = (white[:, :-2] + white[:, 1:-1] + white[:, 2:]) / np.sqrt(3)
    hum = np.outer(HUM_SHARES, np.sin(2 * np.pi * spec.mains_hz * times_s + rng.uniform(0, 2 * np.pi)))
    total: Floats = spec.noise_mv * muscle + spec.hum_mv * hum + spec.wander_mv * _wander(times_s, rng)
    return total


def _wander(times_s: Floats, rng: np.random.Generator) -> Floats:
    total = np.zeros((len(MEASURED_LEADS), len(times_s)))
    for low, high, share in ((0.06, 0.15, 0.5), (0.18, 0.30, 0.4), (0.3, 0.6, 0.15)):
        phase = rng.uniform(0, 2 * np.pi) + rng.normal(0, 0.7, len(MEASURED_LEADS))
        turn = 2 * np.pi * rng.uniform(low, high) * times_s[None, :]
        total += share * rng.uniform(0.5, 1.0, (len(MEASURED_LEADS), 1)) * np.sin(turn + phase[:, None])
    return total


def fibrillation(times_s: Floats, rng: np.random.Generator) -> Floats:
    """Return fibrillatory waves of 5 to 7 a second that never repeat exactly, (8, n) in mV."""
    rate = 6.0 + 0.7 * np.sin(2 * np.pi * 0.31 * times_s + rng.uniform(0, 6.28))
    rate += 0.5 * np.sin(2 * np.pi * 0.83 * times_s + rng.uniform(0, 6.28))
    step = times_s[1] - times_s[0]
    angle = 2 * np.pi * np.cumsum(rate) * step
    swell = 0.75 + 0.25 * np.sin(2 * np.pi * 0.47 * times_s + rng.uniform(0, 6.28))
    wave = swell * (np.sin(angle) + 0.35 * np.sin(2 * angle + 0.8))
    return np.outer(FIBRILLATION_MV, wave)
