"""Two heat maps in the window: a difference of classes, or two methods or models side by side."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from ecgdesk.core.methods import EVERY_NETWORK
from ecgdesk.services.comparison import Other
from ecgdesk.ui.explain.panel import HeatPanel
from tests.fakes.pages import write_page
from tests.fakes.services import FAKE_MODEL, OTHER_MODEL
from tests.fakes.window import Rig


def opened(rig: Rig, folder: Path) -> HeatPanel:
    rig.open(write_page(folder / "a.png"))
    rig.window.actions_["heat_panel"].trigger()
    rig.qtbot.waitUntil(lambda: not rig.services.current.is_busy)
    return rig.window.workspace.view.heat_panel


def choose(box: QComboBox, value: str) -> None:
    """Choose as a hand does."""
    place = box.findData(value)
    assert place >= 0, [box.itemData(at) for at in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def compare(rig: Rig, panel: HeatPanel, kind: str, value: str) -> None:
    choose(panel._kind, kind)
    choose(panel._other, value)
    rig.qtbot.waitUntil(
        lambda: (
            rig.services.comparison.analysis is not None
            and rig.services.comparison.other == Other(**{"target" if kind == "class" else kind: value})
        )
    )


def pixels(rig: Rig) -> np.ndarray:
    picture = rig.window.workspace.view.canvas.view.viewport().grab().toImage()
    return np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1).copy()


def test_another_class_is_asked_for_beside_the_first_and_its_difference_is_drawn(
    rig: Rig, tmp_path: Path
) -> None:
    panel = opened(rig, tmp_path)
    before = pixels(rig)
    compare(rig, panel, "class", "Normal")
    asked = rig.engine.requests[-1]
    assert (asked.target, asked.method, asked.examine) == ("Normal", "gradcam", False)
    assert asked.crop == rig.entry.analysis.crop
    assert "Warm: more for Myocardial infarction. Blue: more for Normal ECG." in panel._remark.text()
    assert panel._remark.isVisible()
    assert not np.array_equal(pixels(rig), before)
    assert not rig.window.workspace.view.compare_pane.isVisible()


def test_another_method_stands_beside_and_moves_with_the_page(make: object, tmp_path: Path) -> None:
    rig = make(models=(replace(FAKE_MODEL, methods=EVERY_NETWORK), OTHER_MODEL))
    panel = opened(rig, tmp_path)
    compare(rig, panel, "method", "layercam")
    view = rig.window.workspace.view
    rig.qtbot.waitUntil(view.compare_pane.isVisible)
    rig.qtbot.wait(50)
    first, second = view.canvas.view, view.compare_pane.view
    assert "LayerCAM · Myocardial infarction" in view.compare_pane._title.text()
    assert second.width() >= 0.8 * first.width()
    assert second.height() >= 0.6 * first.height()
    view.canvas.zoom_by(2)
    assert second.transform().m11() == pytest.approx(first.transform().m11())
    here, there = (v.page_at(v.viewport().rect().center().toPointF()) for v in (first, second))
    assert (there.x(), there.y()) == pytest.approx((here.x(), here.y()), abs=4)


def test_another_model_explains_its_own_top_class_where_it_does_not_know_the_first(
    make: object, tmp_path: Path
) -> None:
    other = replace(OTHER_MODEL, classes={"Flutter": "Flutter", "N": "Normal"})
    rig = make(models=(FAKE_MODEL, other))
    panel = opened(rig, tmp_path)
    compare(rig, panel, "model", other.id)
    assert (rig.engine.requests[-1].model, rig.engine.requests[-1].target) == (other.id, None)
    assert rig.window.workspace.view.compare_pane.isVisible()


def test_nothing_to_compare_with_takes_the_second_map_away(rig: Rig, tmp_path: Path) -> None:
    panel = opened(rig, tmp_path)
    compare(rig, panel, "model", OTHER_MODEL.id)
    choose(panel._kind, "")
    assert rig.services.comparison.analysis is None
    assert not rig.window.workspace.view.compare_pane.isVisible()
    assert not rig.window.actions_["swap_heat"].isEnabled()


def test_a_moved_crop_takes_the_old_second_map_away_and_asks_again(rig: Rig, tmp_path: Path) -> None:
    panel = opened(rig, tmp_path)
    compare(rig, panel, "class", "Normal")
    crop = rig.services.current.crop
    moved = crop.with_rect(crop.rect.moved(10, 5))
    rig.window.workspace.view.canvas.edit_crop(moved)
    rig.qtbot.waitUntil(lambda: rig.services.comparison.analysis is None)
    rig.qtbot.waitUntil(lambda: rig.services.comparison.analysis is not None, timeout=8000)
    assert rig.engine.requests[-1].crop == moved
    assert rig.engine.requests[-1].target == "Normal"


def test_what_is_on_the_screen_is_what_is_saved(rig: Rig, tmp_path: Path) -> None:
    panel = opened(rig, tmp_path)
    compare(rig, panel, "class", "Normal")
    choose(panel._colours, "sea")
    panel._threshold.setValue(30)
    view = rig.window.workspace._heat.view
    assert (view.look.colours, view.look.threshold) == ("sea", 0.3)
    assert view.look.opacity == rig.window.workspace.result.result.why.opacity
    assert view.second is rig.services.comparison.analysis
    assert rig.services.settings.values.heat_colours == "sea"


def test_keys_hide_the_heat_and_swap_the_maps(rig: Rig, tmp_path: Path) -> None:
    panel = opened(rig, tmp_path)
    compare(rig, panel, "class", "Normal")
    rig.window.activateWindow()
    rig.window.workspace.view.canvas.view.setFocus()
    rig.qtbot.waitUntil(rig.window.isActiveWindow)
    both = pixels(rig)
    QTest.keyClick(rig.window, Qt.Key.Key_X)
    swapped = pixels(rig)
    assert not np.array_equal(swapped, both)
    assert "Normal" in panel._remark.text()
    assert "Warm" not in panel._remark.text()
    QTest.keyClick(rig.window, Qt.Key.Key_X)
    assert np.array_equal(pixels(rig), both)
    assert "Warm" in panel._remark.text()
    QTest.keyClick(rig.window, Qt.Key.Key_H)
    bare = pixels(rig)
    assert not np.array_equal(bare, both)
    assert not rig.window.actions_["overlay"].isChecked()
    QTest.keyClick(rig.window, Qt.Key.Key_H)
    assert np.array_equal(pixels(rig), both)
