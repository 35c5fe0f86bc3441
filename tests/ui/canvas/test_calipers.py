"""Calipers under the hand: drawn, snapped, held, marched, moved by keys, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ecgdesk.core.calipers import Caliper, CaliperKind, value_of
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import PageRef
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.mode import Mode
from tests.fakes.reading import SCALE
from tests.ui.canvas.conftest import Hand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BEATS = (280, 360)
"""Columns of two beats; each second lead-row stands 110 px lower, the first at 190."""


@pytest.fixture
def calipers(read: Hand) -> Hand:
    read.canvas.set_mode(Mode.CALIPERS)
    return read


def _only(hand: Hand) -> Caliper:
    (caliper,) = hand.canvas.marks.calipers
    return caliper


def test_a_drag_from_beat_to_beat_snaps_to_their_tops(calipers: Hand) -> None:
    calipers.drag((BEATS[0] + 4, 180), (BEATS[1] - 5, 184))
    caliper = _only(calipers)
    assert caliper.kind is CaliperKind.TIME
    assert caliper.first == pytest.approx(BEATS[0], abs=1.5)
    assert caliper.second == pytest.approx(BEATS[1], abs=1.5)
    assert value_of(caliper, SCALE).bpm == pytest.approx(60, abs=2)  # type: ignore[union-attr]
    assert calipers.marks[-1].calipers == (caliper,)


def test_a_drag_upwards_measures_voltage_from_the_trace(calipers: Hand) -> None:
    calipers.drag((BEATS[0], 188), (BEATS[0] + 3, 163))
    caliper = _only(calipers)
    assert caliper.kind is CaliperKind.VOLTAGE
    assert value_of(caliper, SCALE).mv == pytest.approx(30 / SCALE.px_per_mv, abs=0.25)  # type: ignore[union-attr]


def test_ctrl_leaves_legs_where_the_hand_is(calipers: Hand) -> None:
    calipers.drag((BEATS[0] + 4, 180), (BEATS[1] - 5, 180), held=CTRL)
    assert (_only(calipers).first, _only(calipers).second) == pytest.approx(
        (BEATS[0] + 4, BEATS[1] - 5), abs=0.6
    )


def test_away_from_traces_legs_snap_to_the_grid(calipers: Hand) -> None:
    calipers.canvas.marks.show_reading(None, None)
    calipers.canvas.marks.commit(Marks(scale=SCALE), EditKind.SCALE)  # the page has lines each 16 px
    calipers.canvas.zoom_by(8)
    lines = [30 + 16 * i for i in range(40)]
    calipers.canvas.view.centerOn(400, 560)
    calipers.drag((lines[23] + 1.1, 575), (lines[24] + 1.0, 575))
    for leg in (_only(calipers).first, _only(calipers).second):
        assert min(abs(leg - line - 0.5) for line in lines) < 0.6


def test_a_leg_a_bar_and_nothing_can_be_held(calipers: Hand) -> None:
    calipers.drag((200, 560), (300, 560), held=CTRL)
    calipers.drag((300, 560), (340, 561), held=CTRL)
    assert _only(calipers).second == pytest.approx(340, abs=0.6)
    calipers.drag((260, 560), (280, 530), held=CTRL)
    moved = _only(calipers)
    assert (moved.first, moved.second, moved.at) == pytest.approx((220, 360, 530), abs=0.6)


def test_a_click_draws_nothing(calipers: Hand) -> None:
    calipers.drag((200, 560), (201, 560))
    assert calipers.canvas.marks.calipers == ()
    assert calipers.stack.count() == 0


def test_each_change_is_one_step_that_can_be_undone(calipers: Hand) -> None:
    calipers.drag((200, 560), (300, 560), held=CTRL)
    calipers.key(Qt.Key.Key_Right)
    calipers.key(Qt.Key.Key_Right, SHIFT)
    assert _only(calipers).first == pytest.approx(211, abs=0.6)
    calipers.stack.undo()
    assert _only(calipers).first == pytest.approx(200, abs=0.6)
    calipers.stack.undo()
    assert calipers.canvas.marks.calipers == ()
    calipers.stack.redo()
    assert _only(calipers).second == pytest.approx(300, abs=0.6)


def test_calipers_can_be_made_chosen_moved_and_deleted_by_keys_alone(calipers: Hand) -> None:
    calipers.key(Qt.Key.Key_Insert)
    calipers.key(Qt.Key.Key_Insert, SHIFT)
    time, voltage = calipers.canvas.marks.calipers
    assert (time.kind, voltage.kind) == (CaliperKind.TIME, CaliperKind.VOLTAGE)
    assert (time.span, voltage.span) == pytest.approx((SCALE.px_per_s, SCALE.px_per_mv), abs=1)
    calipers.key(Qt.Key.Key_PageDown)
    assert calipers.canvas.marks.chosen == 0
    calipers.key(Qt.Key.Key_Right, CTRL)
    assert calipers.canvas.marks.calipers[0].span == time.span + 1
    calipers.key(Qt.Key.Key_Delete)
    assert calipers.canvas.marks.calipers == (voltage,)


def test_return_marches_through(calipers: Hand) -> None:
    calipers.drag((BEATS[0], 180), (BEATS[1], 180))
    calipers.key(Qt.Key.Key_Return)
    assert _only(calipers).march
    painted = calipers.colour(BEATS[1] + 80.0, 500)
    calipers.key(Qt.Key.Key_Return)
    assert not _only(calipers).march
    assert calipers.colour(BEATS[1] + 80.0, 500) != painted


def test_escape_lets_go_and_then_puts_the_calipers_down(calipers: Hand) -> None:
    calipers.drag((200, 560), (300, 560))
    calipers.key(Qt.Key.Key_Escape)
    assert calipers.canvas.marks.chosen is None
    calipers.key(Qt.Key.Key_Escape)
    assert calipers.canvas.state.mode is Mode.CROP
    assert len(calipers.canvas.marks.calipers) == 1


def test_calipers_follow_a_small_turn_and_are_away_on_another_side(calipers: Hand) -> None:
    calipers.drag((200, 560), (300, 560), held=CTRL)
    calipers.canvas.rotate_by(2)
    turned = _only(calipers)
    assert turned.span == pytest.approx(100, abs=1)
    assert turned.at != 560
    calipers.canvas.rotate_by(88)
    assert calipers.canvas.marks.calipers == ()
    calipers.canvas.rotate_by(-90)
    assert _only(calipers).first == pytest.approx(200, abs=0.6)


def test_the_words_for_a_screen_reader_tell_what_is_measured(calipers: Hand) -> None:
    calipers.drag((BEATS[0], 180), (BEATS[1], 180))
    said = calipers.canvas.view.accessibleDescription()
    assert said.startswith("Time caliper: 1000 ms · 60 bpm.")
    calipers.canvas.marks.show_reading(None, None)
    assert "80 px" in calipers.canvas.view.accessibleDescription()


def test_marks_of_another_page_are_left_alone_by_an_older_undo(calipers: Hand) -> None:
    calipers.drag((200, 560), (300, 560))
    calipers.canvas.marks.start(PageRef(Path("b.png")), Marks(), calipers.stack)
    calipers.stack.undo()
    assert calipers.canvas.marks.committed == Marks()
