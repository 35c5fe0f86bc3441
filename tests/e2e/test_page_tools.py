"""A person measures on the page, corrects what was read, and finds it again."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from ecgdesk.core.tracing import Scale
from ecgdesk.ui.canvas.mode import Mode
from tests.fakes.pages import write_page
from tests.fakes.reading import SCALE
from tests.fakes.window import Rig

BEATS = (280, 360)


@pytest.fixture
def page(rig: Rig, tmp_path: Path) -> Rig:
    rig.open(write_page(tmp_path / "a.png"))
    return rig


def _screen(rig: Rig, x: float, y: float) -> QPoint:
    return rig.window.workspace.view.canvas.view.to_screen().map(QPointF(x, y)).toPoint()


def _drag(rig: Rig, start: tuple[float, float], end: tuple[float, float]) -> None:
    target, left = rig.window.workspace.view.canvas.view.viewport(), Qt.MouseButton.LeftButton
    a, b = _screen(rig, *start), _screen(rig, *end)
    QTest.mousePress(target, left, Qt.KeyboardModifier.NoModifier, a)
    for step in range(1, 6):
        QTest.mouseMove(target, a + (b - a) * step / 5)
    QTest.mouseRelease(target, left, Qt.KeyboardModifier.NoModifier, b)


def _point_at(rig: Rig, x: float, y: float) -> None:
    QTest.mouseMove(rig.window.workspace.view.canvas.view.viewport(), _screen(rig, x, y))


def _do(rig: Rig, name: str) -> None:
    rig.window.actions_[name].trigger()


def _cursor_words(rig: Rig) -> str:
    return rig.window.status._cursor.text()


def test_a_caliper_measures_and_is_asked_for_nothing(page: Rig) -> None:
    asked = len(page.engine.requests)
    QTest.keyClick(page.window, Qt.Key.Key_K)
    assert page.window.actions_["calipers"].isChecked()
    bar = page.window.workspace.view.mode_bars.calipers
    assert bar.isVisible()
    _drag(page, (BEATS[0], 180), (BEATS[1], 182))
    assert bar.list.currentText() == "1. Time · 1000 ms · 60 bpm"
    QTest.keyClick(page.window, Qt.Key.Key_R)
    assert bar.march.isChecked()
    assert page.entry.marks.calipers[0].march
    assert not page.entry.stale
    assert len(page.engine.requests) == asked


def test_one_tool_at_a_time_and_each_key_puts_its_tool_down_again(page: Rig) -> None:
    keys = {"calipers": Qt.Key.Key_K, "leads": Qt.Key.Key_L, "corners": Qt.Key.Key_N, "scale": Qt.Key.Key_G}
    state = page.window.workspace.view.canvas.state
    for name, key in keys.items():
        QTest.keyClick(page.window, key)
        assert state.mode is Mode(name)
        assert [n for n in (*keys, "mask") if page.window.actions_[n].isChecked()] == [name]
    QTest.keyClick(page.window, Qt.Key.Key_G)
    assert state.mode is Mode.CROP
    assert not page.window.workspace.view.mode_bars.isVisible()


def test_calipers_belong_to_their_page_and_come_back_after_a_restart(
    make: Callable[..., Rig], tmp_path: Path
) -> None:
    home, first = tmp_path / "home", make()
    first.open(write_page(tmp_path / "a.png"), write_page(tmp_path / "b.png"))
    _do(first, "calipers")
    _drag(first, (BEATS[0], 180), (BEATS[1], 180))
    drawn = first.entry.marks.calipers
    _do(first, "next")
    first.qtbot.waitUntil(lambda: first.services.current.page is not None)
    assert first.window.workspace.view.canvas.marks.calipers == ()
    _do(first, "previous")
    first.qtbot.waitUntil(lambda: first.services.current.page is not None)
    assert first.window.workspace.view.canvas.marks.calipers == drawn
    first.window.close()
    second = make(home=home)
    second.qtbot.waitUntil(lambda: second.services.current.page is not None)
    assert second.window.workspace.view.canvas.marks.calipers == drawn


def test_another_name_for_a_lead_is_read_with(page: Rig) -> None:
    _do(page, "leads")
    _drag(page, (400, 300), (400, 300))
    bar = page.window.workspace.view.mode_bars.leads
    assert bar.name.currentText() == "II"
    bar.name.setCurrentText("V6")
    bar.name.activated.emit(bar.name.currentIndex())
    page.finished()
    page.qtbot.waitUntil(lambda: bool(page.engine.requests[-1].given.leads))
    assert page.engine.requests[-1].given.leads[1].name == "V6"
    page.finished()
    assert page.entry.analysis.reading.traces[1].lead.name == "V6"
    QTest.keyClick(page.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.window.workspace.view.canvas.marks.leads[1].name == "II"


def test_boxes_set_by_hand_give_way_to_those_that_were_read(page: Rig) -> None:
    _do(page, "leads")
    _drag(page, (400, 300), (430, 300))
    bar = page.window.workspace.view.mode_bars.leads
    assert bar._count.text() == "4 leads, set by hand"
    bar.reset.click()
    assert page.entry.marks.leads is None


def test_a_scale_by_hand_counts_for_calipers_at_once_and_for_the_reading_soon(page: Rig) -> None:
    _do(page, "scale")
    _drag(page, (100, 140), (260, 140))
    scale = page.window.workspace.view.canvas.marks.scale
    assert scale.px_per_mm_x == pytest.approx(6.4, abs=0.1)
    bar = page.window.workspace.view.mode_bars.scale
    bar.speed.setCurrentIndex(bar.speed.findData(50.0))
    bar.speed.activated.emit(bar.speed.currentIndex())
    page.qtbot.waitUntil(lambda: page.engine.requests[-1].given.scale is not None)
    page.finished()
    assert page.engine.requests[-1].given.scale.mm_per_s == 50.0
    assert page.entry.analysis.reading.scale.source == "user"
    bar.reset.click()
    page.finished()
    assert page.entry.analysis.reading.scale == SCALE


def test_a_scale_can_be_typed(page: Rig) -> None:
    _do(page, "scale")
    field = page.window.workspace.view.mode_bars.scale.px_per_mm
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "7.85")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.entry.marks.scale == Scale(7.85, 7.85, 1.0, "user")


def test_corners_are_part_of_what_is_asked(page: Rig) -> None:
    _do(page, "corners")
    _drag(page, (0, 0), (40, 30))
    page.qtbot.waitUntil(
        lambda: bool(page.engine.requests[-1].crop and page.engine.requests[-1].crop.corners)
    )
    x, y = page.engine.requests[-1].crop.corners[0]
    assert (x, y) == (pytest.approx(40, abs=4), pytest.approx(30, abs=4))
    assert page.window.workspace.view._straight.isVisible()
    page.window.workspace.view.mode_bars.corners.whole.click()
    assert page.window.workspace.view.canvas.current_crop().corners is None


def test_the_status_bar_tells_millimetres_milliseconds_and_millivolts(page: Rig) -> None:
    _point_at(page, 30 + SCALE.px_per_s, 300 - SCALE.px_per_mv)
    said = re.match(r"II · (\d+) ms · (\d\.\d\d) mV   25\.\d, \d\d\.\d mm · 10\d\d ms$", _cursor_words(page))
    assert said is not None
    assert int(said[1]) == pytest.approx(1000, abs=20)
    assert float(said[2]) == pytest.approx(1.0, abs=0.05)
    _point_at(page, 400, 60)
    assert "II" not in _cursor_words(page)
    assert " mm · " in _cursor_words(page)


def test_without_a_grid_the_status_bar_tells_pixels(make: Callable[..., Rig], tmp_path: Path) -> None:
    rig = make()
    rig.services.settings.update(analyse_on_open=False)
    rig.drop(write_page(tmp_path / "a.png"))
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    _point_at(rig, 400, 300)
    assert _cursor_words(rig).endswith(" px")


def test_the_signal_follows_the_pointer_and_the_page_follows_the_signal(page: Rig) -> None:
    QTest.keyClick(page.window, Qt.Key.Key_S)
    pane = page.window.workspace.view.signal_pane
    assert pane.isVisible()
    page.qtbot.wait(80)  # the page makes room
    assert pane.lead.currentText() == "II rhythm"
    _point_at(page, 30 + SCALE.px_per_s, 190)
    assert pane.lead.currentText() == "I"
    assert pane.plot.moment == pytest.approx(1.0, abs=0.03)
    pane.plot.pointed.emit(2.0)
    place = page.window.workspace.view.canvas.marks.moment
    assert place.x() == pytest.approx(30 + 2 * SCALE.px_per_s, abs=1.5)
    assert pane._moment.text().startswith("I · 2000 ms")
    pane.follow.setChecked(False)
    _point_at(page, 400, 300)
    assert pane.lead.currentText() == "I"
    QTest.keyClick(page.window, Qt.Key.Key_S)
    assert page.window.workspace.view.canvas.marks.moment is None


def test_traces_are_shown_over_the_page(page: Rig) -> None:
    QTest.keyClick(page.window, Qt.Key.Key_T)
    assert page.window.workspace.view.canvas._scene.traces.isVisible()


def test_escape_puts_a_tool_down(page: Rig) -> None:
    _do(page, "scale")
    QTest.keyClick(page.window.workspace.view.canvas.view, Qt.Key.Key_Escape)
    assert not page.window.actions_["scale"].isChecked()


@pytest.mark.parametrize(
    ("kind", "written"),
    [("Table (*.csv)", "a-signals.csv"), ("WFDB record (*.hea)", "a-signals.hea")],
)
def test_signals_are_saved_as_the_chosen_kind(
    page: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, written: str
) -> None:
    proposed = str(tmp_path / "a-signals.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (proposed, kind))
    _do(page, "save_signals")
    page.qtbot.waitUntil(lambda: any(written in text for text in page.notices()), timeout=20_000)
    assert (tmp_path / written).stat().st_size > 100


def test_there_is_nothing_to_save_before_anything_is_read(make: Callable[..., Rig], tmp_path: Path) -> None:
    rig = make()
    rig.services.settings.update(analyse_on_open=False)
    rig.drop(write_page(tmp_path / "a.png"))
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    assert not rig.window.actions_["save_signals"].isEnabled()
    assert not rig.window.actions_["traces"].isEnabled()
