"""Forward passes on a thread of their own, so that a page is judged and shown while its model runs."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.geometry import Crop
from ecgdesk.core.page import Page
from ecgdesk.core.tracing import PageReading
from ecgdesk.engine.pages import Pixels, Timing, clocked
from ecgdesk.engine.reading_once import ReadTraces
from ecgdesk.engine.stages import Poll
from ecgdesk.engine.vision import Glance, Sight, Vision
from ecgdesk.models.preprocess import to_picture
from ecgdesk.models.trace_picture import TracePicture, as_lines, trace_picture


@dataclass(frozen=True, slots=True)
class Look:
    """A finished forward pass and what its steps took; nothing when an earlier one could serve again."""

    sight: Sight
    timing: Timing


class Looker:
    """Looks at one crop after another; the last look serves again for another target."""

    def __init__(
        self, vision: Vision, cut: Callable[[Pixels, Crop], Pixels], read: ReadTraces | None = None
    ) -> None:
        self._vision = vision
        self._cut = cut
        self._read = read
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="look")
        self._last: tuple[tuple[object, ...], Sight] | None = None

    def begin(self, request: AnalysisRequest, page: Page, crop: Crop, poll: Poll) -> Future[Look]:
        """Start looking; the future raises EcgdeskError, or CancelledError from `poll`."""
        return self._thread.submit(self._look, request, page, crop, poll)

    def glance(self, request: AnalysisRequest, page: Page, crop: Crop, poll: Poll, timing: Timing) -> Glance:
        """Return what a model is to look at: the crop, and its traces for one that reads leads."""
        with clocked(timing, "cut"):
            pixels = self._cut(page.pixels, crop)
        return Glance(
            request.model, pixels, request.method, request.device,
            self._traces(request, page, crop, poll, timing),
        )  # fmt: skip

    def picture(self, request: AnalysisRequest, page: Page, crop: Crop, poll: Poll) -> Pixels:
        """Return what a model gets as a picture for people: its exact pixels, or its leads as lines."""
        settings = self._vision.known(request.model).card.preprocessing
        glance = self.glance(request, page, crop, poll, {})
        if glance.traces is not None:
            return as_lines(glance.traces.picture)
        return to_picture(glance.crop, settings)

    def _traces(
        self, request: AnalysisRequest, page: Page, crop: Crop, poll: Poll, timing: Timing
    ) -> TracePicture | None:
        settings = self._vision.known(request.model).card.preprocessing
        if not settings.reads_leads:
            return None
        with clocked(timing, "traces"):
            reading = PageReading()
            if self._read is not None:
                reading = self._read(page.pixels, crop, poll, request.given)
            return trace_picture(reading, settings, crop.rect)

    def _look(self, request: AnalysisRequest, page: Page, crop: Crop, poll: Poll) -> Look:
        poll()
        pack = self._vision.known(request.model).info.sha256
        key = (page.sha256, page.ref.number, crop, request.given, pack, request.method, request.device)
        if self._last is not None and self._last[0] == key:
            return Look(self._last[1], {})
        self._last = None  # its memory is free before the next pass needs some
        timing: Timing = {}
        sight = self._vision.look(self.glance(request, page, crop, poll, timing), poll, timing)
        self._last = key, sight
        return Look(sight, timing)
