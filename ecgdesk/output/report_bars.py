"""The probabilities of the report as bars, with marks where classes begin to be named."""

from typing import Final
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph

from ecgdesk.core.analysis import Analysis, Prediction
from ecgdesk.core.figures import probability_text
from ecgdesk.core.sentence import Language, Sentence, joined, say
from ecgdesk.output.report_pen import Pen
from ecgdesk.output.report_style import (
    BODY,
    FILLED,
    MARGIN,
    MUTED,
    PAPER,
    SMALL,
    STEP,
    TEXT,
    TRACK,
    UNSURE,
    WIDTH,
    style,
)  # fmt: skip
from ecgdesk.output.report_text import class_name

BARS_WIDTH: Final = 262.0
_TRACK_WIDTH: Final = 84.0
_BAR_ROW: Final = 15.0
_MAX_BARS: Final = 6


def draw_bars(pen: Pen, analysis: Analysis, top: float, language: Language) -> float:
    """Draw the probabilities, most probable first; returns where they end."""
    prediction = analysis.prediction
    if prediction is None:
        return top
    left, track, y = MARGIN + WIDTH - BARS_WIDTH, _TRACK_WIDTH, top - BODY * 0.8
    for class_id, probability in prediction.ranked[:_MAX_BARS]:
        named = class_id == prediction.label or class_id in prediction.labels
        inside = class_id in prediction.prediction_set or class_id in prediction.labels
        pen.canvas.setFillColor(TEXT if inside else MUTED)
        name = pen.fitting(language(class_name(analysis, class_id)), BARS_WIDTH - track - 34)
        pen.text(left, y, name, SMALL, bold=named)
        pen.text(left + BARS_WIDTH, y, language.number(probability_text(probability)), SMALL, right=True)
        start = left + BARS_WIDTH - track - 26
        pen.canvas.setFillColor(TRACK)
        pen.canvas.roundRect(start, y - 0.5, track, 6, 3, stroke=0, fill=1)
        pen.canvas.setFillColor(FILLED if named and not prediction.uncertain else UNSURE)
        pen.canvas.roundRect(start, y - 0.5, max(6.0, track * probability), 6, 3, stroke=0, fill=1)
        if class_id in prediction.thresholds:
            _mark(pen, start + track * prediction.thresholds[class_id], y)
        y -= _BAR_ROW
    if prediction.thresholds:
        legend = Paragraph(escape(language(_named_from(analysis, prediction))), style(SMALL, MUTED))
        y = pen.place(legend, left, y + _BAR_ROW - STEP * 0.75, BARS_WIDTH)
        return y - STEP / 2
    return y + _BAR_ROW - STEP


def _mark(pen: Pen, x: float, y: float) -> None:
    """Draw where a class begins to be named, with a white rim so that it shows on a filled bar."""
    for width, colour in ((2.6, PAPER), (1.2, TEXT)):
        pen.canvas.setFillColor(colour)
        pen.canvas.rect(x - width / 2, y - 2.5, width, 10, stroke=0, fill=1)


def _named_from(analysis: Analysis, prediction: Prediction) -> Sentence:
    """Return what the marks stand for, class by class."""
    shown = [(one, prediction.thresholds.get(one)) for one, _ in prediction.ranked[:_MAX_BARS]]
    parts = [
        say("{what} {number}", what=class_name(analysis, one), number=probability_text(value))
        for one, value in shown
        if value is not None
    ]
    return say("The mark is where a class begins to be named: {classes}.", classes=joined(parts, ", "))
