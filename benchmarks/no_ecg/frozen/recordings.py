"""Recordings that are no ECG, of the frozen set, painted with Qt."""

import numpy as np
from scipy.signal import butter, sosfilt

from benchmarks.no_ecg.frozen.painter import Canvas, Floats, grid_colour, wandering
from benchmarks.no_ecg.sets import Pixels

_NAMES = (
    "Fp1",
    "Fp2",
    "F3",
    "F4",
    "C3",
    "C4",
    "P3",
    "P4",
    "O1",
    "O2",
    "F7",
    "F8",
    "T3",
    "T4",
    "T5",
    "T6",
    "ECG2",
    "EOG",
)


def _band(chance: np.random.Generator, count: int, low: float, high: float, rate: float) -> Floats:
    """Return noise between two frequencies, of unit variance."""
    made = sosfilt(
        butter(2, (low, high), "bandpass", fs=rate, output="sos"), chance.normal(size=count + 500)
    )[500:]
    return np.asarray(made / made.std())


def _head(chance: np.random.Generator, count: int, rate: float) -> Floats:
    wave = (
        chance.uniform(0.3, 1.5)
        * _band(chance, count, 8, 13, rate)
        * (1 + 0.6 * wandering(chance, count, 0.995))
    )
    wave += chance.uniform(0.3, 1.5) * _band(chance, count, 1, 4, rate) + 0.4 * _band(
        chance, count, 14, 30, rate
    )
    if chance.random() < 0.25:  # blinks
        for at in chance.integers(0, count, 5):
            wave[at : at + 40] += 4 * np.hanning(len(wave[at : at + 40]))
    return wave


def _rows(canvas: Canvas, waves: list[Floats], named: bool) -> None:
    chance, step = canvas.chance, canvas.height / (len(waves) + 1)
    gain = step * float(chance.uniform(0.15, 0.45))
    x = np.linspace(90, canvas.width - 20, len(waves[0]))
    canvas.pen(canvas.ink(), float(chance.uniform(0.9, 2.2)))
    for row, wave in enumerate(waves):
        canvas.curve(x, (row + 1) * step - gain * wave)
        if named:
            canvas.text(20, (row + 1) * step + 6, _NAMES[row % len(_NAMES)], 20)


def brain_waves(chance: np.random.Generator) -> Pixels:
    """Six to eighteen channels of an EEG on plain paper with dotted seconds."""
    canvas = Canvas(chance)
    count = int(chance.integers(6, 19))
    if chance.random() < 0.5:
        for x in np.linspace(90, canvas.width - 20, 11).tolist():
            canvas.pen((190, 190, 190), 1)
            canvas.line(x, 0, x, canvas.height)
    _rows(canvas, [_head(chance, 1600, 160) for _ in range(count)], chance.random() < 0.8)
    return canvas.paint()


def brain_waves_on_grid(chance: np.random.Generator) -> Pixels:
    """Three to twelve channels of an EEG on a recorder's coloured grid."""
    canvas = Canvas(chance)
    canvas.grid(float(chance.uniform(7, 14)), grid_colour(chance))
    _rows(
        canvas, [_head(chance, 1600, 160) for _ in range(int(chance.integers(3, 13)))], chance.random() < 0.7
    )
    return canvas.paint()


def _shake(chance: np.random.Generator, count: int) -> Floats:
    wave = 0.2 * wandering(chance, count, 0.5)
    for _ in range(int(chance.integers(0, 3))):
        start, long = int(chance.integers(0, count)), int(chance.integers(60, 700))
        shape = np.zeros(count)
        rest = np.arange(count - start) / long
        shape[start:] = rest * np.exp(1 - rest)
        wave += chance.uniform(1, 6) * shape * _band(chance, count, 2, 20, 100)
    return wave


def helicorder(chance: np.random.Generator) -> Pixels:
    """A day of a seismic station, one line a quarter of an hour, in four colours or one."""
    canvas = Canvas(chance)
    rows = int(chance.integers(12, 49))
    colours = (
        ((20, 20, 20),)
        if chance.random() < 0.5
        else ((20, 20, 20), (200, 30, 30), (30, 60, 180), (20, 130, 60))
    )
    step, x = canvas.height / (rows + 2), np.linspace(70, canvas.width - 30, 1500)
    for row in range(rows):
        wave = _shake(chance, 1500) if chance.random() < 0.3 else 0.2 * wandering(chance, 1500, 0.5)
        canvas.pen(colours[row % len(colours)], float(chance.uniform(0.8, 1.6)))
        canvas.curve(x, (row + 1.5) * step - wave * step * 0.4)
        canvas.text(10, (row + 1.5) * step + 5, f"{row:02d}:00", 14)
    return canvas.paint()


def stations(chance: np.random.Generator) -> Pixels:
    """An earthquake at one to six stations, on plain paper, in frames or on a grid."""
    canvas = Canvas(chance)
    if chance.random() < 0.5:
        canvas.grid(float(chance.uniform(9, 40)), grid_colour(chance))
    waves = []
    for _ in range(int(chance.integers(1, 7))):
        wave = _shake(chance, 2400)
        waves.append(3 * wave / (np.abs(wave).max() + 1e-9))
    _rows(canvas, waves, chance.random() < 0.5)
    if chance.random() < 0.5:
        canvas.box(60, 30, canvas.width - 10, canvas.height - 30)
    return canvas.paint()


def polygraph(chance: np.random.Generator) -> Pixels:
    """Breathing, skin conductance and blood pressure of a polygraph."""
    canvas = Canvas(chance)
    if chance.random() < 0.6:
        canvas.grid(float(chance.uniform(12, 40)), grid_colour(chance))
    time, waves = np.linspace(0, 40, 1600), []
    for _ in range(int(chance.integers(3, 7))):
        breath = np.sin(2 * np.pi * time * chance.uniform(0.2, 0.4) + 0.3 * wandering(chance, 1600, 0.99))
        skin = 1.3 * wandering(chance, 1600, 0.999)
        pressure = np.abs(np.sin(np.pi * time * chance.uniform(0.9, 1.4))) ** 0.6 + 0.5 * wandering(
            chance, 1600, 0.998
        )
        waves.append((breath, skin, pressure)[int(chance.integers(3))])
    _rows(canvas, waves, False)
    return canvas.paint()


def muscle(chance: np.random.Generator) -> Pixels:
    """An electromyogram: bursts of noise in one to five rows, or nerve answers stacked."""
    canvas = Canvas(chance)
    if chance.random() < 0.5:
        canvas.grid(float(chance.uniform(9, 30)), grid_colour(chance))
    waves = []
    for _ in range(int(chance.integers(1, 6))):
        burst = np.clip(wandering(chance, 2400, 0.997), 0.05, None)
        waves.append(burst * chance.normal(size=2400))
    _rows(canvas, waves, chance.random() < 0.4)
    return canvas.paint()
