"""The heat map over the masked crop, as it is shown: colours, threshold, a difference, another map beside."""

import io
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ecgdesk.core.analysis import Analysis, Explanation
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.heat import AS_IT_COMES, HeatView, difference, second_map
from ecgdesk.core.sentence import ENGLISH, Language
from ecgdesk.output.files import write_file
from ecgdesk.output.heat import tinted
from ecgdesk.output.legend import with_legend
from ecgdesk.output.shown import Picture, Titled, is_apart, is_beside, map_title
from ecgdesk.reading.straighten import cut

LONGEST_SIDE_PX: Final = 2400


def write_overlay(
    path: Path, pixels: Picture, analysis: Analysis, view: HeatView = AS_IT_COMES,
    language: Language = ENGLISH,
) -> Path:  # fmt: skip
    """Write the PNG and return its path; raises OutputError. `pixels` are those of the loaded page."""
    return write_file(path, overlay_png(pixels, analysis, view, language))


def overlay_png(
    pixels: Picture, analysis: Analysis, view: HeatView = AS_IT_COMES, language: Language = ENGLISH
) -> bytes:
    """Return crop, heat and legend as PNG, two maps beside each other where the view asks for it."""
    return png(with_legend(pictures(pixels, analysis, view), analysis, view, language))


def pictures(pixels: Picture, analysis: Analysis, view: HeatView = AS_IT_COMES) -> list[Titled]:
    """Return the picture, or the two that stand beside each other; raises ValueError without a crop."""
    shown = overlay(pixels, analysis, view)
    if view.second is None or not is_beside(analysis, view):
        return [Titled(shown, map_title(analysis))]
    other = overlay(pixels, view.second, HeatView(view.look))
    models = {one.model.sha256 if one.model else "" for one in (analysis, view.second)}
    return [
        Titled(picture, map_title(of, with_model=len(models) > 1))
        for picture, of in ((shown, analysis), (other, view.second))
    ]


def overlay(pixels: Picture, analysis: Analysis, view: HeatView = AS_IT_COMES) -> Picture:
    """Return the masked crop with the heat map where it belongs: RGB, longest side at most 2400.

    With another class to compare with, the heat is the difference. Raises ValueError without a crop.
    """
    if analysis.crop is None:
        raise ValueError("an analysis without a crop has no picture")
    picture = _shrunk(cut(pixels, analysis.crop))
    if analysis.explanation is None:
        return picture
    size = picture.shape[:2]
    heat = _on_crop(analysis.explanation, analysis.crop, size)
    other = second_map(analysis, view)
    if other is None or not is_apart(analysis, view):
        return tinted(picture, heat, view.look)
    there = _on_crop(other, analysis.crop, size)
    if there.shape != heat.shape:
        there = np.asarray(cv2.resize(there, heat.shape[::-1]), dtype=np.float32)
    apart = difference(heat, analysis.explanation.peak, there, other.peak)
    return tinted(picture, apart, view.look, apart=True)


def png(picture: Picture) -> bytes:
    """Return a PNG that carries nothing but its pixels."""
    data = io.BytesIO()
    Image.fromarray(picture).save(data, "PNG", compress_level=4)
    return data.getvalue()


def _shrunk(picture: Picture) -> Picture:
    height, width = picture.shape[:2]
    scale = LONGEST_SIDE_PX / max(height, width)
    if scale >= 1:
        return picture
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _on_crop(explanation: Explanation, crop: Crop, shape: tuple[int, ...]) -> NDArray[np.float32]:
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
