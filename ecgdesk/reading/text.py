"""Lines of text among the strokes of a page."""

import cv2
import numpy as np
from numpy.typing import NDArray

Boxes = NDArray[np.int64]
"""One row for each box: x0, y0, x1, y1, far edges excluded."""

_LETTER_HEIGHT_PX = (4, 20)
_LETTER_ASPECT = 1.8
_SPACE_PX = 13
_LEAST_LETTERS = 5
_LEVEL_SHARE, _UNEVEN_PX, _STEEPEST = 0.7, 1.2, 0.1


def text_lines(strokes: Boxes, width: int, height: int) -> Boxes:
    """Return the boxes of lines of text, given the boxes of all strokes on a sketch of this size.

    A line is a chain of at least five letters side by side that stand on one straight line: the
    name of a lead is too short to be one, and the pieces of a broken trace go up and down.
    """
    letters = _letters(strokes)
    chains = np.zeros((height, width), np.uint8)
    for x0, y0, x1, y1 in letters.tolist():
        chains[y0:y1, x0 : x1 + _SPACE_PX] = 1
    _, labels, _, _ = cv2.connectedComponentsWithStats(chains)
    owner = np.asarray(labels)[letters[:, 1], letters[:, 0]]
    lines = [line for chain in np.unique(owner) if _is_line(line := letters[owner == chain])]
    hulls = [[*line[:, :2].min(axis=0), *line[:, 2:].max(axis=0)] for line in lines]
    return np.asarray(hulls, dtype=np.int64).reshape(-1, 4)


def _is_line(letters: Boxes) -> bool:
    if len(letters) < _LEAST_LETTERS:
        return False
    # In perspective not every line can be level: take the chain's own slope out.
    middle, bottom = letters[:, 0].astype(np.float64), letters[:, 3].astype(np.float64)
    slope = np.clip(np.polyfit(middle, bottom, 1)[0], -_STEEPEST, _STEEPEST)
    level = bottom - slope * middle
    return float((np.abs(level - np.median(level)) <= _UNEVEN_PX).mean()) >= _LEVEL_SHARE


def _letters(strokes: Boxes) -> Boxes:
    width, height = strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]
    low, high = _LETTER_HEIGHT_PX
    return strokes[(height >= low) & (height <= high) & (width <= _LETTER_ASPECT * height)]
