from pathlib import Path

from PySide6.QtGui import QGuiApplication, QKeySequence

from ecgdesk.ui.actions import plain_text
from tests.fakes.pages import write_page
from tests.fakes.window import Rig


def test_a_right_click_on_the_page_offers_its_tools(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    texts = [plain_text(a) for a in rig.window.workspace.view.menu.actions() if a.text()]
    for words in ("Reset crop", "Rotate left", "Mask a name", "Fit page", "Copy picture with heat map"):
        assert words in texts
    view = rig.window.workspace.view
    view.canvas.view.customContextMenuRequested.emit(view.canvas.view.rect().center())
    assert view.menu.isVisible()
    view.menu.close()


def test_the_picture_with_its_heat_map_goes_to_the_clipboard(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    QGuiApplication.clipboard().clear()
    rig.window.actions_["copy_picture"].trigger()
    rig.qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())


def test_the_list_offers_to_save_to_show_and_to_try_again(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"), write_page(tmp_path / "broken.png"))
    rig.services.session.step(1)
    texts = [plain_text(a) for a in rig.window.workspace.pages.build_menu().actions() if a.text()]
    assert texts == ["Try again", "Save report", "Show in folder", "Close"]


def test_closing_all_pages_can_be_undone_until_another_is_opened(rig: Rig, tmp_path: Path) -> None:
    files = [write_page(tmp_path / f"{name}.png") for name in "abc"]
    rig.open(*files)
    undo = next(
        a
        for menu in rig.window.menuBar().actions()
        for a in menu.menu().actions()
        if a.shortcut() == QKeySequence("Ctrl+Z")
    )
    rig.window.actions_["close_all"].trigger()
    assert len(rig.services.session) == 0
    assert undo.isEnabled()
    undo.trigger()
    assert [p.path for p in rig.services.session.pages] == files
    assert rig.services.session.current is not None
    rig.window.actions_["close_all"].trigger()
    rig.open(write_page(tmp_path / "d.png"))
    assert not undo.isEnabled()


def test_an_unreadable_page_shows_no_zoom_and_no_heat(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"), write_page(tmp_path / "broken.png"))
    rig.services.session.step(1)
    rig.window.resize(1000, 640)
    rig.qtbot.wait(50)
    assert rig.window.status._zoom.text() == ""
    assert not rig.window.actions_["overlay"].isEnabled()
