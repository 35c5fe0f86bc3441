"""A person saves, copies and prints results."""

import csv
import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication, QImage, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from tests.fakes.pages import write_page
from tests.fakes.window import Rig


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):  # noqa: ANN201
    """Answer the next save dialog with a name in a fresh folder."""
    folder = tmp_path / "out"
    folder.mkdir()

    def answer(name: str) -> Path:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(folder / name), ""))
        return folder / name

    return answer


def _saved(rig: Rig, file: Path) -> None:
    rig.qtbot.waitUntil(
        lambda: any(f"Saved as {file.name}." in text for text in rig.notices()), timeout=20_000
    )
    assert file.exists()


def test_the_report_is_one_page_with_result_and_disclaimer(rig: Rig, tmp_path: Path, save_as) -> None:  # noqa: ANN001
    rig.open(write_page(tmp_path / "a.png"))
    file = save_as("report.pdf")
    QTest.keyClick(rig.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    _saved(rig, file)
    pages = PdfReader(file).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert "Myocardial infarction" in text
    assert "Not for diagnosis" in text
    assert "a.png" not in text


def test_a_name_without_ending_gets_one(rig: Rig, tmp_path: Path, save_as) -> None:  # noqa: ANN001
    rig.open(write_page(tmp_path / "a.png"))
    file = save_as("report")
    rig.window.actions_["save_report"].trigger()
    _saved(rig, file.with_suffix(".pdf"))


def test_the_heat_map_is_saved_as_a_picture(rig: Rig, tmp_path: Path, save_as) -> None:  # noqa: ANN001
    rig.open(write_page(tmp_path / "a.png"))
    file = save_as("map.png")
    rig.window.actions_["save_overlay"].trigger()
    _saved(rig, file)
    assert not QImage(str(file)).isNull()


def test_the_result_is_saved_as_json_without_its_folder(rig: Rig, tmp_path: Path, save_as) -> None:  # noqa: ANN001
    rig.open(write_page(tmp_path / "a.png"))
    file = save_as("a.json")
    rig.window.actions_["save_json"].trigger()
    _saved(rig, file)
    record = json.loads(file.read_text())
    assert (record["schema"], record["file"], record["label"]) == (1, "a.png", "MI")


def test_the_table_has_a_row_for_each_analysed_page(rig: Rig, tmp_path: Path, save_as) -> None:  # noqa: ANN001
    rig.open(*(write_page(tmp_path / f"{name}.png") for name in ("a", "refused", "unsure")))
    file = save_as("all.csv")
    rig.window.actions_["save_table"].trigger()
    _saved(rig, file)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["file"] for row in rows] == ["a.png", "refused.png", "unsure.png"]
    assert [row["status"] for row in rows] == ["ok", "refused", "ok"]


def test_the_result_can_be_copied_as_words(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "blur.png"))
    rig.window.actions_["copy_result"].trigger()
    words = QGuiApplication.clipboard().text()
    assert words.startswith("Myocardial infarction\nMyocardial infarction: 0.93\n")
    assert "81 bpm" in words
    assert "This page is blurred." in words
    assert words.endswith("Research and education. Not for diagnosis.")


def test_the_report_is_printed(rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    paper = tmp_path / "paper.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(paper))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    rig.window.actions_["print"].trigger()
    rig.qtbot.waitUntil(paper.exists, timeout=20_000)
    rig.qtbot.waitUntil(lambda: paper.stat().st_size > 10_000)
    assert len(PdfReader(paper).pages) == 1
