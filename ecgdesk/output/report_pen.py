"""What draws on the report's page."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from ecgdesk.output.report_style import BODY, BOLD, HAIRLINE, MARGIN, PAGE_HEIGHT, REGULAR, SMALL, WIDTH


@dataclass(slots=True)
class Pen:
    """A canvas and how far down the page it has got, in points from the bottom."""

    canvas: Canvas
    y: float

    def text(self, x: float, y: float, words: str, size: float = BODY, *, bold: bool = False,
             right: bool = False) -> None:  # fmt: skip
        """Write one line in the current fill colour."""
        self.canvas.setFont(BOLD if bold else REGULAR, size)
        (self.canvas.drawRightString if right else self.canvas.drawString)(x, y, words)

    def rule(self, y: float) -> None:
        """Draw a hairline over the whole width."""
        self.canvas.setStrokeColor(HAIRLINE)
        self.canvas.setLineWidth(0.6)
        self.canvas.line(MARGIN, y, MARGIN + WIDTH, y)

    def place(self, paragraph: Paragraph, x: float, y: float, width: float) -> float:
        """Draw a paragraph with its top at `y`; returns where it ends."""
        _, height = paragraph.wrap(width, PAGE_HEIGHT)
        paragraph.drawOn(self.canvas, x, y - height)
        return float(y - height)

    def fitting(self, words: str, width: float) -> str:
        """Return the words, cut with an ellipsis where they would be wider than `width` in small type."""
        if self.canvas.stringWidth(words, BOLD, SMALL) <= width:
            return words
        while words and self.canvas.stringWidth(words + "…", BOLD, SMALL) > width:
            words = words[:-1]
        return words.rstrip() + "…"
