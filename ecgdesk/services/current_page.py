"""The page in the middle: its pixels, its analysis, and what happens when its crop changes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from ecgdesk.core.analysis import AnalysisRequest, Stage
from ecgdesk.core.geometry import Crop
from ecgdesk.core.marks import Marks
from ecgdesk.core.page import Page, PageRef
from ecgdesk.engine.protocol import AnalysisAdvanced, PageLoaded, RequestDropped, RequestFailed
from ecgdesk.services.batch import MakeRequest
from ecgdesk.services.engine_service import EngineService
from ecgdesk.services.entry import Entry, EntryStatus, Problem, heat_of
from ecgdesk.services.session import Session

CROP_SETTLES_MS = 350


class CurrentPage(QObject):
    """Keeps the pixels of the shown page only, and its analysis up to date; the latest wish wins."""

    page_arrived = Signal(object)
    """The Page, when other pixels are to be shown than before."""
    page_left = Signal()
    """No pixels are at hand: nothing is shown, or the next page is being read."""
    busy_changed = Signal(bool)
    """An analysis of the shown page runs or has ended."""
    analysing = Signal(object)
    """The page whose result will come from here, so that nobody else need ask for it."""

    def __init__(
        self,
        session: Session,
        engine: EngineService,
        make_request: MakeRequest,
        automatic: Callable[[], bool] = lambda: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._engine, self._make_request = session, engine, make_request
        self._automatic = automatic
        self._page: Page | None = None
        self._request: int | None = None
        self._asked: AnalysisRequest | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(CROP_SETTLES_MS)
        self._settle.timeout.connect(self.analyse)
        session.current_changed.connect(self._on_current_changed)
        engine.page_loaded.connect(self._on_page_loaded)
        engine.analysis_advanced.connect(self._on_advanced)
        engine.request_failed.connect(self._on_failed)
        engine.request_dropped.connect(self._on_dropped)

    @property
    def page(self) -> Page | None:
        """The pixels that are shown."""
        return self._page

    @property
    def entry(self) -> Entry | None:
        """What is known of the shown page."""
        return self._session.get(self._session.current)

    @property
    def crop(self) -> Crop | None:
        """The crop that counts: the user's, the settings', or the proposed one."""
        entry = self.entry
        if entry is None:
            return None
        request = self._make_request(entry.page)
        return (request.crop if request else entry.crop) or entry.proposed

    def sight_of(self, crop: Crop) -> AnalysisRequest | None:
        """Return the request for what the model would get of a crop of the shown page; None without one."""
        entry = self.entry
        request = self._make_request(entry.page) if entry is not None else None
        if request is None:
            return None
        return replace(
            request, crop=crop, method=None, target=None, layer="", examine=False, until=Stage.PAGE
        )

    @property
    def is_busy(self) -> bool:
        """Whether a request of this page is on its way."""
        return self._request is not None

    def edit_crop(self, crop: Crop) -> None:
        """The user moved the crop or a mask: analyse again once it has settled."""
        if self.entry is None:
            return
        page = self.entry.page
        self.analysing.emit(page)
        self._drop_running()
        self._session.set_crop(page, crop)
        self._settle.start()

    def edit_marks(self, marks: Marks) -> None:
        """The user put something on the page: read it again where that changes what is read."""
        entry = self.entry
        if entry is None:
            return
        other = marks.given != entry.marks.given
        if other:
            self.analysing.emit(entry.page)
            self._drop_running()
        self._session.set_marks(entry.page, marks)
        if other:
            self._settle.start()

    def choose_target(self, target: str | None) -> None:
        """Explain another class."""
        if self.entry is not None and self.entry.target != target:
            self._session.set_target(self.entry.page, target)
            self.analyse()

    def choose_layer(self, layer: str) -> None:
        """Show another layer's activation."""
        if self.entry is not None and self.entry.layer != layer:
            self._session.set_layer(self.entry.page, layer)
            self.analyse()

    def analyse(self) -> None:
        """Ask for an analysis of the shown page; a running one is replaced."""
        self._settle.stop()
        entry = self.entry
        if entry is None:
            return
        request = self._make_request(entry.page)
        if request is None:
            self._ask_for_page(entry.page)
            return
        self.analysing.emit(entry.page)
        self._asked = request
        self._begin(self._engine.analyse(request))
        self._session.set_status(entry.page, EntryStatus.RUNNING)

    def look_again(self) -> None:
        """Analyse what has no result of its own yet: a model has been found, or another chosen."""
        entry = self.entry
        if entry is not None and self._automatic() and not entry.is_finished:
            self.analyse()

    def cancel(self) -> None:
        """Drop the running analysis; an older result stays."""
        self._settle.stop()
        self._drop_running()

    def _on_current_changed(self, page: PageRef | None) -> None:
        self._drop_running()
        self._settle.stop()
        self._page = None
        self.page_left.emit()
        if page is None:
            return
        if self._needs_pixels_only(self._session[page]):
            self._ask_for_page(page)
        else:
            self.analyse()

    def _needs_pixels_only(self, entry: Entry) -> bool:
        in_a_batch = entry.status is EntryStatus.RUNNING
        no_result = entry.status in (EntryStatus.REFUSED, EntryStatus.FAILED)
        complete = entry.is_finished and (heat_of(entry.analysis) or no_result)
        return bool(in_a_batch or complete or not self._automatic())

    def _ask_for_page(self, page: PageRef) -> None:
        if self._page is None or self._page.ref != page:
            self._asked = None
            self._begin(self._engine.load(page))

    def _begin(self, request_id: int) -> None:
        self._request = request_id
        self.busy_changed.emit(True)

    def _finish(self) -> None:
        self._request = None
        self.busy_changed.emit(False)

    def _drop_running(self) -> None:
        if self._request is None:
            return
        self._engine.cancel(self._request)
        self._finish()
        if self._asked is not None:
            self._session.rest(self._asked.page)

    def _on_page_loaded(self, event: PageLoaded) -> None:
        if event.request_id != self._request:
            return
        changed = (
            self._page is None or self._page.ref != event.page.ref or self._page.sha256 != event.page.sha256
        )
        page = event.page
        self._session.page_read(page.ref, proposed=event.crop, size=page.size, page_count=page.page_count)
        if self._asked is None:
            self._finish()
        if changed:
            self._page = page
            self.page_arrived.emit(page)
        if self._asked is not None and self._make_request(page.ref) != self._asked:
            # What is asked may depend on the page's size, which is known only now.
            self.analyse()

    def _on_advanced(self, event: AnalysisAdvanced) -> None:
        if event.request_id != self._request:
            return
        if event.final:
            self._finish()
        self._session.set_analysis(event.analysis.page, event.analysis, final=event.final)

    def _on_failed(self, event: RequestFailed) -> None:
        if event.request_id != self._request:
            return
        self._finish()
        self._session.set_error(event.page, Problem(event.code, event.problem, event.advice))

    def _on_dropped(self, event: RequestDropped) -> None:
        if event.request_id == self._request:
            self.cancel()
