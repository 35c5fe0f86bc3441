"""Saves the session a moment after each change, and brings it back."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.services.entry import Entry
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.json_file import read_json, set_aside, write_text
from ecgdesk.services.session import Session

_LOG = logging.getLogger(__name__)
SAVE_AFTER_MS = 800
"""A quiet moment that long is taken to write."""
LONGEST_WAIT_MS = 1200
"""Changes that keep coming must not put the writing off for ever."""
ADDED_WAIT_MS = 250
"""Which files were opened is the most that can be lost."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The session at one moment, safe to hand to a job."""

    entries: tuple[Entry, ...] = ()
    current: int | None = None


def write_snapshot(path: Path, snapshot: Snapshot) -> None:
    """Write a snapshot atomically; an empty one removes the file. Raises OSError."""
    from ecgdesk.services.session_record import EntryRecord, SessionRecord

    if not snapshot.entries:
        path.unlink(missing_ok=True)
        return
    entries = tuple(EntryRecord.of(entry) for entry in snapshot.entries)
    write_text(path, SessionRecord(current=snapshot.current, entries=entries).model_dump_json(indent=1))


def read_snapshot(path: Path) -> Snapshot:
    """Return the saved session; empty where there is none or it is damaged (then it is set aside)."""
    data = read_json(path)
    if not data:
        return Snapshot()
    from pydantic import ValidationError

    from ecgdesk.services.session_record import SessionRecord

    try:
        record = SessionRecord.model_validate(data)
    except ValidationError as error:
        _LOG.warning("The saved session does not fit: %s", error)
        set_aside(path)
        return Snapshot()
    return Snapshot(tuple(item.entry() for item in record.entries), record.current)


class Autosave(QObject):
    """Ties the session to its file; writing and reading run in a job."""

    restored = Signal(int)
    """How many pages came back."""
    not_saved = Signal(str)
    """Why the file could not be written."""

    def __init__(self, session: Session, path: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._path, self._jobs = session, path, jobs
        self._quiet, self._latest = self._timer(SAVE_AFTER_MS), self._timer(LONGEST_WAIT_MS)
        self._paused = True
        self._writing, self._again = False, False

    def begin(self) -> None:
        """Start to save; before this nothing is written, so a slow restore cannot lose a session."""
        if self._paused:
            self._paused = False
            self._session.changed.connect(self._on_changed)
            self._session.entries_added.connect(self._on_added)

    def restore(self, then: Callable[[], None]) -> None:
        """Bring the saved pages back, begin to save, and call `then`."""

        def on_read(snapshot: Snapshot) -> None:
            self._put_back(snapshot)
            self.begin()
            then()

        def on_failed(error: EcgdeskError) -> None:
            _LOG.warning("The session was not restored: %s", error)
            self.begin()
            then()

        path = self._path
        self._jobs.submit(lambda: read_snapshot(path), on_read, on_failed)

    def save_now(self) -> None:
        """Write at once, in this thread; for the moment of closing."""
        self._stop_waiting()
        if self._paused:
            return
        try:
            write_snapshot(self._path, self._snapshot())
        except OSError as error:
            _LOG.warning("The session was not saved: %s", error)

    def _put_back(self, snapshot: Snapshot) -> None:
        if not snapshot.entries:
            return
        added = self._session.insert(0, snapshot.entries)
        place = snapshot.current if snapshot.current is not None else 0
        if self._session.current is None:
            self._session.show(snapshot.entries[min(max(place, 0), len(snapshot.entries) - 1)].page)
        self.restored.emit(len(added))

    def _snapshot(self) -> Snapshot:
        current = self._session.current
        place = self._session.index(current) if current is not None else None
        return Snapshot(tuple(self._session), place)

    def _timer(self, wait_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(self._save_in_background)
        return timer

    def _on_changed(self) -> None:
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start(LONGEST_WAIT_MS)

    def _on_added(self) -> None:
        if not self._latest.isActive() or self._latest.remainingTime() > ADDED_WAIT_MS:
            self._latest.start(ADDED_WAIT_MS)

    def _stop_waiting(self) -> None:
        self._quiet.stop()
        self._latest.stop()

    def _save_in_background(self) -> None:
        self._stop_waiting()
        # One at a time: an older snapshot must not overtake a newer one.
        self._again = self._writing
        if self._writing or not len(self._session):
            # Closed pages can be brought back until something else is open or the window is closed.
            return
        self._writing = True
        path, snapshot = self._path, self._snapshot()
        self._jobs.submit(lambda: write_snapshot(path, snapshot), self._on_written, self._on_not_written)

    def _on_written(self, _: object) -> None:
        self._writing = False
        if self._again:
            self._save_in_background()

    def _on_not_written(self, error: EcgdeskError) -> None:
        self._writing, self._again = False, False
        self.not_saved.emit(error.problem)
