"""Where traces begin and end, and what their length says about the scale."""

import numpy as np
import pytest

from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import Scale
from ecgdesk.reading.ink import Ink
from ecgdesk.reading.render_ink import Stroke, ink_mask
from ecgdesk.reading.strokes import Floats
from ecgdesk.reading.time_base import Extent, anchored, extent, refined_scale, without_gaps, without_pulse

PX_MM = 8.0
SCALE = Scale(PX_MM, PX_MM, 1.0, "grid")


def row(first: int, last: int, columns: int = 2400) -> Floats:
    heights = np.full(columns, np.nan)
    heights[first : last + 1] = 100.0
    return heights


def ink(first: int, last: int, columns: int = 2400) -> Ink:
    share = np.zeros((200, columns), np.float32)
    share[99:102, first : last + 1] = 1
    return share


def test_the_extent_is_that_of_most_rows() -> None:
    rows = [row(100, 2100), row(100, 2100), row(400, 1000)]
    found = extent(rows, [3.0] * 3, ink(100, 2100), PX_MM)
    assert found is not None
    assert abs(found.start - 101) < 1.5  # a pen's path begins half its width inside its ink
    assert abs(found.stop - 2099) < 1.5


def test_rows_without_a_trace_have_no_extent() -> None:
    assert extent([np.full(2400, np.nan)], [3.0], ink(0, 0), PX_MM) is None


def test_a_speck_before_a_trace_does_not_begin_it() -> None:
    line = row(300, 2300)
    line[40:43] = 100.0
    found = extent([line], [3.0], ink(300, 2300), PX_MM)
    assert found is not None
    assert found.start > 295


def test_a_pulse_and_what_lies_beyond_it_are_taken_out() -> None:
    kept = without_pulse(row(0, 2000), Rect(30, 20, 70, 100), PX_MM)
    assert np.isnan(kept[:71]).all()
    assert np.isfinite(kept[100:2001]).all()


def test_a_pulse_at_the_end_is_taken_out_there() -> None:
    kept = without_pulse(row(0, 2000), Rect(1930, 20, 1970, 100), PX_MM)
    assert np.isnan(kept[1930:]).all()
    assert np.isfinite(kept[:1900]).all()


def test_half_columns_go_with_their_columns() -> None:
    heights = np.array([1.0, np.nan, 3.0])
    assert np.isnan(without_gaps(np.arange(6.0), heights)).tolist() == [
        False,
        False,
        True,
        True,
        False,
        False,
    ]


def test_ten_seconds_count_from_where_traces_begin() -> None:
    found = anchored(Extent(100, 2112), SCALE, [row(100, 2112)], [None])
    assert found == Extent(100, 2100)


def test_they_count_from_the_other_end_where_a_pulse_hides_the_start() -> None:
    found = anchored(Extent(100, 2112), SCALE, [row(30, 2112)], [Rect(50, 20, 90, 100)])
    assert found == Extent(112, 2112)


def test_another_length_stays_as_it_was_found() -> None:
    assert anchored(Extent(100, 1500), SCALE, [row(100, 1500)], [None]) == Extent(100, 1500)


@pytest.mark.parametrize(("length", "drawn"), [(2030.0, 1.015), (2004.0, 1.0), (2200.0, 1.0)])
def test_ten_seconds_that_are_some_per_cent_off_stretch_the_time(length: float, drawn: float) -> None:
    assert refined_scale(SCALE, Extent(0, length), [None]).drawn_x == pytest.approx(drawn)


def test_pulses_that_agree_refine_the_height_of_a_millivolt() -> None:
    found = refined_scale(SCALE, Extent(0, 2000), [Rect(30, 20, 70, 101.6)] * 3)
    assert found.source == "grid and pulse"
    assert found.drawn_y == pytest.approx(1.02)


def test_pulses_that_differ_leave_the_grid_to_tell_it() -> None:
    pulses: list[Rect | None] = [Rect(30, 20, 70, 20 + height) for height in (78.0, 82.0, 81.0)]
    found = refined_scale(SCALE, Extent(0, 2000), pulses)
    assert (found.source, found.drawn_y) == ("grid and pulse", 1.0)


def test_pulses_of_another_height_say_nothing() -> None:
    assert refined_scale(SCALE, Extent(0, 2000), [Rect(30, 20, 70, 120)] * 3).source == "grid"


@pytest.mark.parametrize("first_y", [100.0, 60.0, 130.0])
def test_a_path_begins_and_ends_where_it_does_however_steep_it_is_there(first_y: float) -> None:
    x = np.array([100.3, 101.1, 2000.0, 2099.4, 2100.2])
    y = np.array([first_y, 100.0, 100.0, 100.0, first_y])
    stroke = Stroke(np.column_stack([x, y]).astype(np.float32), 3.0)
    share = ink_mask((2400, 200), [stroke], smooth=True).astype(np.float32) / 255
    level = np.where(share.max(axis=0) > 0.5, 100.0, np.nan)
    ends = np.flatnonzero(np.isfinite(level))[[0, 1, -2, -1]]
    level[ends] = [np.flatnonzero(share[:, column] > 0.5).mean() for column in ends]
    found = extent([level], [3.0], share, PX_MM)
    assert found is not None
    assert abs(found.start - 100.3) < 0.3
    assert abs(found.stop - 2100.2) < 0.5  # the drawn line is a third of a pixel wider there
