"""The twelve leads of a recording, whatever it calls them; those that follow from others are computed."""

import re
from typing import Final

import numpy as np

from ecgdesk.core.errors import UnreadableFileError
from ecgdesk.core.sentence import say
from ecgdesk.reading.render_signal import LEADS, MEASURED_LEADS, Signal, twelve_from_eight

_BY_LOWER: Final = {lead.lower(): lead for lead in LEADS}
_DECORATION: Final = re.compile(
    r"^(?:ecg|ekg|mdc_ecg_lead|lead)[\s_:-]*|\s*\(.*\)$|\s*(?:channel|lead)$", re.IGNORECASE
)


def lead_name(said: str) -> str:
    """Return the usual name of a lead: "Lead aVR (Goldberger)" and "ECG AVR" are aVR; others as they are."""
    plain = said.strip()
    while (shorter := _DECORATION.sub("", plain).strip()) != plain:
        plain = shorter
    return _BY_LOWER.get(plain.lower(), plain)


def twelve_leads(signal: Signal, file: str) -> Signal:
    """Return a recording's twelve leads in the usual order; raises UnreadableFileError if one is missing."""
    known = {lead_name(lead): row for lead, row in zip(signal.leads, signal.millivolts, strict=True)}
    if all(lead in known for lead in LEADS):
        return Signal(np.stack([known[lead] for lead in LEADS]), signal.hz)
    if all(lead in known for lead in MEASURED_LEADS):
        return Signal(twelve_from_eight(np.stack([known[lead] for lead in MEASURED_LEADS])), signal.hz)
    missing = [lead for lead in MEASURED_LEADS if lead not in known]
    raise UnreadableFileError(
        say("{file} has no lead {lead}.", file=file, lead=missing[0]),
        "A page needs twelve leads, or the eight that are measured (I, II, V1 to V6).",
    )
