"""Words on a page, drawn as coverage masks with fonts that are installed with the program."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from ecgdesk.core.geometry import Rect

Mask = NDArray[np.uint8]

MARGIN_PX = 2


class Face(StrEnum):
    """Typefaces; the files come with matplotlib under free licences."""

    SERIF = "STIXGeneral.ttf"
    SANS = "DejaVuSans.ttf"
    SANS_BOLD = "DejaVuSans-Bold.ttf"


@dataclass(frozen=True, slots=True)
class TextItem:
    """One line of text: left end and baseline in mm from the sheet's top left corner, size of the em in mm.

    `to_the_left` makes `x_mm` the right end. `tracking` is extra space after each letter in ems; without
    `smooth` the letters have hard edges, as old recorders print them.
    """

    text: str
    x_mm: float
    baseline_mm: float
    size_mm: float = 3.4
    face: Face = Face.SANS
    tracking: float = 0.0
    smooth: bool = True
    to_the_left: bool = False


@lru_cache(maxsize=32)
def _font(face: Face, size_px: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    # matplotlib is found, not imported: half a second less.
    spec = find_spec("matplotlib")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / "mpl-data" / "fonts" / "ttf" / face.value
        if path.is_file():
            return ImageFont.truetype(str(path), size_px, layout_engine=ImageFont.Layout.BASIC)
    return ImageFont.load_default(size_px)


@lru_cache(maxsize=512)
def text_mask(text: str, face: Face, size_px: float, tracking_px: float, smooth: bool) -> tuple[Mask, int]:
    """Return the coverage (height, width) in 0 … 255, read-only, and the row of the baseline in it."""
    font = _font(face, size_px)
    left, ascent = MARGIN_PX, round(1.1 * size_px)
    width = round(font.getlength(text) + tracking_px * len(text)) + 2 * left
    image = Image.new("L", (max(width, 1), round(1.5 * size_px)))
    draw = ImageDraw.Draw(image)
    draw.fontmode = "L" if smooth else "1"
    x = float(left)
    for piece in text if tracking_px else [text]:
        draw.text((round(x), ascent), piece, fill=255, font=font, anchor="ls")
        x += font.getlength(piece) + tracking_px
    mask = np.asarray(image).copy()
    mask.setflags(write=False)
    return mask, ascent


def stamp(layer: Mask, item: TextItem, px_per_mm: float) -> Rect:
    """Draw the line into a coverage layer (height, width) and return the box of its ink in pixels."""
    size = item.size_mm * px_per_mm
    mask, ascent = text_mask(item.text, item.face, size, item.tracking * size, item.smooth)
    x, y = round(item.x_mm * px_per_mm), round(item.baseline_mm * px_per_mm) - ascent
    x -= mask.shape[1] - MARGIN_PX if item.to_the_left else MARGIN_PX
    _lay(layer, mask, x, y)
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows):
        return Rect(x, y, x, y)
    return Rect(x + columns[0], y + rows[0], x + columns[-1] + 1, y + rows[-1] + 1)


def width_mm(item: TextItem, px_per_mm: float) -> float:
    """Return how wide the line is when drawn."""
    size = item.size_mm * px_per_mm
    mask, _ = text_mask(item.text, item.face, size, item.tracking * size, item.smooth)
    return float(mask.shape[1] - 2 * MARGIN_PX) / px_per_mm


def _lay(layer: Mask, mask: Mask, x: int, y: int) -> None:
    height, width = layer.shape
    x0, y0 = max(x, 0), max(y, 0)
    x1, y1 = min(x + mask.shape[1], width), min(y + mask.shape[0], height)
    if x0 < x1 and y0 < y1:
        target = layer[y0:y1, x0:x1]
        np.maximum(target, mask[y0 - y : y1 - y, x0 - x : x1 - x], out=target)
