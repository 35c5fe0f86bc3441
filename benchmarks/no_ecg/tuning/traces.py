"""Recordings that are no ECG, drawn with matplotlib: EEG, polysomnogram, seismogram, drum recorder."""

from functools import cache
from pathlib import Path
from typing import Final

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from benchmarks.no_ecg.sets import Pixels
from benchmarks.no_ecg.tuning.plots import drawn

Floats = NDArray[np.float64]
_CHANNELS: Final = (
    "Fp1-F7",
    "F7-T3",
    "T3-T5",
    "T5-O1",
    "Fp2-F8",
    "F8-T4",
    "T4-T6",
    "T6-O2",
    "Fp1-F3",
    "F3-C3",
    "C3-P3",
    "P3-O1",
    "Fp2-F4",
    "F4-C4",
    "C4-P4",
    "P4-O2",
    "Fz-Cz",
    "Cz-Pz",
)
_GRIDS: Final = ("pink", "#f3c0c0", "lightblue", "0.85", "palegreen")


def coloured(chance: np.random.Generator, count: int, slope: float) -> Floats:
    """Return noise whose power falls with this power of the frequency."""
    waves = np.fft.rfft(chance.normal(size=count))
    waves[1:] /= np.arange(1, len(waves)) ** (slope / 2)
    waves[0] = 0
    made = np.fft.irfft(waves, count)
    return np.asarray(made / made.std())


def _brain(chance: np.random.Generator, count: int, seconds: float) -> Floats:
    time = np.linspace(0, seconds, count)
    envelope = np.clip(coloured(chance, count, 2.5), 0, None)
    alpha = envelope * np.sin(2 * np.pi * time * chance.uniform(8, 12) + chance.uniform(0, 6))
    wave = coloured(chance, count, chance.uniform(1.2, 2.2)) + chance.uniform(0, 1.5) * alpha
    if chance.random() < 0.3:  # spike and wave at three a second
        wave += (
            2
            * np.sign(np.sin(2 * np.pi * 3 * time))
            * np.exp(-((time % (1 / 3)) * 30))
            * (time > seconds / 2)
        )
    return np.asarray(wave)


def _page(chance: np.random.Generator) -> tuple[Figure, Axes]:
    wide, high = ((11, 8), (14, 8), (12, 7), (8, 10))[int(chance.integers(4))]
    made = Figure((wide, high), dpi=float(chance.uniform(90, 150)))
    return made, made.add_axes((0.06, 0.05, 0.92, 0.9))


def _stack(axes: Axes, waves: list[Floats], chance: np.random.Generator, names: tuple[str, ...]) -> None:
    colour = str(chance.choice(["k", "k", "navy", "0.25"]))
    width = float(chance.uniform(0.5, 1.2))
    gain = float(chance.uniform(0.12, 0.35))
    for row, wave in enumerate(waves):
        axes.plot(np.linspace(0, 10, len(wave)), gain * wave - row, color=colour, linewidth=width)
        axes.text(-0.1, -row, names[row % len(names)], ha="right", fontsize=8)
    axes.set(xlim=(0, 10), ylim=(-len(waves), 1), xticks=[], yticks=[])
    if chance.random() < 0.6:
        axes.axis("off")


def eeg(chance: np.random.Generator) -> Pixels:
    """Eight to twenty channels of an EEG on plain paper, perhaps with second lines."""
    made, axes = _page(chance)
    count = int(chance.integers(8, 21))
    _stack(axes, [_brain(chance, 1500, 10) for _ in range(count)], chance, _CHANNELS)
    for second in range(11 if chance.random() < 0.5 else 0):
        axes.axvline(second, color="0.7", linewidth=0.6)
    return drawn(made)


def eeg_on_grid(chance: np.random.Generator) -> Pixels:
    """Three to twelve channels of an EEG on a coloured grid, as an ECG's paper has."""
    made, axes = _page(chance)
    count, colour = int(chance.integers(3, 13)), str(chance.choice(_GRIDS))
    _stack(axes, [_brain(chance, 1500, 10) for _ in range(count)], chance, _CHANNELS)
    for line in range(251):
        axes.axvline(line / 25, color=colour, linewidth=0.9 if line % 5 == 0 else 0.3, zorder=0)
    high = round(250 * 0.7)
    for line in range(high + 1):
        place = 1 - (count + 1) * line / high
        axes.axhline(place, color=colour, linewidth=0.9 if line % 5 == 0 else 0.3, zorder=0)
    return drawn(made)


def polysomnogram(chance: np.random.Generator) -> Pixels:
    """Breathing, muscle tone and brain waves below each other."""
    made, axes = _page(chance)
    time, waves = np.linspace(0, 30, 1500), []
    for _ in range(int(chance.integers(4, 10))):
        kind = int(chance.integers(3))
        breath = np.sin(2 * np.pi * time * chance.uniform(0.2, 0.4)) * (1 + 0.3 * coloured(chance, 1500, 3))
        waves.append((breath, chance.normal(size=1500), _brain(chance, 1500, 30))[kind])
    _stack(axes, waves, chance, ("Flow", "Chin", "C4-A1", "SaO2", "Abd"))
    return drawn(made)


def _quake(chance: np.random.Generator, count: int) -> Floats:
    time = np.arange(count)
    wave = 0.15 * coloured(chance, count, 0.5)
    for _ in range(int(chance.integers(0, 4))):
        start, decay = chance.uniform(0, count), chance.uniform(20, 300)
        shape = np.where(time > start, np.exp(-(time - start) / decay), 0)
        wave += chance.uniform(1, 5) * shape * coloured(chance, count, 0.8)
    return np.asarray(wave)


def drum(chance: np.random.Generator) -> Pixels:
    """A drum recorder: many lines with few events, minute marks."""
    made, axes = _page(chance)
    rows = int(chance.integers(10, 40))
    colours = ("k",) if chance.random() < 0.6 else ("k", "tab:red", "tab:blue", "tab:green")
    for row in range(rows):
        wave = _quake(chance, 1200) if chance.random() < 0.5 else 0.15 * coloured(chance, 1200, 0.5)
        axes.plot(
            0.25 * wave - row, color=colours[row % len(colours)], linewidth=float(chance.uniform(0.5, 1))
        )
    axes.set(ylim=(-rows, 1), xlim=(0, 1200))
    if chance.random() < 0.5:
        axes.grid(True, color="0.8")
    return drawn(made)


def seismogram(chance: np.random.Generator) -> Pixels:
    """One to four stations, or an accelerogram, with axes or on a grid."""
    made = Figure((11, 7), dpi=float(chance.uniform(90, 150)), layout="tight")
    for axes in np.ravel(made.subplots(int(chance.integers(1, 5)), 1, squeeze=False)):
        axes.plot(_quake(chance, 2500), color=str(chance.choice(["k", "navy", "darkred"])), linewidth=0.8)
        if chance.random() < 0.6:
            axes.grid(True, color=str(chance.choice(_GRIDS)))
            axes.minorticks_on()
    return drawn(made)


@cache
def _real() -> Floats:
    """Return four channels of 800 samples of a real EEG that matplotlib brings."""
    path = Path(matplotlib.get_data_path()) / "sample_data" / "eeg.dat"
    return np.fromfile(path, np.float64).reshape(800, 4)


def real_eeg(chance: np.random.Generator) -> Pixels:
    """The real EEG that matplotlib brings, its channels repeated, cut and turned round."""
    made, axes = _page(chance)
    waves = []
    for _ in range(int(chance.integers(4, 14))):
        channel = _real()[:, int(chance.integers(4))]
        part = np.roll(channel, int(chance.integers(800)))[:: int(chance.choice([1, -1]))]
        waves.append((part - part.mean()) / part.std())
    _stack(axes, waves, chance, _CHANNELS)
    if chance.random() < 0.4:
        axes.axis("on")
        axes.set_xticks(np.arange(0, 10.1, 0.2))
        axes.set_yticks(-np.arange(0, len(waves) + 1, 0.5))
        axes.grid(True, color=str(chance.choice(_GRIDS)))
    return drawn(made)
