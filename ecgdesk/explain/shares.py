"""How much of the attribution lies in each lead."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Point, Rect
from ecgdesk.core.lead_keys import lead_key
from ecgdesk.core.tracing import LeadBox
from ecgdesk.explain.outside import heat_in, heat_of, on_picture


def lead_shares(
    heat: NDArray[np.float32], placement: Rect, leads: Iterable[LeadBox], picture: Sequence[Point] = ()
) -> Mapping[str, float] | None:
    """Return the share of the heat in [0, 1] in each lead's box; None without leads or heat.

    `placement` is what the heat covers, in pixels of the straightened page as the boxes are, and as the
    corners of the `picture`, beyond which no lead is. A strip has its share also where its lead is not known.
    """
    total, there = heat_of(heat), on_picture(heat, placement, picture)
    shares: dict[str, float] = {}
    for lead in leads:
        key = lead_key(lead)
        if key and total > 0:
            share = max(0.0, heat_in(there, placement, lead.box) / total)
            shares[key] = min(1.0, shares.get(key, 0.0) + share)
    return shares or None
