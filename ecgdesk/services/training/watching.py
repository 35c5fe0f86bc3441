"""Follows one run by its folder: what its events say, its state, and the end of its log."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ecgdesk.core.run_events import Event
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.core.run_history import EventReader, RunState
from ecgdesk.services.training.launching import OUTPUT, is_alive, launch_of
from ecgdesk.services.training.progress import RunProgress
from ecgdesk.services.training.tail import last_lines

LOOK_EVERY_MS: Final = 400
LOG_LINES: Final = 400
_ENDED: Final = (RunState.FINISHED, RunState.STOPPED, RunState.PAUSED, RunState.FAILED, RunState.INTERRUPTED)


class RunWatcher(QObject):
    """Looks at a run's files now and then; it reads them and changes nothing."""

    advanced = Signal()
    """Events came in."""
    state_changed = Signal(object)
    """A RunState."""

    def __init__(self, files: RunFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files = files
        self.progress = RunProgress()
        self._reader, self._state = EventReader(files.events), RunState.WAITING
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def state(self) -> RunState:
        """Where the run stands, as far as was read."""
        return self._state

    @property
    def has_ended(self) -> bool:
        """Whether nothing more comes unless the run is resumed."""
        return self._state in _ENDED

    def start(self) -> None:
        """Look now, and again until `stop`."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Take in what is new."""
        # The state first: what a run wrote before it ended is then in the events that follow.
        running = self.files.is_running() or is_alive(launch_of(self.files))
        came = self._take_in()
        state = self._state_now(running, came)
        if came:
            self.advanced.emit()
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def log(self) -> list[str]:
        """Return the last lines of the run's log, or what the process said where there is none."""
        own = last_lines(self.files.log, LOG_LINES)
        return own or last_lines(self.files.path / OUTPUT, LOG_LINES)

    def last_words(self, count: int = 12) -> list[str]:
        """Return the last lines of what the process itself said, which tell why it ended."""
        said = [line for line in last_lines(self.files.path / OUTPUT, count) if line.strip()]
        return said or last_lines(self.files.log, count)

    def _take_in(self) -> bool:
        events: list[Event] = list(self._reader.read())
        for event in events:
            self.progress.add(event)
        return bool(events)

    def _state_now(self, running: bool, came: bool) -> RunState:
        end = self.progress.end
        if running:
            # Between its last event and the end of its process a run is as good as ended.
            return self._ended(end) if end is not None and not came else RunState.RUNNING
        if end is not None:
            return self._ended(end)
        begun = self.progress.started is not None or _was_started(self.files)
        return RunState.INTERRUPTED if begun else RunState.WAITING

    def _ended(self, end: Event) -> RunState:
        return RunState(end.kind)


def _was_started(files: RunFiles) -> bool:
    launch = launch_of(files)
    return launch is not None and launch.pid > 0
