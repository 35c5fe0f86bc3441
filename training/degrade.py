"""Pages made worse as scanners, phones and messengers make them worse, before they are cropped."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.recipe import DegradeSettings

Pixels = NDArray[np.uint8]
Float = NDArray[np.float32]
_LUMA: Final = np.array([0.299, 0.587, 0.114], dtype=np.float32)
_PAPER: Final = (255, 255, 255)
_TABLE: Final = (84, 66, 52)
_ASLANT: Final = ((0.05, 0.06), (0.93, 0.03), (0.97, 0.95), (0.03, 0.97))
"""Where a page's corners are on the photograph, as shares of its sides."""


def degrade(page: Pixels, settings: DegradeSettings, rng: np.random.Generator) -> Pixels:
    """Return an RGB page after a chance chain of changes of colour, light, sharpness, size and coding."""
    if settings.hue or settings.saturation != (1.0, 1.0):
        page = _tinted(page, settings, rng)
    return _worn(page, settings, rng) if settings.wear else page


def _worn(page: Pixels, settings: DegradeSettings, rng: np.random.Generator) -> Pixels:
    light = _recoloured(page.astype(np.float32), rng)
    if rng.random() < 0.6:
        light = light * np.float32(rng.uniform(*settings.brightness))
    if rng.random() < 0.4:
        light = _shadowed(light, settings.shadow, rng)
    picture = np.clip(light, 0, 255).astype(np.uint8)
    if rng.random() < 0.4:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.3, 1.1)), dtype=np.uint8)
    if rng.random() < 0.3:
        picture = rescaled(picture, float(rng.uniform(settings.smallest_scale, 0.95)))
    if rng.random() < 0.5:
        picture = jpeg(picture, int(rng.integers(*settings.jpeg_quality)))
    return picture


def _tinted(page: Pixels, settings: DegradeSettings, rng: np.random.Generator) -> Pixels:
    tint, light, depth = cv2.split(cv2.cvtColor(page.astype(np.float32) / 255, cv2.COLOR_RGB2HLS))
    turned = (np.asarray(tint) + 360 * rng.uniform(-settings.hue, settings.hue)) % 360
    deeper = np.clip(np.asarray(depth) * rng.uniform(*settings.saturation), 0, 1)
    joined = cv2.merge([turned.astype(np.float32), np.asarray(light), deeper.astype(np.float32)])
    return np.rint(np.asarray(cv2.cvtColor(joined, cv2.COLOR_HLS2RGB)) * 255).astype(np.uint8)


def jitter_crop(crop: Crop, share: float, tilt_deg: float, rng: np.random.Generator) -> Crop:
    """Return the crop with each edge moved by a normal share of the side, and turned by a normal angle."""
    left, top, right, bottom = rng.normal(0, share, 4)
    rect, width, height = crop.rect, crop.rect.width, crop.rect.height
    moved = Rect(
        rect.x0 + left * width, rect.y0 + top * height, rect.x1 + right * width, rect.y1 + bottom * height
    )
    turn = float(rng.normal(0, tilt_deg)) if tilt_deg else 0.0
    return replace(crop, rect=moved, rotation_deg=crop.rotation_deg + turn)


def scaled_crop(crop: Crop, factor: float) -> Crop:
    """Return the crop for the same page at another resolution."""
    rect = crop.rect
    return replace(crop, rect=Rect(rect.x0 * factor, rect.y0 * factor, rect.x1 * factor, rect.y1 * factor))


def rotated(page: Pixels, degrees: float) -> Pixels:
    """Return the page turned clockwise about its centre, paper white beyond its edges."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1.0)
    return np.asarray(cv2.warpAffine(page, turn, (width, height), borderValue=_PAPER), dtype=np.uint8)


def rescaled(page: Pixels, scale: float) -> Pixels:
    """Return the page at another resolution."""
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


def jpeg(page: Pixels, quality: int) -> Pixels:
    """Return the page after saving it as JPEG and opening it again."""
    swapped = cv2.cvtColor(page, cv2.COLOR_RGB2BGR)
    _, coded = cv2.imencode(".jpg", swapped, [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), dtype=np.uint8)
    return np.asarray(cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB), dtype=np.uint8)


def grey(page: Pixels) -> Pixels:
    """Return the page as a grey scan would show it."""
    return np.asarray(
        cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB), dtype=np.uint8
    )


def brightened(page: Pixels, factor: float) -> Pixels:
    """Return the page with every value multiplied."""
    return np.asarray(np.clip(page.astype(np.float32) * factor, 0, 255), dtype=np.uint8)


def recoloured(page: Pixels) -> Pixels:
    """Return the page with its channels changed about: red grids turn green, orange ones turn violet."""
    return np.ascontiguousarray(page[..., [1, 0, 2]])


def photographed(page: Pixels) -> Pixels:
    """Return the page as a phone sees it that is held aslant: in perspective, on a dark table."""
    height, width = page.shape[:2]
    corners = np.array([(0, 0), (width - 1, 0), (width - 1, height - 1), (0, height - 1)], np.float32)
    seen_at = np.array(_ASLANT, np.float32) * np.array([width - 1, height - 1], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, seen_at)
    return np.asarray(cv2.warpPerspective(page, matrix, (width, height), borderValue=_TABLE), dtype=np.uint8)


def _recoloured(picture: Float, rng: np.random.Generator) -> Float:
    chance = rng.random()
    if chance < 0.3:
        return np.repeat((picture @ _LUMA)[..., None], 3, axis=2)
    if chance < 0.6:  # grids are printed pink, orange, green or blue; mixing channels moves their hue
        share = np.float32(rng.uniform(0, 1))
        return (1 - share) * picture + share * picture[..., rng.permutation(3)]
    return picture


def _shadowed(picture: Float, deepest: float, rng: np.random.Generator) -> Float:
    height, width = picture.shape[:2]
    angle = rng.uniform(0, 2 * np.pi)
    across = np.linspace(-1, 1, width, dtype=np.float32) * np.float32(np.cos(angle))
    down = np.linspace(-1, 1, height, dtype=np.float32) * np.float32(np.sin(angle))
    ramp = np.clip((across[None, :] + down[:, None] + 1) / 2, 0, 1)
    light = 1 - np.float32(rng.uniform(0, deepest)) * ramp
    return np.asarray(picture * light[..., None], dtype=np.float32)


Change = Callable[[Pixels], Pixels]

SHIFTS: Final[dict[str, Change]] = {
    "rotation +5°": lambda page: rotated(page, 5.0),
    "rotation −5°": lambda page: rotated(page, -5.0),
    "JPEG 40": lambda page: jpeg(page, 40),
    "grey": grey,
    "brightness −20 %": lambda page: brightened(page, 0.8),
    "brightness +20 %": lambda page: brightened(page, 1.2),
    "half resolution": lambda page: rescaled(page, 0.5),
    "another grid colour": recoloured,
    "phone held aslant": photographed,
}
"""Named changes of a whole page, for the shift table."""
