"""Files opened lately, the newest first."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ecgdesk.services.settings import SettingsStore

RECENT_FILES = 10


class RecentFiles(QObject):
    """A short list in the settings; files that are gone stay listed until the user removes them."""

    changed = Signal()

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def paths(self) -> list[Path]:
        """The files, the newest first."""
        return [Path(item) for item in self._settings.values.recent]

    def add(self, paths: list[Path]) -> None:
        """Put files at the top, each once."""
        merged = dict.fromkeys([*(str(p) for p in paths), *self._settings.values.recent])
        self._store(tuple(merged)[:RECENT_FILES])

    def remove(self, path: Path) -> None:
        """Take one file off the list."""
        self._store(tuple(item for item in self._settings.values.recent if item != str(path)))

    def clear(self) -> None:
        """Forget all of them."""
        self._store(())

    def _store(self, recent: tuple[str, ...]) -> None:
        self._settings.update(recent=recent)
        self.changed.emit()
