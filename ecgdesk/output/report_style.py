"""The look of the printed report: one font, three sizes, few colours, an 8-point rhythm."""

from functools import cache
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ecgdesk.output.fonts import font_file

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN: Final = 44.0
WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
STEP: Final = 8.0

REGULAR: Final = "ecgdesk-regular"
BOLD: Final = "ecgdesk-bold"

PAPER = HexColor("#ffffff")
TEXT = HexColor("#18212b")
MUTED = HexColor("#4d5966")
HAIRLINE = HexColor("#d5dbe1")
TRACK = HexColor("#e9edf1")
FILLED = HexColor("#0b5f7d")
UNSURE = HexColor("#8b95a0")
CAUTION = HexColor("#7a4b00")

SMALL: Final = 7.5
BODY: Final = 9.0
LARGE: Final = 18.0


@cache
def register_fonts() -> None:
    """Make both weights known to reportlab; they are embedded as far as they are used."""
    for name, bold in ((REGULAR, False), (BOLD, True)):
        pdfmetrics.registerFont(TTFont(name, str(font_file(bold=bold))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


def style(size: float = BODY, colour: Color = TEXT, *, bold: bool = False) -> ParagraphStyle:
    """Return a paragraph style."""
    font = BOLD if bold else REGULAR
    return ParagraphStyle("ecgdesk", fontName=font, fontSize=size, leading=size * 1.42, textColor=colour)
