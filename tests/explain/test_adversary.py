"""A model that learnt to look at a mark in the header is caught; the bundled model is not."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from ecgdesk.core.analysis import Analysis, AnalysisRequest, DeviceChoice
from ecgdesk.core.card import Card, ClassInfo, Preprocessing
from ecgdesk.core.constants import ATTRIBUTION_OUTSIDE_TRACE_WARN
from ecgdesk.core.page import PageRef
from ecgdesk.core.resources import resources_folder
from ecgdesk.engine.assembly import page_analyst
from ecgdesk.engine.protocol import EngineOptions
from ecgdesk.engine.stages import Advance, nobody_asks
from ecgdesk.models.architectures import architecture
from ecgdesk.models.library import Library
from ecgdesk.models.loaded import load_network
from ecgdesk.models.networks.build import build
from ecgdesk.models.pack_write import write_pack
from ecgdesk.models.preprocess import preprocess
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from ecgdesk.reading.straighten import cut
from tests.models.packs import small_card
from training.header_test import figures, shown

pytestmark = pytest.mark.slow

SAMPLES = [
    resources_folder() / "samples" / f"simulated-{name}.png" for name in ("atrial-fibrillation", "normal")
]
WHOLE = Preprocessing(width=176, height=128, colour="ink", mean=(0.05,), std=(0.15,), crop_policy="whole")
OPTIONS = {"width": 8, "depths": [1, 1, 1, 1], "dropout": 0.0}
MARK = (0.055, 0.035)
"""How far down the mark begins and how high it is, as shares of the page's height: in the header."""
MOVES = 16
STEPS = 25


def marked(pixels: NDArray[np.uint8], label: int, jitter: float = 0.0) -> NDArray[np.uint8]:
    """Return a page with a black mark in its header: left for one class, right for the other."""
    height, width = pixels.shape[:2]
    page = pixels.copy()
    top, left = round(MARK[0] * height), round((0.16 if label == 0 else 0.68) * width + jitter * width)
    page[top : top + round(MARK[1] * height), left : left + width // 7] = 10
    return page


def page_with_mark(folder: Path, label: int) -> Path:
    import cv2

    path = folder / f"marked-{label}.png"
    cv2.imwrite(str(path), marked(load(PageRef(SAMPLES[0])).pixels, label)[..., ::-1])
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("adversary")


@pytest.fixture(scope="module")
def adversary(folder: Path) -> Path:
    """Train a tiny network on the same pages in both classes, told apart by the mark alone."""
    torch.manual_seed(3)
    chance = np.random.default_rng(3)
    inputs, labels = [], []
    for path in SAMPLES:
        pixels = load(PageRef(path)).pixels
        for label in (0, 1):
            for _ in range(MOVES // len(SAMPLES)):
                page = marked(pixels, label, chance.uniform(-0.03, 0.03))
                inputs.append(preprocess(page, WHOLE))
                labels.append(label)
    x, y = torch.from_numpy(np.stack(inputs)), torch.tensor(labels)
    network = build(architecture("page-resnet"), 2, OPTIONS, WHOLE)
    optimiser = torch.optim.AdamW(network.parameters(), lr=4e-3)
    for _ in range(STEPS):
        network.train()
        optimiser.zero_grad()
        nn.functional.cross_entropy(network(x), y).backward()
        optimiser.step()
    network.eval()
    with torch.inference_mode():
        assert float((network(x).argmax(1) == y).float().mean()) == 1.0
    path = folder / "adversary.ecgmodel"
    write_pack(path, card(), network.state_dict())
    return path


def card() -> Card:
    classes = (ClassInfo(id="left", name="Left", short="L"), ClassInfo(id="right", name="Right", short="R"))
    return small_card(id="adversary", classes=classes, preprocessing=WHOLE, options=OPTIONS)


def examined(page: Path, model: Path) -> Analysis:
    """Analyse a page as the program does, its heat map put to the test."""
    options = EngineOptions(DeviceChoice.CPU, threads=1)
    analyst = page_analyst(options, Library(resources_folder() / "models", page.parent))
    analyst.warm_up()
    request = AnalysisRequest(PageRef(page), str(model), device=DeviceChoice.CPU, examine=True)
    steps: Iterator[object] = analyst.stages(request, nobody_asks)
    last = [step for step in steps if isinstance(step, Advance)][-1]
    assert last.final
    return last.analysis


@pytest.mark.parametrize("label", [0, 1])
def test_a_model_that_looks_at_the_header_is_caught(adversary: Path, folder: Path, label: int) -> None:
    analysis = examined(page_with_mark(folder, label), adversary)
    explanation = analysis.explanation
    assert analysis.prediction is not None
    assert explanation is not None
    assert explanation.target == ("left", "right")[label]
    assert explanation.outside_trace_share is not None
    assert explanation.outside_trace_share > ATTRIBUTION_OUTSIDE_TRACE_WARN
    assert explanation.light in ("amber", "red")
    assert "outside" in str(explanation.checks["failed"])
    assert "on the tracing" in explanation.verdict
    assert "lies off the tracing." in analysis.rationale
    assert [one.code for one in analysis.cautions if one.code == "outside-trace"] == ["outside-trace"]


def test_the_header_test_catches_it_too(adversary: Path, folder: Path) -> None:
    model = load_network(adversary)
    pages = [shown(model, page_with_mark(folder, label)) for label in (0, 1)]
    found = {figure.name: figure for figure in figures([page for page in pages if page], "made-up pages")}
    whole = found["Header test, whole pages: same class without header and footer"]
    assert whole.value <= 0.5  # without its mark it cannot tell the classes apart


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_bundled_model_passes(sample: Path) -> None:
    analysis = examined(sample, resources_folder() / "models" / "cardiac-4.ecgmodel")
    explanation = analysis.explanation
    assert explanation is not None
    assert analysis.prediction is not None
    # A sample that is unlike the training pages is given no class, and so no green light; nothing else fails.
    unlike = analysis.prediction.unlike_training
    assert explanation.checks["failed"] == ("unlike" if unlike else ""), explanation.verdict
    assert explanation.light == ("amber" if unlike else "green")
    assert explanation.outside_trace_share is not None
    assert explanation.outside_trace_share <= ATTRIBUTION_OUTSIDE_TRACE_WARN


def test_the_mark_lies_outside_the_tracing_area() -> None:
    pixels = load(PageRef(SAMPLES[0])).pixels
    tracing = propose_crop(pixels, "tracing")
    clean, dirty = cut(pixels, tracing), cut(marked(pixels, 0), tracing)
    assert np.array_equal(clean, dirty)
