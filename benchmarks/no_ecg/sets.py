"""The eight categories of a set, its pictures by name, and what they hash to."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Maker = Callable[[np.random.Generator], Pixels]
"""Draws one picture: RGB (height, width, 3)."""

CATEGORIES: Final = (
    "text",
    "form",
    "prescription",
    "radiograph",
    "photo",
    "chart",
    "eeg-seismograph",
    "blank",
)


@dataclass(frozen=True, slots=True)
class PictureSet:
    """Makers of each category, taken in turn, and how many pictures each category holds.

    `spoil` is applied to every picture: what a scanner or a camera does to it.
    """

    name: str
    makers: Mapping[str, tuple[Maker, ...]]
    each: Mapping[str, int]
    spoil: Callable[[Pixels, np.random.Generator], Pixels]

    def pictures(self, only: str = "") -> Iterator[tuple[str, str, Pixels]]:
        """Yield category, name and pixels of every picture, or of those of one category."""
        for category in CATEGORIES:
            for number in range(self.each[category] if only in ("", category) else 0):
                yield category, f"{category}-{number:03d}", self.picture(category, number)

    def picture(self, category: str, number: int) -> Pixels:
        """Return one picture: RGB (height, width, 3), the same at every call."""
        makers = self.makers[category]
        seed = f"{self.name}/{category}/{number}".encode()
        chance = np.random.default_rng(int.from_bytes(hashlib.sha256(seed).digest()[:8]))
        drawn = makers[number % len(makers)](chance)
        return np.ascontiguousarray(self.spoil(drawn, chance), dtype=np.uint8)

    def maker_name(self, category: str, number: int) -> str:
        """Return what drew a picture, for validation that leaves out one kind at a time."""
        makers = self.makers[category]
        return makers[number % len(makers)].__name__


def digest(pixels: Pixels) -> str:
    """Return the SHA-256 of a picture's size and pixels."""
    return hashlib.sha256(repr(pixels.shape).encode() + pixels.tobytes()).hexdigest()
