"""Mean maps show means: no map of a few pages, no paper on which a single page could be made out."""

from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.recipe import Recipe
from ecgdesk.models.loaded import load_network
from tests.training.whole_runs import DEEP, finished_run
from training.data import PageSet
from training.mean_maps import FEWEST_IN_A_MAP, FEWEST_ON_PAPER, mean_page

SHAPE = 1.7


def pictures_of(pages: int, mark_on: int) -> np.ndarray:
    """Return blank ink pages of which one carries a mark."""
    made = np.zeros((pages, 1, 52, 88, 1), dtype=np.uint8)
    made[:, 0, 20:24] = 200
    made[mark_on, 0, 40:48, 40:60] = 255
    return made


def test_few_pages_leave_the_paper_blank_however_often_they_were_held_out() -> None:
    pages = FEWEST_ON_PAPER - 1
    positions = np.tile(np.arange(pages), 3)
    assert (mean_page(pictures_of(pages, 0), positions, SHAPE, dark_is_high=True) == 255).all()


def test_a_mark_on_one_page_is_not_seen_in_the_mean() -> None:
    marked = pictures_of(FEWEST_ON_PAPER, 7)
    paper = mean_page(marked, np.arange(FEWEST_ON_PAPER), SHAPE, dark_is_high=True)
    without = mean_page(
        marked[:1].repeat(FEWEST_ON_PAPER, 0), np.arange(FEWEST_ON_PAPER), SHAPE, dark_is_high=True
    )
    assert paper.min() < 128  # what is on all pages is drawn
    assert np.array_equal(paper, without)


def test_a_run_has_maps_of_no_fewer_pages_than_a_mean_needs(
    recipe: Recipe, pages: PageSet, tmp_path: Path
) -> None:
    card = load_network(finished_run(recipe, pages, tmp_path, model=DEEP).pack).card
    assert card.mean_maps is not None
    right = {name: row[name] for name, row in card.confusion.items()}
    wrong = {name: sum(row.values()) - row[name] for name, row in card.confusion.items()}
    expected = {
        (name, kind): count
        for kind, counts in ((True, right), (False, wrong))
        for name, count in counts.items()
        if count >= FEWEST_IN_A_MAP
    }
    assert {(one.name, one.right): one.pages for one in card.mean_maps.maps} == expected
    assert any(one.heat.array().max() > 0 for one in card.mean_maps.maps)


def test_the_published_protocol_has_neither_curves_nor_maps(
    recipe: Recipe, pages: PageSet, tmp_path: Path
) -> None:
    folder = finished_run(recipe, pages, tmp_path, model=DEEP, protocol="as published")
    card = load_network(folder.pack).card
    assert card.figures
    assert (card.roc, card.mean_maps) == ((), None)


@pytest.mark.parametrize("depths", [[1, 1]])
def test_a_network_without_the_layer_has_curves_alone(
    recipe: Recipe, pages: PageSet, tmp_path: Path, depths: list[int]
) -> None:
    shallow = {**DEEP, "options": {**DEEP["options"], "depths": depths}}
    card = load_network(finished_run(recipe, pages, tmp_path, model=shallow).pack).card
    assert card.mean_maps is None
    assert len(card.roc) == 2
