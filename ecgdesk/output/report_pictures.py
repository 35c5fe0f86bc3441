"""The page with its heat map on the report, two beside each other where two are compared, and the legend."""

import io
from collections.abc import Sequence
from typing import Final

from PIL import Image
from reportlab.lib.utils import ImageReader

from ecgdesk.core.analysis import Analysis
from ecgdesk.core.heat import HeatView
from ecgdesk.core.sentence import Language
from ecgdesk.output.heat import scale_bar
from ecgdesk.output.report_pen import Pen
from ecgdesk.output.report_style import HAIRLINE, MARGIN, MUTED, REGULAR, SMALL, STEP, WIDTH
from ecgdesk.output.shown import Picture, Titled, is_apart, scale_words

_JPEG_QUALITY: Final = 92
_LEAST_ROOM: Final = 80.0
_GAP: Final = 12.0
_TITLE: Final = SMALL + 5.0


def draw_pictures(
    pen: Pen, pictures: Sequence[Titled], analysis: Analysis, view: HeatView, room: float, language: Language
) -> None:
    """Draw one picture over the whole width, or two as large as they fit: in a row or below each other."""
    room = max(_LEAST_ROOM, room - (2 * STEP if analysis.explanation else 0))
    if len(pictures) == 1:
        pen.y = _draw(pen, pictures[0].picture, MARGIN, pen.y, WIDTH, room)
    elif _scale(pictures, _half(WIDTH), room) >= _scale(pictures, WIDTH, _half(room)):
        for place, item in enumerate(pictures):
            left = MARGIN + place * (_half(WIDTH) + _GAP)
            below = _titled(pen, item, left, pen.y, _half(WIDTH), room, language)
        pen.y = below
    else:
        for item in pictures:
            pen.y = _titled(pen, item, MARGIN, pen.y, WIDTH, _half(room), language) - _GAP
        pen.y += _GAP
    if analysis.explanation:
        pen.y -= 1.75 * STEP
        _legend(pen, analysis, view, language)
    pen.y -= 2 * STEP


def _half(length: float) -> float:
    return (length - _GAP) / 2


def _scale(pictures: Sequence[Titled], width: float, height: float) -> float:
    """Return the points of a pixel, if each picture gets so much room."""
    scales = [(width / p.shape[1], (height - _TITLE) / p.shape[0]) for p in (i.picture for i in pictures)]
    return float(min(min(pair) for pair in scales))


def _titled(
    pen: Pen, item: Titled, left: float, top: float, width: float, height: float, language: Language
) -> float:
    pen.canvas.setFillColor(MUTED)
    pen.text(left, top - SMALL, pen.fitting(language(item.title), width), SMALL)
    return _draw(pen, item.picture, left, top - _TITLE, width, height - _TITLE)


def _draw(pen: Pen, picture: Picture, left: float, top: float, width: float, height: float) -> float:
    """Draw a picture as large as it fits, from the left if it is narrower; returns where it ends."""
    rows, columns = picture.shape[:2]
    scale = min(width / columns, height / rows)
    y = top - rows * scale
    pen.canvas.drawImage(_jpeg(picture), left, y, columns * scale, rows * scale)
    pen.canvas.setStrokeColor(HAIRLINE)
    pen.canvas.rect(left, y, columns * scale, rows * scale, stroke=1, fill=0)
    return float(y)


def _legend(pen: Pen, analysis: Analysis, view: HeatView, language: Language) -> None:
    pen.canvas.setFillColor(MUTED)
    low, high = (language(words) for words in scale_words(analysis, view))
    pen.text(MARGIN, pen.y, low, SMALL)
    start = MARGIN + pen.canvas.stringWidth(low, REGULAR, SMALL) + 6
    bar = ImageReader(Image.fromarray(scale_bar(240, 20, view.look, apart=is_apart(analysis, view))))
    pen.canvas.drawImage(bar, start, pen.y - 0.5, 72, 6)
    pen.text(start + 78, pen.y, high, SMALL)


def _jpeg(picture: Picture) -> ImageReader:
    data = io.BytesIO()
    Image.fromarray(picture).save(data, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    data.seek(0)
    return ImageReader(data)
