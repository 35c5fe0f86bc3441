"""The way from a request to its analysis, with reading and models made up."""

import threading
from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.analysis import (
    Analysis,
    AnalysisRequest,
    Caution,
    DeviceChoice,
    Explanation,
    ModelInfo,
    Prediction,
    Quality,
    Stage,
    Status,
    Trust,
)
from ecgdesk.core.card import Card, CropPolicy, Preprocessing
from ecgdesk.core.errors import CancelledError, ExplanationError, ModelPackError, UnreadableFileError
from ecgdesk.core.figures import percent_text
from ecgdesk.core.geometry import Crop, Rect, Size
from ecgdesk.core.page import Page, PageRef
from ecgdesk.engine.analyst import PageAnalyst, Tools
from ecgdesk.engine.checking import Outline, as_in
from ecgdesk.engine.pages import PageDesk, Pixels, Reader, Timing
from ecgdesk.engine.stages import Advance, PageStage, Poll, Readiness, Step
from ecgdesk.engine.vision import Glance, HeatMap, KnownModel, Terms
from ecgdesk.explain.rationale import Facts
from ecgdesk.models.preprocess import to_picture

SIZE = (100, 80)
FRAME = Crop(Rect(10, 20, 90, 70), origin="frame")
REFUSAL = Caution("not-an-ecg", "No ECG was found on this page.", "Choose another.")


def card(policy: CropPolicy = "tracing") -> Card:
    return Card.model_validate({
        "schema": 1, "id": "m", "name": "M", "description": "", "architecture": "own",
        "classes": [{"id": i, "name": i, "short": i} for i in "ab"],
        "preprocessing": Preprocessing(width=8, height=8, crop_policy=policy), "licence": "MIT",
        "created": datetime.now(UTC),
    })  # fmt: skip


class FakeSight:
    device = "CPU"
    prediction = Prediction({"a": 0.7, "b": 0.3}, "a", ("a",), uncertain=False)

    def __init__(
        self, cautions: tuple[Caution, ...] = (), novelty: float | None = None, unread: str = ""
    ) -> None:
        self.cautions = cautions
        self.terms: list[Terms] = []
        self.prediction = replace(self.prediction, novelty=novelty, unread=unread)

    def heat(self, target: str, crop_size: Size, terms: Terms) -> HeatMap:
        if target not in self.prediction.probabilities:
            raise ExplanationError(f"There is no class {target} to explain.")
        width, height = crop_size
        self.terms.append(terms)
        heat = np.full((height, width), 0.5 if target == "a" else 0.25, dtype=np.float32)
        return HeatMap(heat, "stage4", peak=3.0, passes=7)


class FakeVision:
    """Counts forward passes; `broken` packs cannot be read."""

    def __init__(self, policy: CropPolicy = "tracing", cautions: tuple[Caution, ...] = ()) -> None:
        self.passes: list[tuple[str, tuple[int, ...]]] = []
        self._policy, self._cautions = policy, cautions
        self.asked, self.held = threading.Event(), threading.Event()
        self.held.set()
        self.trouble: Exception | None = None
        self.novelty: float | None = None
        self.unread = ""

    def prepare(self) -> Readiness:
        return Readiness("CPU")

    def known(self, model: str) -> KnownModel:
        if model == "broken":
            raise ModelPackError("broken is damaged.", "Get it again.")
        return KnownModel(card(self._policy), ModelInfo(model, "M", model * 3, {"a": "A", "b": "B"}))

    def look(self, glance: Glance, poll: Poll, timing: Timing) -> FakeSight:
        poll()
        self.asked.set()
        self.held.wait(5)
        if self.trouble is not None:
            raise self.trouble
        timing["forward"] = 1.0
        self.passes.append((glance.model, glance.crop.shape))
        return FakeSight(self._cautions, self.novelty, self.unread)


class Bench:
    """An analyst on fakes, with its counters at hand."""

    def __init__(
        self, vision: FakeVision | None = None, quality: Quality | None = None, share: float = 0.0
    ) -> None:
        self.vision = vision or FakeVision()
        self.loads = 0
        self.policies: list[CropPolicy] = []
        self.asked_outside: list[Rect] = []
        self.told_record: list[bool] = []
        self._quality = quality or Quality(Trust.GREEN)
        self._share = share
        self.turned: Crop | None = None
        reader = Reader(
            self._load, self._propose, lambda pixels, crop, area: self._quality,
            lambda pixels, crop, *_: self.turned if crop.rotation_deg == 0 else None,
        )  # fmt: skip
        tools = Tools(self._cut, self._say, self._outside)
        self.analyst = PageAnalyst(PageDesk(reader), self.vision, tools)

    def _load(self, ref: PageRef) -> Page:
        if ref.path.name == "bad.png":
            raise UnreadableFileError("bad.png is empty.")
        self.loads += 1
        noise = np.random.default_rng(5).integers(0, 255, (*SIZE[::-1], 3), dtype=np.uint8)
        return Page(ref, noise, 1, f"sha of {ref.path.name}")

    def _propose(self, pixels: Pixels, policy: CropPolicy) -> Crop:
        self.policies.append(policy)
        return FRAME if policy == "tracing" else Crop(Rect(0, 0, *SIZE), origin="whole")

    def _cut(self, pixels: Pixels, crop: Crop) -> Pixels:
        x0, y0, x1, y1 = crop.rect.rounded()
        return pixels[y0:y1, x0:x1]

    def _say(self, card: Card, prediction: object, explanation: object, facts: Facts) -> str:
        self.told_record.append(facts.track_record)
        return "Because."

    def _outside(self, explanation: Explanation, tracing: Rect, picture: Outline = ()) -> float:
        self.asked_outside.append(tracing)
        return self._share

    def steps(self, request: AnalysisRequest, poll: Poll = lambda: None) -> Generator[Step]:
        return self.analyst.stages(request, poll)

    def final(self, request: AnalysisRequest) -> Advance:
        *_, last = self.steps(request)
        assert isinstance(last, Advance)
        assert last.final
        return last


@pytest.fixture
def page(tmp_path: Path) -> PageRef:
    (tmp_path / "a.png").touch()
    return PageRef(tmp_path / "a.png")


def test_three_stages_each_whole(page: PageRef) -> None:
    first, second, third = Bench(share=0.04).steps(AnalysisRequest(page, "m"))
    assert isinstance(first, PageStage)
    assert first.crop == FRAME
    assert isinstance(second, Advance)
    assert not second.final
    classified = second.analysis
    assert (classified.stage, classified.status) == (Stage.CLASS, Status.OK)
    assert classified.prediction is not None
    assert classified.explanation is not None
    assert classified.explanation.heat.shape == (50, 80)
    assert classified.explanation.placement == FRAME.rect
    assert (classified.explanation.layer, classified.explanation.target) == ("stage4", "a")
    assert classified.explanation.outside_trace_share is None
    assert (classified.rationale, classified.device) == ("Because.", "CPU")
    assert classified.model is not None
    assert classified.file_sha256 == "sha of a.png"
    assert {"load", "crop", "quality", "forward", "explain"} <= set(classified.timing_ms)
    assert isinstance(third, Advance)
    assert third.final
    assert third.analysis.explanation is not None
    assert third.analysis.explanation.outside_trace_share == 0.04
    assert third.analysis.explanation.heat is classified.explanation.heat
    assert third.analysis.measurements is None


@pytest.mark.parametrize(("until", "stages"), [(Stage.PAGE, 2), (Stage.CLASS, 2), (Stage.CHECKS, 3)])
def test_it_goes_as_far_as_it_is_asked(page: PageRef, until: Stage, stages: int) -> None:
    bench = Bench()
    steps = list(bench.steps(AnalysisRequest(page, "m", until=until)))
    assert len(steps) == stages
    assert isinstance(steps[-1], Advance)
    assert steps[-1].analysis.stage is until
    assert [s.final for s in steps if isinstance(s, Advance)][-1]
    assert len(bench.vision.passes) == (until is not Stage.PAGE)


def test_a_page_the_wrong_way_up_is_classified_as_it_is_once_turned(page: PageRef) -> None:
    bench, turned = Bench(), replace(FRAME, rotation_deg=180.0, rect=Rect(0, 0, 40, 30))
    bench.turned = turned
    first, second, *_ = bench.steps(AnalysisRequest(page, "m"))
    assert isinstance(first, PageStage)
    assert first.crop == turned
    assert isinstance(second, Advance)
    assert second.analysis.crop == turned
    assert bench.vision.passes[-1][1][:2] == (30, 40)


def test_a_refused_page_gets_no_class(page: PageRef) -> None:
    bench = Bench(quality=Quality(Trust.REFUSED, (REFUSAL,)))
    analysis = bench.final(AnalysisRequest(page, "m")).analysis
    assert (analysis.status, analysis.trust) == (Status.REFUSED, Trust.REFUSED)
    assert analysis.reason == "No ECG was found on this page. Choose another."
    assert analysis.prediction is None
    assert not bench.vision.passes


def test_the_picture_of_a_crop_is_exactly_what_preprocessing_gives(page: PageRef) -> None:
    bench = Bench()
    crop = Crop(Rect(10, 20, 90, 80), origin="user")
    asked = AnalysisRequest(page, "m", crop)
    shown = bench.analyst.see(asked, lambda: None).pixels
    settings = bench.vision.known("m").card.preprocessing
    pixels = bench.analyst.load(page, "m", lambda: None).page.pixels
    assert np.array_equal(shown, to_picture(bench._cut(pixels, crop), settings))
    assert (bench.loads, bench.vision.passes) == (1, [])


def test_the_models_crop_policy_is_used_and_a_given_crop_goes_before_it(page: PageRef) -> None:
    bench = Bench(FakeVision("whole"))
    assert bench.final(AnalysisRequest(page, "m")).analysis.crop == Crop(Rect(0, 0, *SIZE), origin="whole")
    own = Crop(Rect(1, 2, 31, 22))
    assert bench.final(AnalysisRequest(page, "m", own)).analysis.crop == own
    assert bench.vision.passes[-1] == ("m", (20, 30, 3))


def test_another_target_needs_neither_decoding_nor_a_forward_pass(page: PageRef) -> None:
    bench = Bench()
    bench.final(AnalysisRequest(page, "m"))
    again = bench.final(AnalysisRequest(page, "m", target="b")).analysis
    assert again.explanation is not None
    assert (again.explanation.target, float(again.explanation.heat[0, 0])) == ("b", 0.25)
    assert (bench.loads, len(bench.vision.passes)) == (1, 1)


@pytest.mark.parametrize(
    "change",
    [{"crop": Crop(Rect(1, 2, 31, 22))}, {"model": "n"}, {"method": None}, {"device": DeviceChoice.CPU}],
)
def test_another_crop_model_or_method_needs_another_pass(page: PageRef, change: dict[str, object]) -> None:
    bench = Bench()
    bench.final(AnalysisRequest(page, "m"))
    bench.final(replace(AnalysisRequest(page, "m"), **change))
    assert (bench.loads, len(bench.vision.passes)) == (1, 2)


def test_a_ready_model_runs_while_the_page_is_judged_and_a_page_never_waits_for_it(page: PageRef) -> None:
    bench = Bench()
    bench.analyst.warm_up()
    bench.vision.held.clear()
    steps = bench.steps(AnalysisRequest(page, "m"))
    assert isinstance(next(steps), PageStage)
    assert bench.vision.asked.wait(5)  # it runs already
    bench.vision.held.set()
    assert isinstance(next(steps), Advance)
    assert len(bench.vision.passes) == 1


def test_nothing_runs_ahead_where_only_the_page_is_wanted(page: PageRef) -> None:
    bench = Bench()
    bench.analyst.warm_up()
    list(bench.steps(AnalysisRequest(page, "m", until=Stage.PAGE)))
    assert not bench.vision.asked.is_set()


def test_a_refused_page_gets_no_class_from_a_model_that_ran_ahead(page: PageRef) -> None:
    bench = Bench(quality=Quality(Trust.REFUSED, (REFUSAL,)))
    bench.analyst.warm_up()
    assert bench.final(AnalysisRequest(page, "m")).analysis.prediction is None


def test_what_goes_wrong_ahead_is_said_after_the_page(page: PageRef) -> None:
    bench = Bench()
    bench.analyst.warm_up()
    bench.vision.trouble = ModelPackError("The weights do not fit.")
    steps = bench.steps(AnalysisRequest(page, "m"))
    assert isinstance(next(steps), PageStage)
    with pytest.raises(ModelPackError, match="do not fit"):
        next(steps)


def test_no_explanation_is_made_where_none_is_wanted(page: PageRef) -> None:
    analysis = Bench().final(AnalysisRequest(page, "m", method=None)).analysis
    assert analysis.explanation is None
    assert analysis.prediction is not None


def test_the_class_stays_when_its_explanation_fails(page: PageRef) -> None:
    analysis = Bench().final(AnalysisRequest(page, "m", target="zebra")).analysis
    assert analysis.status is Status.OK
    assert analysis.prediction is not None
    assert analysis.explanation is None
    assert [c.problem for c in analysis.cautions] == ["There is no class zebra to explain."]


def test_a_page_is_shown_even_when_its_model_is_broken(page: PageRef) -> None:
    steps = Bench().steps(AnalysisRequest(page, "broken"))
    assert isinstance(next(steps), PageStage)
    with pytest.raises(ModelPackError, match="damaged"):
        next(steps)


def test_an_unreadable_page_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="empty"):
        next(Bench().steps(AnalysisRequest(PageRef(tmp_path / "bad.png"), "m")))


@pytest.mark.parametrize(("share", "warned"), [(0.05, False), (0.10, False), (0.11, True), (0.8, True)])
def test_evidence_outside_the_tracing_is_warned_of(page: PageRef, share: float, warned: bool) -> None:
    analysis = Bench(share=share).final(AnalysisRequest(page, "m")).analysis
    assert ["outside-trace" in c.code for c in analysis.cautions] == [True] * warned
    if warned:
        assert percent_text(share) in analysis.cautions[0].problem


@pytest.mark.parametrize(
    ("crop", "trust", "novelty", "told"),
    [
        (None, Trust.GREEN, 0.4, True),
        (None, Trust.AMBER, 0.4, False),
        (None, Trust.GREEN, 1.2, False),
        (FRAME.with_rect(Rect(10, 20, 60, 70)), Trust.GREEN, 0.4, False),
        (replace(FRAME, masks=(Rect(40, 40, 60, 60),)), Trust.GREEN, 0.4, False),
        (replace(FRAME, masks=(Rect(0, 0, 60, 15),)), Trust.GREEN, 0.4, True),
    ],
    ids=[
        "like a test page",
        "a caution",
        "unlike the training pages",
        "the user's crop",
        "hidden parts",
        "a mask beside the crop",
    ],
)
def test_the_record_on_test_pages_is_told_only_of_pages_read_like_them(
    page: PageRef, crop: Crop | None, trust: Trust, novelty: float, told: bool
) -> None:
    bench = Bench(FakeVision(), Quality(trust))
    bench.vision.novelty = novelty
    bench.final(AnalysisRequest(page, "m", crop))
    assert set(bench.told_record) == {told}


def test_the_tracing_area_is_compared_on_the_page_as_the_crop_turns_it(page: PageRef) -> None:
    bench = Bench()
    bench.final(AnalysisRequest(page, "m", Crop(Rect(0, 0, 80, 100), rotation_deg=90.0)))
    (asked,) = bench.asked_outside
    # A quarter turn clockwise: what was at the bottom is at the left.
    assert asked.rounded() == (80 - 70, 10, 80 - 20, 90)
    assert as_in(FRAME, FRAME, SIZE) is FRAME.rect


def test_cautions_of_page_and_device_stand_together(page: PageRef) -> None:
    blur, device = Caution("blur", "It is blurred."), Caution("device-memory", "Too small.")
    bench = Bench(FakeVision(cautions=(device,)), Quality(Trust.AMBER, (blur,)))
    assert bench.final(AnalysisRequest(page, "m")).analysis.cautions == (blur, device)


def novel(page: PageRef, novelty: float | None, quality: Quality) -> Analysis:
    bench = Bench(quality=quality)
    bench.vision.novelty = novelty
    return bench.final(AnalysisRequest(page, "m")).analysis


def test_a_page_unlike_the_training_pages_is_amber_and_says_so(page: PageRef) -> None:
    analysis = novel(page, 1.01, Quality(Trust.GREEN, figures={"contrast": 90.0}))
    assert analysis.trust is Trust.AMBER
    assert analysis.quality is not None
    assert analysis.quality.figures == {"contrast": 90.0, "novelty": 1.01}
    assert [caution.code for caution in analysis.cautions] == ["unlike-training"]
    assert analysis.quality.cautions == analysis.cautions
    assert "Do not rely on the class" in analysis.cautions[0].advice


def test_leads_that_were_not_read_well_are_told_with_what_to_do(page: PageRef) -> None:
    bench = Bench()
    bench.vision.unread = "Parts of the traces could not be read."
    found = bench.final(AnalysisRequest(page, "m")).analysis
    (caution,) = found.cautions
    assert (caution.code, caution.problem) == ("leads-unread", "Parts of the traces could not be read.")
    assert "corners" in caution.advice
    assert found.quality is not None
    assert (found.quality.trust, found.quality.cautions) == (Trust.AMBER, (caution,))
    assert "novelty" not in found.quality.figures


def test_a_page_like_the_training_pages_stays_green(page: PageRef) -> None:
    analysis = novel(page, 1.0, Quality(Trust.GREEN))
    assert (analysis.trust, analysis.cautions) == (Trust.GREEN, ())
    assert analysis.quality is not None
    assert analysis.quality.figures == {"novelty": 1.0}


def test_a_model_that_cannot_tell_says_nothing(page: PageRef) -> None:
    quality = Quality(Trust.GREEN, figures={"contrast": 90.0})
    assert novel(page, None, quality).quality == quality


def test_an_unlike_page_keeps_its_other_cautions(page: PageRef) -> None:
    blur = Caution("blur", "It is blurred.")
    analysis = novel(page, 3.0, Quality(Trust.AMBER, (blur,)))
    assert [caution.code for caution in analysis.cautions] == ["blur", "unlike-training"]


def test_cancel_is_asked_between_all_steps(page: PageRef) -> None:
    polls: list[int] = []
    list(Bench().steps(AnalysisRequest(page, "m"), lambda: polls.append(1)))
    assert len(polls) >= 6
    for allowed in range(len(polls)):
        left = iter([None] * allowed)

        def poll(left: object = left) -> None:
            if next(left, "stop") == "stop":  # type: ignore[call-overload]
                raise CancelledError("stop")

        with pytest.raises(CancelledError):
            list(Bench().steps(AnalysisRequest(page, "m"), poll))


def test_no_class_is_stated_of_a_page_that_seems_upside_down(page: PageRef) -> None:
    turned = Quality(Trust.AMBER, (Caution("upside-down", "This page seems to be upside down."),))
    bench = Bench(quality=turned)
    analysis = bench.final(AnalysisRequest(page, "m")).analysis
    assert analysis.prediction is not None
    assert (analysis.prediction.label, analysis.prediction.uncertain) == (None, True)
    assert analysis.prediction.probabilities
    placed = bench.final(AnalysisRequest(page, "m", crop=Crop(Rect(1, 1, 50, 40), origin="user"))).analysis
    assert placed.prediction is not None
    assert placed.prediction.label is not None
