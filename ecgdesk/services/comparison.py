"""A second heat map of the shown page, for another class, method or model, asked for beside the first."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.analysis import Analysis, AnalysisRequest, Explanation, Stage
from ecgdesk.engine.protocol import AnalysisAdvanced, Lane, RequestDropped, RequestFailed
from ecgdesk.services.batch import MakeRequest
from ecgdesk.services.engine_service import EngineService
from ecgdesk.services.models import Models
from ecgdesk.services.session import Session


@dataclass(frozen=True, slots=True)
class Other:
    """What the second heat map is of; what is None is as with the first. `beside`: shown side by side."""

    target: str | None = None
    method: str | None = None
    model: str | None = None

    @property
    def beside(self) -> bool:
        """Whether it stands beside the first; another class is shown as a difference."""
        return self.method is not None or self.model is not None


class Comparison(QObject):
    """Keeps the second map in step with the page, its crop and the first map; the latest wish wins."""

    arrived = Signal(object, object)
    """The Explanation, and the Analysis it belongs to."""
    left = Signal()
    """There is no second map: none is wanted, or it is on its way."""
    failed = Signal(str)
    """Why there is none."""

    def __init__(
        self,
        session: Session,
        engine: EngineService,
        make_request: MakeRequest,
        models: Models,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._engine, self._make_request = session, engine, make_request
        self._models = models
        self._other: Other | None = None
        self._shown: Analysis | None = None
        self._asked: AnalysisRequest | None = None
        self._id: int | None = None
        session.entry_changed.connect(lambda _: self._follow())
        session.current_changed.connect(lambda _: self._follow())
        engine.analysis_advanced.connect(self._on_advanced)
        engine.request_failed.connect(self._on_failed)
        engine.request_dropped.connect(self._on_dropped)

    @property
    def other(self) -> Other | None:
        """What is compared with."""
        return self._other

    @property
    def explanation(self) -> Explanation | None:
        """The second map, when it is there."""
        return self._shown.explanation if self._shown else None

    @property
    def analysis(self) -> Analysis | None:
        """The analysis the second map belongs to, when it is there."""
        return self._shown

    def compare_with(self, other: Other | None) -> None:
        """Ask for another second map, or for none."""
        self._other = other
        self._follow()

    def _follow(self) -> None:
        wanted = self._request()
        if wanted == self._asked:
            return
        self._asked, self._shown = wanted, None
        if self._id is not None:
            self._engine.cancel(self._id)
            self._id = None
        self.left.emit()
        if wanted is not None:
            self._id = self._engine.analyse(wanted, Lane.BATCH)

    def _request(self) -> AnalysisRequest | None:
        """Return what to ask for; nothing before the first map is there, so that it never waits."""
        entry = self._session.get(self._session.current)
        if self._other is None or entry is None or entry.stale:
            return None
        if entry.analysis is None or entry.analysis.explanation is None:
            return None
        first, other = self._make_request(entry.page), self._other
        if first is None:
            return None
        target = other.target or entry.analysis.explanation.target
        return replace(
            first, method=other.method or first.method, model=other.model or first.model,
            target=target if self._knows(other.model, target) else None, crop=entry.analysis.crop,
            until=Stage.CLASS, examine=False,
        )  # fmt: skip

    def _knows(self, model: str | None, target: str) -> bool:
        """Return whether another model has the class; its own top class is explained if not."""
        known = next((one.classes for one in self._models.choices if one.id == model), None)
        return known is None or target in known

    def _on_advanced(self, event: AnalysisAdvanced) -> None:
        if event.request_id != self._id or not event.final:
            return
        self._id = None
        analysis: Analysis = event.analysis
        if analysis.explanation is None:
            self.failed.emit(str(analysis.cautions[-1]) if analysis.cautions else "")
            return
        self._shown = analysis
        self.arrived.emit(analysis.explanation, analysis)

    def _on_failed(self, event: RequestFailed) -> None:
        if event.request_id == self._id:
            self._id = None
            self.failed.emit(event.problem)

    def _on_dropped(self, event: RequestDropped) -> None:
        if event.request_id == self._id:
            self._id = self._asked = None
