"""Maps that are slow, and maps that are put to the test, on their way through the engine."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.analysis import AnalysisRequest, Measurements, Stage
from ecgdesk.core.errors import CancelledError, ExplanationError
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.core.tracing import Layout, LeadBox, PageReading
from ecgdesk.engine.analyst import PageAnalyst, Tools
from ecgdesk.engine.pages import PageDesk, Reader
from ecgdesk.engine.stages import Advance, PageStage, Poll
from ecgdesk.engine.vision import Trial
from ecgdesk.explain.verdict import verdict
from tests.engine.test_analyst import Bench

LEADS = (
    LeadBox("I", Rect(10, 20, 50, 45), 0.0, 2.5, 1.0),
    LeadBox("II", Rect(10, 45, 90, 70), 0, 10, 1, True),
)


class ExamBench(Bench):
    """An analyst that reads leads and examines; notes what it was asked."""

    def __init__(self, figures: Mapping[str, float] | Exception, share: float = 0.0) -> None:
        super().__init__(share=share)
        self.trials: list[Trial] = []
        self.readings = 0
        reader = Reader(self._load, self._propose, lambda pixels, crop, area: self._quality)
        self._figures = figures
        tools = Tools(self._cut, self._say, self._outside, self._read, examine=self._examine)
        self.analyst = PageAnalyst(PageDesk(reader), self.vision, tools)

    def _read(self, pixels: object, crop: Crop, poll: Poll) -> tuple[PageReading, Measurements]:
        self.readings += 1
        return PageReading(layout=Layout("partial", 1.0), leads=LEADS), Measurements(heart_rate_bpm=72)

    def _examine(self, trial: Trial, poll: Poll) -> Mapping[str, float]:
        poll()
        self.trials.append(trial)
        if isinstance(self._figures, Exception):
            raise self._figures
        return self._figures


@pytest.fixture
def page(tmp_path: Path) -> PageRef:
    (tmp_path / "a.png").touch()
    return PageRef(tmp_path / "a.png")


def asked(page: PageRef, **changes: object) -> AnalysisRequest:
    return replace(AnalysisRequest(page, "m", examine=True), **changes)


def test_what_was_read_comes_before_the_exam_and_the_light_after(page: PageRef) -> None:
    bench = ExamBench({"randomised_correlation": 0.2, "erasing_gain": 0.1, "jitter_correlation": 0.95})
    first, second, third, fourth = bench.steps(asked(page))
    assert isinstance(first, PageStage)
    assert isinstance(second, Advance)
    assert isinstance(third, Advance)
    assert isinstance(fourth, Advance)
    assert (second.final, third.final, fourth.final) == (False, False, True)
    assert third.analysis.measurements == Measurements(heart_rate_bpm=72)
    before, after = third.analysis.explanation, fourth.analysis.explanation
    assert before is not None
    assert after is not None
    assert (before.light, before.checks) == ("", {})
    assert (after.light, after.checks["erasing_gain"], after.checks["failed"]) == ("green", 0.1, "")
    assert "passed" in after.verdict
    assert after.heat is before.heat
    assert before.lead_shares == pytest.approx({"I": 0.25, "II rhythm": 0.5})
    assert (before.peak, before.cost["passes"]) == (3.0, 7.0)
    assert "exam" in fourth.analysis.timing_ms


def test_without_a_wish_nothing_is_examined(page: PageRef) -> None:
    bench = ExamBench({})
    steps = list(bench.steps(asked(page, examine=False)))
    assert len(steps) == 3
    assert not bench.trials


def test_the_exam_gets_the_map_and_crops_moved_by_one_per_cent(page: PageRef) -> None:
    bench = ExamBench({})
    bench.final(asked(page, target="b"))
    (trial,) = bench.trials
    assert (trial.target, float(trial.heat[0, 0])) == ("b", 0.25)
    assert [(right, down) for right, down, _ in trial.shifted] == [
        (0.01, 0),
        (-0.01, 0),
        (0, 0.01),
        (0, -0.01),
    ]
    assert trial.terms.leads[0] == Rect(0, 0, 40, 25)


@pytest.mark.parametrize(
    ("figures", "share", "light", "said"),
    [
        ({"randomised_correlation": 0.97}, 0.0, "red", "learnt"),
        ({"jitter_correlation": 0.3}, 0.0, "amber", "moved"),
        ({"erasing_gain": -0.1}, 0.0, "amber", "Erasing"),
        ({}, 0.2, "amber", "80\N{NO-BREAK SPACE}%"),
        ({"jitter_correlation": 0.3}, 0.7, "red", "30\N{NO-BREAK SPACE}%"),
        ({"jitter_probability": 0.445, "jitter_correlation": 0.9}, 0.0, "amber", "changes by 0.45"),
        ({"jitter_probability": 0.2}, 0.05, "green", "95\N{NO-BREAK SPACE}%"),
    ],
)
def test_the_light_says_what_failed(
    page: PageRef, figures: dict[str, float], share: float, light: str, said: str
) -> None:
    explanation = ExamBench(figures, share).final(asked(page)).analysis.explanation
    assert explanation is not None
    assert explanation.light == light
    assert said in explanation.verdict


def test_no_map_of_a_page_unlike_the_training_pages_gets_a_green_light() -> None:
    assert verdict({}, 0.0).light == "green"
    said = verdict({}, 0.0, unlike=True)
    assert (said.light, said.failed) == ("amber", ("unlike",))
    assert "unlike" in said.sentence
    assert "unlike" in verdict({}, 0.3, unlike=True).sentence, "that comes before where the heat lies"
    assert verdict({}, 0.7, unlike=True).light == "red"


def test_the_engine_tells_the_exam_that_a_page_is_unlike_the_training_pages(page: PageRef) -> None:
    bench = ExamBench({})
    checked = bench.final(asked(page, examine=False)).analysis
    assert checked.prediction is not None
    far = replace(checked, prediction=replace(checked.prediction, novelty=1.4))
    scrutiny = bench.analyst._scrutiny
    for analysis, light in ((checked, "green"), (far, "amber")):
        explained = scrutiny.examined(asked(page), analysis, lambda: None).explanation
        assert explained is not None
        assert explained.light == light


def test_an_exam_that_cannot_be_made_leaves_the_rest_and_says_why(page: PageRef) -> None:
    analysis = ExamBench(ExplanationError("No luck.")).final(asked(page)).analysis
    assert analysis.stage is Stage.CHECKS
    assert analysis.explanation is not None
    assert analysis.explanation.light == ""
    assert [caution.problem for caution in analysis.cautions] == ["No luck."]


def test_an_exam_nobody_wants_is_given_up(page: PageRef) -> None:
    bench = ExamBench(CancelledError("stop"))
    with pytest.raises(CancelledError):
        list(bench.steps(asked(page)))


def test_a_slow_map_comes_after_its_class(page: PageRef) -> None:
    _, second, third = ExamBench({}).steps(asked(page, method="ig-white", until=Stage.CLASS))
    assert isinstance(second, Advance)
    assert isinstance(third, Advance)
    assert second.analysis.prediction is not None
    assert (second.analysis.explanation, second.final, third.final) == (None, False, True)
    assert third.analysis.explanation is not None
    assert third.analysis.explanation.method == "ig-white"


def test_occlusion_reads_the_leads_first_and_others_do_not(page: PageRef) -> None:
    bench = ExamBench({})
    bench.final(asked(page, method="occlusion", until=Stage.CLASS))
    assert bench.readings == 1
    other = ExamBench({})
    other.final(asked(page, method="ig-white", until=Stage.CLASS))
    assert other.readings == 0


def test_an_activation_map_is_of_no_class_and_not_examined(page: PageRef) -> None:
    bench = ExamBench({})
    explanation = bench.final(asked(page, method="activation", layer="stage1")).analysis.explanation
    assert explanation is not None
    assert not bench.trials
    assert isinstance(explanation.heat, np.ndarray)
