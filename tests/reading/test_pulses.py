"""Calibration pulses at the ends of rows."""

import numpy as np
import pytest

from ecgdesk.reading.pulses import find_pulses
from ecgdesk.reading.strokes import Floats
from tests.reading.test_follow import PX_MM, drawn

LEVELS = [100.0, 260.0]
HEIGHT = 320


def row(level: float, pulse_mm: float, at: int = 30, width_mm: float = 5.0) -> Floats:
    """Return a level line with an upright pulse of this height and width."""
    line = np.full(800, level)
    line[at : at + round(width_mm * PX_MM)] -= pulse_mm * PX_MM
    return line


@pytest.mark.parametrize("gain", [10.0, 5.0, 20.0])
def test_pulses_tell_the_gain(gain: float) -> None:
    levels = [200.0, 440.0]
    runs = drawn([row(level, gain) for level in levels], height=500)
    found = find_pulses(runs, levels, PX_MM, PX_MM)
    assert found.mm_per_mv == gain
    for box in found.boxes:
        assert box is not None
        assert abs(box.height - gain * PX_MM) < 1.5
        assert abs(box.x0 - 30) < 3


def test_level_rows_have_no_pulse() -> None:
    found = find_pulses(drawn([np.full(800, level) for level in LEVELS], HEIGHT), LEVELS, PX_MM, PX_MM)
    assert found.boxes == [None, None]
    assert found.mm_per_mv is None


def test_one_pulse_in_several_rows_is_none() -> None:
    lines = [row(LEVELS[0], 10), np.full(800, LEVELS[1])]
    assert find_pulses(drawn(lines, HEIGHT), LEVELS, PX_MM, PX_MM).mm_per_mv is None


def test_a_square_wave_in_the_middle_is_no_pulse() -> None:
    lines = [row(level, 10, at=380) for level in LEVELS]
    assert find_pulses(drawn(lines, HEIGHT), LEVELS, PX_MM, PX_MM).mm_per_mv is None


def test_a_plateau_too_wide_is_no_pulse() -> None:
    lines = [row(level, 10, width_mm=9) for level in LEVELS]
    assert find_pulses(drawn(lines, HEIGHT), LEVELS, PX_MM, PX_MM).mm_per_mv is None
