"""Charts of many kinds, drawn with matplotlib."""

from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray

from benchmarks.no_ecg.sets import Pixels

Floats = NDArray[np.float64]
_COLOURS: Final = ("k", "0.2", "navy", "tab:blue", "tab:red", "tab:green", "darkred", "tab:orange")
_GRIDS: Final = ("pink", "lightsalmon", "0.85", "lightblue", "palegreen", "#f0b0b8", "#e8a0a0")


def figure(chance: np.random.Generator) -> Figure:
    """Return an empty figure of a common shape."""
    wide, high = ((11, 8), (12, 6), (8, 8), (8, 11), (14, 7))[int(chance.integers(5))]
    return Figure((wide, high), dpi=float(chance.uniform(90, 150)), layout="tight")


def drawn(made: Figure) -> Pixels:
    """Return a figure's pixels, RGB."""
    canvas = FigureCanvasAgg(made)
    canvas.draw()  # type: ignore[no-untyped-call]
    rgba = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return np.ascontiguousarray(rgba[..., :3])


def signal(chance: np.random.Generator, count: int = 800) -> Floats:
    """Return a random walk, noise, a wave, decaying bursts, steps, or a sum of waves."""
    time = np.linspace(0, 1, count)
    kind = int(chance.integers(7))
    if kind == 0:
        return np.asarray(chance.normal(size=count).cumsum())
    if kind == 1:
        return chance.normal(size=count)
    if kind == 2:
        return np.asarray(np.sin(2 * np.pi * time * chance.uniform(1, 30)) + chance.normal(0, 0.1, count))
    if kind == 3:
        return np.asarray(
            sum(np.sin(2 * np.pi * (time * chance.uniform(1, 25) + chance.random())) for _ in range(5))
        )
    if kind == 4:
        return np.asarray(np.repeat(chance.normal(size=20), count // 20))
    if kind == 5:
        return np.asarray(np.exp(-3 * time) * np.cos(2 * np.pi * time * chance.uniform(3, 30)))
    return np.asarray(np.cumsum(chance.random(count) ** 3) + 0.2 * np.sin(60 * time))


def _grid(axes: Axes, chance: np.random.Generator, always: bool = False) -> None:
    if always or chance.random() < 0.6:
        axes.grid(True, color=str(chance.choice(_GRIDS)), linewidth=float(chance.uniform(0.4, 1.2)))
    if always or chance.random() < 0.15:
        axes.minorticks_on()
        axes.grid(
            True, which="minor", color=str(chance.choice(_GRIDS)), linewidth=float(chance.uniform(0.2, 0.6))
        )


def _colour(chance: np.random.Generator) -> str:
    return str(chance.choice(_COLOURS))


def lines(chance: np.random.Generator) -> Pixels:
    """One to five curves in one pair of axes."""
    made = figure(chance)
    axes = made.subplots()
    for _ in range(int(chance.integers(1, 6))):
        axes.plot(signal(chance), color=_colour(chance), linewidth=float(chance.uniform(0.7, 2)))
    _grid(axes, chance)
    axes.set_title("Result of the series")
    axes.set_xlabel("time in s")
    return drawn(made)


def bars(chance: np.random.Generator) -> Pixels:
    """Bars or a histogram, one or several pairs of axes."""
    made = figure(chance)
    for axes in np.ravel(made.subplots(*chance.integers(1, 3, 2), squeeze=False)):
        if chance.random() < 0.5:
            axes.bar(range(12), chance.random(12), color=_colour(chance))
        else:
            axes.hist(chance.normal(size=500), bins=int(chance.integers(8, 60)), color=_colour(chance))
        _grid(axes, chance)
    return drawn(made)


def scatter(chance: np.random.Generator) -> Pixels:
    """Points with a fitted line, or boxes and whiskers."""
    made = figure(chance)
    axes = made.subplots()
    if chance.random() < 0.3:
        axes.boxplot([chance.normal(k, 1, 60) for k in range(int(chance.integers(3, 14)))])
    else:
        x = chance.normal(size=int(chance.integers(30, 900)))
        axes.scatter(x, x + chance.normal(size=len(x)), s=float(chance.uniform(3, 30)), color=_colour(chance))
        axes.plot([-3, 3], [-3, 3], color="k")
    _grid(axes, chance)
    return drawn(made)


def candles(chance: np.random.Generator) -> Pixels:
    """A price chart with volumes below."""
    made = figure(chance)
    top, below = made.subplots(2, 1, height_ratios=(3, 1), sharex=True)
    count = int(chance.integers(40, 250))
    close = 100 + chance.normal(size=count).cumsum()
    start = close + chance.normal(0, 0.7, count)
    top.vlines(
        range(count), np.minimum(close, start) - 1, np.maximum(close, start) + 1, color="k", linewidth=0.7
    )
    colours = np.where(close > start, "tab:green", "tab:red")
    top.bar(range(count), close - start, bottom=start, color=colours.tolist(), width=0.6)
    if chance.random() < 0.5:
        top.plot(np.convolve(close, np.ones(9) / 9, "same")[5:-5], color="navy")
    below.bar(range(count), chance.random(count) ** 2, color="0.5")
    _grid(top, chance)
    return drawn(made)


def on_graph_paper(chance: np.random.Generator) -> Pixels:
    """One to four curves on fine coloured graph paper without axes, as a recorder's paper."""
    made = figure(chance)
    made.set_layout_engine("none")
    axes = made.add_axes((0, 0, 1, 1) if chance.random() < 0.5 else (0.06, 0.06, 0.88, 0.88))
    colour, fine = str(chance.choice(_GRIDS)), int(chance.integers(40, 130))
    high = round(fine * made.get_figheight() / made.get_figwidth())
    for count, draw in ((fine, axes.axvline), (high, axes.axhline)):
        for line in range(count + 1):
            draw(line / count, color=colour, linewidth=1.1 if line % 5 == 0 else 0.4)
    rows = int(chance.integers(1, 5))
    for row in range(rows):
        curve = signal(chance)
        curve = (curve - curve.mean()) / (np.ptp(curve) + 1e-9)
        axes.plot(
            np.linspace(0.02, 0.98, len(curve)),
            (row + 0.5 + 0.8 * curve) / rows,
            color=_colour(chance),
            linewidth=1.2,
        )
    axes.set(xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[])
    return drawn(made)


def panels(chance: np.random.Generator) -> Pixels:
    """Several curves below each other or in a matrix, with axes."""
    made = figure(chance)
    shape = (int(chance.integers(2, 7)), int(chance.integers(1, 4)))
    for axes in np.ravel(made.subplots(*shape, squeeze=False)):
        axes.plot(signal(chance), color=_colour(chance), linewidth=float(chance.uniform(0.6, 1.4)))
        _grid(axes, chance)
    return drawn(made)


def spectrum(chance: np.random.Generator) -> Pixels:
    """A spectrum with sharp peaks, or a map of one in colours."""
    made = figure(chance)
    axes = made.subplots()
    if chance.random() < 0.35:
        axes.specgram(signal(chance, 8000) + chance.normal(size=8000), Fs=500)
        return drawn(made)
    x = np.linspace(0, 100, 2000)
    peaks = [
        chance.random() * np.exp(-(((x - c) / chance.uniform(0.1, 1.5)) ** 2))
        for c in chance.uniform(0, 100, 30)
    ]
    axes.plot(x, np.sum(peaks, axis=0) + chance.normal(0, 0.004, 2000), color=_colour(chance), linewidth=1)
    _grid(axes, chance)
    return drawn(made)


def fever_curve(chance: np.random.Generator) -> Pixels:
    """A chart from a ward: temperature and pulse by the day on a grid."""
    made = figure(chance)
    axes = made.subplots()
    days = np.arange(int(chance.integers(10, 60))) / 2
    axes.plot(days, 37 + chance.normal(0, 0.6, len(days)), "o-", color="tab:red", linewidth=1.2)
    axes.plot(days, 36 + chance.normal(0, 0.5, len(days)), "x-", color="tab:blue", linewidth=1.2)
    _grid(axes, chance, always=True)
    axes.set_title("Temperature and pulse")
    return drawn(made)
