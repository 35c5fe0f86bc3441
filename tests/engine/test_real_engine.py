"""The real engine on bundled samples: what a window relies on, and twenty deaths amid the work."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from ecgdesk.core.analysis import AnalysisRequest, DeviceChoice, Stage, Status
from ecgdesk.core.constants import ATTRIBUTION_OUTSIDE_TRACE_WARN
from ecgdesk.core.geometry import Rect
from ecgdesk.core.page import PageRef
from ecgdesk.engine.client import EngineClient
from ecgdesk.engine.protocol import EngineOptions, EngineState, Lane, RequestFailed, StateChanged
from ecgdesk.models.library import Library
from tests.engine.listener import Listener

pytestmark = pytest.mark.skipif(not Library.default().listing().models, reason="no bundled model here")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[EngineClient, Listener]]:
    log = tmp_path_factory.mktemp("log") / "engine.log"
    client, seen = EngineClient(EngineOptions(DeviceChoice.CPU), log_file=log), Listener()
    client.start(seen)
    yield client, seen
    client.close()
    assert not log.exists() or "Error" not in log.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(samples_folder: Path) -> PageRef:
    return PageRef(min(samples_folder.glob("*normal*.png")))


@pytest.fixture(scope="module")
def model() -> str:
    return "cardiac-4"  # whatever else this user has installed


Engine = tuple[EngineClient, Listener]


def test_a_sample_gets_class_heat_map_and_reason(engine: Engine, page: PageRef, model: str) -> None:
    client, seen = engine
    asked = client.analyse(AnalysisRequest(page, model))
    loaded, final = seen.loaded(asked), seen.final(asked).analysis
    assert loaded.page.pixels.shape == (*loaded.page.size[::-1], 3)
    assert (final.status, final.stage, final.device) == (Status.OK, Stage.CHECKS, "CPU")
    assert final.prediction is not None
    assert sum(final.prediction.probabilities.values()) == pytest.approx(1)
    assert final.explanation is not None
    heat = final.explanation.heat
    assert heat.dtype == np.float32
    assert (heat.min(), heat.max()) == (0, 1)
    crop = final.crop
    assert crop is not None
    assert final.explanation.placement == crop.rect
    assert heat.shape[1] / heat.shape[0] == pytest.approx(crop.rect.width / crop.rect.height, rel=0.01)
    outside = final.explanation.outside_trace_share
    assert outside is not None
    assert outside < ATTRIBUTION_OUTSIDE_TRACE_WARN
    assert final.rationale
    assert final.measurements is not None
    assert final.measurements.heart_rate_bpm == pytest.approx(72, abs=2)


def test_another_target_reuses_decoding_and_forward_pass(engine: Engine, page: PageRef, model: str) -> None:
    client, seen = engine
    seen.final(client.analyse(AnalysisRequest(page, model)))
    again = seen.final(client.analyse(AnalysisRequest(page, model, target="MI"))).analysis
    assert again.explanation is not None
    assert again.explanation.target == "MI"
    assert "forward" not in again.timing_ms


def test_another_crop_changes_the_result_and_the_first_comes_back(
    engine: Engine, page: PageRef, model: str
) -> None:
    client, seen = engine
    first = seen.final(client.analyse(AnalysisRequest(page, model))).analysis
    assert first.crop is not None
    rect = first.crop.rect
    half = first.crop.with_rect(Rect(rect.x0, rect.y0, (rect.x0 + rect.x1) / 2, rect.y1))
    other = seen.final(client.analyse(AnalysisRequest(page, model, half))).analysis
    back = seen.final(client.analyse(AnalysisRequest(page, model, first.crop))).analysis
    assert other.prediction is None or other.prediction != first.prediction
    assert back.prediction == first.prediction


def test_a_broken_page_in_a_batch_costs_only_itself(
    engine: Engine, page: PageRef, model: str, tmp_path: Path
) -> None:
    client, seen = engine
    cut = tmp_path / "cut.png"
    cut.write_bytes(page.path.read_bytes()[:9000])
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "text.pdf").write_text("no PDF")
    bad = [client.analyse(AnalysisRequest(PageRef(p), model), Lane.BATCH)
           for p in (cut, tmp_path / "empty.jpg", tmp_path / "text.pdf", tmp_path / "gone.png")]  # fmt: skip
    good = client.analyse(AnalysisRequest(page, model), Lane.BATCH)
    assert seen.final(good).analysis.status is Status.OK
    for one in bad:
        failed = seen.failed(one)
        assert failed.page.path.name in failed.problem
        assert "\n" not in failed.problem


def newest_engine() -> psutil.Process:
    engines = [p for p in psutil.Process().children() if "spawn_main" in " ".join(p.cmdline())]
    return max(engines, key=lambda process: process.create_time())


def is_restarting(event: StateChanged) -> bool:
    return event.state is EngineState.RESTARTING and "Nothing was lost" in event.sentence


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_twenty_deaths_in_the_middle_of_the_work_lose_nothing(
    page: PageRef, model: str, tmp_path: Path
) -> None:
    client, seen = EngineClient(EngineOptions(DeviceChoice.CPU)), Listener()
    client.start(seen)
    asked: list[int] = []
    try:
        for turn in range(20):
            seen.state(EngineState.READY, turn + 1)
            copy = Path(shutil.copy(page.path, tmp_path / f"{turn}.png"))
            asked.append(client.analyse(AnalysisRequest(PageRef(copy), model), Lane.BATCH))
            seen.loaded(asked[-1])  # decoded; the model is at work
            os.kill(newest_engine().pid, signal.SIGKILL)
            seen.wait(StateChanged, is_restarting)
        for one in asked:
            assert seen.final(one).analysis.prediction is not None
        seen.final(client.analyse(AnalysisRequest(page, model)))
    finally:
        client.close()
    assert not seen.of(RequestFailed)
