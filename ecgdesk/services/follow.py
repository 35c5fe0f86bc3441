"""What changed settings mean for pages that are open."""

from PySide6.QtCore import QObject

from ecgdesk.engine.protocol import EngineOptions, EngineState, StateChanged
from ecgdesk.services.batch import Batch
from ecgdesk.services.current_page import CurrentPage
from ecgdesk.services.engine_service import EngineService
from ecgdesk.services.models import Models
from ecgdesk.services.session import Session
from ecgdesk.services.settings import Settings, SettingsStore


class SettingsFollower(QObject):
    """Restarts the engine for another device; asks again where results no longer belong to the choice."""

    def __init__(
        self,
        settings: SettingsStore,
        models: Models,
        session: Session,
        engine: EngineService,
        current: CurrentPage,
        batch: Batch,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._models, self._session = settings, models, session
        self._engine, self._current, self._batch = engine, current, batch
        self._model_id: str | None = None
        self._engine_failed = False
        settings.changed.connect(self._on_settings_changed)
        models.changed.connect(self._on_models_changed)
        engine.state_changed.connect(self._on_engine_state)

    def restart_engine(self) -> None:
        """Start a new engine process with the settings as they are."""
        self._engine.restart(engine_options(self._settings.values))

    def _on_settings_changed(self, old: Settings, new: Settings) -> None:
        if (old.device, old.threads) != (new.device, new.threads):
            self.restart_engine()
        if (old.crop, old.explain) != (new.crop, new.explain):
            self._ask_again()
        elif old.method != new.method and self._current.entry is not None:
            # The page that is shown gets its map; the results of the others are as good as before.
            self._current.analyse()

    def _on_engine_state(self, event: StateChanged) -> None:
        if event.state is EngineState.FAILED:
            self._engine_failed = True
        elif self._engine_failed and event.state in (EngineState.READING, EngineState.READY):
            self._engine_failed = False
            self._current.look_again()

    def _on_models_changed(self) -> None:
        chosen = self._models.chosen
        before, self._model_id = self._model_id, chosen.id if chosen else None
        if self._model_id == before:
            return
        if before is None:
            self._current.look_again()
        else:
            self._ask_again()

    def _ask_again(self) -> None:
        for page in self._session.pages:
            self._session.set_stale(page)
        self._current.look_again()


def engine_options(settings: Settings) -> EngineOptions:
    """How the engine is started under these settings."""
    return EngineOptions(settings.device, settings.threads)
