"""What a scanner or a camera does to a picture of the tuning set: the project's own simulated photograph."""

import numpy as np

from benchmarks.no_ecg.sets import Pixels
from ecgdesk.reading.degrade import degrade, photo


def spoil(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Return the picture as it is, or photographed."""
    level = chance.choice(["", "", "light", "medium"])
    return degrade(pixels, photo(level), seed=int(chance.integers(1 << 30))).pixels if level else pixels
