"""Forward passes on a thread of their own, so that a page is judged and shown while its model runs."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.geometry import Crop
from ecgdesk.core.page import Page
from ecgdesk.engine.pages import Pixels, Timing, clocked
from ecgdesk.engine.stages import Poll
from ecgdesk.engine.vision import Glance, Sight, Vision


@dataclass(frozen=True, slots=True)
class Look:
    """A finished forward pass and what its steps took; nothing when an earlier one could serve again."""

    sight: Sight
    timing: Timing


class Looker:
    """Looks at one crop after another; the last look serves again for another target."""

    def __init__(self, vision: Vision, cut: Callable[[Pixels, Crop], Pixels]) -> None:
        self._vision = vision
        self._cut = cut
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="look")
        self._last: tuple[tuple[object, ...], Sight] | None = None

    def begin(self, request: AnalysisRequest, page: Page, crop: Crop, poll: Poll) -> Future[Look]:
        """Start looking; the future raises EcgdeskError, or CancelledError from `poll`."""
        return self._thread.submit(self._look, request, page, crop, poll)

    def _look(self, request: AnalysisRequest, page: Page, crop: Crop, poll: Poll) -> Look:
        poll()
        pack = self._vision.known(request.model).info.sha256
        key = (page.sha256, page.ref.number, crop, pack, request.method, request.device)
        if self._last is not None and self._last[0] == key:
            return Look(self._last[1], {})
        self._last = None  # its memory is free before the next pass needs some
        timing: Timing = {}
        with clocked(timing, "cut"):
            pixels = self._cut(page.pixels, crop)
        glance = Glance(request.model, pixels, request.method, request.device)
        sight = self._vision.look(glance, poll, timing)
        self._last = key, sight
        return Look(sight, timing)
