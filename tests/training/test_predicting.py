"""What the trainer feeds a network is what the application feeds it, on processor and graphics card."""

import numpy as np
import pytest
import torch

from ecgdesk.core.card import Preprocessing
from ecgdesk.models.architectures import catalog
from ecgdesk.models.preprocess import normalise, preprocess, to_picture
from training.predicting import standardised, to_views

SETTINGS = {
    entry.preprocessing.model_dump_json(): entry.preprocessing
    for entry in catalog()
    if not entry.preprocessing.reads_leads  # fed by models.trace_picture: see the test below
}


def crop() -> np.ndarray:
    chance = np.random.default_rng(0)
    page = np.full((300, 420, 3), (250, 235, 235), np.uint8)
    page[140:150] = 20
    return np.clip(page - chance.integers(0, 30, page.shape), 0, 255).astype(np.uint8)


def fed_in_training(settings: Preprocessing, device: str) -> np.ndarray:
    picture = to_picture(crop(), settings)[None]
    return standardised(to_views(picture, torch.device(device)), settings).cpu().numpy()[0]


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=lambda s: f"{s.colour}-{s.width}")
def test_training_and_application_feed_the_same(settings: Preprocessing) -> None:
    application = preprocess(crop(), settings)
    assert application.dtype == np.float32
    np.testing.assert_allclose(fed_in_training(settings, "cpu"), application, rtol=0, atol=2e-6)


def test_leads_are_fed_the_same_too() -> None:
    settings = catalog()["lead-resnet"].preprocessing
    picture = np.random.default_rng(0).integers(0, 256, (16, 250, 1)).astype(np.uint8)
    fed = standardised(to_views(picture[None], torch.device("cpu")), settings).numpy()[0]
    np.testing.assert_allclose(fed, normalise(picture, settings), rtol=0, atol=2e-6)


@pytest.mark.gpu
@pytest.mark.parametrize("settings", SETTINGS.values(), ids=lambda s: f"{s.colour}-{s.width}")
def test_a_graphics_card_is_fed_the_same(settings: Preprocessing) -> None:
    if not torch.cuda.is_available():
        pytest.skip("no CUDA device here")
    np.testing.assert_allclose(
        fed_in_training(settings, "cuda"), preprocess(crop(), settings), rtol=0, atol=2e-6
    )
