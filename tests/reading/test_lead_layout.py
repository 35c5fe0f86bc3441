"""Which arrangement rows of traces have."""

import numpy as np
import pytest
from numpy.typing import NDArray

from ecgdesk.reading.layout import Layout, strips
from ecgdesk.reading.lead_layout import arrange
from ecgdesk.reading.render_signal import Signal
from ecgdesk.reading.simulate import simulate

Floats = NDArray[np.float64]
LENGTH = 2000
RHYTHMS = ("V1", "II", "V5")


def rows_of(signal: Signal, layout: Layout, sequential: bool = True) -> list[Floats]:
    """Return the rows of a page as heights by column: what arranging is given."""
    seconds = 10.0
    rows = [np.full(LENGTH, np.nan) for _ in range(layout.rows)]
    at_once = np.arange(signal.millivolts.shape[1]) / signal.hz
    for strip in strips(layout, seconds, RHYTHMS):
        first, last = (round(LENGTH * s / seconds) for s in (strip.start_s, strip.stop_s))
        begin = strip.start_s if sequential or strip.rhythm else 0.0
        times = begin + np.arange(last - first) * seconds / LENGTH
        rows[strip.row][first:last] = -80 * np.interp(times, at_once, signal.lead(strip.lead))
    return rows


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("sequential", [True, False])
def test_every_arrangement_is_told(layout: Layout, sequential: bool) -> None:
    for seed in range(2):
        found = arrange(rows_of(simulate(seed=seed), layout, sequential), 0, LENGTH)
        assert found.name == layout.value
        assert [p.lead for p in found.places if not p.rhythm] == [
            s.lead for s in strips(layout, 10, RHYTHMS) if not s.rhythm
        ]


def test_strips_are_named_after_the_lead_they_repeat() -> None:
    found = arrange(rows_of(simulate(seed=1), Layout.THREE_BY_FOUR_THREE_RHYTHMS), 0, LENGTH)
    assert [place.lead for place in found.places if place.rhythm] == list(RHYTHMS)


def test_a_strip_of_another_lead_has_no_name() -> None:
    rows = rows_of(simulate(seed=1), Layout.THREE_BY_FOUR_RHYTHM)
    rows[3] = np.random.default_rng(0).normal(size=LENGTH).cumsum()
    found = arrange(rows, 0, LENGTH)
    assert [place.lead for place in found.places if place.rhythm] == [""]
    assert found.confidence < 0.9


def test_a_number_of_rows_that_no_arrangement_has_is_unknown() -> None:
    found = arrange([np.zeros(LENGTH)] * 9, 0, LENGTH)
    assert (found.name, found.places) == ("unknown", ())


@pytest.mark.parametrize("rows", [1, 2])
def test_one_or_two_rows_are_a_part_of_twelve_leads(rows: int) -> None:
    found = arrange([np.zeros(LENGTH)] * rows, 0, LENGTH)
    assert (found.name, found.places) == ("partial", ())


def test_a_strip_is_found_where_its_row_is_shifted() -> None:
    rows = rows_of(simulate(seed=1), Layout.THREE_BY_FOUR_RHYTHM)
    rows[3] = np.roll(rows_of(simulate(seed=1), Layout.THREE_BY_FOUR_THREE_RHYTHMS)[4], 40)
    found = arrange(rows, 0, LENGTH)
    assert [place.lead for place in found.places if place.rhythm] == ["II"]


def test_a_strip_of_another_height_is_not_named_after_a_lead_of_its_shape() -> None:
    rows = rows_of(simulate(seed=1), Layout.THREE_BY_FOUR_RHYTHM)
    rows[3] = 0.4 * rows[3]
    assert [place.lead for place in arrange(rows, 0, LENGTH).places if place.rhythm] == [""]
