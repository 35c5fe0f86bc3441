"""What was read from a page, and how it was laid, as fields of the JSON object."""

import math
from collections.abc import Mapping
from typing import Any, Final

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.placing import done_by_itself
from ecgdesk.core.tracing import LeadBox, PageReading, Scale

_READ: Final[Mapping[str, Any]] = {
    "layout": None, "layout_confidence": None, "px_per_mm": None, "scale_confidence": None,
    "scale_source": None, "rotation_deg": None, "mm_per_s": None, "mm_per_mv": None, "pulses": [],
    "printed_mm_per_s": None, "printed_mm_per_mv": None, "leads": [], "limb_leads_agree": None, "reasons": {},
    "signals": None,
}  # fmt: skip


def geometry_object(crop: Crop | None) -> dict[str, Any]:
    """Return how a page was laid and cut; `done` says what of that nobody asked for."""
    if crop is None:
        return {
            "rotation_deg": None, "corners": None, "masks": [], "crop": None, "origin": None, "done": [],
        }  # fmt: skip
    return {
        "rotation_deg": _number(crop.rotation_deg, 4),
        "corners": [list(corner) for corner in crop.corners] if crop.corners else None,
        "masks": [_box(mask) for mask in crop.masks],
        "crop": _box(crop.rect),
        "origin": crop.origin,
        "done": [str(sentence) for sentence in done_by_itself(crop)],
    }


def reading_object(reading: PageReading | None, signals: str | None = None) -> dict[str, Any]:
    """Return grid scale, layout and leads, places in pixels of the straightened page; null where not read.

    `signals` is the file of the digitised leads, relative to the output folder.
    """
    if reading is None:
        return {**_READ, "signals": signals}
    covered = {trace.lead.box: trace.covered for trace in reading.traces}
    return {
        **_READ,
        "layout": reading.layout.name,
        "layout_confidence": _number(reading.layout.confidence, 3),
        **_scale(reading.scale),
        "pulses": [_box(pulse.box) for pulse in reading.pulses],
        "printed_mm_per_s": _number(reading.printed_mm_per_s, 2),
        "printed_mm_per_mv": _number(reading.printed_mm_per_mv, 2),
        "leads": [_lead(lead, covered.get(lead.box)) for lead in reading.leads],
        "limb_leads_agree": _number(reading.einthoven, 3),
        "reasons": {name: str(why) for name, why in reading.reasons.items()},
        "signals": signals,
    }


def _scale(scale: Scale | None) -> Mapping[str, Any]:
    if scale is None:
        return {}
    return {
        "px_per_mm": [_number(scale.px_per_mm_x, 4), _number(scale.px_per_mm_y, 4)],
        "scale_confidence": _number(scale.confidence, 3),
        "scale_source": scale.source,
        "rotation_deg": _number(scale.rotation_deg, 3),
        "mm_per_s": _number(scale.mm_per_s, 2),
        "mm_per_mv": _number(scale.mm_per_mv, 2),
    }


def _lead(lead: LeadBox, covered: float | None) -> dict[str, Any]:
    return {
        "name": lead.name or None,
        "box": _box(lead.box),
        "start_s": _number(lead.start_s, 3),
        "duration_s": _number(lead.duration_s, 3),
        "rhythm": lead.rhythm,
        "confidence": _number(lead.confidence, 3),
        "covered": _number(covered, 3),
    }


def _box(rect: Rect) -> list[int]:
    return list(rect.rounded())


def _number(value: float | None, digits: int) -> float | None:
    return None if value is None or not math.isfinite(value) else round(float(value), digits)
