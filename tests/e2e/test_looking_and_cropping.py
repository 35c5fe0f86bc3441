"""A person looks at a page, moves the crop, masks a name, goes back and forth."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from ecgdesk.core.geometry import Crop
from ecgdesk.ui.result.state import PanelState
from tests.fakes.pages import write_page
from tests.fakes.window import Rig


def _screen(rig: Rig, x: float, y: float) -> QPoint:
    """A place on the straightened page as a place in the viewport."""
    return rig.window.workspace.view.canvas.view.to_screen().map(QPointF(x, y)).toPoint()


def _drag(rig: Rig, start: tuple[float, float], end: tuple[float, float]) -> None:
    target, left = rig.window.workspace.view.canvas.view.viewport(), Qt.MouseButton.LeftButton
    a, b = _screen(rig, *start), _screen(rig, *end)
    QTest.mousePress(target, left, Qt.KeyboardModifier.NoModifier, a)
    for step in range(1, 6):
        QTest.mouseMove(target, a + (b - a) * step / 5)
    QTest.mouseRelease(target, left, Qt.KeyboardModifier.NoModifier, b)


def _analysed_with(rig: Rig, crop: Crop | None) -> None:
    def done() -> bool:
        entry = rig.entry
        return entry.is_finished and entry.analysis is not None and entry.analysis.crop == crop

    rig.qtbot.waitUntil(done, timeout=5000)


def test_dragging_a_handle_changes_what_is_analysed_and_undo_brings_it_back(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    before = rig.window.workspace.view.canvas.current_crop()
    rect = before.rect
    _drag(rig, (rect.x0, rect.y0), (rect.x0 + 120, rect.y0 + 60))
    moved = rig.window.workspace.view.canvas.current_crop()
    assert moved.rect.x0 > rect.x0 + 100
    assert rig.entry.stale
    _analysed_with(rig, moved)
    QTest.keyClick(rig.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rig.window.workspace.view.canvas.current_crop().rect == rect
    _analysed_with(rig, rig.window.workspace.view.canvas.current_crop())
    QTest.keyClick(
        rig.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert rig.window.workspace.view.canvas.current_crop() == moved


def test_arrow_keys_move_the_crop_and_the_last_place_is_analysed(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rect = rig.window.workspace.view.canvas.current_crop().rect
    asked = len(rig.engine.requests)
    rig.window.workspace.view.canvas.view.setFocus()
    for _ in range(3):
        QTest.keyClick(rig.window.workspace.view.canvas.view, Qt.Key.Key_Left)
    moved = rig.window.workspace.view.canvas.current_crop()
    assert moved.rect.x0 == rect.x0 - 3
    _analysed_with(rig, moved)
    assert len(rig.engine.requests) == asked + 1


def test_a_masked_name_is_part_of_what_is_asked(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    QTest.keyClick(rig.window, Qt.Key.Key_M)
    assert rig.window.actions_["mask"].isChecked()
    _drag(rig, (200, 200), (400, 260))
    rig.qtbot.waitUntil(lambda: bool(rig.engine.requests[-1].crop and rig.engine.requests[-1].crop.masks))
    mask = rig.engine.requests[-1].crop.masks[0]
    assert abs(mask.x0 - 200) < 4
    assert abs(mask.y1 - 260) < 4


def test_each_page_undoes_its_own_edits_only(rig: Rig, tmp_path: Path) -> None:
    first, second = write_page(tmp_path / "a.png"), write_page(tmp_path / "b.png")
    rig.open(first, second)
    canvas = rig.window.workspace.view.canvas
    QTest.keyClick(canvas.view, Qt.Key.Key_Right)
    moved = canvas.current_crop()
    QTest.keyClick(rig.window, Qt.Key.Key_D)
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    assert not rig.window.workspace.presenter._undo.canUndo()
    QTest.keyClick(rig.window, Qt.Key.Key_A)
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    assert canvas.current_crop() == moved
    assert rig.window.workspace.presenter._undo.canUndo()


def test_reset_goes_back_to_the_proposed_crop(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    proposed = rig.entry.proposed
    QTest.keyClick(rig.window.workspace.view.canvas.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(rig.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert rig.window.workspace.view.canvas.current_crop().rect == proposed.rect


def test_another_target_changes_the_heat_map_and_nothing_else(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    before = rig.entry.analysis
    why = rig.window.workspace.result.result.why
    why._target.setCurrentIndex(why._target.findData("HMI"))
    why._target.activated.emit(why._target.currentIndex())
    assert rig.window.workspace.result.state is PanelState.RESULT
    rig.qtbot.waitUntil(lambda: rig.entry.analysis.explanation.target == "HMI")
    assert rig.entry.analysis.prediction == before.prediction
    assert rig.engine.requests[-1].crop == rig.engine.requests[-2].crop


def test_the_heat_map_follows_its_slider_and_its_key(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    heat = rig.window.workspace.view.canvas._scene.heat
    rig.window.workspace.result.result.why._opacity.setValue(30)
    assert heat.opacity() == 0.3
    QTest.keyClick(rig.window, Qt.Key.Key_H)
    assert not heat.isVisible()
    QTest.keyClick(rig.window, Qt.Key.Key_H)
    assert heat.isVisible()


def test_the_old_result_is_visibly_old_until_the_new_one_arrives(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.engine.hold.clear()
    QTest.keyClick(rig.window.workspace.view.canvas.view, Qt.Key.Key_Right)
    shown = rig.window.workspace.result.result
    assert rig.window.workspace.result.state is PanelState.RESULT
    assert shown._body.graphicsEffect().opacity() < 0.6
    assert shown._stale.isVisible()
    assert not rig.window.actions_["save_report"].isEnabled()
    rig.engine.hold.set()
    rig.finished()
    assert shown._body.graphicsEffect() is None
    assert rig.window.actions_["save_report"].isEnabled()


def test_keys_step_through_the_pages_and_the_list_follows(rig: Rig, tmp_path: Path) -> None:
    rig.open(*(write_page(tmp_path / f"{i}.png") for i in range(3)))
    QTest.keyClick(rig.window, Qt.Key.Key_D)
    assert rig.services.session.current == rig.services.session.pages[1]
    assert rig.window.workspace.pages.list.currentIndex().row() == 1
    QTest.keyClick(rig.window, Qt.Key.Key_A)
    assert rig.window.workspace.pages.list.currentIndex().row() == 0


def test_closed_pages_come_back_with_undo_in_place(rig: Rig, tmp_path: Path) -> None:
    rig.open(*(write_page(tmp_path / f"{i}.png") for i in range(3)))
    pages = rig.services.session.pages
    rig.window.workspace.pages.list.selectAll()
    QTest.keyClick(rig.window.workspace.pages.list, Qt.Key.Key_Delete)
    assert len(rig.services.session) == 0
    assert rig.window.middle.currentWidget() is rig.window.welcome
    notice = rig.window.notices.notices[0]
    assert notice.text == "3 pages were closed."
    notice.steps[0][1]()
    assert rig.services.session.pages == pages
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)


def test_another_model_analyses_the_page_again(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.window.top_right.model_chosen.emit("fake-2")
    assert rig.entry.stale
    rig.finished()
    assert rig.engine.requests[-1].model == "fake-2"


def test_a_dropped_model_pack_is_imported_and_used(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    pack = tmp_path / "clinic.ecgmodel"
    pack.write_bytes(b"")
    rig.drop(pack)
    rig.qtbot.waitUntil(lambda: rig.services.models.chosen.id == "clinic")
    rig.finished()
    assert rig.engine.requests[-1].model == "clinic"


def test_a_damaged_model_pack_is_refused_in_place_and_the_old_model_stays(rig: Rig, tmp_path: Path) -> None:
    pack = tmp_path / "bad.ecgmodel"
    pack.write_bytes(b"")
    rig.drop(pack)
    rig.qtbot.waitUntil(lambda: bool(rig.notices()))
    assert "bad.ecgmodel is damaged." in rig.notices()[0]
    assert rig.services.models.chosen.id == "fake-1"
