"""Pictures with heat, beside each other where there are two, and what their colours mean below them."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from ecgdesk.core.analysis import Analysis
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.heat import AS_IT_COMES, HeatView
from ecgdesk.core.sentence import ENGLISH, Language
from ecgdesk.output.fonts import picture_font
from ecgdesk.output.heat import scale_bar
from ecgdesk.output.shown import Picture, Titled, is_apart, scale_words

_INK, _MUTED = (24, 33, 43), (77, 89, 102)
_PER_WIDTH: Final = 90
_LEAST: Final = 11


def with_legend(
    pictures: Sequence[Titled], analysis: Analysis, view: HeatView = AS_IT_COMES, language: Language = ENGLISH
) -> Picture:
    """Return the pictures on white, with what their colours mean and the disclaimer below them."""
    shown = _side_by_side(pictures, language) if len(pictures) > 1 else pictures[0].picture
    size = max(_LEAST, round(pictures[0].picture.shape[1] / _PER_WIDTH))
    strip = Image.new("RGB", (shown.shape[1], round(size * 2.6)), "white")
    draw, font = ImageDraw.Draw(strip), picture_font(size)
    middle = strip.height / 2
    if analysis.explanation is not None:
        low, high = (language(words) for words in scale_words(analysis, view))
        bar = Image.fromarray(scale_bar(size * 9, size, view.look, apart=is_apart(analysis, view)))
        left = round(size + font.getlength(low) + size * 0.7)
        draw.text((size, middle), low, fill=_INK, font=font, anchor="lm")
        strip.paste(bar, (left, round(middle - size / 2)))
        draw.text((left + bar.width + size * 0.7, middle), high,
                  fill=_INK, font=font, anchor="lm")  # fmt: skip
    draw.text((strip.width - size, middle), language(DISCLAIMER), fill=_MUTED, font=font, anchor="rm")
    return np.concatenate([shown, np.asarray(strip, dtype=np.uint8)])


def _side_by_side(pictures: Sequence[Titled], language: Language) -> Picture:
    """Return the pictures in one row, each under its title."""
    height = max(item.picture.shape[0] for item in pictures)
    size = max(_LEAST, round(pictures[0].picture.shape[1] / _PER_WIDTH))
    gap = np.full((height + round(size * 2.6), size, 3), 255, dtype=np.uint8)
    parts = [_under_title(item, height, size, language) for item in pictures]
    row = [part for one in parts for part in (one, gap)][:-1]
    return np.concatenate(row, axis=1)


def _under_title(item: Titled, height: int, size: int, language: Language) -> Picture:
    rows, width = item.picture.shape[:2]
    strip = Image.new("RGB", (width, round(size * 2.6)), "white")
    words, font = language(item.title), picture_font(size)
    ImageDraw.Draw(strip).text((size, strip.height / 2), words, fill=_INK, font=font, anchor="lm")
    below = np.full((height - rows, width, 3), 255, dtype=np.uint8)
    return np.concatenate([np.asarray(strip, dtype=np.uint8), item.picture, below])
