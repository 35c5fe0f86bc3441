"""Calipers: what they measure, how they are held, and where a march goes."""

import pytest

from ecgdesk.core.calipers import (
    Caliper,
    CaliperKind,
    Part,
    between,
    from_ends,
    moved,
    part_at,
    proposed,
    steps_of,
    value_of,
    with_leg,
)
from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import Scale

SCALE = Scale(8.0, 4.0, 1.0, "grid", mm_per_s=25.0, mm_per_mv=10.0)
TIME = Caliper(CaliperKind.TIME, 100, 260, 50)
VOLTAGE = Caliper(CaliperKind.VOLTAGE, 200, 140, 70)
SIZE = (1000, 600)


def test_a_caliper_of_time_says_milliseconds_and_beats_a_minute() -> None:
    value = value_of(TIME, SCALE)
    assert value is not None
    assert (value.mm, value.ms, value.bpm, value.mv) == (20.0, 800.0, 75.0, None)


def test_a_caliper_of_voltage_says_millivolts() -> None:
    value = value_of(VOLTAGE, SCALE)
    assert value is not None
    assert (value.mm, value.ms, value.mv) == (15.0, None, 1.5)


def test_speed_and_gain_of_the_page_count() -> None:
    fast = Scale(8.0, 4.0, 1.0, "user", mm_per_s=50.0, mm_per_mv=20.0)
    assert value_of(TIME, fast).ms == 400.0  # type: ignore[union-attr]
    assert value_of(VOLTAGE, fast).mv == 0.75  # type: ignore[union-attr]


def test_without_a_scale_nothing_is_said_and_no_distance_is_no_rate() -> None:
    assert value_of(TIME, None) is None
    shut = value_of(Caliper(CaliperKind.TIME, 5, 5, 0), SCALE)
    assert shut is not None
    assert (shut.ms, shut.bpm) == (0.0, None)


@pytest.mark.parametrize(("end", "kind"), [((160, 30), CaliperKind.TIME), ((20, 90), CaliperKind.VOLTAGE)])
def test_the_way_of_a_drag_decides_what_is_measured(end: tuple[float, float], kind: CaliperKind) -> None:
    drawn = between((10, 20), end)
    assert drawn.kind is kind
    assert drawn.span == (150 if kind is CaliperKind.TIME else 70)


def test_legs_and_bar_can_be_held_and_nothing_beyond_reach() -> None:
    assert part_at(TIME, (103, 60), 5) is Part.FIRST
    assert part_at(TIME, (257, 45), 5) is Part.SECOND
    assert part_at(TIME, (180, 53), 5) is Part.BAR
    assert part_at(TIME, (180, 70), 5) is None
    assert part_at(TIME, (103, 90), 5) is None
    assert part_at(VOLTAGE, (72, 170), 5) is Part.BAR


def test_a_caliper_stays_on_the_page() -> None:
    assert moved(TIME, -500, 900, SIZE) == Caliper(CaliperKind.TIME, 0, 160, 600)
    assert moved(VOLTAGE, 5, 500, SIZE) == Caliper(CaliperKind.VOLTAGE, 600, 540, 75)
    assert with_leg(TIME, Part.SECOND, 4000, SIZE).second == 1000
    assert with_leg(VOLTAGE, Part.FIRST, -3, SIZE).first == 0


def test_a_march_repeats_the_distance_to_both_sides_within_its_area() -> None:
    marching = Caliper(CaliperKind.TIME, 260, 100, 50, march=True)
    assert steps_of(marching, Rect(-100, 0, 600, 600)) == [-60, 420, 580]
    assert steps_of(TIME, Rect(-100, 0, 600, 600)) == []
    shut = Caliper(CaliperKind.TIME, 100, 100.2, 50, march=True)
    assert steps_of(shut, Rect(0, 0, 600, 600)) == []


def test_a_march_ends() -> None:
    tiny = Caliper(CaliperKind.TIME, 100, 101, 50, march=True)
    assert len(steps_of(tiny, Rect(0, 0, 100_000, 10))) <= 400


def test_a_proposed_caliper_is_a_second_or_a_millivolt_in_the_middle() -> None:
    area = Rect(0, 0, 900, 500)
    assert proposed(CaliperKind.TIME, area, SCALE).span == SCALE.px_per_s
    assert proposed(CaliperKind.VOLTAGE, area, SCALE).span == SCALE.px_per_mv
    assert proposed(CaliperKind.TIME, area, None).span == 90
    narrow = proposed(CaliperKind.TIME, Rect(0, 0, 50, 50), SCALE)
    assert narrow.span <= 50


def test_other_ends_keep_the_bar_level() -> None:
    assert from_ends(TIME, ((110, 60), (270, 40))) == Caliper(CaliperKind.TIME, 110, 270, 50)
    assert from_ends(VOLTAGE, ((60, 200), (90, 150))) == Caliper(CaliperKind.VOLTAGE, 200, 150, 75)
    assert from_ends(TIME, TIME.ends) == TIME
