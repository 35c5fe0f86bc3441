"""The one way from a request to its analysis, in three stages, each whole."""

from collections.abc import Callable, Generator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Final

from ecgdesk.core.analysis import (
    Analysis,
    AnalysisRequest,
    Caution,
    Explanation,
    Prediction,
    Quality,
    Stage,
    Status,
    Trust,
)
from ecgdesk.core.card import Card, CropPolicy
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.core.sentence import say
from ecgdesk.engine.checking import Checker, Outside, ReadPage, read_nothing
from ecgdesk.engine.drawing import Drawing, drawn, is_slow, leads_in, needs_leads
from ecgdesk.engine.looking import Look, Looker
from ecgdesk.engine.pages import PageDesk, Pixels, Timing, clocked
from ecgdesk.engine.reading_once import ReadTraces
from ecgdesk.engine.scrutiny import Examine, Scrutiny
from ecgdesk.engine.stages import Advance, PageStage, Picture, Poll, Readiness, Step
from ecgdesk.engine.vision import KnownModel, Terms, Vision
from ecgdesk.explain.rationale import Facts
from ecgdesk.models.predict import UNREAD_NOVELTY
from ecgdesk.models.predict import with_novelty as without_class
from ecgdesk.reading.cleared import cleared, is_doubted

UPSIDE_DOWN: Final = "upside-down"
DEFAULT_POLICY: Final[CropPolicy] = "tracing"
UNLIKE_TRAINING: Final = Caution(
    "unlike-training",
    "This page is unlike the pages this model was trained on.",
    "Do not rely on the class: use a model that was trained on pages like this one.",
)

_READ_BETTER: Final = say(
    "Do not rely on the class: scan the sheet flat and whole, or set corners, scale and leads by hand."
)


@dataclass(frozen=True, slots=True)
class Tools:
    """The functions of the floors below that come in after a page is read.

    `cut` gives the masked crop; `say` the rationale, its last argument what else is known; `outside` the
    share of an explanation that lies outside a tracing area on the straightened page, None when it cannot be
    said; `read` reads and measures the leads of a crop, `trace` only reads them, for a model that is given
    leads; `examine` puts a heat map to the test on the model that made it.
    """

    cut: Callable[[Pixels, Crop], Pixels]
    say: Callable[[Card, Prediction, Explanation | None, Facts], str]
    outside: Outside
    read: ReadPage = read_nothing
    trace: ReadTraces | None = None
    examine: Examine | None = None


class PageAnalyst:
    """Reads, classifies, explains and checks one page after another; used on one thread."""

    def __init__(self, desk: PageDesk, vision: Vision, tools: Tools) -> None:
        self._desk = desk
        self._vision = vision
        self._tools = tools
        self._looker = Looker(vision, tools.cut, tools.trace)
        self._checker = Checker(desk, tools.read, tools.outside)
        self._scrutiny = Scrutiny(desk, self._looker, tools.examine)
        self._models_ready = False

    def warm_up(self) -> Readiness:
        """Prepare the models."""
        readiness = self._vision.prepare()
        self._models_ready = readiness.usable
        return readiness

    def load(self, page: PageRef, model: str | None, poll: Poll) -> PageStage:
        """Return stage 1, with the crop policy of the model if one is named and can be read."""
        return self._desk.stage(page, None, self._policy(model), poll)

    def see(self, request: AnalysisRequest, poll: Poll) -> Picture:
        """Return what the request's model would get of its crop; leads are read as for the model itself."""
        policy = self._policy(request.model)
        page, crop = self._desk.placed(request.page, request.crop, policy, poll, {})
        return Picture(self._looker.picture(request, page, crop, poll))

    def stages(self, request: AnalysisRequest, poll: Poll) -> Generator[Step]:
        """Yield stage 1, then class and heat map, then checks; a refused page gets no class."""
        timing: Timing = {}
        policy = self._policy(request.model)
        page, crop = self._desk.placed(request.page, request.crop, policy, poll, timing)
        ahead = self._look_ahead(request, page, crop, poll)
        settled, quality = self._desk.settled(
            request.page, crop, policy, timing, given=request.crop is not None
        )
        if settled != crop:
            crop, ahead = settled, None  # the look ahead was at a page the wrong way up
        yield PageStage(page, crop, quality)
        poll()
        known = self._vision.known(request.model)
        read = _read(request, page, crop, quality, known, timing)
        if read.status is Status.REFUSED or request.until is Stage.PAGE:
            yield Advance(read, final=True)
            return
        read = self._undoubted(request, read, poll)
        look = (ahead or self._looker.begin(request, page, crop, poll)).result()
        if is_slow(request):
            yield Advance(self._classified(read, known, look, Drawing()), final=False)
        classified = self._explained(request, read, known, look, poll)
        yield Advance(classified, final=request.until is Stage.CLASS)
        if request.until is Stage.CHECKS:
            poll()
            yield from self._checked(request, known.card, classified, poll)

    def _undoubted(self, request: AnalysisRequest, read: Analysis, poll: Poll) -> Analysis:
        """Return what is known of a page without the doubts that its leads dispel; it reads them for that.

        The class waits for that: of a page that seems upside down none would be said.
        """
        if read.quality is None or read.crop is None or not is_doubted(read.quality):
            return read
        timing: Timing = dict(read.timing_ms)
        with clocked(timing, "doubts"):
            reading = self._checker.reading(request.page, read.crop, poll, request.given)
        quality = cleared(read.quality, reading)
        return replace(read, quality=quality, cautions=quality.cautions, timing_ms=timing)

    def _checked(
        self, request: AnalysisRequest, card: Card, classified: Analysis, poll: Poll
    ) -> Generator[Step]:
        """Yield what was read from the page, and then, if it is wanted, how the heat map stood its exam."""
        checked = self._reasoned(card, self._checker.checked(classified, poll, request.given))
        examined = request.examine and self._scrutiny.possible(checked)
        yield Advance(checked, final=not examined)
        if examined:
            yield Advance(self._scrutiny.examined(request, checked, poll), final=True)

    def _reasoned(self, card: Card, checked: Analysis) -> Analysis:
        """Return the analysis with a rationale that knows what was read from the page."""
        if checked.prediction is None:
            return checked
        told = _read_like_test_pages(checked.crop, checked.quality)
        doubted = checked.reading is not None and checked.reading.contradicts_itself
        measured = None if doubted else checked.measurements
        facts = Facts(checked.reading, measured, told)
        return replace(
            checked, rationale=self._tools.say(card, checked.prediction, checked.explanation, facts)
        )

    def _look_ahead(
        self, request: AnalysisRequest, page: Page, crop: Crop, poll: Poll
    ) -> Future[Look] | None:
        """Let the model run while the page is judged and sent; a page never waits for models to come up."""
        if request.until is Stage.PAGE or not self._models_ready:
            return None
        return self._looker.begin(request, page, crop, poll)

    def _policy(self, model: str | None) -> CropPolicy:
        if model is None:
            return DEFAULT_POLICY
        try:
            return self._vision.known(model).card.preprocessing.crop_policy
        except EcgdeskError:  # the page is shown all the same; the analysis says what is wrong
            return DEFAULT_POLICY

    def _explained(
        self, request: AnalysisRequest, read: Analysis, known: KnownModel, look: Look, poll: Poll
    ) -> Analysis:
        poll()
        with clocked(look.timing, "explain"):
            leads: tuple[Rect, ...] = ()
            if needs_leads(request) and read.crop is not None:
                reading = self._checker.reading(request.page, read.crop, poll, request.given)
                leads = leads_in(reading, read.crop)
            drawing = drawn(request, read.crop, look.sight, Terms(leads, request.layer, poll))
        return self._classified(read, known, look, drawing)

    def _classified(self, read: Analysis, known: KnownModel, look: Look, drawing: Drawing) -> Analysis:
        timing: Timing = {**read.timing_ms, **look.timing}
        prediction, explanation = _as_it_stands(look.sight.prediction, read), drawing.explanation
        quality, unlike = with_novelty(read.quality, prediction)
        with clocked(timing, "rationale"):
            facts = Facts(track_record=_read_like_test_pages(read.crop, quality))
            words = self._tools.say(known.card, prediction, explanation, facts)
        return replace(
            read, stage=Stage.CLASS, device=look.sight.device, prediction=prediction, quality=quality,
            explanation=explanation, rationale=words,
            cautions=(*read.cautions, *unlike, *look.sight.cautions, *drawing.trouble), timing_ms=timing,
        )  # fmt: skip


def _read(
    request: AnalysisRequest, page: Page, crop: Crop, quality: Quality, known: KnownModel, timing: Timing
) -> Analysis:
    """Return the analysis as far as stage 1 goes."""
    refused = quality.trust is Trust.REFUSED
    reason = quality.cautions[0].sentence if refused and quality.cautions else ""
    return Analysis(
        request.page, Status.REFUSED if refused else Status.OK, Stage.PAGE, reason, crop, quality,
        known.info, cautions=quality.cautions, timing_ms=dict(timing), file_sha256=page.sha256,
    )  # fmt: skip


def _as_it_stands(prediction: Prediction, read: Analysis) -> Prediction:
    """Return the prediction; of a page that seems upside down and not placed by hand, no class is said."""
    turned = any(caution.code == UPSIDE_DOWN for caution in read.cautions)
    if not turned or read.crop is None or read.crop.origin == "user":
        return prediction
    return without_class(prediction, max(prediction.novelty or 0.0, UNREAD_NOVELTY), prediction.unread)


def _read_like_test_pages(crop: Crop | None, quality: Quality | None) -> bool:
    """Return whether the program chose the crop, nothing is hidden, and nothing was doubted.

    It was so with a model's test pages.
    """
    trusted = quality is not None and quality.trust is Trust.GREEN
    return trusted and crop is not None and crop.origin != "user" and not _hidden_in(crop)


def _hidden_in(crop: Crop) -> bool:
    """Return whether a mask lies over what the model is given."""
    rect = crop.rect
    return any(
        mask.x0 < rect.x1 and mask.x1 > rect.x0 and mask.y0 < rect.y1 and mask.y1 > rect.y0
        for mask in crop.masks
    )


def with_novelty(
    quality: Quality | None, prediction: Prediction
) -> tuple[Quality | None, tuple[Caution, ...]]:
    """Return the quality with how novel the page is to the model, and the caution where no class is said."""
    if quality is None:
        return quality, ()
    if prediction.novelty is not None:
        quality = replace(quality, figures={**quality.figures, "novelty": prediction.novelty})
    if not prediction.unlike_training:
        return quality, ()
    mark = Caution("leads-unread", prediction.unread, _READ_BETTER) if prediction.unread else UNLIKE_TRAINING
    trust = Trust.AMBER if quality.trust is Trust.GREEN else quality.trust
    return replace(quality, trust=trust, cautions=(*quality.cautions, mark)), (mark,)
