"""The workspace is built in steps that leave the event loop free between them, its first showing included."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecgdesk.ui.first_show import made_ready
from ecgdesk.ui.icons import icon
from tests.fakes.window import make_rig

MOST_STEPS_OF_ALL = 0.35
"""Of the time that all steps take together; the longest took nearly half when few did everything."""


def test_widgets_are_dressed_before_they_are_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    for _ in range(100):
        column.addWidget(QPushButton("x"))
    button = QToolButton()
    button.setIcon(icon("fit"))
    button.setIconSize(QSize(33, 33))
    column.addWidget(button)
    assert len(list(made_ready(whole))) >= 4
    assert all(
        w.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for w in whole.findChildren(QPushButton)
    )
    monkeypatch.setattr(QSvgRenderer, "render", lambda *_: pytest.fail("drawn again"))
    button.grab()


def test_a_widget_that_goes_away_meanwhile_is_left_out(qtbot: QtBot) -> None:
    import shiboken6

    whole = QWidget()
    qtbot.addWidget(whole)
    gone = [QPushButton(whole) for _ in range(60)]
    steps = made_ready(whole)
    next(steps)
    for one in gone:
        shiboken6.delete(one)
    assert list(steps)


def test_no_step_of_the_workspace_does_most_of_the_work(tmp_path: Path, qtbot: QtBot) -> None:
    rig = make_rig(tmp_path, qtbot, start=False)
    made = rig.window._made_workspace()
    times = []
    going = True
    while going:
        began = time.thread_time()
        going = made.step()
        times.append(time.thread_time() - began)
    assert len(times) > 20
    assert max(times) < MOST_STEPS_OF_ALL * sum(times)
    with qtbot.waitSignal(rig.window.prepared):
        rig.window.prepare_workspace()
    assert not made.view.step()
