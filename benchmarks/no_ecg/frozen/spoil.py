"""What a scanner or a camera does to a picture of the frozen set, by OpenCV alone."""

import cv2
import numpy as np

from benchmarks.no_ecg.sets import Pixels


def spoil(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Return the picture as drawn, scanned a little askew, or held before a camera; then as a JPEG."""
    kind = int(chance.integers(3))
    if kind:
        pixels = _askew(pixels, chance, 0.012 if kind == 1 else 0.06)
    if kind == 2:
        pixels = _lit(pixels, chance)
    quality = int(chance.integers(45, 96))
    _, packed = cv2.imencode(".jpg", pixels[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR))[:, :, ::-1].astype(np.uint8)


def _askew(pixels: Pixels, chance: np.random.Generator, by: float) -> Pixels:
    height, width = pixels.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + chance.uniform(-by, by, (4, 2)).astype(np.float32) * (width, height)
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    ground = [int(v) for v in chance.integers(20, 255, 3)]
    return np.asarray(cv2.warpPerspective(pixels, matrix, (width, height), borderValue=ground), np.uint8)


def _lit(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    height, width = pixels.shape[:2]
    corners = chance.uniform(0.45, 1.05, (2, 2)).astype(np.float32)
    light = cv2.resize(corners, (width, height), interpolation=cv2.INTER_LINEAR)[:, :, None]
    soft = cv2.GaussianBlur(pixels, (0, 0), float(chance.uniform(0.4, 1.8)))
    tint = chance.uniform(0.85, 1.05, 3)
    return np.clip(soft * light * tint + chance.normal(0, 3, (height, width, 1)), 0, 255).astype(np.uint8)
