"""Gets the picture that the model would get from the engine, the only process that reads pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.sentence import joined
from ecgdesk.engine.protocol import PictureSeen, RequestDropped, RequestFailed
from ecgdesk.services.engine_service import EngineService
from ecgdesk.ui.crop.preview import CropPreview
from ecgdesk.ui.i18n import said

if TYPE_CHECKING:
    from ecgdesk.core.card import Preprocessing

SETTLE_MS = 60
"""While a crop is dragged, pictures are asked for no more often than this."""


class PreviewFeed(QObject):
    """Keeps a preview at the latest crop asked for; one request is on its way at a time."""

    def __init__(self, engine: EngineService, preview: CropPreview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._preview = engine, preview
        self._wanted: AnalysisRequest | None = None
        self._shown: AnalysisRequest | None = None
        self._asked: AnalysisRequest | None = None
        self._id: int | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        engine.picture_seen.connect(self._on_seen)
        engine.request_failed.connect(self._on_failed)
        engine.request_dropped.connect(self._on_dropped)

    def show(self, request: AnalysisRequest, preprocessing: "Preprocessing") -> None:
        """Show what the model of a request, fed with `preprocessing`, gets of its crop, soon."""
        if request == (self._wanted or self._asked or self._shown):
            return
        self._wanted = request
        self._preview.expect(preprocessing)
        if not self._settle.isActive():
            self._settle.start()

    def clear(self) -> None:
        """Show nothing, and nothing that is still on its way."""
        self._wanted = self._shown = self._asked = None
        self._settle.stop()
        if self._id is not None:
            self._engine.cancel(self._id)
        self._id = None
        self._preview.clear()

    def _ask(self) -> None:
        if self._wanted is None or self._id is not None:
            return
        self._asked, self._wanted = self._wanted, None
        self._id = self._engine.see(self._asked)

    def _on_seen(self, event: PictureSeen) -> None:
        if event.request_id != self._id:
            return
        self._shown = self._asked
        self._end()
        self._preview.show_picture(event.picture)

    def _on_failed(self, event: RequestFailed) -> None:
        if event.request_id != self._id:
            return
        self._end()
        self._preview.show_problem(said(joined((event.problem, event.advice))))

    def _on_dropped(self, event: RequestDropped) -> None:
        if event.request_id == self._id:
            self._end()

    def _end(self) -> None:
        self._id = self._asked = None
        if self._wanted is not None:
            self._settle.start()
