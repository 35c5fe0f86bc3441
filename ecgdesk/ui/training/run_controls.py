"""What can be done to a run: pause, stop and keep, discard, resume, each a verb of its own."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_folder import RunFiles, Wish
from ecgdesk.core.run_history import RunState
from ecgdesk.services.training.runs import TrainingRuns
from ecgdesk.services.training.watching import RunWatcher
from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import small
from ecgdesk.ui.theme import space

_RESUMABLE = (RunState.PAUSED, RunState.STOPPED, RunState.FAILED, RunState.INTERRUPTED)


class RunControls(QWidget):
    """Buttons that fit the state of the run; a wish says that it was heard."""

    def __init__(self, runs: TrainingRuns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._files: RunFiles | None = None
        self.pause = QPushButton(icon("pause"), self.tr("Pause"), self)
        self.stop = QPushButton(icon("stop"), self.tr("Stop and keep the best"), self)
        self.resume = QPushButton(icon("play"), self.tr("Resume"), self)
        self.discard = QPushButton(icon("trash"), self.tr("Discard…"), self)
        self._heard = small("", self)
        self.pause.setToolTip(self.tr("End the process now and go on later exactly where it was"))
        self.stop.setToolTip(self.tr("End the run and keep the best model so far"))
        self.discard.setToolTip(self.tr("End the run and delete everything it made"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space())
        for part in (self.pause, self.stop, self.resume, self.discard):
            row.addWidget(part)
        row.addWidget(self._heard, 1)
        self.pause.clicked.connect(lambda: self._ask(Wish.PAUSE, self.tr("Pausing after this step…")))
        self.stop.clicked.connect(lambda: self._ask(Wish.STOP, self.tr("Stopping after this step…")))
        self.resume.clicked.connect(self._on_resume)
        self.discard.clicked.connect(self._on_discard)

    def show_run(self, watcher: RunWatcher) -> None:
        """Act on another run."""
        self._files = watcher.files
        self._heard.setText("")
        self.show_state(watcher.state)

    def show_state(self, state: RunState) -> None:
        """Offer what can be done in this state."""
        running = state is RunState.RUNNING
        waiting = self._files is not None and any(
            self._files.path == other.path for other in self._runs.waiting
        )
        self.pause.setVisible(running)
        self.stop.setVisible(running)
        self.resume.setVisible(state in _RESUMABLE and not waiting)
        if not running:
            self._heard.setText("")

    def _ask(self, wish: Wish, words: str) -> None:
        if self._files is not None:
            self._runs.ask(self._files, wish)
            self._heard.setText(words)

    def _on_resume(self) -> None:
        if self._files is None:
            return
        try:
            self._runs.resume(self._files)
        except EcgdeskError as error:
            self._runs.failed.emit(error)

    def _on_discard(self) -> None:
        if self._files is not None and confirm_discard(self, self._files.path.name):
            self._runs.discard(self._files)


def confirm_discard(parent: QWidget, name: str) -> bool:
    """Ask before a run is deleted; Cancel is the default."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setWindowTitle(translate("runs", "Discard the run"))
    box.setText(translate("runs", "Delete {name} with everything it made?").format(name=name))
    box.setInformativeText(translate("runs", "Figures, checkpoints and its model are gone for good."))
    discard = box.addButton(translate("runs", "Discard"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(translate("runs", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.exec()
    return box.clickedButton() is discard
