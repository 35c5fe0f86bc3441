"""The cache holds what the application would feed the network, and is made once."""

from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.page import PageRef
from ecgdesk.core.recipe import DegradeSettings, Recipe
from ecgdesk.models.preprocess import to_picture
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from ecgdesk.reading.straighten import cut
from training import cache
from training.cache import training_pictures
from training.data import PageSet


@pytest.fixture
def settings(recipe: Recipe) -> Preprocessing:
    assert recipe.preprocessing is not None
    return recipe.preprocessing


def test_the_first_picture_is_what_the_application_shows_the_network(
    pages: PageSet, settings: Preprocessing, tmp_path: Path
) -> None:
    made = training_pictures(pages.pages[:3], settings, DegradeSettings(variants=2), tmp_path)
    assert made.shape == (3, 3, 48, 64, 1)
    for row, page in zip(made, pages.pages, strict=False):
        pixels = load(PageRef(page.path)).pixels
        shown = to_picture(cut(pixels, propose_crop(pixels, settings.crop_policy)), settings)
        assert np.array_equal(row[0], shown)
        assert not np.array_equal(row[0], row[1])


def test_pages_are_read_once(
    pages: PageSet, settings: Preprocessing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = training_pictures(pages.pages[:3], settings, DegradeSettings(), tmp_path)
    monkeypatch.setattr(cache, "load", lambda _ref: pytest.fail("decoded again"))
    again = training_pictures(pages.pages[:3], settings, DegradeSettings(), tmp_path)
    assert np.array_equal(first, again)


def test_other_preprocessing_is_another_cache(
    pages: PageSet, settings: Preprocessing, tmp_path: Path
) -> None:
    for colour_of in (settings, settings.model_copy(update={"contrast_stretch": True})):
        training_pictures(pages.pages[:2], colour_of, DegradeSettings(), tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_page_that_fails_leaves_no_half_cache(
    pages: PageSet, settings: Preprocessing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_ref: PageRef) -> None:
        raise OSError("unplugged")

    monkeypatch.setattr(cache, "load", broken)
    with pytest.raises(OSError, match="unplugged"):
        training_pictures(pages.pages[:2], settings, DegradeSettings(), tmp_path)
    assert list(tmp_path.iterdir()) == []
