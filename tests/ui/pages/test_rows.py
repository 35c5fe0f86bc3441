"""A row of the page list says its result and its rate in full, also beside a scroll bar."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ecgdesk.ui.pages.delegate import PageDelegate
from ecgdesk.ui.pages.model import IMAGE_ROLE
from tests.fakes.pages import write_page
from tests.fakes.window import Rig

NARROW_PX = 196
"""The list beside its scroll bar in a window of 900 pixels."""


class Listening(PageDelegate):
    """Notes which words had how much room."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, int, int]] = []

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, said: str) -> None:
        super()._words(painter, option, line, said)
        room = line.width() - 22
        self.said.append((said, room, QFontMetrics(painter.font()).horizontalAdvance(said)))


@pytest.mark.parametrize("name", ["unsure", "a"])
def test_nothing_is_cut_short_in_a_narrow_list(rig: Rig, tmp_path: Path, name: str) -> None:
    rig.open(write_page(tmp_path / f"{name}.png"))
    rig.qtbot.waitUntil(lambda: bool(rig.entry.analysis and rig.entry.analysis.measurements))
    pages, delegate = rig.window.workspace.pages.list, Listening()
    pages.setItemDelegate(delegate)
    pages.setFixedWidth(NARROW_PX)
    rig.qtbot.wait(30)
    pages.viewport().grab()
    words = [said for said, _, _ in delegate.said]
    assert "81 bpm" in words
    assert all(width <= room for _, room, width in delegate.said), delegate.said


def test_the_lines_of_a_row_stand_below_each_other_inside_it(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.qtbot.waitUntil(lambda: bool(rig.entry.analysis and rig.entry.analysis.measurements))
    pages = rig.window.workspace.pages.list
    row = pages.visualRect(pages.model().index(0, 0))
    lines: list[QRect] = []

    class Placing(PageDelegate):
        def _words(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, said: str) -> None:
            lines.append(QRect(line))

    placing = Placing()
    pages.setItemDelegate(placing)
    pages.viewport().grab()
    result, rate = lines[-2:]
    assert row.top() < result.top() < result.bottom() < rate.top() + 1
    assert rate.bottom() <= row.bottom()


def test_the_picture_is_turned_as_its_page_is(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    model = rig.window.workspace.pages.list.model()
    picture = lambda: model.index(0, 0).data(IMAGE_ROLE)  # noqa: E731
    rig.qtbot.waitUntil(lambda: picture() is not None)
    before = picture().size()
    rig.window.workspace.view.canvas.rotate_by(90)
    assert picture().size() == before.transposed()
