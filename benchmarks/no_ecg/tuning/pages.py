"""Written pages, drawn with Pillow: letters, columns, tables, forms, prescriptions."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import matplotlib
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.no_ecg.sets import Pixels

FONTS: Final = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
_PRINT: Final = (
    "DejaVuSans.ttf", "DejaVuSerif.ttf", "DejaVuSansMono.ttf", "DejaVuSans-Bold.ttf", "STIXGeneral.ttf",
    "cmr10.ttf", "cmss10.ttf",
)  # fmt: skip
_SLANTED: Final = ("DejaVuSerif-Italic.ttf", "STIXGeneralItalic.ttf", "cmti10.ttf", "cmmi10.ttf")
_SYLLABLES: Final = [
    "lo",
    "rem",
    "ip",
    "sum",
    "do",
    "lor",
    "sit",
    "a",
    "met",
    "con",
    "sec",
    "te",
    "tur",
    "ad",
    "pis",
    "cing",
    "e",
    "lit",
    "sed",
    "di",
    "am",
    "no",
    "nu",
    "my",
    "eir",
    "mod",
    "tem",
    "por",
]
_SIZES: Final = ((1240, 1754), (1654, 2339), (1754, 1240), (1000, 1400), (1275, 1650))


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a font that matplotlib brings."""
    return ImageFont.truetype(FONTS / name, size)


def words(chance: np.random.Generator, count: int) -> list[str]:
    """Return made-up words."""
    return ["".join(chance.choice(_SYLLABLES, int(chance.integers(1, 4)))) for _ in range(count)]


class Sheet:
    """White paper of a common size to write on."""

    def __init__(self, chance: np.random.Generator, shade: int = 235) -> None:
        self.chance = chance
        self.width, self.height = _SIZES[int(chance.integers(len(_SIZES)))]
        paper = tuple(int(v) for v in chance.integers(shade, 256, 3))
        self.image = Image.new("RGB", (self.width, self.height), paper)
        self.draw = ImageDraw.Draw(self.image)
        self.ink = tuple(int(v) for v in chance.integers(0, 70, 3))
        self.margin = int(chance.integers(60, 160))

    @property
    def pixels(self) -> Pixels:
        """What was drawn."""
        return np.asarray(self.image)

    def paragraph(self, x0: int, y0: int, x1: int, y1: int, name: str, size: int) -> None:
        """Fill a box with lines of words."""
        y = y0
        step = round(size * self.chance.uniform(1.2, 1.9))
        while y + step < y1:
            line = " ".join(words(self.chance, max(2, round((x1 - x0) / size / 2.2))))
            last = self.chance.random() < 0.12
            keep = line[: max(4, len(line) // 3)] if last else line
            while self.draw.textlength(keep, font(name, size)) > x1 - x0:
                keep = keep[:-2]
            self.draw.text((x0, y), keep, font=font(name, size), fill=self.ink)
            y += step * (2 if last else 1)


def _print(chance: np.random.Generator) -> str:
    return str(chance.choice(_PRINT))


def letter(chance: np.random.Generator) -> Pixels:
    """A letter with a heading and a few paragraphs."""
    sheet = Sheet(chance)
    size, m = int(chance.integers(16, 46)), sheet.margin
    name = _print(chance)
    sheet.draw.text((m, m), " ".join(words(chance, 3)).title(), font=font(name, size * 2), fill=sheet.ink)
    bottom = round(sheet.height * chance.uniform(0.4, 0.95))
    sheet.paragraph(m, m + 4 * size, sheet.width - m, bottom, name, size)
    return sheet.pixels


def columns(chance: np.random.Generator) -> Pixels:
    """A printed page of two or three columns with a picture."""
    sheet = Sheet(chance)
    count, m = int(chance.integers(2, 4)), sheet.margin
    each, size, name = (sheet.width - 2 * m) // count, int(chance.integers(14, 26)), _print(chance)
    for column in range(count):
        x = m + column * each
        sheet.paragraph(x, m, x + each - 24, sheet.height - m, name, size)
    x, y = int(chance.integers(m, sheet.width // 2)), int(chance.integers(m, sheet.height // 2))
    grey = int(chance.integers(80, 220))
    sheet.draw.rectangle((x, y, x + each, y + each // 2), fill=(grey, grey, min(255, grey + 20)))
    return sheet.pixels


def listing(chance: np.random.Generator) -> Pixels:
    """A program listing or a laboratory report in a fixed-width font."""
    sheet = Sheet(chance)
    size, y = int(chance.integers(16, 30)), sheet.margin
    while y < sheet.height - sheet.margin:
        indent = "    " * int(chance.integers(0, 4))
        text = indent + "  ".join(
            f"{w}={chance.integers(0, 999)}" for w in words(chance, int(chance.integers(1, 4)))
        )
        sheet.draw.text((sheet.margin, y), text, font=font("DejaVuSansMono.ttf", size), fill=sheet.ink)
        y += round(size * 1.4)
    return sheet.pixels


def table(chance: np.random.Generator) -> Pixels:
    """A table of numbers, ruled or not."""
    sheet = Sheet(chance)
    rows, across = int(chance.integers(8, 40)), int(chance.integers(3, 10))
    m, size, name = sheet.margin, int(chance.integers(16, 28)), _print(chance)
    high, wide = (sheet.height - 2 * m) / rows, (sheet.width - 2 * m) / across
    ruled = chance.random() < 0.7
    for row in range(rows + 1):
        if ruled or row < 2:
            y = m + row * high
            sheet.draw.line((m, y, sheet.width - m, y), fill=sheet.ink, width=int(chance.integers(1, 4)))
        for column in range(across if row < rows else 0):
            value = (
                words(chance, 1)[0] if column == 0 else f"{chance.normal(50, 30):.{chance.integers(0, 3)}f}"
            )
            sheet.draw.text(
                (m + column * wide + 6, m + row * high + 4), value, font=font(name, size), fill=sheet.ink
            )
    for column in range(across + 1 if ruled else 0):
        x = m + column * wide
        sheet.draw.line((x, m, x, sheet.height - m), fill=sheet.ink, width=2)
    return sheet.pixels


def boxes(chance: np.random.Generator) -> Pixels:
    """A form of labelled boxes and ticks."""
    sheet = Sheet(chance)
    m, y, name = sheet.margin, sheet.margin, _print(chance)
    size = int(chance.integers(14, 26))
    while y < sheet.height - m - 80:
        high, x = int(chance.integers(40, 130)), m
        while x < sheet.width - m - 60:
            wide = int(min(chance.integers(80, 600), sheet.width - m - x))
            sheet.draw.rectangle(
                (x, y, x + wide, y + high), outline=sheet.ink, width=int(chance.integers(1, 4))
            )
            sheet.draw.text((x + 5, y + 3), words(chance, 1)[0], font=font(name, size), fill=sheet.ink)
            if chance.random() < 0.5:
                _fill_in(sheet, x + 10, y + size + 6, wide)
            x += wide + int(chance.integers(0, 20))
        y += high + int(chance.integers(0, 30))
    return sheet.pixels


def _fill_in(sheet: Sheet, x: float, y: float, wide: float) -> None:
    blue = (20, 30, int(sheet.chance.integers(90, 190)))
    name = str(sheet.chance.choice(_SLANTED))
    text = " ".join(words(sheet.chance, max(1, round(wide / 160))))
    sheet.draw.text((x, y), text, font=font(name, int(sheet.chance.integers(20, 36))), fill=blue)


def ruled_form(chance: np.random.Generator) -> Pixels:
    """A form of questions with lines to write on, some of them filled in, perhaps on a coloured ground."""
    sheet = Sheet(chance, 215)
    m, name, size = sheet.margin, _print(chance), int(chance.integers(18, 30))
    colour = tuple(int(v) for v in chance.integers(60, 210, 3))
    for y in range(m, sheet.height - m, int(chance.integers(45, 90))):
        label = " ".join(words(chance, 2)).title() + ":"
        sheet.draw.text((m, y), label, font=font(name, size), fill=sheet.ink)
        x = m + sheet.draw.textlength(label, font(name, size)) + 12
        sheet.draw.line((x, y + size + 4, sheet.width - m, y + size + 4), fill=colour, width=2)
        if chance.random() < 0.6:
            _fill_in(sheet, x + 20, y - 6, (sheet.width - x) * chance.random())
    return sheet.pixels


def invoice(chance: np.random.Generator) -> Pixels:
    """An address, a table of items, a total, a barcode."""
    sheet = Sheet(chance)
    m, name, size = sheet.margin, _print(chance), int(chance.integers(18, 28))
    for row in range(5):
        sheet.draw.text(
            (m, m + row * size * 1.5), " ".join(words(chance, 3)), font=font(name, size), fill=sheet.ink
        )
    x = sheet.width - m - 360
    for _ in range(90):
        wide = int(chance.integers(1, 5))
        sheet.draw.rectangle((x, m, x + wide, m + 90), fill=sheet.ink)
        x += wide + int(chance.integers(1, 5))
    y = m + 300
    while y < sheet.height * 0.8:
        sheet.draw.text((m, y), " ".join(words(chance, 4)), font=font(name, size), fill=sheet.ink)
        price = f"{chance.uniform(1, 900):.2f}"
        sheet.draw.text((sheet.width - m - 120, y), price, font=font(name, size), fill=sheet.ink)
        sheet.draw.line((m, y + size * 1.5, sheet.width - m, y + size * 1.5), fill=(190, 190, 190))
        y += size * 2
    return sheet.pixels


def prescription(chance: np.random.Generator) -> Pixels:
    """A prescription: printed head, a frame, slanted writing in blue, a signature."""
    sheet = Sheet(chance, 205)
    m, name = sheet.margin, _print(chance)
    sheet.draw.text((m, m), "Dr " + " ".join(words(chance, 2)).title(), font=font(name, 36), fill=sheet.ink)
    sheet.draw.line((m, m + 60, sheet.width - m, m + 60), fill=sheet.ink, width=3)
    sheet.draw.text((m, m + 80), "Rx", font=font("DejaVuSerif-BoldItalic.ttf", 90), fill=sheet.ink)
    size, y = int(chance.integers(34, 64)), m + 220
    blue = tuple(int(v) for v in chance.integers((0, 0, 60), (60, 60, 200)))
    slanted = str(chance.choice(_SLANTED))
    for _ in range(int(chance.integers(2, 9))):
        line = " ".join([*words(chance, 2), f"{chance.integers(1, 500)} mg", f"{chance.integers(1, 4)}x"])
        place = (m + int(chance.integers(20, 90)), y)
        sheet.draw.text(place, line, font=font(slanted, size), fill=blue)
        y += round(size * chance.uniform(1.3, 2))
    _scribble(sheet, sheet.width * 0.55, sheet.height * 0.85, 300, 50, blue)
    return sheet.pixels


def scribbled_note(chance: np.random.Generator) -> Pixels:
    """A note by hand: lines of joined-up loops."""
    sheet = Sheet(chance, 215)
    ink = tuple(int(v) for v in chance.integers((0, 0, 30), (60, 60, 180)))
    high = int(chance.integers(20, 60))
    y = float(sheet.margin + high)
    while y < sheet.height * chance.uniform(0.4, 0.98) - sheet.margin:
        x = float(sheet.margin)
        while x < sheet.width - sheet.margin - 120:
            wide = float(chance.uniform(60, 260))
            _scribble(sheet, x, y + chance.normal(0, 4), wide, high, ink)
            x += wide + chance.uniform(20, 60)
        y += high * chance.uniform(1.8, 3.2)
    return sheet.pixels


def _scribble(sheet: Sheet, x: float, y: float, wide: float, high: float, ink: tuple[int, ...]) -> None:
    """Write one joined-up word that nobody can read."""
    points = list(_loops(sheet.chance, x, y, wide, high))
    sheet.draw.line(points, fill=ink, width=int(sheet.chance.integers(2, 6)), joint="curve")


def _loops(
    chance: np.random.Generator, x: float, y: float, wide: float, high: float
) -> Iterator[tuple[float, float]]:
    letters = max(2, round(wide / (high * 0.6)))
    time = np.linspace(0, letters, letters * 24)
    tall = np.repeat(chance.choice([0.5, 0.5, 0.6, 1.0, 1.3], letters + 1), 24)[: len(time)]
    turn = 2 * np.pi * time
    across = x + wide * time / letters + high * 0.22 * np.sin(turn + chance.uniform(0, 6))
    down = y - high * tall * 0.5 * (1 - np.cos(turn)) + high * 0.1 * np.sin(turn * 0.37)
    yield from zip(across.tolist(), down.tolist(), strict=True)
