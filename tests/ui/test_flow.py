"""A bar that goes on in the next line where its window is narrow."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ecgdesk.ui.flow import FlowBar


class Block(QWidget):
    """A widget that counts how often any of its kind is measured."""

    asked = 0
    wide = 40

    def sizeHint(self) -> QSize:
        Block.asked += 1
        return QSize(self.wide, 20)


@pytest.fixture
def bar(qtbot: QtBot) -> FlowBar:
    made = FlowBar(gap=4)
    qtbot.addWidget(made)
    made.flow.setContentsMargins(0, 0, 0, 0)
    made.add(*(Block(made) for _ in range(6)))
    made.resize(400, 60)
    made.show()
    return made


def _lines(bar: FlowBar) -> list[int]:
    QApplication.processEvents()
    tops = [child.y() for child in bar.findChildren(Block) if not child.isHidden()]
    return [tops.count(top) for top in sorted(set(tops))]


def test_one_line_where_there_is_room(bar: FlowBar) -> None:
    assert _lines(bar) == [6]
    assert bar.heightForWidth(400) == 20


def test_few_lines_of_about_one_length_where_there_is_less(bar: FlowBar) -> None:
    bar.resize(220, 60)
    assert _lines(bar) == [3, 3]
    assert bar.heightForWidth(220) == 44
    assert bar.heightForWidth(50) == 6 * 20 + 5 * 4


def test_hidden_widgets_take_no_room(bar: FlowBar) -> None:
    for child in bar.findChildren(Block)[:4]:
        child.hide()
    assert bar.flow.sizeHint() == QSize(84, 20)


def test_the_first_stands_right_where_people_read_from_the_right(bar: FlowBar) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _lines(bar)
    children = bar.findChildren(Block)
    assert children[0].x() > children[-1].x()
    assert all(bar.rect().contains(child.geometry()) for child in children)


def test_each_widget_is_measured_once_for_all_widths_until_one_changes(bar: FlowBar) -> None:
    bar.flow.invalidate()
    for width in range(100, 400, 10):
        bar.heightForWidth(width)
    asked = Block.asked
    for width in range(100, 400, 10):
        bar.heightForWidth(width)
    assert Block.asked == asked
    first = bar.findChildren(Block)[0]
    first.wide = 300
    first.updateGeometry()
    assert bar.flow.sizeHint().width() == 300 + 5 * 40 + 5 * 4
