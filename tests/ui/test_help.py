"""Dialogs of the help menu stop nothing; the check of this computer ends with what it found."""

import sys

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ecgdesk.ui.help.output_page import DoctorPage
from tests.fakes.window import Rig


def test_the_dialogs_open_and_the_window_goes_on(rig: Rig) -> None:
    for name in ("about", "settings"):
        rig.window.actions_[name].trigger()  # would not come back before somebody closed it
        shown = [one for one in rig.window.findChildren(QDialog) if one.isVisible()]
        assert len(shown) == 1
        shown[0].reject()
        rig.qtbot.wait(20)


def test_the_check_says_that_it_runs_only_while_it_runs(qtbot: QtBot) -> None:
    page = DoctorPage()
    qtbot.addWidget(page)
    page._process.start(sys.executable, ["-c", "input(); print('All is well.')"])
    page._show()
    assert "Checking…" in page.text.toPlainText()
    page._process.write(b"\n")
    qtbot.waitUntil(lambda: page._process.state() is QProcess.ProcessState.NotRunning, timeout=20_000)
    assert page.text.toPlainText() == "All is well."
