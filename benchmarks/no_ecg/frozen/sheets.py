"""Paper drawn on with reportlab and rendered by pdfium."""

import io
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
import pypdfium2
from reportlab.lib.pagesizes import A4, A5, landscape, letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.no_ecg.sets import Pixels

PRINT: Final = ("Helvetica", "Times-Roman", "Courier", "Helvetica-Bold", "Vera")
_WORDS: Final = (
    "the of and to in is that for it was on are as with they be at one have this from by hot word but what "
    "some we can out other were all there when up use your how said an each she which do their time if will "
    "way about many then them write would like so these her long make thing see him two has look more day "
    "could go come did number sound no most people my over know water than call first who may down side been "
    "now find any new work part take get place made live where after back little only round man year came "
    "show every good me give our under name very through just form sentence great think say help low line "
    "Befund Verlauf Therapie Kontrolle unauffällig Termin Patient Labor Anamnese Station Tablette morgens"
)  # fmt: skip
_SIZES: Final = (A4, landscape(A4), letter, A5)


@cache
def hands() -> tuple[str, ...]:
    """Register and return the fonts that look like handwriting: two of PyPI's, and a slanted one."""
    names = []
    for name, module, file in (
        ("Amatic", "font_amatic_sc", "AmaticSC-Regular.ttf"),
        ("AmaticBold", "font_amatic_sc", "AmaticSC-Bold.ttf"),
        ("Intuitive", "font_intuitive", "Intuitive.ttf"),
    ):
        spec = find_spec(module)
        if spec is None or spec.origin is None:
            raise SystemExit("The frozen set needs font-amatic-sc and font-intuitive: pip install them.")
        pdfmetrics.registerFont(TTFont(name, str(Path(spec.origin).parent / "files" / file)))
        names.append(name)
    return (*names, "Times-Italic")


class Paper:
    """One PDF page; lengths in points from the bottom left."""

    def __init__(self, chance: np.random.Generator) -> None:
        self.chance = chance
        self.width, self.height = _SIZES[int(chance.integers(len(_SIZES)))]
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, (self.width, self.height), invariant=1)
        if "Vera" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
        shade = chance.uniform(0.88, 1, 3).tolist() if chance.random() < 0.5 else (1, 1, 1)
        self.canvas.setFillColorRGB(*shade)
        self.canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        self.canvas.setFillColorRGB(*chance.uniform(0, 0.25, 3).tolist())
        self.margin = float(chance.uniform(24, 72))

    def words(self, count: int) -> str:
        """Return words from a list."""
        return " ".join(self.chance.choice(_WORDS.split(), count))

    def font(self, names: tuple[str, ...] = PRINT, sizes: tuple[float, float] = (8, 14)) -> tuple[str, float]:
        """Set and return one of these fonts and a size."""
        name, size = str(self.chance.choice(names)), float(self.chance.uniform(*sizes))
        self.canvas.setFont(name, size)
        return name, size

    def write(self, x0: float, x1: float, top: float, bottom: float, name: str, size: float) -> None:
        """Fill a box with lines of text."""
        self.canvas.setFont(name, size)
        y = top - size
        while y > bottom:
            text = self.words(max(1, round((x1 - x0) / size / 2.4)))
            while text and pdfmetrics.stringWidth(text, name, size) > x1 - x0:
                text = text[:-1]
            self.canvas.drawString(x0, y, text)
            y -= size * (1.35 if self.chance.random() < 0.9 else 2.7)

    def rendered(self) -> Pixels:
        """Return the page as pdfium renders it, RGB."""
        self.canvas.showPage()
        self.canvas.save()
        document = pypdfium2.PdfDocument(self._buffer.getvalue())
        scale = float(self.chance.uniform(110, 190)) / 72
        bitmap: Any = document[0].render(scale=scale)  # type: ignore[no-untyped-call]
        pixels = np.ascontiguousarray(bitmap.to_numpy()[:, :, 2::-1])
        document.close()
        return pixels
