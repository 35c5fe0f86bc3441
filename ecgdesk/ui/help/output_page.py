"""Pages that show text which grows: the log, and what the check of this computer says."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from ecgdesk.ui.help.frame import HelpPage
from ecgdesk.ui.icons import icon
from ecgdesk.ui.theme import space

SHOWN_CHARACTERS = 200_000


class OutputPage(HelpPage):
    """A read-only text with a copy button."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setMinimumHeight(space(40))
        self.text.setAccessibleName(self.tr("Text"))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(space())
        self._buttons.addStretch(1)
        row = QWidget(self)
        row.setLayout(self._buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self.add(self.text, 1)
        self.add(row)
        self.add_button("copy", self.tr("Copy all")).clicked.connect(self._on_copy)

    def add_button(self, icon_name: str, text: str) -> QPushButton:
        """Put a button under the text."""
        button = QPushButton(icon(icon_name), text, self)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class LogPage(OutputPage):
    """The end of the log file."""

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._file = file
        self.set_title(self.tr("Log"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        folder = self.add_button("folder", self.tr("Open the log's folder"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent))))

    def read(self) -> None:
        """Show the file as it is now."""
        try:
            words = self._file.read_text(encoding="utf-8", errors="replace")[-SHOWN_CHARACTERS:]
        except OSError:
            words = self.tr("Nothing has been logged yet.")
        self.text.setPlainText(words)
        self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())


class DoctorPage(OutputPage):
    """Runs `ecgdesk doctor` in a process of its own and shows what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Check this computer"))
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._show)
        self._said = ""

    def run(self) -> None:
        """Start the check, unless it runs."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            return
        self._said = ""
        frozen = getattr(sys, "frozen", False)
        self._process.start(sys.executable, ["doctor"] if frozen else ["-m", "ecgdesk", "doctor"])
        self._show()

    def stop(self) -> None:
        """End a running check; for the moment of closing."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)

    def _on_output(self) -> None:
        self._said += bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        self._show()

    def _on_error(self) -> None:
        if self._process.error() is QProcess.ProcessError.FailedToStart:
            self._said = self.tr("The check could not be started.")
        self._show()

    def _show(self, *_: object) -> None:
        """Show what was said so far, and below it that there is more to come."""
        running = self._process.state() is not QProcess.ProcessState.NotRunning
        lines = [self._said.rstrip("\n"), self.tr("Checking…") if running else ""]
        self.text.setPlainText("\n\n".join(line for line in lines if line))
