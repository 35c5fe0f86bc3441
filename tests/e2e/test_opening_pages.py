"""A person opens pages: by dropping, pasting, from the menu, from the list of recent files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton

from ecgdesk.core.page import PageRef
from ecgdesk.services.entry import EntryStatus
from ecgdesk.ui.result.state import PanelState
from ecgdesk.ui.welcome import Card
from tests.fakes.pages import write_page, write_pages
from tests.fakes.window import Rig

Make = Callable[..., Rig]


def test_a_dropped_page_is_shown_before_its_result_arrives(rig: Rig, tmp_path: Path) -> None:
    seen: list[PanelState] = []
    rig.services.current.page_arrived.connect(lambda _: seen.append(rig.window.workspace.result.state))
    rig.open(write_page(tmp_path / "a.png"))
    assert PanelState.RESULT not in seen
    assert rig.window.workspace.result.state is PanelState.RESULT
    assert rig.window.middle.currentWidget() is rig.window.workspace.view
    assert rig.window.workspace.view.canvas.current_crop() == rig.entry.proposed


def test_a_folder_full_of_pages_shows_the_first_result_while_the_rest_run(rig: Rig, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    for i in range(10):
        write_page(folder / f"page {i}.png")
    rig.engine.step_s = 0.03
    rig.drop(folder)
    rig.qtbot.waitUntil(lambda: rig.window.workspace.result.state is PanelState.RESULT)
    waiting = [e for e in rig.services.session if e.status is EntryStatus.WAITING]
    assert len(waiting) > 5
    rig.finished()
    assert len(rig.services.session) == 10


def test_wrong_files_are_named_while_they_are_still_in_the_hand(rig: Rig, tmp_path: Path) -> None:
    enter, move, _data = rig.drag(tmp_path / "notes.txt")
    assert enter.isAccepted()
    assert not move.isAccepted()
    assert rig.window.drop.overlay.isVisible()
    assert "notes.txt cannot be opened" in rig.window.drop.overlay.words
    rig.leave()
    assert not rig.window.drop.overlay.isVisible()


def test_a_dropped_wrong_file_is_named_and_the_right_ones_open(rig: Rig, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    page = write_page(tmp_path / "a.png")
    rig.drop(tmp_path / "notes.txt", page)
    rig.finished(page)
    assert rig.services.session.pages == [PageRef(page)]
    assert any("Not a picture or PDF: notes.txt." in text for text in rig.notices())


def test_only_a_wrong_file_opens_nothing_and_says_so(rig: Rig, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    event = rig.drop(tmp_path / "notes.txt")
    assert not event.isAccepted()
    rig.qtbot.waitUntil(lambda: bool(rig.notices()))
    assert "notes.txt" in rig.notices()[0]
    assert rig.window.middle.currentWidget() is rig.window.welcome


def test_all_pages_of_a_file_are_listed_and_analysed(rig: Rig, tmp_path: Path) -> None:
    rig.drop(write_pages(tmp_path / "scan.tiff", 3))
    rig.qtbot.waitUntil(lambda: len(rig.services.session) == 3)
    rig.finished()
    model = rig.window.workspace.pages.list.model()
    assert [model.index(row, 0).data() for row in range(3)] == [f"scan.tiff, page {n}" for n in (1, 2, 3)]


def test_a_pasted_picture_becomes_a_page_of_the_session(rig: Rig, tmp_path: Path) -> None:
    picture = QImage(str(write_page(tmp_path / "a.png")))
    QGuiApplication.clipboard().setImage(picture)
    QTest.keyClick(rig.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rig.qtbot.waitUntil(lambda: len(rig.services.session) == 1)
    rig.finished()
    kept = rig.services.session.pages[0].path
    assert kept.parent == rig.services.folder.pasted_folder
    assert kept.suffix == ".png"
    assert rig.services.recent.paths == []


def test_an_encoded_picture_is_passed_on_as_it_is_and_decoded_by_the_engine(rig: Rig, tmp_path: Path) -> None:
    encoded, data = write_page(tmp_path / "a.png").read_bytes(), QMimeData()
    data.setData("image/png", encoded)
    QGuiApplication.clipboard().setMimeData(data)
    rig.window.actions_["paste"].trigger()
    rig.qtbot.waitUntil(lambda: len(rig.services.session) == 1)
    rig.finished()
    assert rig.services.session.pages[0].path.read_bytes() == encoded


def test_a_pasted_picture_that_is_no_picture_is_refused_by_the_engine(rig: Rig) -> None:
    data = QMimeData()
    data.setData("image/png", b"\x89PNG\r\n\x1a\n cut off")
    QGuiApplication.clipboard().setMimeData(data)
    rig.window.actions_["paste"].trigger()
    rig.qtbot.waitUntil(lambda: len(rig.services.session) == 1)
    kept = rig.services.session.pages[0].path
    assert kept.read_bytes() == b"\x89PNG\r\n\x1a\n cut off"


def test_pasted_files_open_like_dropped_ones(rig: Rig, tmp_path: Path) -> None:
    page, data = write_page(tmp_path / "a.png"), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page))])
    QGuiApplication.clipboard().setMimeData(data)
    rig.window.actions_["paste"].trigger()
    rig.finished(page)


def test_pasting_words_says_that_there_is_no_picture(rig: Rig) -> None:
    QGuiApplication.clipboard().setText("hello")
    rig.window.actions_["paste"].trigger()
    assert rig.notices() == ["The clipboard holds no picture and no files."]


def test_the_welcome_page_opens_a_sample_in_one_click(rig: Rig) -> None:
    cards = rig.window.welcome.findChildren(Card)
    sample = next(card for card in cards if card.accessibleName() == "Open a sample")
    if not list(rig.window._resources.samples.glob("simulated-*")):
        pytest.skip("the samples are not in resources/samples")
    QTest.mouseClick(sample, Qt.MouseButton.LeftButton)
    rig.qtbot.waitUntil(lambda: len(rig.services.session) == 1)
    assert rig.services.session.pages[0].path.parent.name == "samples"


def test_each_click_on_the_sample_opens_another_one(rig: Rig) -> None:
    for count in (1, 2):
        rig.window.actions_["open_sample"].trigger()
        rig.qtbot.waitUntil(lambda n=count: len(rig.services.session) >= n)
    assert len({page.path for page in rig.services.session.pages}) == 2


def test_the_open_dialog_opens_what_was_chosen(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [write_page(tmp_path / f"{i}.png") for i in range(2)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(p) for p in pages], ""))
    QTest.keyClick(rig.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    rig.finished(*pages)
    assert rig.services.recent.paths == pages


def test_a_recent_file_opens_and_a_missing_one_is_offered_for_removal(rig: Rig, tmp_path: Path) -> None:
    page, gone = write_page(tmp_path / "a.png"), tmp_path / "gone.png"
    rig.services.recent.add([page, gone])
    remove = next(b for b in rig.window.welcome.findChildren(QPushButton) if "Remove" in b.text())
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert rig.services.recent.paths == [page]
    rig.qtbot.wait(50)
    rows = rig.window.welcome.findChildren(QToolButton)
    rig.qtbot.waitUntil(lambda: any(row.isVisible() and row.text() == "a.png" for row in rows))
    shown = next(row for row in rows if row.isVisible() and row.text() == "a.png")
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    rig.finished(page)


def test_files_given_on_the_command_line_are_opened(make: Make, tmp_path: Path) -> None:
    page = write_page(tmp_path / "a.png")
    make(files=[page]).finished(page)
