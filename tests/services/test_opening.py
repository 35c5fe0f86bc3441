from pathlib import Path

from pytestqt.qtbot import QtBot

from ecgdesk.core.page import PageRef
from ecgdesk.services.collect import Collected
from tests.fakes.pages import write_page, write_pages
from tests.fakes.services import Desk, make_desk


def _open(desk: Desk, qtbot: QtBot, *paths: Path) -> Collected:
    with qtbot.waitSignal(desk.services.opener.opened) as opened:
        desk.services.opener.open(paths)
    return opened.args[0]


def test_wrong_files_are_named_and_the_others_open(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page, text = write_page(tmp_path / "a.png"), tmp_path / "notes.txt"
    text.write_text("hello")
    assert _open(desk, qtbot, text, page).wrong == (text,)
    assert desk.services.session.pages == [PageRef(page)]


def test_opened_files_are_remembered_but_not_each_file_of_a_folder(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = write_page(tmp_path / "a.png")
    (tmp_path / "folder").mkdir()
    write_page(tmp_path / "folder" / "b.png")
    _open(desk, qtbot, page, tmp_path / "folder")
    assert desk.services.recent.paths == [page]
    assert len(desk.services.session) == 2


def test_a_file_that_is_open_already_is_shown(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = write_page(tmp_path / "a.png"), write_page(tmp_path / "b.png")
    _open(desk, qtbot, first, second)
    _open(desk, qtbot, second)
    assert len(desk.services.session) == 2
    assert desk.services.session.current == PageRef(second)


def test_all_pages_of_a_long_file_are_analysed(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.services.batch.ended):
        desk.services.opener.open([write_pages(tmp_path / "a.tiff", 4)])
    qtbot.waitUntil(lambda: all(e.is_finished for e in desk.services.session))
    assert len(desk.services.session) == 4


def test_files_opened_before_the_models_are_known_are_analysed_once_they_are(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(tmp_path / "home")
    desk.services.engine.start()
    _open(desk, qtbot, *(write_page(tmp_path / f"{i}.png") for i in range(3)))
    assert not desk.services.batch.is_running
    desk.services.models.refresh()
    qtbot.waitUntil(lambda: all(e.is_finished for e in desk.services.session))
    desk.services.close()


def test_without_any_model_nothing_is_left_running(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "home", models=())
    desk.services.engine.start()
    desk.services.models.refresh()
    qtbot.waitUntil(lambda: desk.services.models.is_listed)
    _open(desk, qtbot, *(write_page(tmp_path / f"{i}.png") for i in range(3)))
    assert not desk.services.batch.is_running
    desk.services.close()
