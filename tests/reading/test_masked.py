"""What masks hide is not read, not bridged and not measured, and it is said."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.measured import rows
from ecgdesk.core.tracing import LeadTrace, PageReading
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.einthoven import einthoven
from ecgdesk.reading.measure import measure
from ecgdesk.reading.measure_strips import strips_of
from ecgdesk.reading.read_page import read_page
from ecgdesk.reading.render import RenderedPage, render
from ecgdesk.reading.render_options import RenderOptions
from ecgdesk.reading.simulate import SPECS, simulate
from tests.reading.made_traces import read

HIDDEN = "A good part of this lead is hidden."


@cache
def page() -> RenderedPage:
    return render(simulate(SPECS["normal"], seed=3), RenderOptions(dpi=150.0))


@cache
def crop() -> Crop:
    return propose_crop(page().pixels, "tracing")


@cache
def reading(*masks: Rect) -> PageReading:
    return read_page(page().pixels, replace(crop(), masks=masks))


def lead(found: PageReading, name: str) -> LeadTrace:
    return next(one for one in found.traces if one.lead.name == name and not one.lead.rhythm)


def part_of(name: str, first: float, last: float) -> Rect:
    """Return a box over the whole height of a lead, from one share of its width to another."""
    box = lead(reading(), name).lead.box
    return Rect(box.x0 + first * box.width, box.y0, box.x0 + last * box.width, box.y1)


def test_nothing_is_read_or_drawn_under_a_mask_and_all_else_is() -> None:
    mask = part_of("V2", 0.3, 0.8)
    plain, hidden = lead(reading(), "V2"), lead(reading(mask), "V2")
    count = len(hidden.millivolts)
    assert not np.isfinite(hidden.millivolts[round(0.3 * count) : round(0.8 * count)]).any()
    x = hidden.line[np.isfinite(hidden.line).all(axis=1), 0]
    assert not ((x > mask.x0) & (x < mask.x1)).any()
    assert np.isfinite(hidden.millivolts[: round(0.25 * count)]).all()
    assert plain.covered > 0.98 and plain.hidden == 0
    assert hidden.covered < 0.5 < hidden.hidden
    assert "hidden" in reading(mask).reasons["masks"]


def test_a_lead_that_is_hidden_in_good_part_is_not_measured_and_it_is_said() -> None:
    measured = measure(reading(part_of("V2", 0.4, 0.9)))
    assert measured.st["V2"].millivolts is None
    assert measured.reasons["st_V2"] == HIDDEN
    row = next(one for one in rows(measured) if str(one.name) == "ST in V2")
    assert (row.value, row.reason) == (None, HIDDEN)
    assert measured.st["V4"].millivolts == pytest.approx(measure(reading()).st["V4"].millivolts, abs=0.02)


def test_without_a_lead_that_it_needs_there_is_no_axis_and_it_is_said() -> None:
    measured = measure(reading(part_of("I", 0.3, 0.9)))
    assert measured.axis_deg is None
    assert measured.reasons["axis_deg"] == "A good part of a lead that it needs is hidden."


def test_nothing_is_bridged_under_the_narrowest_mask() -> None:
    mask = part_of("V2", 0.5, 0.502)
    strip = next(one for one in strips_of(reading(mask).traces) if one.name == "V2")
    gap = np.flatnonzero(~strip.known)
    assert len(strip.known) * 0.45 < gap.mean() < len(strip.known) * 0.55


def test_a_mask_beside_the_traces_hides_nothing() -> None:
    box = lead(reading(), "V2").lead.box
    label = Rect(box.x0, box.y0, box.x0 + 0.2 * box.width, box.y0 + 0.1 * box.height)
    assert "masks" not in reading(label).reasons
    assert lead(reading(label), "V2").hidden == 0


def test_limb_leads_are_compared_where_they_are_shown() -> None:
    found = reading(part_of("aVL", 0.5, 0.8))
    assert found.einthoven == pytest.approx(reading().einthoven, abs=0.01)
    assert einthoven(found.traces) == found.einthoven


def test_beats_that_are_hidden_make_no_long_intervals() -> None:
    shown = read(simulate(SPECS["normal"], seed=3))
    traces = []
    for trace in shown.traces:
        values, start = trace.millivolts.copy(), round(trace.lead.start_s * trace.hz)
        at = np.arange(len(values)) + start
        values[(at > 4.0 * trace.hz) & (at < 5.6 * trace.hz)] = np.nan
        traces.append(replace(trace, millivolts=values))
    plain, hidden = measure(shown), measure(replace(shown, traces=tuple(traces)))
    assert plain.heart_rate_low_bpm is not None
    assert hidden.heart_rate_low_bpm == pytest.approx(plain.heart_rate_low_bpm, abs=3)
    assert hidden.regular == plain.regular
