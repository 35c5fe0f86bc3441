"""The training services, made when somebody first asks: their schemas are slow to import."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from ecgdesk.services.jobs import Jobs
from ecgdesk.services.paths import UserFolder

if TYPE_CHECKING:
    from ecgdesk.services.training.runs import TrainingRuns

CONFIG: Final = "config.toml"


class LateTraining(QObject):
    """Holds what the wizard works with; nothing is imported or read before it is wanted."""

    ended = Signal(object)
    """The RunRecord of a run that ended while the window was open."""
    failed = Signal(object)
    """An EcgdeskError."""

    def __init__(self, folder: UserFolder, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root, self._jobs = folder.root, jobs
        self._runs: TrainingRuns | None = None

    @property
    def runs_folder(self) -> Path:
        """Where runs are kept."""
        return self._root / "runs"

    @property
    def lists_folder(self) -> Path:
        """Where cleaned lists of pages are kept."""
        return self._root / "lists"

    @property
    def has_runs(self) -> bool:
        """Whether anything was ever trained here."""
        return any(self.runs_folder.glob(f"*/{CONFIG}"))

    @property
    def runs(self) -> "TrainingRuns":
        """All runs of this user; what went on without a window is found again."""
        if self._runs is None:
            from ecgdesk.services.training.runs import TrainingRuns

            self._runs = TrainingRuns(self.runs_folder, self._jobs, self)
            self._runs.ended.connect(self.ended)
            self._runs.failed.connect(self.failed)
            self._runs.find()
        return self._runs
