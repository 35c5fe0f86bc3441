"""How a lead box is called where shares of evidence are listed, and in which order."""

from collections.abc import Iterable
from typing import Final

from ecgdesk.core.tracing import LEAD_NAMES, LeadBox

RHYTHM: Final = " rhythm"
"""Follows the name of a lead's strip over the whole width."""


def lead_key(lead: LeadBox) -> str:
    """Return how a lead box is called in shares: its lead, and that it is the strip."""
    return lead.name + RHYTHM if lead.rhythm else lead.name


def lead_of(key: str) -> str:
    """Return the lead of a key."""
    return key.removesuffix(RHYTHM)


def is_strip(key: str) -> bool:
    """Return whether a key is that of a strip over the whole width."""
    return key.endswith(RHYTHM)


def short_key(key: str) -> str:
    """Return a key for a narrow place: strips say that they are."""
    return lead_of(key) + " strip" if is_strip(key) else key


def in_order(keys: Iterable[str]) -> list[str]:
    """Return keys as leads stand on paper, strips last."""
    return sorted(keys, key=_place)


def _place(key: str) -> tuple[bool, int]:
    name = lead_of(key)
    return is_strip(key), LEAD_NAMES.index(name) if name in LEAD_NAMES else len(LEAD_NAMES)
