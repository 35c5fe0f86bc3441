"""Doubts of a page that its own leads dispel, once they were read."""

from dataclasses import replace
from typing import Final

from ecgdesk.core.analysis import Quality, Trust
from ecgdesk.core.tracing import PageReading

DISPELLED: Final = frozenset({"upside-down", "few-traces"})
"""Codes of what cannot be so where most leads were read and fit each other."""
_LEADS: Final = 10
_AGREEMENT: Final = 0.9


def is_doubted(quality: Quality) -> bool:
    """Return whether reading the leads may dispel a doubt of a page that is not refused."""
    return quality.trust is not Trust.REFUSED and any(one.code in DISPELLED for one in quality.cautions)


def reads_well(reading: PageReading) -> bool:
    """Return whether most leads were read, and the limb leads sum to each other as they must.

    Of 26 photographs and 141 scans laid upside down, 12 are noticed and not turned; read so, their limb leads
    agree by 0.89 at most.
    """
    named = {trace.lead.name for trace in reading.traces if trace.lead.name}
    return len(named) >= _LEADS and reading.einthoven is not None and reading.einthoven >= _AGREEMENT


def cleared(quality: Quality, reading: PageReading) -> Quality:
    """Return the verdict without the doubts that the reading of the page dispels."""
    if not is_doubted(quality) or not reads_well(reading):
        return quality
    left = tuple(one for one in quality.cautions if one.code not in DISPELLED)
    return replace(quality, trust=quality.trust if left else Trust.GREEN, cautions=left)
