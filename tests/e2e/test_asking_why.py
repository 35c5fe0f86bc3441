"""Asking why: compare classes, look at a lead, choose colours, and take all of it away on paper."""

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from ecgdesk.ui.explain.lead_bars import LeadBar
from tests.fakes.pages import write_page
from tests.fakes.window import Rig
from tests.ui.explain.test_comparing import choose, compare


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Answer every file dialog with one place."""
    place = tmp_path / "saved"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    return place


def written(rig: Rig, action: str, place: Path) -> bytes:
    rig.window.actions_[action].trigger()
    rig.qtbot.waitUntil(lambda: any(place.parent.glob("saved.*")), timeout=15_000)
    (path,) = place.parent.glob("saved.*")
    data = path.read_bytes()
    path.unlink()
    return data


def test_what_was_asked_on_the_screen_is_in_report_and_picture(rig: Rig, tmp_path: Path, saved: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.qtbot.waitUntil(lambda: not rig.services.current.is_busy)
    plain = written(rig, "save_overlay", saved)
    rig.window.actions_["heat_panel"].trigger()
    panel = rig.window.workspace.view.heat_panel
    compare(rig, panel, "class", "Normal")
    choose(panel._colours, "sea")
    leads = rig.window.workspace.result.result.why.leads
    QTest.mouseClick(leads.findChildren(LeadBar)[1], Qt.MouseButton.LeftButton)
    report = pypdfium2.PdfDocument(written(rig, "save_report", saved))
    words = " ".join(report[0].get_textpage().get_text_range().split())
    assert "more for Normal ECG" in words
    assert "more for Myocardial infarction" in words
    assert "Evidence by lead" in words
    assert "passed its checks" in words
    compared = written(rig, "save_overlay", saved)
    assert Image.open(io.BytesIO(compared)).size == Image.open(io.BytesIO(plain)).size
    assert compared != plain


def test_two_models_side_by_side_are_saved_side_by_side(rig: Rig, tmp_path: Path, saved: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.qtbot.waitUntil(lambda: not rig.services.current.is_busy)
    plain = Image.open(io.BytesIO(written(rig, "save_overlay", saved)))
    rig.window.actions_["heat_panel"].trigger()
    panel = rig.window.workspace.view.heat_panel
    compare(rig, panel, "model", "fake-2")
    assert rig.window.workspace.view.compare_pane.isVisible()
    both = Image.open(io.BytesIO(written(rig, "save_overlay", saved)))
    assert both.width > 2 * plain.width
