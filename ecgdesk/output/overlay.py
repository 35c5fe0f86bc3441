"""The heat map over the masked crop as a picture with a legend in words."""

import io
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ecgdesk.core.analysis import Analysis, Explanation
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.sentence import ENGLISH, Language, Sentence, say, verbatim
from ecgdesk.output.files import write_file
from ecgdesk.output.fonts import picture_font
from ecgdesk.output.heat import scale_bar, tinted
from ecgdesk.reading.straighten import cut

Picture = NDArray[np.uint8]

LONGEST_SIDE_PX: Final = 2400
LITTLE_EVIDENCE: Final = say("little evidence")
_INK, _MUTED = (24, 33, 43), (77, 89, 102)


def write_overlay(
    path: Path, pixels: Picture, analysis: Analysis, opacity: float = 1.0, language: Language = ENGLISH
) -> Path:
    """Write the PNG and return its path; raises OutputError. `pixels` are those of the loaded page."""
    return write_file(path, png(with_legend(overlay(pixels, analysis, opacity), analysis, language)))


def overlay(pixels: Picture, analysis: Analysis, opacity: float = 1.0) -> Picture:
    """Return the masked crop with the heat map where it belongs: RGB, longest side at most 2400.

    Raises ValueError for an analysis without a crop.
    """
    if analysis.crop is None:
        raise ValueError("an analysis without a crop has no picture")
    crop = cut(pixels, analysis.crop)
    picture = _shrunk(crop)
    if analysis.explanation is None:
        return picture
    heat = _on_crop(analysis.explanation, analysis.crop, picture.shape[:2])
    return tinted(picture, heat, opacity)


def with_legend(picture: Picture, analysis: Analysis, language: Language = ENGLISH) -> Picture:
    """Return the picture on white, with what its colours mean and the disclaimer below it."""
    explanation = analysis.explanation
    size = max(11, round(picture.shape[1] / 90))
    strip = Image.new("RGB", (picture.shape[1], round(size * 2.6)), "white")
    draw, font = ImageDraw.Draw(strip), picture_font(size)
    middle = strip.height / 2
    if explanation is not None:
        cold, hot = language(LITTLE_EVIDENCE), language(much_evidence(_target(analysis)))
        bar = Image.fromarray(scale_bar(size * 9, size))
        left = round(size + font.getlength(cold) + size * 0.7)
        draw.text((size, middle), cold, fill=_INK, font=font, anchor="lm")
        strip.paste(bar, (left, round(middle - size / 2)))
        draw.text((left + bar.width + size * 0.7, middle), hot,
                  fill=_INK, font=font, anchor="lm")  # fmt: skip
    draw.text((strip.width - size, middle), language(DISCLAIMER), fill=_MUTED, font=font, anchor="rm")
    return np.concatenate([picture, np.asarray(strip, dtype=np.uint8)])


def much_evidence(target: Sentence) -> Sentence:
    """Return what the hot end of the scale means for a class."""
    return say("much evidence for {name}", name=target)


def png(picture: Picture) -> bytes:
    """Return a PNG that carries nothing but its pixels."""
    data = io.BytesIO()
    Image.fromarray(picture).save(data, "PNG", compress_level=4)
    return data.getvalue()


def _target(analysis: Analysis) -> Sentence:
    target = analysis.explanation.target if analysis.explanation else ""
    return verbatim(analysis.model.classes.get(target, target) if analysis.model else target)


def _shrunk(picture: Picture) -> Picture:
    height, width = picture.shape[:2]
    scale = LONGEST_SIDE_PX / max(height, width)
    if scale >= 1:
        return picture
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _on_crop(explanation: Explanation, crop: Crop, shape: tuple[int, int]) -> NDArray[np.float32]:
    """Return the heat over the whole crop; usually it covers it exactly already."""
    box = crop.rect.rounded()
    if explanation.placement.rounded() == box:
        return explanation.heat
    height, width = shape
    across, down = width / (box[2] - box[0]), height / (box[3] - box[1])
    place = _scaled(explanation.placement.moved(-box[0], -box[1]), across, down)
    # Pixel centres: OpenCV counts from them, the geometry from corners.
    step_x = place.width / explanation.heat.shape[1]
    step_y = place.height / explanation.heat.shape[0]
    matrix = np.array([[step_x, 0, place.x0 + step_x / 2 - 0.5], [0, step_y, place.y0 + step_y / 2 - 0.5]])
    return np.asarray(cv2.warpAffine(explanation.heat, matrix, (width, height)), dtype=np.float32)


def _scaled(rect: Rect, across: float, down: float) -> Rect:
    return Rect(rect.x0 * across, rect.y0 * down, rect.x1 * across, rect.y1 * down)
