"""Pictures for people have the shape of the page, whatever shape the network is given."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.recipe import Recipe
from ecgdesk.models.loaded import load_network
from tests.training.whole_runs import DEEP, finished_run
from training.data import PageSet
from training.mistake_maps import drawn
from training.shape import shape_of

WIDE = Preprocessing(width=704, height=208, colour="ink", mean=(0.0,), std=(1.0,), crop_policy="whole")


def test_a_stretched_input_has_the_shape_of_the_pages(pages: PageSet) -> None:
    height, width = cv2.imread(str(pages.pages[0].path)).shape[:2]
    assert shape_of(pages.pages, WIDE) == pytest.approx(width / height)


def test_an_input_that_is_not_stretched_has_its_own(pages: PageSet) -> None:
    assert shape_of(pages.pages, WIDE.model_copy(update={"fit": "pad"})) == pytest.approx(704 / 208)


def test_what_is_drawn_has_the_shape_asked_for() -> None:
    seen = np.zeros((208, 704, 1), dtype=np.uint8)
    height, width = drawn(seen, np.ones((13, 22), dtype=np.float32), WIDE, 1.6).shape[:2]
    assert width / height == pytest.approx(1.6, abs=0.01)


def test_the_mean_page_of_a_run_has_the_pages_shape(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    assert recipe.preprocessing is not None
    wide = recipe.preprocessing.model_copy(update={"width": 128})
    card = load_network(finished_run(recipe, pages, tmp_path, model=DEEP, preprocessing=wide).pack).card
    assert card.mean_maps is not None
    paper = card.mean_maps.paper
    assert paper.columns / paper.rows == pytest.approx(128 / 96, abs=0.02)
