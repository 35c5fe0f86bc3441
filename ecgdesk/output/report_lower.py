"""The lower part of the report: why, cautions and leads on the left, measurements and facts on the right."""

from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph

from ecgdesk.core.analysis import Analysis
from ecgdesk.core.sentence import Language, say
from ecgdesk.output.report_leads import LeadBars
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
from ecgdesk.output.report_text import NOT_MEASURED, facts, lights, measured

_GUTTER: Final = 28.0
_LABEL_WIDTH: Final = 72.0
_MAX_CAUTIONS: Final = 6
_ABSENT: Final = (str(NOT_MEASURED), "not measurable")


class LowerPart:
    """Both columns below the page; knows its height beforehand."""

    def __init__(self, analysis: Analysis, when: datetime, file: str | None, language: Language) -> None:
        self._column = (WIDTH - _GUTTER) / 2
        self._language = language
        self._left = _why(analysis, language)
        self._right = [
            (say("Measurements"), measured(analysis.measurements)),
            (say("Analysis"), facts(analysis, when, file, language)),
        ]
        left = sum(part.wrap(self._column, PAGE_HEIGHT)[1] + gap for part, gap in self._left)
        right = sum(self._table_height(rows) + 2 * STEP + BODY for _, rows in self._right)
        stated = analysis.prediction is None or not analysis.prediction.unlike_training
        self._bars = LeadBars(analysis.explanation if stated else None, self._column, language)
        self.height = max(left + self._bars.height, right)

    def draw(self, pen: Pen) -> None:
        """Draw both columns from the pen's place on."""
        y = pen.y
        for part, gap in self._left:
            y = pen.place(part, MARGIN, y, self._column) - gap
        self._bars.draw(pen, MARGIN, y)
        y = pen.y
        for title, rows in self._right:
            y = self._table(pen, title, rows, MARGIN + self._column + _GUTTER, y) - STEP

    def _table(self, pen: Pen, title: str, rows: list[tuple[str, str]], x: float, y: float) -> float:
        heading = Paragraph(escape(self._language(title)), style(BODY, TEXT, bold=True))
        y = pen.place(heading, x, y, self._column) - 2
        for name, value in rows:
            below = pen.place(self._name(name), x, y, _LABEL_WIDTH)
            y = min(below, pen.place(self._value(value), x + _LABEL_WIDTH, y, self._room)) - 1
        return y

    def _table_height(self, rows: list[tuple[str, str]]) -> float:
        return float(sum(self._row_height(name, value) + 1 for name, value in rows))

    def _row_height(self, name: str, value: str) -> float:
        label = self._name(name).wrap(_LABEL_WIDTH, PAGE_HEIGHT)[1]
        return float(max(label, self._value(value).wrap(self._room, PAGE_HEIGHT)[1]))

    @property
    def _room(self) -> float:
        return float(self._column - _LABEL_WIDTH)

    def _name(self, name: str) -> Paragraph:
        return Paragraph(escape(self._language(name)), style(SMALL, MUTED))

    def _value(self, value: str) -> Paragraph:
        colour = MUTED if value.startswith(_ABSENT) else TEXT
        return Paragraph(escape(self._language(value)), style(SMALL, colour))


def _why(analysis: Analysis, language: Language) -> list[tuple[Paragraph, float]]:
    """Return the paragraphs of the left column, each with the gap below it."""
    reason = language(analysis.rationale or say("No reason is given for this page."))
    parts = [
        (Paragraph(escape(language(say("Why"))), style(BODY, TEXT, bold=True)), 2.0),
        (Paragraph("<br/>".join(map(escape, reason.splitlines())), style()), STEP),
    ]
    for place, line in enumerate(lights(analysis.explanation)):
        looks = style(SMALL, MUTED) if place else style()
        parts.append((Paragraph(escape(language(line)), looks), STEP / 2))
    if analysis.cautions:
        parts.append((Paragraph(escape(language(say("Cautions"))), style(BODY, CAUTION, bold=True)), 2.0))
        small = style(SMALL, CAUTION)
        shown = analysis.cautions[:_MAX_CAUTIONS]
        words = [escape(language(caution.sentence)) for caution in shown]
        parts += [(Paragraph(f"▲ {text}", small), STEP / 2) for text in words]
    return parts
