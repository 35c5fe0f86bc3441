"""The places that a rationale names."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ecgdesk.core.sentence import Sentence, say

Place = tuple[int, int]
"""Row (0 top, 1 middle, 2 bottom) and column (0 left, 1 centre, 2 right) of a third of the crop."""

PLACES: Final[Mapping[Place, Sentence]] = MappingProxyType(
    {
        (0, 0): say("at the top left"), (0, 1): say("at the top centre"), (0, 2): say("at the top right"),
        (1, 0): say("at the middle left"), (1, 1): say("in the centre"), (1, 2): say("at the middle right"),
        (2, 0): say("at the bottom left"), (2, 1): say("at the bottom centre"),
        (2, 2): say("at the bottom right"),
    }
)  # fmt: skip
