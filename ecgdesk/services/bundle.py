"""What the window is given. Built in `ecgdesk.app` and nowhere else."""

from dataclasses import dataclass

from ecgdesk.services.autosave import Autosave
from ecgdesk.services.batch import Batch
from ecgdesk.services.comparison import Comparison
from ecgdesk.services.current_page import CurrentPage
from ecgdesk.services.engine_service import EngineService
from ecgdesk.services.follow import SettingsFollower
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.models import Models
from ecgdesk.services.opening import Opener
from ecgdesk.services.paths import UserFolder
from ecgdesk.services.recent import RecentFiles
from ecgdesk.services.session import Session
from ecgdesk.services.settings import SettingsStore
from ecgdesk.services.training.late import LateTraining


@dataclass(frozen=True, slots=True)
class Services:
    """Every service of the window, once."""

    folder: UserFolder
    settings: SettingsStore
    recent: RecentFiles
    jobs: Jobs
    models: Models
    session: Session
    engine: EngineService
    current: CurrentPage
    batch: Batch
    opener: Opener
    autosave: Autosave
    follower: SettingsFollower
    training: LateTraining
    comparison: Comparison

    def close(self) -> None:
        """Save settings and session, stop the work, end the engine; nothing is announced afterwards."""
        self.jobs.close()
        self.settings.save_now()
        self.autosave.save_now()
        self.engine.close()
