"""The letters that speed and gain are printed with, told apart by their shape in the program's own fonts."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from ecgdesk.reading.render_text import Face, text_mask

Ink = NDArray[np.uint8]
Floats32 = NDArray[np.float32]

KNOWN: Final = (
    *"0123456789./mscVHzACiIoneR:-+*~EtDvrN", "mm", "m/", "/s", "/m", "mV", "10", "25", "50", "20",
    "se", "ec", "mm/", "m/s", "mm/s", "/mV", "m/m", "mm/m",
)  # fmt: skip
_SIDE: Final = 12
_SIZES: Final = (11.0, 16.0, 26.0)
_WIDE, _HIGH, _LOW = 3.0, 3.0, 3.0
"""How much width, height and place over the line count against the picture of a letter."""


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """What letters look like: one row of `features` for each of `names`."""

    names: tuple[str, ...]
    features: Floats32

    def read(self, letters: Floats32) -> tuple[list[str], Floats32]:
        """Return what each row of features (n, f) is most like, and how far it is from that."""
        square = (letters**2).sum(axis=1)[:, None] + (self.features**2).sum(axis=1)[None]
        away = np.sqrt(np.maximum(square - 2 * letters @ self.features.T, 0))
        best = away.argmin(axis=1)
        return [self.names[place] for place in best], away[np.arange(len(letters)), best]


def shape_of(ink: Ink, tall: float, foot: float) -> Floats32:
    """Return the features of a letter's ink (height, width), 0 to 255, cut to its box.

    `tall` is the height of a digit of the line in pixels, `foot` how far the box's foot is under the line.
    """
    small = cv2.resize(ink, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float32).ravel()
    small = small / max(float(np.linalg.norm(small)), 1e-6)
    height, width = ink.shape
    form = (_WIDE * np.log(width / tall) / 2, _HIGH * np.log(height / tall) / 2, _LOW * foot / tall / 2)
    return np.concatenate([small, np.array(form, np.float32)])


@cache
def known_shapes() -> Shapes:
    """Return the shapes of the known letters in every face and some sizes."""
    names, features = [], []
    for face in Face:
        for size in _SIZES:
            for smooth in (True, False):
                digit, line = _drawn("0", face, size, smooth)
                tall = float(digit.shape[0])
                for name in KNOWN:
                    ink, foot = _drawn(name, face, size, smooth)
                    names.append(name)
                    features.append(shape_of(ink, tall, float(foot - line)))
    return Shapes(tuple(names), np.stack(features))


def _drawn(name: str, face: Face, size: float, smooth: bool) -> tuple[Ink, int]:
    """Return the ink of a letter cut to its box, and the row of its foot in what was drawn."""
    mask, _ = text_mask(name, face, size, 0.0, smooth)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], int(rows[-1]) + 1
