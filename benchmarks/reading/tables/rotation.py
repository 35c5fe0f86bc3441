"""How far the lines of the grid are turned, in degrees.

Real full-size pages and drawn pages of varied looks are turned by known small angles; the turn that is read
is the one taken out by the proposed crop and the one left on it together. Photographs of the medium level are
in perspective: there the turn in the middle of the crop counts. No grid found counts as nothing read.
"""

from collections.abc import Iterator
from statistics import median
from typing import Final

import numpy as np

from benchmarks.reading.drawn import drawn
from benchmarks.reading.figure import Figure
from benchmarks.reading.reader import read
from benchmarks.reading.sets import Sets
from ecgdesk.reading.degrade import Degradation, Degraded, degrade

AIM: Final = 0.2
TURNS: Final = (0.3, 1.0, 2.5, 5.0, 9.0)


def figures(sets: Sets) -> Iterator[Figure]:
    """Yield the errors in degrees."""
    errors = [error for turn in TURNS for error in real(sets, turn)]
    yield from _both("full-size pages turned by 0.3 to 9°", errors, AIM)
    yield from _both("drawn, clean, turned by 0.3 to 9°", list(turned(sets)), AIM)
    yield from _both("drawn, medium photographs (5°, perspective)", list(photographed(sets)), None)


def real(sets: Sets, turn: float) -> Iterator[float]:
    """Yield the errors on full-size pages, every third of them, turned either way."""
    for number, (_, pixels) in enumerate(sets.full()):
        if number % 3 == 0 or sets.everything:
            shot = degrade(pixels, Degradation(rotation_deg=turn), seed=number)
            yield _error(shot)


def turned(sets: Sets) -> Iterator[float]:
    """Yield the errors on drawn pages."""
    for number, page in enumerate(drawn(sets.ptb_xl(), None)):
        how = Degradation(rotation_deg=TURNS[number % len(TURNS)])
        yield _error(degrade(page.pixels, how, seed=number))


def photographed(sets: Sets) -> Iterator[float]:
    """Yield the errors on photographs of drawn pages, where a grid is found."""
    for page in drawn(sets.ptb_xl(), "medium"):
        reading, crop = read(page.pixels)
        if reading.scale is not None:
            r = crop.rect
            left = page.turn_deg(((r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2), crop)
            yield abs(reading.scale.rotation_deg - left)


def _error(shot: Degraded) -> float:
    true = float(np.degrees(np.arctan2(shot.matrix[1, 0], shot.matrix[0, 0])))
    reading, crop = read(shot.pixels)
    # The crop turned the page clockwise: what it took out counts against its own turn.
    return abs(reading.scale.rotation_deg - crop.rotation_deg - true) if reading.scale else abs(true)


def _both(name: str, errors: list[float], aim: float | None) -> Iterator[Figure]:
    yield Figure(f"{name}: median error", median(errors), len(errors), aim, "most")
    yield Figure(f"{name}: 95th percentile", float(np.percentile(errors, 95)), len(errors), aim, "most")
