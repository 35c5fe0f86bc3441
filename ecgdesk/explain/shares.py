"""How much of the attribution lies in each lead."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Point, Rect
from ecgdesk.core.lead_keys import lead_key
from ecgdesk.core.tracing import LeadBox
from ecgdesk.explain.outside import coverage, heat_in, heat_of, on_picture


def lead_shares(
    heat: NDArray[np.float32], placement: Rect, leads: Iterable[LeadBox], picture: Sequence[Point] = ()
) -> Mapping[str, float] | None:
    """Return the share of the heat in [0, 1] in each lead's box; None without leads or heat.

    `placement` is what the heat covers, in pixels of the straightened page as the boxes are, and as the
    corners of the `picture`, beyond which no lead is. A strip has its share also where its lead is not known.
    What lies in several boxes is shared among them, so that no heat counts twice.
    """
    named = [lead for lead in leads if lead_key(lead)]
    total = heat_of(heat)
    if not named or total <= 0:
        return None
    there = on_picture(heat, placement, picture)
    there = _shared(there, placement, [lead.box for lead in named])
    shares: dict[str, float] = {}
    for lead in named:
        share = max(0.0, heat_in(there, placement, lead.box) / total)
        shares[lead_key(lead)] = min(1.0, shares.get(lead_key(lead), 0.0) + share)
    return shares


def _shared(heat: NDArray[np.float32], placement: Rect, boxes: list[Rect]) -> NDArray[np.float32]:
    """Return the heat divided by how many boxes hold it, where several do."""
    if not any(_overlap(one, other) for one, other in combinations(boxes, 2)):
        return heat
    held = np.zeros(heat.shape, dtype=np.float32)
    for box in boxes:
        down, across = coverage(heat.shape, placement, box)
        held += np.outer(down, across).astype(np.float32)
    return (heat / np.maximum(held, np.float32(1))).astype(np.float32)


def _overlap(one: Rect, other: Rect) -> bool:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return wide > 0 and high > 0
