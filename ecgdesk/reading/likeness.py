"""How much a crop looks like an ECG: a small learned sum of explainable figures, read from a data file.

`scripts/fit_gate.py` learns it. No library but numpy is needed to use it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.resources import resources_folder
from ecgdesk.reading.evidence import Seen
from ecgdesk.reading.upright import Leaning

Floats = NDArray[np.float64]

FILE: Final = "gate/likeness.json"
_CALM: Final = 8.0


def features(seen: Seen) -> dict[str, float]:
    """Return the figures that the verdict rests on, each on a scale of its own."""
    evidence, look, shape = seen.evidence, seen.look, seen.shape
    return {
        "contrast": evidence.contrast,
        "ink_share": evidence.ink_share,
        "trace_rows": min(evidence.trace_rows, _CALM),
        "stand_out": float(np.log(seen.lines.stand_out)),
        "upright_lines": float(np.log(max(seen.lines.upright, 0.1))),
        "level_lines": float(np.log(max(seen.lines.level, 0.1))),
        "brightness": evidence.brightness,
        "paper": look.paper,
        "colour": look.colour,
        "fine": look.fine,
        "tint": look.tint,
        "rough": look.rough,
        "letters": min(look.letters, _CALM),
        "letter_share": look.letter_share,
        "trace_share": look.trace_share,
        "upright_share": look.upright_share,
        "rules": min(look.rules, _CALM),
        "count": shape.count,
        "longest": shape.longest,
        "steep_share": shape.steep_share,
        "flat_share": shape.flat_share,
        "resting_share": shape.resting_share,
        "peakedness": shape.peakedness,
        "together": shape.together,
        "rhythm": shape.rhythm,
        "bursts": shape.bursts,
        "swing": shape.swing,
        "pitch": shape.pitch,
        "rows": shape.rows,
    }


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Boosted trees of one depth: at each node the figure to ask and its limit, at the ends a value.

    `figure` and `limit` are (trees, nodes), node n having the children 2n + 1 and 2n + 2; `value` is (trees,
    ends). A figure over its limit goes to the second child. `start` is the sum without any tree.
    """

    names: tuple[str, ...]
    figure: NDArray[np.int64]
    limit: Floats
    value: Floats
    start: float

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Trees":
        """Return the trees that a data file holds."""
        return cls(
            tuple(stored["names"]), np.array(stored["figure"], np.int64),
            np.array(stored["limit"], np.float64), np.array(stored["value"], np.float64), stored["start"],
        )  # fmt: skip

    def log_odds(self, figures: Mapping[str, float]) -> float:
        """Return the logarithm of the odds that a crop with these figures shows an ECG."""
        known = np.array([figures[name] for name in self.names])
        trees, nodes = np.arange(len(self.value)), self.limit.shape[1]
        at = np.zeros(len(trees), np.int64)
        while at[0] < nodes:
            over = known[self.figure[trees, at]] > self.limit[trees, at]
            at = 2 * at + 1 + over
        return self.start + float(self.value[trees, at - nodes].sum())


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """What was learned: the trees, their limits, and how much each figure of `Leaning` weighs.

    Log odds under `refuse` are no ECG, under `doubt` perhaps none; log odds of being upright under
    `turned` are upside down.
    """

    trees: Trees
    refuse: float
    doubt: float
    weights: Floats
    turned: float

    def upright(self, figures: Leaning) -> float:
        """Return the logarithm of the odds that a page is the right way up."""
        return float(self.weights @ figures.vector())


@cache
def learned_gate() -> Gate:
    """Return the gate that comes with the program."""
    stored = json.loads((resources_folder() / FILE).read_text(encoding="utf-8"))
    weights = np.array(stored["upright"]["weights"], np.float64)
    likeness, upright = stored["likeness"], stored["upright"]
    return Gate(Trees.read(likeness), likeness["refuse"], likeness["doubt"], weights, upright["turned"])
