"""A command of this program that speaks in JSON lines, such as the data doctor, run beside the window."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.event_lines import from_line
from ecgdesk.core.findings import Cancelled, Evaluated, Examined, Refused
from ecgdesk.core.sentence import say
from ecgdesk.services.training.commands import Command, program
from ecgdesk.services.training.launching import environment

_LAST_WORDS: Final = 1200
_LAST_LINES: Final = 3
_ENDS: Final = (Examined, Evaluated, Refused, Cancelled)
_FRAMES: Final = "│╭╮╰╯─ "
"""What the command line draws around its errors."""


class JsonCommand(QObject):
    """Runs one command at a time and tells what it says."""

    said = Signal(object)
    """An event of `core.findings`."""
    line_came = Signal(str)
    """A line that is no such event."""
    failed = Signal(object)
    """An EcgdeskError: it could not be started, refused, or went away."""
    ended = Signal(bool)
    """It ended; whether it was cancelled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._rest, self._errors = b"", b""
        self._told = False

    @property
    def is_running(self) -> bool:
        """Whether a command is at work."""
        return self._process is not None

    def run(self, arguments: Sequence[str], command: Command | None = None) -> None:
        """Start a command of `ecgdesk`; one that is at work is ended first."""
        self.cancel()
        command = command or program(arguments)
        process = QProcess(self)
        values = QProcessEnvironment()
        for name, value in environment().items():
            values.insert(name, value)
        process.setProcessEnvironment(values)
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_errors)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process, self._rest, self._errors, self._told = process, b"", b"", False
        process.start(command.program, list(command.arguments))

    def cancel(self) -> None:
        """End the command at once; what it wrote so far stays."""
        process = self._process
        if process is None:
            return
        self._process = None
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(1000)
        process.deleteLater()
        self.ended.emit(True)

    def _on_output(self) -> None:
        if self._process is None:
            return
        *lines, self._rest = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            if line.strip():
                self._take(line.decode("utf-8", "replace"))

    def _take(self, line: str) -> None:
        try:
            event = from_line(line)
        except ValueError:
            self.line_came.emit(line)
            return
        self._told = self._told or isinstance(event, _ENDS)
        self.said.emit(event)
        if isinstance(event, Refused):
            self.failed.emit(EcgdeskError(event.problem, event.advice))

    def _on_errors(self) -> None:
        if self._process is not None:
            self._errors += bytes(self._process.readAllStandardError().data())

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        is_crash = status is QProcess.ExitStatus.CrashExit
        if (code or is_crash) and not self._told:
            self.failed.emit(self._why())
        self.ended.emit(False)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._process = None
            self.failed.emit(
                EcgdeskError(say("The program could not start itself."), say("Install it again."))
            )
            self.ended.emit(False)

    def _why(self) -> EcgdeskError:
        text = self._errors.decode("utf-8", "replace").strip()[-_LAST_WORDS:]
        lines = [line for raw in text.splitlines() if (line := raw.strip(_FRAMES))]
        last = lines[-1:] if "Traceback" in text else lines[-_LAST_LINES:]
        if not last:
            return EcgdeskError(say("The work ended without a word."), say("Try again."))
        return EcgdeskError(" ".join(last))
