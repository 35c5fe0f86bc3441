"""Worsened pages stay pages of the same thing."""

import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.recipe import DegradeSettings
from training.degrade import SHIFTS, brightened, degrade, grey, jitter_crop, jpeg, rotated, scaled_crop


@pytest.fixture
def page() -> np.ndarray:
    picture = np.full((120, 160, 3), (255, 240, 238), np.uint8)
    picture[60:63, 20:140] = 0
    return picture


def test_the_same_seed_worsens_alike(page: np.ndarray) -> None:
    settings = DegradeSettings(variants=1)
    one, two = (degrade(page, settings, np.random.default_rng(3)) for _ in range(2))
    assert np.array_equal(one, two)


def test_the_trace_stays_darker_than_its_paper(page: np.ndarray) -> None:
    for seed in range(30):
        worse = degrade(page, DegradeSettings(variants=1), np.random.default_rng(seed)).astype(int)
        middle = worse[round(61 * worse.shape[0] / 120), worse.shape[1] // 2]
        paper = worse[worse.shape[0] // 4, worse.shape[1] // 2]
        assert middle.mean() < paper.mean() - 40


@pytest.mark.parametrize("name", SHIFTS)
def test_every_shift_gives_an_rgb_page(page: np.ndarray, name: str) -> None:
    changed = SHIFTS[name](page)
    assert changed.dtype == np.uint8
    assert changed.shape[2] == 3


def test_a_turn_is_clockwise_and_white_beyond_the_page(page: np.ndarray) -> None:
    turned = rotated(page, 5.0)
    assert (turned[0, 0] == 255).all()
    left, right = turned[:, 30].min(axis=1).argmin(), turned[:, 130].min(axis=1).argmin()
    assert right > left


def test_grey_and_bright_are_what_they_say(page: np.ndarray) -> None:
    assert np.ptp(grey(page), axis=2).max() == 0
    assert brightened(page, 0.8).max() == 204
    assert np.abs(jpeg(page, 95).astype(int) - page)[:40].max() < 12  # red and blue in their places


def test_a_crop_moves_a_little_and_scales_with_the_page() -> None:
    crop = Crop(Rect(10, 20, 110, 80))
    moved = jitter_crop(crop, 0.01, 0.0, np.random.default_rng(0)).rect
    assert moved != crop.rect
    assert abs(moved.x0 - 10) < 5
    assert scaled_crop(crop, 0.5).rect == Rect(5, 10, 55, 40)


def test_another_grid_colour_leaves_what_is_grey(page: np.ndarray) -> None:
    changed = SHIFTS["another grid colour"](page)
    grey_ones = np.ptp(page, axis=2) == 0
    assert np.array_equal(changed[grey_ones], page[grey_ones])
    assert not np.array_equal(changed, page)


def test_a_page_held_aslant_lies_on_a_dark_table(page: np.ndarray) -> None:
    seen = SHIFTS["phone held aslant"](page)
    assert seen.shape == page.shape
    assert seen[0, 0].max() < 100
    assert seen[page.shape[0] // 5, page.shape[1] // 5].min() > 100
