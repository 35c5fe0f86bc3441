"""From paths that were dropped, chosen or pasted to open pages on their way through the engine."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.page import PageRef
from ecgdesk.services.batch import Batch
from ecgdesk.services.collect import Collected, collect
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.models import Models
from ecgdesk.services.recent import RecentFiles
from ecgdesk.services.session import Session
from ecgdesk.services.settings import SettingsStore


class Opener(QObject):
    """Looks through files and folders in the background, opens what may hold pages, starts their analysis."""

    opened = Signal(object)
    """Collected: what became of the paths."""
    failed = Signal(object)
    """An EcgdeskError: the paths could not be looked through."""

    def __init__(
        self,
        session: Session,
        batch: Batch,
        settings: SettingsStore,
        recent: RecentFiles,
        models: Models,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._batch = session, batch
        self._settings, self._recent, self._models, self._jobs = settings, recent, models, jobs
        self._until_models: list[PageRef] = []
        session.pages_found.connect(self._analyse)
        models.changed.connect(self._on_models_changed)

    def open(self, paths: Iterable[Path], *, remember: bool = True) -> None:
        """Open files and folders; `remember` puts the files on the list of recent ones."""
        wanted = [path.absolute() for path in paths]

        def on_collected(found: Collected) -> None:
            self._add(found)
            if remember and found.files:
                self._recent.add([p for p in wanted if p in found.files])
            self.opened.emit(found)

        self._jobs.submit(lambda: collect(wanted), on_collected, self._on_failed)

    def _add(self, found: Collected) -> None:
        pages = [PageRef(path) for path in found.files]
        if not pages:
            return
        added = [entry.page for entry in self._session.add(pages)]
        self._session.show(added[0] if added else pages[0])
        self._analyse(added)

    def _analyse(self, pages: list[PageRef]) -> None:
        if not (self._settings.values.analyse_on_open or self._batch.is_running):
            return
        if self._models.is_listed:
            shown = self._session.current if self._settings.values.analyse_on_open else None
            if shown is not None and any(p.path == shown.path for p in pages):
                # The first page of the file that is shown is counted with the others.
                pages = [shown, *(p for p in pages if p != shown)]
            self._batch.start(pages, shown)
        else:
            self._until_models += pages

    def _on_models_changed(self) -> None:
        pages, self._until_models = self._until_models, []
        if pages:
            self._analyse(pages)

    def _on_failed(self, error: EcgdeskError) -> None:
        self.failed.emit(error)
