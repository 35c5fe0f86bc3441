"""The one-page A4 report (PDF): page with heat map, result, why, cautions, and how it came about."""

import io
from datetime import datetime
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from ecgdesk.core.analysis import Analysis
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.heat import AS_IT_COMES, HeatView
from ecgdesk.core.sentence import ENGLISH, Language, say
from ecgdesk.output.files import write_file
from ecgdesk.output.overlay import pictures
from ecgdesk.output.report_bars import BARS_WIDTH, draw_bars
from ecgdesk.output.report_lower import LowerPart
from ecgdesk.output.report_pen import Pen
from ecgdesk.output.report_pictures import draw_pictures
from ecgdesk.output.report_style import (
    BODY,
    LARGE,
    MARGIN,
    MUTED,
    PAGE_HEIGHT,
    REGULAR,
    SMALL,
    STEP,
    TEXT,
    WIDTH,
    register_fonts,
    style,
)  # fmt: skip
from ecgdesk.output.report_text import page_mark, verdict
from ecgdesk.output.shown import Picture

_TITLE: Final = say("ECG page report")
_GUTTER: Final = 28.0
_FOOT: Final = 62.0


def write_report(
    path: Path, pixels: Picture, analysis: Analysis, *, view: HeatView = AS_IT_COMES,
    file: str | None = None, when: datetime | None = None, language: Language = ENGLISH,
) -> Path:  # fmt: skip
    """Write the report and return its path; raises OutputError.

    `pixels` are those of the loaded page; only the masked crop is shown. `file` is printed only if given,
    everything in `language`, which needs letters that are written from left to right.
    """
    return write_file(path, report(pixels, analysis, view=view, file=file, when=when, language=language))


def report(
    pixels: Picture, analysis: Analysis, *, view: HeatView = AS_IT_COMES, file: str | None = None,
    when: datetime | None = None, language: Language = ENGLISH,
) -> bytes:  # fmt: skip
    """Return the report as PDF."""
    register_fonts()
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(WIDTH + 2 * MARGIN, PAGE_HEIGHT), pageCompression=1)
    _describe(canvas, language)
    pen = Pen(canvas, PAGE_HEIGHT - MARGIN)
    moment = when or datetime.now().astimezone()
    _head(pen, analysis, moment, language)
    _result(pen, analysis, language)
    lower = LowerPart(analysis, moment, file, language)
    if analysis.crop is not None:
        room = pen.y - _FOOT - lower.height - 3 * STEP
        draw_pictures(pen, pictures(pixels, analysis, view), analysis, view, room, language)
    lower.draw(pen)
    _foot(pen, language)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


def _describe(canvas: Canvas, language: Language) -> None:
    canvas.setTitle(language(_TITLE))
    canvas.setAuthor("")
    canvas.setSubject(language(DISCLAIMER))
    canvas.setCreator("ecgdesk")


def _head(pen: Pen, analysis: Analysis, when: datetime, language: Language) -> None:
    pen.y -= BODY
    pen.canvas.setFillColor(MUTED)
    pen.text(MARGIN, pen.y, language(_TITLE), bold=True)
    if analysis.file_sha256:
        mark = language(page_mark(analysis))
        pen.text(MARGIN + (WIDTH - pen.canvas.stringWidth(mark, REGULAR, BODY)) / 2, pen.y, mark)
    pen.text(MARGIN + WIDTH, pen.y, language.date(when), right=True)
    pen.y -= STEP
    pen.rule(pen.y)
    pen.y -= 2 * STEP


def _result(pen: Pen, analysis: Analysis, language: Language) -> None:
    top = pen.y
    said = verdict(analysis)
    headline_words = language(said.headline)
    with_bars = analysis.prediction is not None and not analysis.prediction.unlike_training
    width = WIDTH - BARS_WIDTH - _GUTTER if with_bars else WIDTH
    size = LARGE if len(headline_words) < 28 else LARGE * 0.8
    headline = Paragraph(escape(headline_words), style(size, TEXT if said.sure else MUTED, bold=True))
    pen.y = pen.place(headline, MARGIN, top + size * 0.3, width) - 2
    pen.y = pen.place(Paragraph(escape(language(said.detail)), style(BODY, MUTED)), MARGIN, pen.y, width)
    below_bars = draw_bars(pen, analysis, top, language) if with_bars else pen.y
    pen.y = min(pen.y, below_bars) - 1.5 * STEP


def _foot(pen: Pen, language: Language) -> None:
    pen.rule(_FOOT - 2 * STEP)
    pen.canvas.setFillColor(TEXT)
    pen.text(MARGIN, _FOOT - 3.75 * STEP, language(DISCLAIMER), BODY, bold=True)
    pen.canvas.setFillColor(MUTED)
    made = language(say("Made by ecgdesk on this computer"))
    pen.text(MARGIN + WIDTH, _FOOT - 3.75 * STEP, made, SMALL, right=True)
