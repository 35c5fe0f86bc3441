"""Whole pages: scale, layout, leads and traces against what was drawn."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.tracing import PageReading
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.degrade import Degradation, degrade
from ecgdesk.reading.layout import Layout
from ecgdesk.reading.read_page import read_page
from ecgdesk.reading.render import RenderedPage, render
from ecgdesk.reading.render_grid import GREY_LINES
from ecgdesk.reading.render_options import PulsePlace, RenderOptions
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.render_signal import Signal
from ecgdesk.reading.simulate import SPECS, simulate

DPI = 150.0


@cache
def signal() -> Signal:
    return simulate(SPECS["normal"], seed=3)


def drawn(options: RenderOptions) -> tuple[RenderedPage, PageReading]:
    page = render(signal(), replace(options, dpi=DPI))
    return page, read_page(page.pixels, propose_crop(page.pixels))


def correlations(reading: PageReading) -> list[float]:
    at_once = np.arange(signal().millivolts.shape[1]) / signal().hz
    found = []
    for trace in reading.traces:
        if not trace.lead.rhythm:
            times = trace.lead.start_s + np.arange(len(trace.millivolts)) / trace.hz
            true = np.interp(times, at_once, signal().lead(trace.lead.name))
            known = np.isfinite(trace.millivolts)
            found.append(float(np.corrcoef(true[known], trace.millivolts[known])[0, 1]))
    return found


@pytest.mark.parametrize("look", ["a4-red", "letter-orange-three-rhythms", "a4-six-rows", "a4-twelve-rows"])
def test_a_clean_page_is_read_as_it_was_drawn(look: str) -> None:
    page, reading = drawn(PRESETS[look])
    assert reading.scale is not None
    assert reading.scale.px_per_mm_x == pytest.approx(page.grid_px_per_mm, rel=0.005)
    assert reading.scale.px_per_mm_y == pytest.approx(page.grid_px_per_mm, rel=0.005)
    assert reading.scale.mm_per_mv == page.options.mm_per_mv
    assert reading.layout.name == page.options.layout.value
    assert len(reading.pulses) == page.options.layout.rows
    assert np.median(correlations(reading)) > 0.99
    assert reading.einthoven is not None and reading.einthoven > 0.95


def test_a_grid_that_is_a_per_cent_off_is_told_from_what_the_traces_were_drawn_to() -> None:
    page, reading = drawn(replace(PRESETS["a4-red"], grid_stretch=1.012))
    assert reading.scale is not None
    assert reading.scale.px_per_mm_x == pytest.approx(page.grid_px_per_mm, rel=0.003)
    assert reading.scale.px_per_s == pytest.approx(page.px_per_s, rel=0.003)
    assert reading.scale.px_per_mv == pytest.approx(page.px_per_mv, rel=0.006)


def test_what_of_speed_and_gain_was_assumed_is_said() -> None:
    untold = replace(PRESETS["a4-red"], caption=None)
    _, with_pulses = drawn(untold)
    _, without = drawn(replace(untold, pulse=PulsePlace.NONE))
    assert "25 mm/s was assumed; the rows are as long as ten seconds" in with_pulses.reasons["speed"]
    assert "gain" not in with_pulses.reasons
    assert "10 mm/mV was assumed" in without.reasons["gain"]


def test_traces_much_paler_than_the_names_beside_them_are_read() -> None:
    page, _ = drawn(PRESETS["a4-red"])
    pixels = page.pixels.copy()
    paper = pixels.max(axis=2) > 150
    height, width = paper.shape
    pale = np.where(paper[..., None], pixels, 140).astype(np.uint8)
    pale[2 : height // 40, : width // 2 : 2] = 0  # print that is much darker
    reading = read_page(pale, propose_crop(pale))
    assert reading.layout.name == page.options.layout.value
    assert np.mean([trace.covered for trace in reading.traces]) > 0.95


def test_a_grey_grid_is_no_trace() -> None:
    _, reading = drawn(replace(PRESETS["a4-red"], grid=GREY_LINES, frame=None))
    assert reading.layout.name == Layout.THREE_BY_FOUR_RHYTHM.value
    assert np.median(correlations(reading)) > 0.98


def test_a_turned_page_is_read_and_its_turn_told() -> None:
    page = render(signal(), replace(PRESETS["a4-red"], dpi=DPI))
    shot = degrade(page.pixels, Degradation(rotation_deg=2.0), seed=4)
    crop = propose_crop(shot.pixels)
    reading = read_page(shot.pixels, crop)
    true = float(np.degrees(np.arctan2(shot.matrix[1, 0], shot.matrix[0, 0])))
    assert reading.scale is not None
    assert reading.scale.rotation_deg - crop.rotation_deg == pytest.approx(true, abs=0.1)
    assert np.median(correlations(reading)) > 0.98


def test_lead_boxes_stand_where_leads_were_drawn() -> None:
    page, reading = drawn(PRESETS["a4-red"])
    boxes = {trace.lead: trace.box for trace in page.traces if not trace.rhythm}
    for lead in reading.leads:
        if not lead.rhythm:
            middle = (lead.box.x0 + lead.box.x1) / 2, (lead.box.y0 + lead.box.y1) / 2
            assert boxes[lead.name].x0 < middle[0] < boxes[lead.name].x1
            assert boxes[lead.name].y0 < middle[1] < boxes[lead.name].y1


def test_empty_paper_is_not_read_and_it_is_said_why() -> None:
    paper = np.full((500, 800, 3), 250, np.uint8)
    reading = read_page(paper, Crop(Rect(0, 0, 800, 500)))
    assert (reading.scale, reading.leads, reading.traces) == (None, (), ())
    assert set(reading.reasons) == {"scale", "layout", "traces"}
