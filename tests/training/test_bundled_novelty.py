"""The bundled model on real pages: its own kind passes, others are called unlike them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.analysis import AnalysisRequest, Stage, Trust
from ecgdesk.core.page import PageRef
from ecgdesk.engine.assembly import page_analyst
from ecgdesk.engine.protocol import EngineOptions
from ecgdesk.engine.stages import Advance
from ecgdesk.models.loaded import LoadedModel, load_network
from ecgdesk.models.preprocess import normalise
from training.cache import picture_of_file

PACK = Path(__file__).resolve().parents[2] / "resources" / "models" / "cardiac-4.ecgmodel"

pytestmark = pytest.mark.real_data


@pytest.fixture(scope="module")
def model() -> LoadedModel:
    return load_network(PACK)


def unlike(model: LoadedModel, pages: list[Path]) -> list[bool]:
    return list(_unlike(model, pages))


def _unlike(model: LoadedModel, pages: list[Path]) -> Iterator[bool]:
    settings = model.card.preprocessing
    for page in pages:
        with model.watching() as watch:
            model.run(normalise(picture_of_file(page, settings), settings)[None])
        assert watch.novelty is not None
        yield watch.novelty > 1


@pytest.mark.parametrize(
    ("folder", "every"),
    [
        ("full", 1),
        ("pages", 10),
        pytest.param("pages", 1, marks=pytest.mark.slow),
    ],
)
def test_at_most_one_in_twenty_of_its_own_pages_is_called_unlike(
    model: LoadedModel, data_folder: Path, folder: str, every: int
) -> None:
    pages = sorted((data_folder / "ecg-cardiac" / folder).glob("*.jpg"))[::every]
    assert len(pages) >= 12
    assert np.mean(unlike(model, pages)) <= 0.05


@pytest.mark.parametrize(("folder", "every", "share"), [("ecg-photos", 1, 0.9), ("ludb/pages", 4, 0.95)])
def test_pages_of_other_papers_are_called_unlike(
    model: LoadedModel, data_folder: Path, folder: str, every: int, share: float
) -> None:
    pages = sorted(path for path in (data_folder / folder).iterdir() if path.suffix in (".jpg", ".png"))
    assert np.mean(unlike(model, pages[::every])) >= share


def test_a_page_of_another_paper_is_amber_and_gets_no_class(data_folder: Path) -> None:
    page = sorted((data_folder / "ludb" / "pages").iterdir())[0]
    analyst = page_analyst(EngineOptions(threads=1))
    request = AnalysisRequest(PageRef(page), str(PACK), until=Stage.CLASS)
    *_, last = analyst.stages(request, lambda: None)
    assert isinstance(last, Advance)
    analysis = last.analysis
    assert analysis.trust is Trust.AMBER
    assert "unlike-training" in [caution.code for caution in analysis.cautions]
    assert analysis.prediction is not None
    assert (analysis.prediction.label, analysis.prediction.uncertain) == (None, True)
    assert analysis.rationale.startswith("Not sure. This page is unlike")
