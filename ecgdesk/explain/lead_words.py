"""Which leads hold more of a heat map than their room on the page, for the rationale."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ecgdesk.core.geometry import Rect
from ecgdesk.core.lead_keys import in_order, lead_key
from ecgdesk.core.tracing import LeadBox

STANDS_OUT: Final = 1.5
"""From this much more evidence than room on, a lead stands out; an even map has 1."""
LEAST_SHARE: Final = 0.05
MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Leads that stand out, as they stand on paper, with the share of the heat and of the crop they hold."""

    keys: tuple[str, ...]
    share: float
    area: float


def outstanding(shares: Mapping[str, float], leads: Iterable[LeadBox], placement: Rect) -> Outstanding | None:
    """Return the leads that hold much more of the heat than of the area; None where none does.

    `placement` is what the heat map covers.
    """
    areas = _areas(leads, placement)
    dense = [
        key
        for key, share in shares.items()
        if share >= LEAST_SHARE and areas.get(key, 0) > 0 and share >= STANDS_OUT * areas[key]
    ]
    best = sorted(dense, key=lambda key: -shares[key])[:MOST_NAMED]
    if not best:
        return None
    return Outstanding(tuple(in_order(best)), sum(shares[k] for k in best), sum(areas[k] for k in best))


def _areas(leads: Iterable[LeadBox], placement: Rect) -> Mapping[str, float]:
    whole = placement.width * placement.height
    areas: dict[str, float] = {}
    for lead in leads:
        box = lead.box.moved(-placement.x0, -placement.y0).clipped(
            (round(placement.width), round(placement.height))
        )
        areas[lead_key(lead)] = areas.get(lead_key(lead), 0.0) + box.width * box.height / whole
    return areas
