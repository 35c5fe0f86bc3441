"""What the services have to say, as notices with a next step."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.engine.protocol import EngineState, StateChanged
from ecgdesk.services.batch import BatchEnd
from ecgdesk.services.bundle import Services
from ecgdesk.services.collect import Collected
from ecgdesk.services.entry import Entry
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.drop import joined, named
from ecgdesk.ui.folder import show_in_folder
from ecgdesk.ui.i18n import said
from ecgdesk.ui.notice import Notice, NoticeArea, Tone


class News(QObject):
    """Turns signals into notices; one place for the wording of events."""

    def __init__(self, services: Services, area: NoticeArea, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._area, self._actions = services, area, actions
        self._was_restarting, self._reading = False, False
        services.opener.opened.connect(self._on_opened)
        services.opener.failed.connect(self.show_error)
        services.batch.begun.connect(lambda: area.withdraw("batch"))
        services.batch.ended.connect(self._on_batch_ended)
        services.engine.state_changed.connect(self._on_engine_state)
        services.models.failed.connect(self.show_error)
        services.models.replace_asked.connect(self._on_replace_asked)
        services.settings.not_saved.connect(self._on_not_saved)
        services.autosave.not_saved.connect(self._on_not_saved)
        services.autosave.restored.connect(self._on_restored)

    def show_error(self, error: EcgdeskError) -> None:
        """Say what went wrong and what to do."""
        self._area.show_notice(Notice(f"error:{error.code}", said(error.sentence), Tone.ERROR))

    def tell(self, notice: Notice) -> None:
        """Show a notice that somebody else words."""
        self._area.show_notice(notice)

    def withdraw(self, key: str) -> None:
        """Take back a notice that is no longer true."""
        self._area.withdraw(key)

    def say(self, key: str, text: str) -> None:
        """Say something that needs no answer."""
        self._area.show_notice(Notice(key, text, stays=False))

    def saved(self, path: Path) -> None:
        """A file was written; offer to look at it."""
        text = self.tr("Saved as {name}.").format(name=path.name)
        step = (self.tr("Show folder"), lambda: show_in_folder(path))
        # Each file is named: several may be saved in a row.
        self._area.show_notice(Notice(f"saved:{path.name}", text, steps=(step,), stays=False))

    def uncaught(self) -> None:
        """Something failed that should not have; the details are in the log."""
        text = self.tr("Something went wrong. Your pages and crops are saved.")
        step = (self.tr("Show the log"), self._actions["log"].trigger)
        self._area.show_notice(Notice("uncaught", text, Tone.ERROR, (step,)))

    def removed(self, removed: list[tuple[int, Entry]]) -> None:
        """Pages were closed; offer to bring them back."""
        if not removed:
            return
        one = removed[0][1].page.path.name
        text = (
            self.tr("{name} was closed.").format(name=one)
            if len(removed) == 1
            else (self.tr("{n} pages were closed.").format(n=len(removed)))
        )
        session = self._services.session

        def put_back() -> None:
            session.put_back(removed)
            session.show(removed[0][1].page)

        step = (self.tr("Undo"), put_back)
        self._area.show_notice(Notice("removed", text, steps=(step,), stays=False))

    def _on_opened(self, found: Collected) -> None:
        lines = []
        if found.wrong:
            lines.append(self.tr("Not a picture or PDF: {names}.").format(names=named(found.wrong)))
        if found.missing:
            lines.append(self.tr("No longer there: {names}.").format(names=named(found.missing)))
        if found.empty:
            lines.append(self.tr("No pages in {names}.").format(names=named(found.empty)))
        if lines:
            known = self.tr("Pictures, PDF, DICOM, and signals as WFDB, EDF or CSV can be opened.")
            advice = known if found.wrong else ""
            self._area.show_notice(Notice("opened", " ".join([*lines, advice]).strip(), Tone.CAUTION))
        else:
            self._area.withdraw("opened")

    def _on_batch_ended(self, end: BatchEnd) -> None:
        if end.cancelled:
            text = self.tr("Stopped. {n} of {total} pages were analysed.")
            self.say("batch", text.format(n=end.done, total=end.total))
            return
        bad = (*end.failed, *end.refused)
        if not bad:
            if end.done > 1:
                self._all_done(end.done)
            return
        text = self.tr("{n} of {total} pages were analysed. Without a result: {names}.")
        text = text.format(n=end.done, total=end.total, names=joined(page.title for page in bad))
        step = (self.tr("Show the first"), lambda: self._services.session.show(bad[0]))
        self._area.show_notice(Notice("batch", text, Tone.CAUTION, (step,)))

    def _all_done(self, count: int) -> None:
        text = self.tr("{n} pages were analysed.").format(n=count)
        step = (self.tr("Save table…"), self._actions["save_table"].trigger)
        self._area.show_notice(Notice("batch", text, steps=(step,), stays=False))

    def _on_engine_state(self, event: StateChanged) -> None:
        match event.state:
            case EngineState.RESTARTING:
                self._was_restarting, self._reading = True, False
                sentence = said(event.sentence) or self.tr("The engine stopped and is starting again.")
                self._area.show_notice(Notice("engine", sentence, Tone.CAUTION))
            case EngineState.READY:
                self._on_ready(event)
            case EngineState.READING:
                self._on_reading(event)
            case EngineState.FAILED:
                self._on_engine_failed(event)

    def _on_reading(self, event: StateChanged) -> None:
        # Said once at each start; said again it means that the models cannot be used.
        if self._reading:
            self._area.show_notice(Notice("engine", said(event.sentence), Tone.ERROR, self._engine_steps()))
        self._reading = True

    def _on_ready(self, event: StateChanged) -> None:
        self._area.withdraw("engine")
        if event.sentence:
            self._area.show_notice(Notice("device", said(event.sentence), Tone.CAUTION))
        elif self._was_restarting:
            self.say("engine", self.tr("The engine runs again."))
        self._was_restarting = False

    def _on_engine_failed(self, event: StateChanged) -> None:
        sentence = said(event.sentence) or self.tr("The engine does not start.")
        self._area.show_notice(Notice("engine", sentence, Tone.ERROR, self._engine_steps()))

    def _engine_steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (
            (self.tr("Start it again"), self._actions["restart_engine"].trigger),
            (self.tr("Check this computer"), self._actions["doctor"].trigger),
        )

    def _on_replace_asked(self, path: Path, error: EcgdeskError) -> None:
        def replace() -> None:
            self._services.models.import_pack(path, replace=True)

        step = (self.tr("Replace the model"), replace)
        self._area.show_notice(Notice("model-exists", said(error.problem), Tone.CAUTION, (step,)))

    def _on_not_saved(self, reason: str) -> None:
        text = self.tr("Your session and settings cannot be saved: {reason}").format(reason=said(reason))
        self._area.show_notice(Notice("not-saved", text, Tone.CAUTION))

    def _on_restored(self, pages: int) -> None:
        text = self.tr("Your last session was restored.")
        step = (self.tr("Start empty"), self._services.session.clear)
        self._area.show_notice(Notice("restored", text, steps=(step,), stays=False))
