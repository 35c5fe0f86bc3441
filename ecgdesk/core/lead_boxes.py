"""Lead boxes as a person changes them: the times they stand for follow their places on the page."""

from dataclasses import replace
from typing import Final

from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LEAD_NAMES, LeadBox, Scale

MIN_LEAD_PX: Final = 12
"""Shortest side of a lead box."""
_SURE: Final = 1.0
_RHYTHM_SHARE: Final = 0.6
"""A box over more than this share of all leads' width is a strip that repeats a lead."""


def reboxed(lead: LeadBox, box: Rect, scale: Scale | None) -> LeadBox:
    """Return the lead in another box, with the start and duration that belong to it."""
    if scale is None or lead.box.width <= 0:
        return replace(lead, box=box, confidence=_SURE)
    start = lead.start_s + (box.x0 - lead.box.x0) / scale.px_per_s
    return replace(
        lead, box=box, start_s=round(start, 4), duration_s=round(box.width / scale.px_per_s, 4),
        confidence=_SURE,
    )  # fmt: skip


def renamed(leads: tuple[LeadBox, ...], index: int, name: str) -> tuple[LeadBox, ...]:
    """Return the leads with another name for one; "" where it is not known."""
    change = replace(leads[index], name=name, confidence=_SURE)
    return (*leads[:index], change, *leads[index + 1 :])


def new_lead(leads: tuple[LeadBox, ...], box: Rect, scale: Scale | None) -> LeadBox:
    """Return a lead for a new box, with the first usual name that no other has."""
    taken = {lead.name for lead in leads}
    name = next((one for one in LEAD_NAMES if one not in taken), "")
    left = min((lead.box.x0 - _offset(lead, scale) for lead in leads), default=box.x0)
    right = max((lead.box.x1 for lead in leads), default=box.x1)
    rhythm = bool(leads) and box.width > _RHYTHM_SHARE * (right - left)
    start, duration = (
        (0.0, 0.0) if scale is None else ((box.x0 - left) / scale.px_per_s, box.width / scale.px_per_s)
    )
    return LeadBox(name, box, round(start, 4), round(duration, 4), _SURE, rhythm)


def _offset(lead: LeadBox, scale: Scale | None) -> float:
    return 0.0 if scale is None else lead.start_s * scale.px_per_s
