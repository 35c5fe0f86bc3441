"""Looking at one page: read, cropped and judged as the application does it, then described."""

from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from ecgdesk.reading.quality import judge
from ecgdesk.reading.sketch import sketch
from ecgdesk.reading.straighten import cut, straighten
from training.checkup.facts import MARGINS_SIZE, PageFacts, to_png

INK_WIDTH_PX: Final = 512
_SOFT: Final = (0.25, 0.75)  # shares of the contrast between which paper becomes ink
_FEATURES: Final = 250
_LEAST_CONTRAST: Final = 0.02
_PAPER: Final = 255
_STANDARD_LUMINANCE: Final = 57.625
"""Mean of the luminance table in Annex K of the JPEG standard (quality 50)."""

Pixels = NDArray[np.uint8]


def look(path: Path, sha256: str) -> PageFacts:
    """Return what is found out about the first page of a file; a file that cannot be read says why."""
    try:
        page = load(PageRef(path))
    except EcgdeskError as error:
        return PageFacts(sha256, problem=error.problem, advice=error.advice)
    crop = propose_crop(page.pixels)
    verdict = judge(page.pixels, crop)
    ink = trace_ink(page.pixels, crop)
    points, descriptors = _features(ink)
    kind, quality = _coding(path)
    small = cv2.resize(page.pixels, MARGINS_SIZE, interpolation=cv2.INTER_AREA)
    hsv = cv2.cvtColor(small, cv2.COLOR_RGB2HSV)
    return PageFacts(
        sha256=sha256, kind=kind, file_bytes=path.stat().st_size,
        width=page.size[0], height=page.size[1], dpi=page.dpi or 0.0, quality=quality,
        saturation=float(hsv[:, :, 1].mean()), brightness=float(hsv[:, :, 2].mean()),
        trust=str(verdict.trust), cautions=tuple(caution.problem for caution in verdict.cautions),
        ink_png=to_png(ink), points=points, descriptors=descriptors,
        margins_png=to_png(_margins(page.pixels, crop)),
    )  # fmt: skip


def trace_ink(pixels: Pixels, crop: Crop) -> Pixels:
    """Return the ink of a crop (h, 512), 255 where it is darkest: the grid's colour is left out."""
    strokes = sketch(cut(pixels, crop)).strokes.astype(np.float32)
    contrast = float(np.percentile(strokes[::2, ::2], 99.7))
    low, high = (share * contrast for share in _SOFT)
    soft = np.clip((strokes - low) / max(high - low, 1.0), 0.0, 1.0) * 255
    size = INK_WIDTH_PX, max(8, round(INK_WIDTH_PX * crop.rect.height / crop.rect.width))
    shrinks = strokes.shape[1] >= INK_WIDTH_PX
    resized = cv2.resize(soft, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return np.asarray(resized).astype(np.uint8)


def _features(ink: Pixels) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    finder = cv2.SIFT.create(nfeatures=_FEATURES, contrastThreshold=_LEAST_CONTRAST)
    points, descriptors = finder.detectAndCompute(cv2.GaussianBlur(ink, (0, 0), 1.0), None)
    if len(points) == 0:
        return np.zeros((0, 2), np.float32), np.zeros((0, 128), np.uint8)
    places = np.array([point.pt for point in points], dtype=np.float32)
    return places, np.clip(np.asarray(descriptors), 0, 255).astype(np.uint8)


def _margins(pixels: Pixels, crop: Crop) -> Pixels:
    """Return the straightened page, small and grey, with the tracing area white."""
    page = straighten(pixels, Crop(Rect(0, 0, 1, 1), crop.rotation_deg, crop.corners)).copy()
    x0, y0, x1, y1 = crop.rect.rounded()
    page[max(y0, 0) : y1, max(x0, 0) : x1] = _PAPER
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(grey, MARGINS_SIZE, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _coding(path: Path) -> tuple[str, float]:
    """Return the file's format and, of a JPEG, the quality that the IJG library would call it."""
    try:
        with Image.open(path) as image:
            tables = getattr(image, "quantization", None)
            kind = (image.format or "").lower()
    except (OSError, SyntaxError, ValueError):  # a PDF, say: it was read by other means
        return path.suffix.lower().removeprefix("."), 0.0
    if not tables:
        return kind, 0.0
    scale = 100 * float(np.mean(tables[min(tables)])) / _STANDARD_LUMINANCE
    return kind, round((200 - scale) / 2 if scale <= 100 else 5000 / scale, 1)
