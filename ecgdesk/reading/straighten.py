"""From a loaded page and a crop to the pixels that a model, a report or a preview may see."""

from math import ceil, floor

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, Rect, Size, straight_transform

PAPER_WHITE = 255

Pixels = NDArray[np.uint8]
Box = tuple[int, int, int, int]
"""Whole pixels x0, y0, x1, y1 of the straightened page, far edge excluded."""


def straighten(pixels: Pixels, crop: Crop) -> Pixels:
    """Return the whole straightened page with the masks painted over.

    `pixels` is RGB (height, width, 3); the size of the result is that of `straight_transform`.
    """
    size = (pixels.shape[1], pixels.shape[0])
    _, (width, height) = straight_transform(size, crop.rotation_deg, crop.corners)
    return _region(pixels, crop, (0, 0, width, height))


def cut(pixels: Pixels, crop: Crop) -> Pixels:
    """Return the masked crop: RGB (height, width, 3), its own memory, paper white beyond the page.

    Only the region of the crop is computed. Raises ValueError for a crop without a single pixel.
    """
    x0, y0, x1, y1 = crop.rect.rounded()
    if x1 <= x0 or y1 <= y0:
        raise ValueError(f"the crop {crop.rect} holds no pixel")
    return _region(pixels, crop, (x0, y0, x1, y1))


def _region(pixels: Pixels, crop: Crop, box: Box) -> Pixels:
    straight = crop.corners is None and crop.rotation_deg % 360 == 0
    picture = _copied(pixels, box) if straight else _warped(pixels, crop, box)
    for mask in crop.masks:
        _paint(picture, mask, box)
    return picture


def _copied(pixels: Pixels, box: Box) -> Pixels:
    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = box
    inside = (max(x0, 0), max(y0, 0), min(x1, width), min(y1, height))
    part = pixels[inside[1] : max(inside[3], 0), inside[0] : max(inside[2], 0)]
    if inside == box:
        return part.copy()
    picture = np.full((y1 - y0, x1 - x0, 3), PAPER_WHITE, dtype=np.uint8)
    if part.size:
        top, left = inside[1] - y0, inside[0] - x0
        picture[top : top + part.shape[0], left : left + part.shape[1]] = part
    return picture


def _warped(pixels: Pixels, crop: Crop, box: Box) -> Pixels:
    matrix, _ = straight_transform((pixels.shape[1], pixels.shape[0]), crop.rotation_deg, crop.corners)
    # The geometry counts from the corner of a pixel, OpenCV from its centre.
    to_box = _shift(-box[0] - 0.5, -box[1] - 0.5) @ matrix @ _shift(0.5, 0.5)
    size: Size = (box[2] - box[0], box[3] - box[1])
    paper = (PAPER_WHITE,) * 3
    if crop.corners is None:
        warped = cv2.warpAffine(pixels, to_box[:2], size, borderValue=paper)
    else:
        warped = cv2.warpPerspective(pixels, to_box, size, borderValue=paper)
    return np.asarray(warped, dtype=np.uint8)


def _shift(dx: float, dy: float) -> NDArray[np.float64]:
    return np.array([[1, 0, dx], [0, 1, dy], [0, 0, 1]], dtype=np.float64)


def _paint(picture: Pixels, mask: Rect, box: Box) -> None:
    # Outwards to whole pixels: half a covered letter must not stay readable.
    left, top = max(floor(mask.x0) - box[0], 0), max(floor(mask.y0) - box[1], 0)
    right, bottom = max(ceil(mask.x1) - box[0], 0), max(ceil(mask.y1) - box[1], 0)
    picture[top:bottom, left:right] = PAPER_WHITE
