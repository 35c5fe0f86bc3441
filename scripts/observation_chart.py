"""A bedside chart of pulse and temperature: a page with a grid and curves that is no ECG."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ecgdesk.reading.render_text import Face, TextItem, stamp

PX_PER_MM = 100 / 25.4
WIDTH_MM, HEIGHT_MM = 297.0, 210.0
LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 34.0, 286.0, 44.0, 176.0
DAYS, TIMES = 7, 6
HOURS = ("02", "06", "10", "14", "18", "22")
STEPS = 12
PULSE, TEMPERATURE = (40.0, 160.0), (35.0, 41.0)
PAPER, GRID, BOLD = (253, 252, 248), (206, 214, 222), (120, 132, 146)
RED, BLUE, INK = (176, 32, 38), (28, 66, 150), (24, 26, 30)

Colour = tuple[int, int, int]
Pixels = NDArray[np.uint8]


def observation_chart(seed: int) -> Pixels:
    """Return the chart, RGB (height, width, 3); the same seed gives the same chart."""
    image = Image.new("RGB", (_px(WIDTH_MM), _px(HEIGHT_MM)), PAPER)
    draw = ImageDraw.Draw(image)
    _grid(draw)
    rng = np.random.default_rng(seed)
    day = np.arange(DAYS * TIMES) / TIMES
    # A fever that falls over the week; the pulse goes with it.
    fever = 2.1 * np.exp(-day / 2.2) + 0.35 * np.sin(2 * np.pi * (day - 0.55))
    temperature = 36.9 + fever + rng.normal(0, 0.12, len(day))
    _curve(draw, temperature, TEMPERATURE, BLUE)
    _curve(draw, 72 + 14 * fever + rng.normal(0, 4, len(day)), PULSE, RED)
    pixels = np.asarray(image).copy()
    for colour, item in _words():
        _write(pixels, item, colour)
    return pixels


def _px(mm: float) -> int:
    return round(mm * PX_PER_MM)


def _x(place: float) -> float:
    return LEFT_MM + (RIGHT_MM - LEFT_MM) * place / (DAYS * TIMES)


def _y(share: float) -> float:
    return BOTTOM_MM - (BOTTOM_MM - TOP_MM) * share


def _grid(draw: ImageDraw.ImageDraw) -> None:
    for place in range(DAYS * TIMES + 1):
        x, bold = _px(_x(place)), place % TIMES == 0
        draw.line((x, _px(TOP_MM), x, _px(BOTTOM_MM)), BOLD if bold else GRID, 2 if bold else 1)
    for step in range(STEPS + 1):
        y, bold = _px(_y(step / STEPS)), step % 2 == 0
        draw.line((_px(LEFT_MM), y, _px(RIGHT_MM), y), BOLD if bold else GRID, 1)


def _curve(
    draw: ImageDraw.ImageDraw, values: NDArray[np.float64], limits: tuple[float, float], ink: Colour
) -> None:
    low, high = limits
    points = [(_px(_x(n + 0.5)), _px(_y((v - low) / (high - low)))) for n, v in enumerate(values)]
    draw.line(points, ink, 2)
    for x, y in points:
        draw.ellipse((x - 4, y - 4, x + 4, y + 4), ink)


def _words() -> list[tuple[Colour, TextItem]]:
    words = [
        (INK, TextItem("Observation chart", LEFT_MM, 18, 6.5, Face.SANS_BOLD)),
        (INK, TextItem("No patient   ID SIM-0007   2001-01-01 to 2001-01-07", LEFT_MM, 26, 3.6)),
        (INK, TextItem("SIMULATED", RIGHT_MM, 18, 6.5, Face.SANS_BOLD, 0.12, to_the_left=True)),
        (RED, TextItem("Pulse, beats a minute", LEFT_MM, 196, 3.8)),
        (BLUE, TextItem("Temperature, °C", LEFT_MM + 60, 196, 3.8)),
        (INK, TextItem("ecgdesk   SIMULATED", RIGHT_MM, 196, 3.6, to_the_left=True)),
    ]
    for day in range(DAYS):
        words.append((INK, TextItem(f"Day {day + 1}", _x(day * TIMES) + 2, TOP_MM - 3, 3.8)))
        places = enumerate(HOURS, start=day * TIMES)
        words += [(INK, TextItem(hour, _x(place) + 1.2, BOTTOM_MM + 5, 2.4)) for place, hour in places]
    for step in range(0, STEPS + 1, 2):
        y = _y(step / STEPS) + 1.3
        pulse, heat = (a + (b - a) * step / STEPS for a, b in (PULSE, TEMPERATURE))
        words.append((RED, TextItem(f"{pulse:.0f}", LEFT_MM - 14, y, 3.4, to_the_left=True)))
        words.append((BLUE, TextItem(f"{heat:.0f}", LEFT_MM - 3, y, 3.4, to_the_left=True)))
    return words


def _write(pixels: Pixels, item: TextItem, colour: Colour) -> None:
    layer = np.zeros(pixels.shape[:2], dtype=np.uint8)
    stamp(layer, item, PX_PER_MM)
    share = layer[..., None] / 255
    pixels[:] = np.round(pixels * (1 - share) + np.array(colour) * share).astype(np.uint8)
