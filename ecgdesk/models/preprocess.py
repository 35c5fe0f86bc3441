"""The one path from a cropped page to a network's input, for training and inference alike."""

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Size

_INTERPOLATION = {"area": cv2.INTER_AREA, "bicubic": cv2.INTER_CUBIC}
_PAPER_WHITE = 255
_PAPER_REACH_SHARE = 12  # paper is looked for within a twelfth of the width: wider than any lead's trace
_DARKEST_PAPER = 32
_STRIP_ROWS = 128  # stays in a processor's memory; each call costs, beside another thread a wait too


def to_picture(crop: NDArray[np.uint8], settings: Preprocessing) -> NDArray[np.uint8]:
    """Return the exact picture the network sees: (height, width, channels), uint8.

    `crop` is RGB of any size. This is what a preview shows and what a training cache stores.
    """
    if settings.reads_leads:
        raise ValueError("a network that reads leads is given models.trace_picture, not pixels")
    picture = _coloured(crop, settings)
    picture = _resized(picture, settings)
    if settings.contrast_stretch:
        picture = _stretched(picture)
    return picture.reshape(settings.height, settings.width, settings.channels)


def normalise(picture: NDArray[np.uint8], settings: Preprocessing) -> NDArray[np.float32]:
    """Return (channels, height, width) float32, standardised by the model's mean and std."""
    mean = np.asarray(settings.mean, dtype=np.float32)
    std = np.asarray(settings.std, dtype=np.float32)
    values = picture.astype(np.float32) / np.float32(255)
    return np.ascontiguousarray(((values - mean) / std).transpose(2, 0, 1))


def preprocess(crop: NDArray[np.uint8], settings: Preprocessing) -> NDArray[np.float32]:
    """Return the network's input (channels, height, width) float32 for an RGB crop."""
    return normalise(to_picture(crop, settings), settings)


def _coloured(crop: NDArray[np.uint8], settings: Preprocessing) -> NDArray[np.uint8]:
    if settings.colour == "rgb":
        return crop
    if settings.colour == "grey":
        return np.asarray(cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    return _ink(crop)


def _ink(crop: NDArray[np.uint8]) -> NDArray[np.uint8]:
    brightest = _brightest(crop)
    # Relative to the paper around it, so that a shadow or a dim scan is not taken for ink.
    relative = cv2.divide(brightest, _paper_around(brightest), scale=255, dst=brightest)
    return np.asarray(cv2.bitwise_not(relative, dst=relative), dtype=np.uint8)


def _brightest(crop: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the brightest channel of every pixel, strip by strip."""
    height, width = crop.shape[:2]
    brightest = np.empty((height, width), np.uint8)
    strip = np.empty((3, min(_STRIP_ROWS, height), width), np.uint8)
    for top in range(0, height, _STRIP_ROWS):
        rows = crop[top : top + _STRIP_ROWS]
        red, green, blue = cv2.split(rows, list(strip[:, : len(rows)]))
        cv2.max(cv2.max(red, green, dst=red), blue, dst=brightest[top : top + _STRIP_ROWS])
    return brightest


def _paper_around(brightest: NDArray[np.uint8]) -> NDArray[np.uint8]:
    height, width = brightest.shape
    small = cv2.resize(brightest, (max(8, width // 8), max(8, height // 8)), interpolation=cv2.INTER_AREA)
    reach = max(3, small.shape[1] // _PAPER_REACH_SHARE) | 1
    paper = cv2.dilate(small, np.ones((reach, reach), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), reach / 3)
    spread = np.asarray(cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
    return np.maximum(spread, np.uint8(_DARKEST_PAPER), out=spread)


def placement(crop_size: Size, settings: Preprocessing) -> tuple[int, int, int, int]:
    """Return where the crop lies in the network's input: left, top, width, height in input pixels."""
    if settings.fit == "stretch":
        return 0, 0, settings.width, settings.height
    width, height = crop_size
    scale = min(settings.width / width, settings.height / height)
    inner_width, inner_height = max(1, round(width * scale)), max(1, round(height * scale))
    left, top = (settings.width - inner_width) // 2, (settings.height - inner_height) // 2
    return left, top, inner_width, inner_height


def _resized(picture: NDArray[np.uint8], settings: Preprocessing) -> NDArray[np.uint8]:
    left, top, width, height = placement((picture.shape[1], picture.shape[0]), settings)
    small = _resize(picture, (width, height), settings)
    if settings.fit == "stretch":
        return small
    paper = 0 if settings.colour == "ink" else _PAPER_WHITE
    canvas = np.full((settings.height, settings.width, *picture.shape[2:]), paper, dtype=np.uint8)
    canvas[top : top + height, left : left + width] = small
    return canvas


def _resize(
    picture: NDArray[np.uint8], target: tuple[int, int], settings: Preprocessing
) -> NDArray[np.uint8]:
    resized = cv2.resize(picture, target, interpolation=_INTERPOLATION[settings.resize])
    return np.asarray(resized, dtype=np.uint8)


def _stretched(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    low, high = np.percentile(picture, (1, 99))
    if high - low < 1:
        return picture
    scaled = (picture.astype(np.float32) - low) * (255.0 / (high - low))
    stretched: NDArray[np.uint8] = np.clip(np.rint(scaled), 0, 255).astype(np.uint8)
    return stretched
