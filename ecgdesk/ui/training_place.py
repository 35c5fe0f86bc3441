"""Where training is in the window: the wizard is imported and built when it is first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.bundle import Services
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.notice import Notice, Tone

if TYPE_CHECKING:
    from ecgdesk.core.run_history import RunRecord
    from ecgdesk.ui.main_window import MainWindow
    from ecgdesk.ui.training.wizard import Wizard

KEY = "training"


class TrainingPlace(QObject):
    """Answers “Train a model” and tells when a run ended while something else was looked at."""

    def __init__(self, services: Services, actions: Actions, window: "MainWindow") -> None:
        super().__init__(window)
        self._services, self._window = services, window
        self._wizard: Wizard | None = None
        self._coming = False
        actions["train"].triggered.connect(self._show_steps)
        actions["runs"].triggered.connect(lambda: self.show(runs=True))
        services.training.ended.connect(self._on_ended)

    @property
    def wizard(self) -> "Wizard | None":
        """The wizard, once it was opened."""
        return self._wizard

    def look(self) -> None:
        """Say that a training goes on, if one does; for the moment after the window is there."""
        if self._services.training.has_runs:
            self._services.jobs.submit(_import, lambda _: self._say_going(), self._window.news.show_error)

    def show(self, *, runs: bool = False) -> None:
        """Show the wizard in place of the page; the first time it is imported behind the window."""
        if self._wizard is not None:
            self._put_in_front(runs)
        elif not self._coming:
            self._coming = True
            self._services.jobs.submit(_import, lambda _: self._make(runs), self._on_failed)

    def _show_steps(self) -> None:
        self.show()

    def stop(self) -> None:
        """End what pages run beside the window; trainings go on."""
        if self._wizard is not None:
            self._wizard.stop()

    def _make(self, runs: bool) -> None:
        from ecgdesk.ui.training.wizard import Wizard

        self._coming = False
        self._wizard = Wizard(self._services)
        self._wizard.closed.connect(self._on_closed)
        self._window.middle.addWidget(self._wizard)
        self._put_in_front(runs)

    def _on_failed(self, error: EcgdeskError) -> None:
        self._coming = False
        self._window.news.show_error(error)

    def _put_in_front(self, runs: bool) -> None:
        from ecgdesk.ui.training.steps import Step

        assert self._wizard is not None
        self._window.docks.set_document_open(False)
        self._window.notices.withdraw(KEY)
        self._window.middle.setCurrentWidget(self._wizard)
        if runs:
            self._wizard.go(Step.RUNS)
        self._wizard.rail.button(self._wizard.step).setFocus()

    def _on_closed(self) -> None:
        window, is_open = self._window, self._services.session.current is not None
        window.middle.setCurrentWidget(window.workspace.view if is_open else window.welcome)
        window.docks.set_document_open(is_open)

    def _say_going(self) -> None:
        going = self._services.training.runs.going
        if going:
            text = self.tr("The training {name} goes on.").format(name=going[0].path.name)
            self._notice(text, Tone.INFO)

    def _on_ended(self, record: "RunRecord") -> None:
        in_front = self._wizard is not None and self._window.middle.currentWidget() is self._wizard
        if in_front:
            return
        from ecgdesk.ui.training.state_words import state_sign

        sign = state_sign(record.state)
        tone = Tone.ERROR if sign.role == "error" else Tone.INFO
        text = self.tr("The training {name} ended: {state}.")
        self._notice(text.format(name=record.name, state=sign.word.lower()), tone)

    def _notice(self, text: str, tone: Tone) -> None:
        step = (self.tr("Show"), self.show)
        self._window.notices.show_notice(Notice(KEY, text, tone, (step,)))


def _import() -> None:
    import ecgdesk.ui.training.wizard  # noqa: F401
