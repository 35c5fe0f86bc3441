from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from ecgdesk.ui.main_window import SMALLEST
from tests.fakes.pages import write_page
from tests.fakes.services import FAKE_MODEL
from tests.fakes.window import Rig


@pytest.mark.parametrize("crop_panel", [False, True])
def test_the_result_is_not_cut_in_the_smallest_window(rig: Rig, tmp_path: Path, crop_panel: bool) -> None:
    rig.open(write_page(tmp_path / "blur.png"))
    rig.window.actions_["crop_panel"].setChecked(crop_panel)
    rig.window.resize(SMALLEST)
    rig.qtbot.wait(100)
    panel = rig.window.workspace.result
    edge = panel.mapTo(rig.window, panel.rect().topRight()).x()
    assert edge < rig.window.width() == SMALLEST.width()
    for part in panel.findChildren(QWidget):
        if part.isVisible():
            assert part.mapTo(panel, part.rect().topRight()).x() <= panel.width(), part.accessibleName()


def test_the_model_box_shows_the_whole_name(make: Callable[..., Rig]) -> None:
    rig = make(models=(replace(FAKE_MODEL, name="Cardiac patients, four classes"),))
    box = rig.window.top_right._models
    assert box.width() > box.fontMetrics().horizontalAdvance(box.currentText()) + 20
    rig.qtbot.waitUntil(lambda: rig.window.top_right.geometry().right() <= rig.window.width())
    assert rig.window.top_right.width() >= box.width()
    assert "Cardiac patients, four classes" in box.toolTip()


def test_the_first_window_fits_the_screen(rig: Rig) -> None:
    rig.window._restore_layout()
    free = rig.window.screen().availableSize()
    assert rig.window.width() <= max(free.width(), SMALLEST.width())
    assert rig.window.height() <= max(free.height(), SMALLEST.height())


def test_the_classes_to_explain_fit_their_box(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.window.actions_["crop_panel"].setChecked(True)
    rig.window.resize(SMALLEST)
    rig.qtbot.wait(100)
    target = rig.window.workspace.result.result.why._target
    assert target.currentText() in target.toolTip()
    assert target.width() > target.fontMetrics().horizontalAdvance(target.currentText())


def test_parts_beside_the_page_never_lie_over_each_other(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    for name in ("crop_panel", "preview", "heat_panel"):
        rig.window.actions_[name].setChecked(True)
    rig.window.resize(SMALLEST)
    rig.qtbot.wait(100)
    view = rig.window.workspace.view
    for part in (view.crop_panel, view.preview, view.heat_panel):
        assert part.height() >= part.minimumSizeHint().height()
    assert view.canvas.width() >= 250
