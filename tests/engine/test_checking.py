"""Stage 3: the page is read once for each crop, whatever model asks."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.analysis import Analysis, Explanation, Measurements, Stage, Status
from ecgdesk.core.errors import CancelledError
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.core.tracing import Given, Layout, LeadBox, PageReading, Scale
from ecgdesk.engine.checking import Checker, Outline, outline, read_nothing
from ecgdesk.engine.pages import PageDesk, Pixels, Reader
from ecgdesk.engine.stages import Poll

CROP = Crop(Rect(1, 2, 30, 20), origin="frame")
NOTHING = Given()


class Bench:
    """A checker that counts how often a page is read."""

    def __init__(self) -> None:
        self.reads: list[Crop] = []
        self.given: list[Given] = []
        reader = Reader(
            lambda ref: Page(ref, np.zeros((40, 60, 3), np.uint8), 1, f"sha of {ref.path.name}"),
            lambda pixels, policy: CROP,
            lambda pixels, crop, area: pytest.fail("a page is judged in stage 1"),
        )
        self.desk = PageDesk(reader)
        self.checker = Checker(self.desk, self._read, lambda explanation, tracing, picture=(): None)

    def _read(
        self, pixels: Pixels, crop: Crop, poll: Poll, given: Given = NOTHING
    ) -> tuple[PageReading, Measurements]:
        poll()
        self.reads.append(crop)
        self.given.append(given)
        return PageReading(layout=Layout("3x4", 0.9)), Measurements(heart_rate_bpm=72.0)


def classified(path: Path, crop: Crop | None = CROP) -> Analysis:
    return Analysis(PageRef(path), Status.OK, Stage.CLASS, crop=crop, timing_ms={"load": 1.0})


def quiet() -> None:
    """Nobody cancels."""


def test_reading_and_measurements_come_with_the_last_stage(tmp_path: Path) -> None:
    checked = Bench().checker.checked(classified(tmp_path / "a.png"), quiet)
    assert checked.stage is Stage.CHECKS
    assert checked.measurements == Measurements(heart_rate_bpm=72.0)
    assert checked.reading is not None
    assert checked.reading.layout.name == "3x4"
    assert {"load", "reading", "checks"} <= set(checked.timing_ms)


@pytest.mark.parametrize(
    ("reading", "codes"),
    [
        (PageReading(einthoven=0.80), ["leads-contradict"]),
        (PageReading(einthoven=0.87), []),
        (PageReading(), []),
        (PageReading(reasons={"masks": "Parts of the traces are hidden."}), ["traces-hidden"]),
    ],
)
def test_what_speaks_against_the_reading_is_a_caution_of_the_analysis(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reading: PageReading, codes: list[str]
) -> None:
    bench = Bench()
    monkeypatch.setattr(bench.checker, "_read", lambda pixels, crop, poll: (reading, Measurements()))
    checked = bench.checker.checked(classified(tmp_path / "a.png"), quiet)
    assert [caution.code for caution in checked.cautions] == codes
    if codes == ["leads-contradict"]:
        assert str(checked.cautions[0]).endswith("Do not rely on what was measured.")


def test_a_crop_is_read_once_and_another_crop_again(tmp_path: Path) -> None:
    bench, other = Bench(), CROP.with_rect(Rect(0, 0, 20, 20))
    for crop in (CROP, CROP, other):
        bench.checker.checked(classified(tmp_path / "a.png", crop), quiet)
    assert bench.reads == [CROP, other]


def test_what_a_person_set_by_hand_is_read_with(tmp_path: Path) -> None:
    bench, given = Bench(), Given(Scale(8.0, 8.0, 1.0, "user"))
    for one in (Given(), given, given):
        bench.checker.checked(classified(tmp_path / "a.png"), quiet, one)
    assert bench.given == [Given(), given]


def test_a_cancelled_reading_ends_and_is_not_kept(tmp_path: Path) -> None:
    bench = Bench()

    def cancel() -> None:
        raise CancelledError("cancelled")

    with pytest.raises(CancelledError):
        bench.checker.checked(classified(tmp_path / "a.png"), cancel)
    bench.checker.checked(classified(tmp_path / "a.png"), quiet)
    assert len(bench.reads) == 1


def test_without_a_reader_nothing_is_measured(tmp_path: Path) -> None:
    desk = PageDesk(
        Reader(lambda ref: pytest.fail("not needed"), lambda *_: CROP, lambda *_: pytest.fail(""))
    )
    checked = Checker(desk, read_nothing, lambda *_: None).checked(classified(tmp_path / "a.png"), quiet)
    assert (checked.reading, checked.measurements) == (None, None)


def test_a_turned_page_leaves_corners_beyond_its_picture() -> None:
    assert outline(Crop(Rect(0, 0, 60, 40)), (60, 40)) == ((0, 0), (60, 0), (60, 40), (0, 40))
    turned = outline(Crop(Rect(0, 0, 60, 40), 10.0), (60, 40))
    assert min(x for x, _ in turned) == pytest.approx(0, abs=1)
    assert turned[0][0] > 5, "the top left corner of the sheet is no corner of the picture"


def test_once_leads_are_read_evidence_counts_on_their_rows_and_within_the_picture(tmp_path: Path) -> None:
    asked: list[tuple[Rect, Outline]] = []

    class Leads(Bench):
        def _read(self, *of: object) -> tuple[PageReading, Measurements]:
            return PageReading(leads=(LeadBox("", Rect(5, 4, 28, 18), 0, 10, 1, True),)), Measurements()

    def outside(explanation: Explanation, tracing: Rect, picture: Outline = ()) -> float:
        asked.append((tracing, picture))
        return 0.0

    bench = Leads()
    bench.checker = Checker(bench.desk, bench._read, outside)
    explanation = Explanation("gradcam", "x", "MI", np.ones((18, 29), np.float32), CROP.rect)
    checked = bench.checker.checked(replace(classified(tmp_path / "a.png"), explanation=explanation), quiet)
    assert asked == [(Rect(5, 4, 28, 18), ((0, 0), (60, 0), (60, 40), (0, 40)))]
    assert checked.explanation is not None
    assert checked.explanation.lead_shares == pytest.approx({"strip": 23 * 14 / (29 * 18)})
