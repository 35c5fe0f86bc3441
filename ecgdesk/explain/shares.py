"""How much of the attribution lies in each lead."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.geometry import Rect
from ecgdesk.core.lead_keys import lead_key
from ecgdesk.core.tracing import LeadBox
from ecgdesk.explain.outside import share_inside


def lead_shares(
    heat: NDArray[np.float32], placement: Rect, leads: Iterable[LeadBox]
) -> Mapping[str, float] | None:
    """Return the share of the heat in [0, 1] in each named lead's box; None without leads or heat.

    `placement` is what the heat covers, in pixels of the straightened page as the boxes are.
    """
    shares: dict[str, float] = {}
    for lead in leads:
        share = share_inside(heat, placement, lead.box) if lead.name else None
        if share is not None:
            shares[lead_key(lead)] = shares.get(lead_key(lead), 0.0) + share
    return shares or None
