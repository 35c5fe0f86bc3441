"""The engine as the UI thread sees it: signals instead of callbacks from another thread."""

from PySide6.QtCore import QObject, Qt, Signal

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import (
    AnalysisAdvanced,
    Engine,
    EngineEvent,
    EngineOptions,
    EngineState,
    Lane,
    PageLoaded,
    PictureSeen,
    RequestDropped,
    RequestFailed,
    StateChanged,
)


class EngineService(QObject):
    """Owns the engine; forwards its events, in order, to the thread this object lives on."""

    state_changed = Signal(object)
    page_loaded = Signal(object)
    analysis_advanced = Signal(object)
    picture_seen = Signal(object)
    request_failed = Signal(object)
    request_dropped = Signal(object)

    _arrived = Signal(object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._state = StateChanged(EngineState.STOPPED)
        self._started, self._closed = False, False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> EngineState:
        """Where the engine process stands."""
        return self._state.state

    @property
    def device(self) -> str:
        """The device in use, e.g. "CPU"; empty until the engine is ready."""
        return self._state.device

    @property
    def last_state(self) -> StateChanged:
        """The last announcement of the engine, with its sentence."""
        return self._state

    def start(self) -> None:
        """Start the engine process in the background."""
        if not (self._started or self._closed):
            self._started = True
            self._engine.start(self._arrived.emit)

    def load(self, page: PageRef) -> int:
        """Ask for the page alone; returns the request's id."""
        return self._engine.load(page)

    def see(self, request: AnalysisRequest) -> int:
        """Ask for the picture that a model would get; returns the request's id."""
        return self._engine.see(request)

    def analyse(self, request: AnalysisRequest, lane: Lane = Lane.INTERACTIVE) -> int:
        """Ask for an analysis; returns the request's id."""
        return self._engine.analyse(request, lane)

    def cancel(self, request_id: int) -> None:
        """Drop one request."""
        self._engine.cancel(request_id)

    def cancel_all(self) -> None:
        """Drop everything."""
        self._engine.cancel_all()

    def restart(self, options: EngineOptions) -> None:
        """Start a new process with other options."""
        self._engine.restart(options)

    def close(self) -> None:
        """End the engine; nothing is announced after this."""
        if not self._closed:
            self._closed = True
            self._engine.close()

    def _on_arrived(self, event: EngineEvent) -> None:
        if self._closed:  # events that were posted before the close still come in
            return
        match event:
            case StateChanged():
                self._state = event
                self.state_changed.emit(event)
            case PageLoaded():
                self.page_loaded.emit(event)
            case AnalysisAdvanced():
                self.analysis_advanced.emit(event)
            case PictureSeen():
                self.picture_seen.emit(event)
            case RequestFailed():
                self.request_failed.emit(event)
            case RequestDropped():
                self.request_dropped.emit(event)
