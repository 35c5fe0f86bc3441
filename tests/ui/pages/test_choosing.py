"""Files of many pages: which are open is a choice that can be undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ecgdesk.core.page import PageRef
from ecgdesk.services.session import OPENED_AT_ONCE
from ecgdesk.ui.pages.chooser import PageChooser
from tests.fakes.pages import write_pages
from tests.fakes.window import Rig

COUNT = OPENED_AT_ONCE + 2


@pytest.fixture
def many(rig: Rig, tmp_path: Path) -> Rig:
    rig.open(write_pages(tmp_path / "many.tiff", COUNT))
    rig.qtbot.waitUntil(lambda: any("many.tiff" in text for text in rig.notices()))
    return rig


def _numbers(rig: Rig) -> list[int]:
    return [page.number for page in rig.services.session.pages]


def _press(rig: Rig, key: Qt.Key) -> None:
    rig.window.activateWindow()
    rig.qtbot.waitUntil(rig.window.isActiveWindow)
    QTest.keyClick(rig.window, key, Qt.KeyboardModifier.ControlModifier)


def _chooser(rig: Rig) -> PageChooser:
    rig.window.actions_["choose_pages"].trigger()
    return rig.window.findChild(PageChooser)


def test_many_pages_are_not_opened_without_asking(many: Rig) -> None:
    assert _numbers(many) == [1]
    assert many.notices()[0] == f"many.tiff has {COUNT} pages. The first is open."


def test_the_notice_opens_all(many: Rig) -> None:
    notice = next(n for n in many.window.notices.notices if "many.tiff" in n.text)
    dict(notice.steps)["Open all"]()
    assert _numbers(many) == list(range(1, COUNT + 1))


def test_ticked_pages_open_and_are_analysed_and_undo_closes_them(many: Rig) -> None:
    chooser = _chooser(many)
    assert chooser.grid.chosen == [1]
    chooser.grid.tick([1, 3, 5])
    chooser.ok.click()
    assert _numbers(many) == [1, 3, 5]
    many.finished()
    _press(many, Qt.Key.Key_Z)
    assert _numbers(many) == [1]
    _press(many, Qt.Key.Key_Y)
    assert _numbers(many) == [1, 3, 5]


def test_closing_by_choice_can_be_undone_with_what_was_known(many: Rig) -> None:
    path = many.entry.page.path
    many.services.session.choose_pages(path, [1, 2])
    many.finished()
    chooser = _chooser(many)
    chooser.grid.tick([1])
    chooser.ok.click()
    assert _numbers(many) == [1]
    _press(many, Qt.Key.Key_Z)
    assert many.services.session[PageRef(path, 2)].analysis is not None


def test_the_chooser_answers_to_the_keyboard_and_needs_a_page(many: Rig) -> None:
    chooser = _chooser(many)
    QTest.keyClick(chooser.grid, Qt.Key.Key_Right)
    QTest.keyClick(chooser.grid, Qt.Key.Key_Space)
    assert chooser.grid.chosen == [1, 2]
    chooser.none.click()
    assert not chooser.ok.isEnabled()
    chooser.reject()
    assert _numbers(many) == [1]


def test_pictures_of_pages_that_are_not_open_come_one_after_another(many: Rig) -> None:
    chooser = _chooser(many)
    thumbnails = many.window.workspace.thumbnails
    pages = [PageRef(many.entry.page.path, n) for n in range(1, COUNT + 1)]
    many.qtbot.waitUntil(lambda: all(page in thumbnails for page in pages), timeout=15_000)
    assert _numbers(many) == [1]
    chooser.reject()


def test_one_page_has_no_choice(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_pages(tmp_path / "one.tiff", 1))
    assert not rig.window.actions_["choose_pages"].isEnabled()
