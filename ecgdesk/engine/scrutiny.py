"""The last part of stage 3: the heat map is put to the test, and a light says how it stood it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ecgdesk.core.analysis import Analysis, AnalysisRequest, Caution, Explanation
from ecgdesk.core.constants import JITTER_SHARE
from ecgdesk.core.errors import CancelledError, EcgdeskError
from ecgdesk.core.geometry import Crop
from ecgdesk.core.methods import METHODS
from ecgdesk.core.tracing import PageReading
from ecgdesk.engine.drawing import leads_in
from ecgdesk.engine.looking import Looker
from ecgdesk.engine.pages import PageDesk, Timing, clocked
from ecgdesk.engine.stages import Poll
from ecgdesk.engine.vision import Terms, Trial
from ecgdesk.explain.verdict import verdict

Examine = Callable[[Trial, Poll], Mapping[str, float]]
"""Returns the figures of an exam by name; raises EcgdeskError, CancelledError among them."""

_ALL_WAYS: Final = ((1, 0), (-1, 0), (0, 1), (0, -1))
_ONE_WAY: Final = ((1, 1),)


@dataclass(frozen=True, slots=True)
class Scrutiny:
    """Examines the heat map of an analysis; without `examine` none can be."""

    desk: PageDesk
    looker: Looker
    examine: Examine | None

    def possible(self, checked: Analysis) -> bool:
        """Return whether there is a heat map to examine, and not one that shows nothing of a class."""
        explanation = checked.explanation
        if explanation is None or self.examine is None or explanation.peak <= 0:
            return False
        method = METHODS.get(explanation.method)
        return method is not None and not method.expert

    def examined(self, request: AnalysisRequest, checked: Analysis, poll: Poll) -> Analysis:
        """Return the analysis with the figures of the exam, the light and its sentence."""
        explanation, crop = checked.explanation, checked.crop
        if explanation is None or crop is None or self.examine is None:
            return checked
        timing: Timing = dict(checked.timing_ms)
        with clocked(timing, "exam"):
            try:
                trial = self._trial(request, explanation, crop, checked.reading, poll)
                figures = self.examine(trial, poll)
            except CancelledError:
                raise
            except EcgdeskError as error:
                caution = Caution(error.code, error.problem, error.advice)
                return replace(checked, cautions=(*checked.cautions, caution))
        unlike = checked.prediction is not None and checked.prediction.unlike_training
        said = verdict(figures, explanation.outside_trace_share, unlike=unlike)
        told: dict[str, float | str | bool | None] = {**figures, "failed": ", ".join(said.failed)}
        explanation = replace(explanation, checks=told, light=said.light, verdict=said.sentence)
        return replace(checked, explanation=explanation, timing_ms=timing)

    def _trial(
        self, request: AnalysisRequest, explanation: Explanation, crop: Crop, reading: PageReading | None,
        poll: Poll,
    ) -> Trial:  # fmt: skip
        page = self.desk.page(request.page)
        request = replace(request, method=explanation.method)
        glance = self.looker.glance(request, page, crop, poll, {})
        # Methods of many passes are tried once only: each trial costs as much as the map itself.
        ways = _ALL_WAYS if METHODS[explanation.method].one_pass else _ONE_WAY
        shifted = []
        for across, down in ways:
            poll()
            right, below = across * JITTER_SHARE, down * JITTER_SHARE
            moved = crop.rect.moved(right * crop.rect.width, below * crop.rect.height)
            there = self.looker.glance(request, page, replace(crop, rect=moved), poll, {})
            shifted.append((right, below, there))
        leads = leads_in(reading, crop) if reading is not None else ()
        return Trial(
            glance, explanation.target, explanation.heat, Terms(leads, request.layer, poll), tuple(shifted)
        )
