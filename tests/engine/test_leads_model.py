"""A model that is given leads, from a page to its heat map: read once, painted along the traces."""

import time
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgdesk.core.analysis import Analysis, AnalysisRequest, DeviceChoice
from ecgdesk.core.page import PageRef
from ecgdesk.engine import assembly
from ecgdesk.engine.analyst import PageAnalyst
from ecgdesk.engine.protocol import EngineOptions
from ecgdesk.engine.stages import Advance, nobody_asks
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build
from ecgdesk.models.pack_write import write_pack
from ecgdesk.models.trace_picture import as_lines, trace_picture
from tests.models.packs import CLASSES, small_card

OPTIONS = {"widths": [8, 8], "rhythm_widths": [8, 8], "members": 2}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(7)
    entry = architecture("lead-resnet")
    network = build(entry, len(CLASSES), OPTIONS).eval()
    path = tmp_path_factory.mktemp("packs") / "leads.ecgmodel"
    card = small_card(architecture="lead-resnet", options=OPTIONS, preprocessing=entry.preprocessing)
    write_pack(path, card, network.state_dict())
    return path


@pytest.fixture(scope="module")
def analyst() -> PageAnalyst:
    made = assembly.page_analyst(EngineOptions(DeviceChoice.CPU))
    made.warm_up()
    return made


def _final(analyst: PageAnalyst, request: AnalysisRequest) -> Analysis:
    *_, last = (step for step in analyst.stages(request, nobody_asks) if isinstance(step, Advance))
    return last.analysis


@pytest.fixture(scope="module")
def analysis(analyst: PageAnalyst, pack: Path, samples_folder: Path) -> Analysis:
    page = PageRef(min(samples_folder.glob("*normal*.png")))
    return _final(analyst, AnalysisRequest(page, str(pack), method="layercam", examine=True))


def test_a_page_gets_a_class_from_its_leads(analysis: Analysis) -> None:
    assert analysis.prediction is not None
    assert sum(analysis.prediction.probabilities.values()) == pytest.approx(1)
    assert not analysis.prediction.unlike_training
    assert "traces" in analysis.timing_ms


def test_heat_lies_on_the_traces(analysis: Analysis) -> None:
    explanation, reading, crop = analysis.explanation, analysis.reading, analysis.crop
    assert explanation is not None
    assert reading is not None
    assert crop is not None
    assert explanation.heat.max() == 1
    heat = explanation.heat
    near = np.zeros(heat.shape, bool)
    scale = heat.shape[1] / crop.rect.width
    reach = round(2.5 * 4.0 * (reading.scale.px_per_mm_y if reading.scale else 1) * scale)
    for trace in reading.traces:
        points = trace.line[np.isfinite(trace.line).all(axis=1)]
        for x, y in ((points - (crop.rect.x0, crop.rect.y0)) * scale).astype(int):
            near[max(0, y - reach) : y + reach + 1, max(0, x - 2) : x + 3] = True
    assert heat[near].sum() / heat.sum() > 0.99


def test_the_map_is_put_to_the_same_test_as_any_other(analysis: Analysis) -> None:
    assert analysis.explanation is not None
    assert {"randomised_correlation", "jitter_correlation", "erasing_gain"} <= set(
        analysis.explanation.checks
    )


def test_its_preview_shows_the_leads_it_gets_and_reads_them_once(
    analyst: PageAnalyst, pack: Path, samples_folder: Path
) -> None:
    request = AnalysisRequest(PageRef(min(samples_folder.glob("*normal*.png"))), str(pack))
    found = _final(analyst, request)
    assert found.reading is not None
    assert found.crop is not None
    settings = architecture("lead-resnet").preprocessing
    expected = as_lines(trace_picture(found.reading, settings, found.crop.rect).picture)
    before = time.perf_counter()
    shown = analyst.see(request, nobody_asks).pixels
    assert time.perf_counter() - before < 0.5
    assert np.array_equal(shown, expected)


@pytest.mark.parametrize("method", ["ig-zero", "occlusion", "activation"])
def test_other_methods_work_on_leads_too(
    method: str, analyst: PageAnalyst, pack: Path, samples_folder: Path
) -> None:
    page = PageRef(min(samples_folder.glob("*normal*.png")))
    explanation = _final(analyst, AnalysisRequest(page, str(pack), method=method)).explanation
    assert explanation is not None
    assert explanation.heat.max() == 1


def test_grad_cam_is_not_offered_and_says_so(analyst: PageAnalyst, pack: Path, samples_folder: Path) -> None:
    page = PageRef(min(samples_folder.glob("*normal*.png")))
    found = _final(analyst, AnalysisRequest(page, str(pack), method="gradcam"))
    assert found.prediction is not None
    assert found.explanation is None
    assert any("cannot be explained by Grad-CAM" in caution.problem for caution in found.cautions)
