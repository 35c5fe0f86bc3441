"""How much of the evidence lies in each lead, as bars on the report."""

from typing import Final
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.figures import percent_text
from ecgdesk.core.lead_keys import REST_SAID_FROM, in_order, rest_of, short_key
from ecgdesk.core.sentence import Language, say
from ecgdesk.output.report_pen import Pen
from ecgdesk.output.report_style import BODY, FILLED, MUTED, SMALL, STEP, TEXT, TRACK, style

_COLUMNS: Final = 2
_GAP: Final = 16.0
_ROW: Final = 11.0
_NAME: Final = 34.0
_NUMBER: Final = 26.0
_TITLE: Final = BODY * 1.42 + 4


class LeadBars:
    """A bar for each lead, limb leads left and chest leads right; knows its height beforehand."""

    def __init__(self, explanation: Explanation | None, width: float, language: Language) -> None:
        self._shares = (explanation.lead_shares if explanation else None) or {}
        self._width, self._language = width, language
        self._rows = -(-len(self._shares) // _COLUMNS)
        self._rest = rest_of(self._shares)
        self._has_rest = bool(self._shares) and self._rest >= REST_SAID_FROM

    @property
    def height(self) -> float:
        """The room the bars take, nothing where no lead is known."""
        return _TITLE + (self._rows + self._has_rest) * _ROW + STEP if self._shares else 0.0

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw title and bars from the top `y` down."""
        if not self._shares:
            return
        title = Paragraph(escape(self._language(say("Evidence by lead"))), style(BODY, TEXT, bold=True))
        y = pen.place(title, x, y, self._width) - 4
        width = (self._width - _GAP * (_COLUMNS - 1)) / _COLUMNS
        longest = max(self._shares.values()) or 1.0
        for place, key in enumerate(in_order(self._shares)):
            column, row = divmod(place, self._rows)
            self._bar(pen, key, longest, x + column * (width + _GAP), y - (row + 1) * _ROW + 3, width)
        if self._has_rest:
            words = self._language(
                say("{share} lies outside the named leads.", share=percent_text(self._rest))
            )
            pen.canvas.setFillColor(MUTED)
            pen.text(x, y - (self._rows + 1) * _ROW + 3, words, SMALL)

    def _bar(self, pen: Pen, key: str, longest: float, x: float, y: float, width: float) -> None:
        share, track = self._shares[key], width - _NAME - _NUMBER
        pen.canvas.setFillColor(TEXT)
        pen.text(x, y, short_key(key), SMALL)
        pen.canvas.setFillColor(MUTED)
        pen.text(x + width, y, self._language.number(percent_text(share)), SMALL, right=True)
        pen.canvas.setFillColor(TRACK)
        pen.canvas.roundRect(x + _NAME, y, track, 5, 2.5, stroke=0, fill=1)
        pen.canvas.setFillColor(FILLED)
        pen.canvas.roundRect(x + _NAME, y, max(4.0, track * share / longest), 5, 2.5, stroke=0, fill=1)
