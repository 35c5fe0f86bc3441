"""Pixels of a millimetre of the printed grid, against what was measured by hand or drawn.

The full-size pages' 5 mm are 39.7 to 39.9 px by hand: the error counts from the middle, 39.8. Drawn pages are
of varied looks (colour, dots, faded, paper) at 75 to 300 dpi that the reader is not told, clean and
photographed; pages drawn without a grid are left out. Errors are shares of the true spacing, across and down.
"""

from collections.abc import Iterator
from statistics import median
from typing import Final

import numpy as np

from benchmarks.reading.drawn import drawn
from benchmarks.reading.figure import Figure, share
from benchmarks.reading.reader import read
from benchmarks.reading.sets import FULL_SIZE_5_MM_PX, Sets
from ecgdesk.core.geometry import Crop
from ecgdesk.core.tracing import Scale
from ecgdesk.reading.degrade import Level

AIM: Final = 0.01
LEVELS: Final[tuple[Level | None, ...]] = (None, "light", "medium", "heavy")


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield the errors as shares of the true spacing."""
    yield full_size(sets)
    for level in LEVELS:
        yield from at_level(sets, level)


def full_size(sets: Sets) -> Figure:
    """Return the largest error on the full-size pages."""
    middle = sum(FULL_SIZE_5_MM_PX) / 2
    found = [read(pixels)[0].scale for _, pixels in sets.full()]
    errors = [max(_errors(scale, (middle / 5, middle / 5))) for scale in found]
    return Figure("full-size pages: largest error", max(errors), len(errors), AIM, "most", ".4f")


def at_level(sets: Sets, level: Level | None) -> Iterator[Figure]:
    """Yield the errors on drawn pages of one level of photograph, None for clean ones."""
    errors, found = [], []
    for page in drawn(sets.ptb_xl(), level):
        reading, crop = read(page.pixels)
        found.append(reading.scale is not None)
        if reading.scale is not None:
            errors += _errors(reading.scale, page.grid_px(_middle(crop), crop))
    name, aim = f"drawn, {level or 'clean'}", AIM if level is None else None
    yield share(f"{name}: a grid is found", found)
    yield Figure(f"{name}: median error where found", median(errors), len(errors), aim, "most", ".4f")
    yield share(f"{name}: errors of at most 1 %", [error <= AIM for error in errors])


def _errors(scale: Scale | None, true: tuple[float, float]) -> list[float]:
    if scale is None:
        return [1.0, 1.0]
    pairs = zip((scale.px_per_mm_x, scale.px_per_mm_y), true, strict=True)
    return [abs(float(np.log(found / right))) for found, right in pairs]


def _middle(crop: Crop) -> tuple[float, float]:
    return (crop.rect.x0 + crop.rect.x1) / 2, (crop.rect.y0 + crop.rect.y1) / 2
