"""What masks hide of the traces: nothing is read there, and nothing is drawn or bridged across it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect
from ecgdesk.core.sentence import say
from ecgdesk.core.tracing import LeadTrace, Scale
from ecgdesk.reading.lead_traces import LEVEL_SHARE

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

HIDDEN_PARTS: Final = say("Parts of the traces are hidden; nothing was read there.")

_BESIDE_S: Final = 0.042
"""A mask hides a little more than itself, so that even a narrow one is too wide a gap to be bridged."""
_ABOVE_MM: Final = 1.0


def without_hidden(
    traces: tuple[LeadTrace, ...], masks: Sequence[Rect], scale: Scale
) -> tuple[LeadTrace, ...]:
    """Return the traces with NaN where a mask hides them; masks and `scale` are of the straightened page.

    A trace is hidden where what was followed runs under a mask, and where the level of its row lies under
    one: what stands above or below the mask there may be another row's trace.
    """
    return tuple(_without(trace, masks, scale) for trace in traces) if masks else traces


def _without(trace: LeadTrace, masks: Sequence[Rect], scale: Scale) -> LeadTrace:
    hidden = _hidden(trace, masks, scale)
    if not hidden.any() or len(trace.millivolts) == 0:
        return trace
    nearest = np.rint(np.linspace(0, len(hidden) - 1, len(trace.millivolts))).astype(np.int64)
    line, millivolts = trace.line.copy(), trace.millivolts.copy()
    line[hidden] = np.nan
    millivolts[hidden[nearest]] = np.nan
    covered, share = float(np.isfinite(millivolts).mean()), float(hidden[nearest].mean())
    return replace(trace, millivolts=millivolts, line=line, covered=round(covered, 4), hidden=round(share, 4))


def _hidden(trace: LeadTrace, masks: Sequence[Rect], scale: Scale) -> Flags:
    """Return which points of a trace's line (n,) are hidden; in its gaps by the level of its row alone."""
    box, y = trace.lead.box, trace.line[:, 1].astype(np.float64)
    x = np.linspace(box.x0, box.x1, len(y))
    level = box.y0 + LEVEL_SHARE * box.height
    beside, above = _BESIDE_S * scale.px_per_s, _ABOVE_MM * scale.px_per_mm_y
    hidden = np.zeros(len(y), dtype=bool)
    for mask in masks:
        low, high = mask.y0 - above, mask.y1 + above
        across = (x >= mask.x0 - beside) & (x <= mask.x1 + beside)
        hidden |= across & ((low <= level <= high) | ((y >= low) & (y <= high)))
    return hidden
