"""The bars of classes: a mark where a class begins to be named, said in words too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ecgdesk.ui.result.bars import ClassBars, Line, ProbabilityBar
from ecgdesk.ui.theme import current_theme

LINES = [Line("Infarction", 0.7, strong=True, threshold=0.27), Line("Normal", 0.3, threshold=0.49)]


def bars_with(qtbot: QtBot, lines: list[Line]) -> ClassBars:
    bars = ClassBars()
    qtbot.addWidget(bars)
    bars.show_lines(lines, unsure=False)
    bars.resize(300, 200)
    bars.show()
    return bars


def shown_words(bars: ClassBars) -> str:
    return " ".join(label.text() for label in bars.findChildren(QLabel) if not label.isHidden())


def test_a_threshold_is_marked_and_told(qtbot: QtBot) -> None:
    bars = bars_with(qtbot, LINES)
    first, second = bars.findChildren(ProbabilityBar)
    assert (first.mark, second.mark) == (0.27, 0.49)
    assert first.toolTip() == "Named from 0.27 on"
    assert second.accessibleName() == "Normal: 0.30. Named from 0.49 on"
    assert "where the model begins to name its class" in shown_words(bars)


def test_no_threshold_leaves_no_mark_and_no_words_behind(qtbot: QtBot) -> None:
    bars = bars_with(qtbot, LINES)
    bars.show_lines([Line("Infarction", 0.7, strong=True), Line("Normal", 0.3)], unsure=False)
    for bar in bars.findChildren(ProbabilityBar):
        assert bar.mark is None
        assert bar.toolTip() == ""
    assert "begins to name" not in shown_words(bars)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_mark_is_painted_where_the_threshold_lies(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    bar = ProbabilityBar(6)
    qtbot.addWidget(bar)
    bar.setLayoutDirection(direction)
    bar.resize(200, bar.sizeHint().height())
    bar.set_value(0.9, mark=0.25)
    bar.resize(200, bar.sizeHint().height())
    picture = bar.grab().toImage()
    text = current_theme().color("text").rgb()
    columns = [x for x in range(200) if picture.pixelColor(x, 0).rgb() == text]
    middle = 50 if direction is Qt.LayoutDirection.LeftToRight else 150
    assert columns
    assert all(abs(x + 0.5 - middle) <= 2 for x in columns)
