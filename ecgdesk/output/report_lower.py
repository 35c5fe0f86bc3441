"""The lower part of the report: why and cautions on the left, measurements and facts on the right."""

from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph

from ecgdesk.core.analysis import Analysis
from ecgdesk.output.report_pen import Pen
from ecgdesk.output.report_style import (
    BODY,
    CAUTION,
    MARGIN,
    MUTED,
    PAGE_HEIGHT,
    SMALL,
    STEP,
    TEXT,
    WIDTH,
    style,
)  # fmt: skip
from ecgdesk.output.report_text import NOT_MEASURED, facts, measured

_GUTTER: Final = 28.0
_LABEL_WIDTH: Final = 72.0
_MAX_CAUTIONS: Final = 6


class LowerPart:
    """Why and cautions on the left, measurements and facts on the right; knows its height beforehand."""

    def __init__(self, analysis: Analysis, when: datetime, file: str | None) -> None:
        self._column = (WIDTH - _GUTTER) / 2
        self._left = _why(analysis)
        self._right = [
            ("Measurements", measured(analysis.measurements)),
            ("Analysis", facts(analysis, when, file)),
        ]
        left = sum(part.wrap(self._column, PAGE_HEIGHT)[1] + gap for part, gap in self._left)
        right = sum(self._table_height(rows) + 2 * STEP + BODY for _, rows in self._right)
        self.height = max(left, right)

    def draw(self, pen: Pen) -> None:
        """Draw both columns from the pen's place on."""
        y = pen.y
        for part, gap in self._left:
            y = pen.place(part, MARGIN, y, self._column) - gap
        y = pen.y
        for title, rows in self._right:
            y = self._table(pen, title, rows, MARGIN + self._column + _GUTTER, y) - STEP

    def _table(self, pen: Pen, title: str, rows: list[tuple[str, str]], x: float, y: float) -> float:
        y = pen.place(Paragraph(title, style(BODY, TEXT, bold=True)), x, y, self._column) - 2
        for name, value in rows:
            pen.place(Paragraph(escape(name), style(SMALL, MUTED)), x, y, _LABEL_WIDTH)
            y = pen.place(self._value(value), x + _LABEL_WIDTH, y, self._column - _LABEL_WIDTH) - 1
        return y

    def _table_height(self, rows: list[tuple[str, str]]) -> float:
        room = self._column - _LABEL_WIDTH
        return float(sum(self._value(value).wrap(room, PAGE_HEIGHT)[1] + 1 for _, value in rows))

    def _value(self, value: str) -> Paragraph:
        return Paragraph(escape(value), style(SMALL, MUTED if value == NOT_MEASURED else TEXT))


def _why(analysis: Analysis) -> list[tuple[Paragraph, float]]:
    """Return the paragraphs of the left column, each with the gap below it."""
    reason = analysis.rationale or "No reason is given for this page."
    parts = [
        (Paragraph("Why", style(BODY, TEXT, bold=True)), 2.0),
        (Paragraph(escape(reason), style()), STEP),
    ]
    if analysis.cautions:
        parts.append((Paragraph("Cautions", style(BODY, CAUTION, bold=True)), 2.0))
        small = style(SMALL, CAUTION)
        shown = analysis.cautions[:_MAX_CAUTIONS]
        parts += [(Paragraph(f"▲ {escape(str(caution))}", small), STEP / 2) for caution in shown]
    return parts
