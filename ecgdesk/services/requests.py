"""What is asked of the engine for a page, from what the user chose."""

from dataclasses import replace

from ecgdesk.core.analysis import AnalysisRequest, Stage
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.marks import marks_on
from ecgdesk.core.page import PageRef
from ecgdesk.core.tracing import Given
from ecgdesk.services.entry import Entry
from ecgdesk.services.models import Models
from ecgdesk.services.session import Session
from ecgdesk.services.settings import SettingsStore


class RequestMaker:
    """Callable: page → request, or None while there is no model to ask."""

    def __init__(self, session: Session, settings: SettingsStore, models: Models) -> None:
        self._session, self._settings, self._models = session, settings, models

    def __call__(self, page: PageRef) -> AnalysisRequest | None:
        """Return the request for an open page."""
        entry, model, settings = self._session.get(page), self._models.chosen, self._settings.values
        if entry is None or model is None:
            return None
        return AnalysisRequest(
            page=page,
            model=model.id,
            crop=self._crop(entry),
            given=self._given(entry),
            device=settings.device,
            method=self._method(model.methods) if settings.explain else None,
            target=entry.target if entry.target in model.classes else None,
            layer=entry.layer,
            examine=settings.explain and settings.examine != "never",
        )

    def in_batch(self, page: PageRef) -> AnalysisRequest | None:
        """Return the request for a page among many: it is measured and examined only where that is wanted."""
        request, settings = self(page), self._settings.values
        if request is None:
            return None
        examine = request.examine and settings.examine == "all"
        until = Stage.CHECKS if settings.measure_batches or examine else Stage.CLASS
        return replace(request, examine=examine, until=until)

    def _method(self, known: tuple[str, ...]) -> str:
        wanted = self._settings.values.method
        return wanted if wanted in known else known[0]

    def _given(self, entry: Entry) -> Given:
        crop = self._crop(entry) or entry.proposed
        if crop is None or entry.size is None:
            return entry.marks.given
        return marks_on(entry.marks, crop, entry.size).given

    def _crop(self, entry: Entry) -> Crop | None:
        if entry.crop is not None or self._settings.values.crop == "model" or entry.size is None:
            return entry.crop
        width, height = entry.size
        return Crop(Rect(0, 0, width, height), origin="whole")
