"""The way of each row's trace through runs of ink, and heights from it."""

import numpy as np
import pytest

from ecgdesk.core.errors import CancelledError
from ecgdesk.reading.follow import Band, follow
from ecgdesk.reading.heights import FINER, stroke_height, trace_heights
from ecgdesk.reading.ink import TraceInk
from ecgdesk.reading.render_ink import Stroke, ink_mask
from ecgdesk.reading.strokes import Floats, Runs, find_runs

PX_MM = 8.0


def drawn(lines: list[Floats], height: int = 240, width_px: float = 2.4) -> Runs:
    """Return the runs of pens that follow these heights, one for each column, NaN where lifted."""
    strokes = []
    for line in lines:
        points = np.column_stack([np.arange(len(line)), line]).astype(np.float32)
        lifted = np.flatnonzero(np.isnan(line))
        for part in np.split(points, lifted):
            part = part[np.isfinite(part[:, 1])]
            strokes += [Stroke(part, width_px)] if len(part) > 1 else []
    mask = ink_mask((len(lines[0]), height), strokes, smooth=True)
    ink = TraceInk(mask.astype(np.float32) / np.float32(255), 0.5)
    return find_runs(ink, ink.mask)


def wave(level: float, tip: float, at: int, half_width: int = 6, length: int = 300) -> Floats:
    """Return a level line with one wave, a triangle up to its tip."""
    x = np.arange(length)
    return level + (tip - level) * np.clip(1 - np.abs(x - at) / half_width, 0, None)


def ways(runs: Runs, levels: list[float], pitch: float = 80.0) -> list[np.ndarray]:
    bands = [Band(level, 100.0, pitch) for level in levels]
    return list(follow(runs, bands, PX_MM, PX_MM, lambda: None))


def heights(runs: Runs, level: float) -> Floats:
    (way,) = ways(runs, [level])
    return trace_heights(runs, way, stroke_height(runs, way), PX_MM)


def test_a_level_line_is_read_where_it_was_drawn() -> None:
    found = heights(drawn([np.full(300, 100.3)]), 100)
    assert np.abs(found[4:-4] - 100.3).max() < 0.1


@pytest.mark.parametrize("tip", [30.0, 170.0])
def test_narrow_waves_keep_their_tips_up_and_down(tip: float) -> None:
    found = heights(drawn([wave(100, tip, 150, half_width=4)]), 100)
    reached = found.min() if tip < 100 else found.max()
    assert abs(reached - tip) < 6  # one column beside its tip the wave is 17 px lower


def test_a_wave_is_no_wider_than_it_was_drawn() -> None:
    line = wave(100, 40, 150, half_width=8)
    found = heights(drawn([line]), 100)
    true = np.interp(np.arange(len(found)) / FINER, np.arange(300), line)
    assert np.abs(found - true)[20:-20].mean() < 0.5
    assert np.sqrt(((found - true)[20:-20] ** 2).mean()) < 1.5


def test_a_peak_followed_by_a_trough_keeps_both() -> None:
    line = wave(100, 50, 140, 4) + wave(0, 40, 149, 4)
    found = heights(drawn([line]), 100)
    assert found.min() < 56
    assert found.max() > 134


def test_each_row_keeps_its_own_trace_where_two_cross() -> None:
    upper, lower = np.full(300, 60.0), wave(140, 30, 150)
    runs = drawn([upper, lower])
    first, second = ways(runs, [60, 140])
    assert (np.abs(runs.centre[first[first >= 0]] - 60) < 3).mean() > 0.9
    assert runs.top[second[second >= 0]].min() < 35


def test_a_lifted_pen_leaves_a_gap_and_the_trace_goes_on() -> None:
    line = np.full(300, 100.0)
    line[140:170] = np.nan
    found = heights(drawn([line]), 100)
    assert np.isnan(found[FINER * 150 : FINER * 160]).all()
    assert np.abs(found[FINER * 200 : FINER * 280] - 100).max() < 0.2


def test_a_missing_trace_is_not_replaced_by_its_neighbours() -> None:
    (_, missing) = ways(drawn([np.full(300, 60.0)]), [60, 140])
    assert (missing < 0).mean() > 0.98


def test_nothing_drawn_gives_no_way() -> None:
    (way,) = ways(drawn([np.full(300, np.nan)]), [100])
    assert (way < 0).all()


def test_following_can_be_called_off() -> None:
    def stop() -> None:
        raise CancelledError("Called off.")

    with pytest.raises(CancelledError):
        follow(drawn([np.full(300, 100.0)]), [Band(100, 100, 80)], PX_MM, PX_MM, stop)
