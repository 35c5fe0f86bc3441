"""A run while it goes on: curves, figures of the machine, the log; pause, stop and keep, discard."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPlainTextEdit, QProgressBar, QWidget

from ecgdesk.core.run_events import Failed, Stopped
from ecgdesk.core.run_history import RunState
from ecgdesk.services.training.progress import FitProgress, RunProgress
from ecgdesk.services.training.runs import TrainingRuns
from ecgdesk.services.training.watching import RunWatcher
from ecgdesk.ui.i18n import said
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.curves import Chart, Line
from ecgdesk.ui.training.fit_table import FitTable
from ecgdesk.ui.training.message import Message
from ecgdesk.ui.training.page import WizardPage
from ecgdesk.ui.training.run_controls import RunControls
from ecgdesk.ui.training.run_facts import RunFacts
from ecgdesk.ui.training.state_words import state_words

_WITH_RESULTS = (RunState.FINISHED, RunState.STOPPED)


class RunPage(WizardPage):
    """Shows the one run that the wizard follows; it goes on whether anybody looks or not."""

    def __init__(self, runs: TrainingRuns, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setAccessibleName(self.tr("Training"))
        self._runs = runs
        self._watcher: RunWatcher | None = None
        self.controls, self.facts = RunControls(runs, self), RunFacts(self)
        self.message, self.bar = Message(self), QProgressBar(self)
        self.loss = Chart(self.tr("Loss"), self)
        self.held_out = Chart(self.tr("Accuracy on held-out pages"), self)
        self.log_scale = QCheckBox(self.tr("Logarithmic loss"), self)
        self.fits, self.log = FitTable(self), QPlainTextEdit(self)
        self._note = prose("", self)
        self._lay_out()
        self.log_scale.toggled.connect(self.loss.set_log)
        runs.changed.connect(self._show_state)
        runs.failed.connect(self.message.show_error)

    @property
    def watcher(self) -> RunWatcher | None:
        """What looks at the run that is shown, if one is."""
        return self._watcher

    def follow(self, watcher: RunWatcher) -> None:
        """Show another run."""
        self.stop()
        self._watcher = watcher
        watcher.advanced.connect(self._show_progress)
        watcher.state_changed.connect(self._show_state)
        self.controls.show_run(watcher)
        watcher.start()
        self._show_progress()
        self._show_state()

    def stop(self) -> None:
        """Look no longer; the run goes on."""
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher.advanced.disconnect(self._show_progress)
            self._watcher.state_changed.disconnect(self._show_state)
            self._watcher.deleteLater()
            self._watcher = None

    def _lay_out(self) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(self.tr("Progress of the run"))
        self.add(self.bar)
        self.add(self.facts)
        self.add(self.controls)
        self.add(self.message)
        self._charts = QWidget(self)
        charts = QGridLayout(self._charts)
        charts.setContentsMargins(0, 0, 0, 0)
        charts.setSpacing(space(2))
        for column, chart in enumerate((self.loss, self.held_out)):
            charts.addWidget(chart, 0, column)
            charts.setColumnStretch(column, 1)
        self.add(self._charts)
        row = QHBoxLayout()
        row.addWidget(self.log_scale)
        row.addStretch(1)
        self.add_layout(row)
        self.add(self._note)
        self.add(self.fits)
        self.add_heading(self.tr("Log"))
        self.log.setReadOnly(True)
        self.log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.setMinimumHeight(space(18))
        self.log.setAccessibleName(self.tr("Log"))
        self.add(self.log, 1)

    def _show_progress(self) -> None:
        if self._watcher is None:
            return
        progress = self._watcher.progress
        self.bar.setValue(round(1000 * progress.share_done))
        self.facts.show_progress(progress, self._watcher.state)
        self.fits.show_progress(progress)
        self._show_curves(progress)
        self._show_log()

    def _show_curves(self, progress: RunProgress) -> None:
        fits = [progress.fits[name] for name in progress.names if name in progress.fits]
        self.loss.show_lines(_loss_lines(fits), progress.names)
        watched = _accuracy_lines(fits)
        self.held_out.show_lines(watched, progress.names)
        self.held_out.setVisible(bool(watched))
        any_epoch = any(fit.epochs for fit in fits)
        for part in (self._charts, self.log_scale, self._note):
            part.setVisible(any_epoch)
        apart = self.tr(
            "Thick lines are of held-out pages, thin ones of training pages; the star marks the epoch that "
            "is kept."
        )
        none = self.tr(
            "This recipe keeps no pages apart while it trains: every fold runs all its epochs, and its "
            "figures come from held-out pages at its end."
        )
        self._note.setText(apart if watched else none)

    def _show_log(self) -> None:
        assert self._watcher is not None
        text, bar = "\n".join(self._watcher.log()), self.log.verticalScrollBar()
        if text == self.log.toPlainText():
            return
        at_end = bar.value() >= bar.maximum() - 2
        self.log.setPlainText(text)
        if at_end:
            bar.setValue(bar.maximum())

    def _show_state(self) -> None:
        if self._watcher is None:
            return
        watcher = self._watcher
        state = watcher.state
        name = watcher.files.path.name
        self.title.setText(state_words(state))
        self.lead.setText(self._lead(state, name))
        self.controls.show_state(state)
        self.facts.show_progress(watcher.progress, state)
        self._show_end(watcher, state)
        self._show_log()
        self.set_ready(state in _WITH_RESULTS and watcher.files.metrics.is_file())

    def _lead(self, state: RunState, name: str) -> str:
        match state:
            case RunState.WAITING if self._runs.going:
                words = self.tr("{name} waits for {other}. It begins by itself while ecgdesk is open.")
                return words.format(name=name, other=self._runs.going[0].path.name)
            case RunState.RUNNING:
                words = self.tr("{name} goes on in the background, also when this window is closed.")
                return words.format(name=name)
            case _:
                return name

    def _show_end(self, watcher: RunWatcher, state: RunState) -> None:
        end = watcher.progress.end
        match state:
            case RunState.FAILED if isinstance(end, Failed):
                self.message.say(f"{said(end.problem)} {said(end.advice)}".strip(), Tone.ERROR)
            case RunState.INTERRUPTED:
                lines = "\n".join(watcher.last_words())
                words = self.tr("The training process ended without a word. The last it said:")
                resume = self.tr("Resume goes on from the last checkpoint.")
                self.message.say(f"{words}\n{lines}\n{resume}", Tone.ERROR)
            case RunState.STOPPED if isinstance(end, Stopped):
                self.message.say(said(end.reason), Tone.CAUTION)
            case RunState.PAUSED:
                self.message.say(self.tr("Paused. Resume goes on exactly where it was."))
            case _ if watcher.progress.notices:
                self.message.say(said(watcher.progress.notices[-1]), Tone.CAUTION)
            case _:
                self.message.clear()


def _loss_lines(fits: list[FitProgress]) -> list[Line]:
    lines = []
    for fit in fits:
        epochs, values = fit.curve("train_loss")
        lines.append(Line(fit.name, epochs, values))
        epochs, values = fit.curve("held_out_loss")
        if epochs:
            best = fit.best.epoch if fit.best is not None else None
            lines.append(Line(fit.name, epochs, values, best, held_out=True))
    return lines


def _accuracy_lines(fits: list[FitProgress]) -> list[Line]:
    lines = []
    for fit in fits:
        epochs, values = fit.curve("held_out_accuracy")
        if epochs:
            best = fit.best.epoch if fit.best is not None else None
            lines.append(Line(fit.name, epochs, values, best, held_out=True))
    return lines
