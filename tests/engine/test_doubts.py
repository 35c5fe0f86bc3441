"""Doubts of a page that its own leads dispel are not said, and do not keep its class back."""

import numpy as np
import pytest

from ecgdesk.core.analysis import AnalysisRequest, Measurements, Quality, Stage, Trust
from ecgdesk.core.geometry import Rect
from ecgdesk.core.page import PageRef
from ecgdesk.core.tracing import LEAD_NAMES, LeadBox, LeadTrace, PageReading
from ecgdesk.reading.reasons import UPSIDE_DOWN
from tests.engine.test_analyst import Bench, page

__all__ = ["page"]

NOTHING = np.zeros(0, np.float32)


def bench_that_reads(agreement: float) -> Bench:
    boxes = [LeadBox(name, Rect(0, 0, 9, 9), 0.0, 2.5, 1.0) for name in LEAD_NAMES]
    traces = tuple(LeadTrace(box, NOTHING, 500.0, NOTHING, 1.0) for box in boxes)
    read = PageReading(traces=traces, einthoven=agreement), Measurements()
    bench = Bench(quality=Quality(Trust.AMBER, (UPSIDE_DOWN,)))
    bench.analyst._checker._read = lambda *_: read
    return bench


@pytest.mark.parametrize("until", [Stage.CLASS, Stage.CHECKS])
def test_a_class_is_said_where_the_leads_show_that_the_page_is_upright(page: PageRef, until: Stage) -> None:
    analysis = bench_that_reads(0.99).final(AnalysisRequest(page, "m", until=until)).analysis
    assert (analysis.trust, analysis.cautions) == (Trust.GREEN, ())
    assert analysis.prediction is not None
    assert analysis.prediction.label == "a"


def test_none_is_said_where_they_do_not(page: PageRef) -> None:
    analysis = bench_that_reads(0.8).final(AnalysisRequest(page, "m")).analysis
    assert analysis.cautions[0] == UPSIDE_DOWN
    assert analysis.prediction is not None
    assert analysis.prediction.label is None
