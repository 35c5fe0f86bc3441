"""A page whose leads were read and fit each other is not upside down, nor hard to follow."""

from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.analysis import Caution, Quality, Trust
from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LEAD_NAMES, LeadBox, LeadTrace, PageReading
from ecgdesk.reading.cleared import cleared
from ecgdesk.reading.reasons import UPSIDE_DOWN

FEW = Caution("few-traces", "The traces are hard to follow.", "Scan it again.")
NOTHING = np.zeros(0, np.float32)
CUT = Caution("cut-off", "This page is cut off at the top edge.", "Retake it.")


def reading(leads: int, agreement: float | None) -> PageReading:
    traces = tuple(
        LeadTrace(LeadBox(name, Rect(0, 0, 9, 9), 0.0, 2.5, 1.0), NOTHING, 500.0, NOTHING, 1.0)
        for name in LEAD_NAMES[:leads]
    )
    return PageReading(traces=traces, einthoven=agreement)


def test_what_the_leads_dispel_is_not_said_and_the_rest_stays() -> None:
    doubted = Quality(Trust.AMBER, (UPSIDE_DOWN, FEW, CUT))
    left = cleared(doubted, reading(12, 0.99))
    assert left.cautions == (CUT,)
    assert left.trust is Trust.AMBER
    assert cleared(replace(doubted, cautions=(FEW,)), reading(12, 0.99)).trust is Trust.GREEN


@pytest.mark.parametrize(("leads", "agreement"), [(9, 0.99), (12, 0.88), (12, None), (0, None)])
def test_a_poor_reading_dispels_nothing(leads: int, agreement: float | None) -> None:
    doubted = Quality(Trust.AMBER, (UPSIDE_DOWN, FEW))
    assert cleared(doubted, reading(leads, agreement)) == doubted


def test_a_refused_page_stays_refused() -> None:
    refused = Quality(Trust.REFUSED, (FEW,))
    assert cleared(refused, reading(12, 0.99)) == refused
