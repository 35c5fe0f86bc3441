"""Charts of the frozen set that Qt paints: prices, growth, hearing, pulse waves, labour."""

import numpy as np

from benchmarks.no_ecg.frozen.painter import Canvas, grid_colour, wandering
from benchmarks.no_ecg.sets import Pixels


def price_chart(chance: np.random.Generator) -> Pixels:
    """Open, high, low and close as bars, with a moving average, on a dark or a light ground."""
    canvas = Canvas(chance)
    if dark := chance.random() < 0.3:
        canvas.box(0, 0, canvas.width, canvas.height, (24, 26, 34))
    canvas.grid(canvas.width / 12, (60, 62, 70) if dark else (225, 225, 225), 100)
    count = int(chance.integers(60, 200))
    close = wandering(chance, count, 0.97) * canvas.height * 0.17 + canvas.height / 2
    x = np.linspace(60, canvas.width - 60, count)
    for at, here, before in zip(x[1:], close[1:], close[:-1], strict=True):
        canvas.pen((40, 170, 90) if here < before else (210, 60, 60), 3)
        canvas.line(at, min(here, before) - 14, at, max(here, before) + 14)
    canvas.pen((230, 170, 40), 2)
    canvas.curve(x[10:], np.convolve(close, np.ones(11) / 11, "valid"))
    return canvas.paint()


def growth_chart(chance: np.random.Generator) -> Pixels:
    """Percentile curves on graph paper with a child's points."""
    canvas = Canvas(chance)
    colour = grid_colour(chance)
    canvas.grid(float(chance.uniform(10, 24)), colour)
    x = np.linspace(0.05, 0.95, 200)
    for place in (3, 10, 25, 50, 75, 90, 97):
        y = 0.9 - 0.6 * np.sqrt(x) * (1 + (place - 50) / 260)
        canvas.pen(tuple(round(v * 0.6) for v in colour), 2)  # type: ignore[arg-type]
        canvas.curve(x * canvas.width, y * canvas.height)
        canvas.text(x[-1] * canvas.width + 4, y[-1] * canvas.height, str(place))
    canvas.pen(canvas.ink(), 3)
    points = x[:: int(chance.integers(9, 40))]
    y = 0.9 - 0.6 * np.sqrt(points) * (1 + chance.normal(0, 0.03, len(points)))
    canvas.curve(points * canvas.width, y * canvas.height)
    return canvas.paint()


def audiogram(chance: np.random.Generator) -> Pixels:
    """Hearing thresholds of two ears on a square grid."""
    canvas = Canvas(chance)
    step = canvas.width / 12
    area = (step, step, canvas.width - step, canvas.height - step / 2)
    canvas.grid(step, (150, 150, 150), 1, area)
    for colour in ((200, 30, 40), (30, 60, 190)):
        canvas.pen(colour, 3)
        x = np.arange(2, 11) * step
        y = step * 2 + np.abs(wandering(chance, 9, 0.8)).cumsum() * step * 0.3
        canvas.curve(x, np.minimum(y, canvas.height - step))
        for a, b in zip(x, y, strict=True):
            canvas.text(a - 8, min(b, canvas.height - step) + 8, "O" if colour[0] > 100 else "X", 26)
    return canvas.paint()


def plethysmogram(chance: np.random.Generator) -> Pixels:
    """One to four pulse or pressure waves, or a spirometer's breaths, on recorder paper or plain."""
    canvas = Canvas(chance)
    if chance.random() < 0.6:
        canvas.grid(float(chance.uniform(7, 16)), grid_colour(chance))
    rows = int(chance.integers(1, 5))
    time = np.linspace(0, 10, 1500)
    for row in range(rows):
        rate = chance.uniform(0.2, 0.5) if chance.random() < 0.3 else chance.uniform(0.8, 2)
        phase = (time * rate + 0.02 * wandering(chance, 1500, 0.99)) % 1
        wave = np.exp(-(((phase - 0.25) / 0.12) ** 2)) + 0.4 * np.exp(-(((phase - 0.55) / 0.1) ** 2))
        wave += 0.1 * np.sin(time)
        y = canvas.height * ((row + 0.8) / rows - 0.55 / rows * wave)
        canvas.pen(canvas.ink(), float(chance.uniform(1.2, 3)))
        canvas.curve(40 + time / 10 * (canvas.width - 80), y)
    canvas.text(60, 40, str(chance.choice(["PLETH", "ABP mmHg", "CO2", "Flow l/s"])), 26)
    return canvas.paint()


def labour_chart(chance: np.random.Generator) -> Pixels:
    """A cardiotocogram: a child's heart rate above, the womb's contractions below, on red or green paper."""
    canvas = Canvas(chance)
    colour, half = grid_colour(chance), canvas.height * 0.6
    canvas.grid(float(chance.uniform(12, 22)), colour, 3, (0, 30, canvas.width, half))
    canvas.grid(float(chance.uniform(12, 22)), colour, 3, (0, half + 40, canvas.width, canvas.height - 20))
    x = np.linspace(0, canvas.width, 1400)
    rate = half * 0.5 + 18 * wandering(chance, 1400, 0.98) + 5 * chance.normal(size=1400)
    womb = canvas.height - 60 - 140 * np.clip(np.sin(x / canvas.width * chance.uniform(12, 40)), 0, 1) ** 3
    canvas.pen(canvas.ink(), 1.6)
    canvas.curve(x, rate)
    canvas.curve(x, womb + 3 * chance.normal(size=1400))
    return canvas.paint()
