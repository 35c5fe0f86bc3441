"""How a lead box is called where shares of evidence are listed, and in which order."""

from collections.abc import Iterable, Mapping
from typing import Final

from ecgdesk.core.tracing import LEAD_NAMES, LeadBox

RHYTHM: Final = " rhythm"
"""Follows the name of a lead's strip over the whole width."""
STRIP: Final = "strip"
"""A strip over the whole width whose lead is not known."""
REST_SAID_FROM: Final = 0.05
"""From this share of the evidence outside of all leads on, it is said where the rest is."""


def lead_key(lead: LeadBox) -> str:
    """Return how a lead box is called in shares: its lead, and that it is the strip; "" where neither."""
    if not lead.rhythm:
        return lead.name
    return lead.name + RHYTHM if lead.name else STRIP


def lead_of(key: str) -> str:
    """Return the lead of a key."""
    return key.removesuffix(RHYTHM)


def is_strip(key: str) -> bool:
    """Return whether a key is that of a strip over the whole width."""
    return key == STRIP or key.endswith(RHYTHM)


def short_key(key: str) -> str:
    """Return a key for a narrow place: strips say that they are."""
    return f"{lead_of(key)} {STRIP}" if is_strip(key) and key != STRIP else key


def rest_of(shares: Mapping[str, float]) -> float:
    """Return the share in [0, 1] that lies in none of the leads that have one."""
    return min(1.0, max(0.0, 1.0 - sum(shares.values())))


def in_order(keys: Iterable[str]) -> list[str]:
    """Return keys as leads stand on paper, strips last: these in the order given, which is the page's."""
    return sorted(keys, key=_place)


def _place(key: str) -> tuple[bool, int]:
    if is_strip(key):
        return True, 0
    name = lead_of(key)
    return False, LEAD_NAMES.index(name) if name in LEAD_NAMES else len(LEAD_NAMES)
