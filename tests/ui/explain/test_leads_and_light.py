"""Bars of the leads, the light of the checks, and maps that are of no class."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ecgdesk.core.methods import EVERY_NETWORK
from ecgdesk.ui.explain.lead_bars import LeadBar, LeadBars
from tests.fakes.pages import write_page
from tests.fakes.services import FAKE_MODEL
from tests.fakes.window import Rig
from tests.ui.explain.test_comparing import choose


def bars(rig: Rig, folder: Path) -> LeadBars:
    rig.open(write_page(folder / "a.png"))
    rig.qtbot.waitUntil(lambda: not rig.services.current.is_busy)
    return rig.window.workspace.result.result.why.leads


def bar(leads: LeadBars, words: str) -> LeadBar:
    return next(one for one in leads.findChildren(LeadBar) if words in one.accessibleName())


def test_each_lead_has_a_bar_with_its_share_in_the_order_of_the_paper(rig: Rig, tmp_path: Path) -> None:
    leads = bars(rig, tmp_path)
    assert leads.isVisible()
    names = [one.accessibleName() for one in leads._bars.values()]
    assert [name.split(":")[0] for name in names] == ["Lead I", "Lead II", "Lead V1", "Lead II"]
    assert "41\N{NO-BREAK SPACE}% of the evidence" in names[1]


def test_a_click_shows_the_lead_as_large_as_it_fits(rig: Rig, tmp_path: Path) -> None:
    leads, view = bars(rig, tmp_path), rig.window.workspace.view.canvas.view
    box = next(one.box for one in rig.entry.analysis.reading.leads if one.name == "V1")
    before = view.zoom
    QTest.mouseClick(bar(leads, "Lead V1"), Qt.MouseButton.LeftButton)
    assert view.zoom > before or view.zoom == pytest.approx(before, rel=0.2)
    middle = view.page_at(view.viewport().rect().center().toPointF())
    assert (middle.x(), middle.y()) == pytest.approx(((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2), abs=3)


def test_bars_can_be_used_by_keyboard(rig: Rig, tmp_path: Path) -> None:
    leads = bars(rig, tmp_path)
    heard: list[str] = []
    leads.lead_chosen.connect(heard.append)
    one = bar(leads, "Lead I:")
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Space)
    assert heard == ["I"]


def test_without_leads_there_are_no_bars(rig: Rig, tmp_path: Path) -> None:
    leads = bars(rig, tmp_path)
    leads.show_shares(None)
    assert not leads.isVisible()


@pytest.mark.parametrize("light", ["green", "amber", "red"])
def test_the_light_has_a_shape_and_a_sentence_and_its_figures_on_demand(
    make: object, tmp_path: Path, light: str
) -> None:
    rig = make()
    rig.engine.light = light
    bars(rig, tmp_path)
    checks = rig.window.workspace.result.result.why._checks
    assert "passed its checks" in checks._text.text()
    assert not checks._details.isVisible()
    checks._more.click()
    assert "without learning: 0.12" in checks._details.text()
    assert checks._details.isVisible()


@pytest.mark.parametrize(
    ("wish", "alone", "in_batch"), [("never", False, False), ("page", True, False), ("all", True, True)]
)
def test_exams_are_a_choice_and_one_of_their_own_in_batches(
    rig: Rig, tmp_path: Path, wish: str, alone: bool, in_batch: bool
) -> None:
    rig.services.settings.update(examine=wish)
    first, second = write_page(tmp_path / "a.png"), write_page(tmp_path / "b.png")
    rig.open(first, second)
    rig.qtbot.waitUntil(lambda: not rig.services.current.is_busy)
    asked = {request.page.path.name: request.examine for request in rig.engine.requests}
    assert asked == {"a.png": alone, "b.png": in_batch}


def test_an_activation_map_is_of_no_class_and_offers_its_layers(make: object, tmp_path: Path) -> None:
    rig = make(models=(replace(FAKE_MODEL, methods=EVERY_NETWORK),))
    bars(rig, tmp_path)
    why = rig.window.workspace.result.result.why
    words = [why._method.itemText(at) for at in range(why._method.count())]
    assert "Activation map (for experts)" in words
    choose(why._method, "activation")
    rig.qtbot.waitUntil(lambda: rig.entry.analysis.explanation.method == "activation")
    rig.qtbot.waitUntil(lambda: not rig.services.current.is_busy)
    assert not why._target.isEnabled()
    panel = rig.window.workspace.view.heat_panel
    panel.show_layers(("stages.0", "stages.1"), "stages.1")
    choose(panel._layer, "stages.0")
    assert rig.engine.requests[-1].layer == "stages.0"
