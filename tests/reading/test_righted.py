"""A page that surely lies the wrong way up is turned; one of which that is not sure stays as it is."""

from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.analysis import Quality, Trust
from ecgdesk.core.geometry import Crop, Rect, map_points, straight_transform
from ecgdesk.core.placing import quarter_turns
from ecgdesk.reading.degrade import degrade, photo
from ecgdesk.reading.quality import TURN_FIGURE
from ecgdesk.reading.reasons import UPSIDE_DOWN, sideways
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.righted import as_it_lies, turned_crop, turns_to_try
from ecgdesk.reading.simulate import simulate
from ecgdesk.reading.straighten import cut
from ecgdesk.reading.watch import Watch
from tests.reading.pictures import Pixels

CORNERS = ((4.0, 3.0), (96.0, 6.0), (90.0, 57.0), (8.0, 52.0))


@pytest.fixture(scope="module")
def page() -> Pixels:
    return render(simulate(seed=4), replace(PRESETS["a4-red"], dpi=120.0)).pixels


def laid(pixels: Pixels) -> tuple[Crop, Quality]:
    """The crop that counts for a page, with the verdict on it."""
    watch = Watch()
    crop = watch.propose_crop(pixels, "tracing")
    quality = watch.judge(pixels, crop, None)
    turned = watch.righted(pixels, crop, "tracing", quality)
    return (crop, quality) if turned is None else (turned, watch.judge(pixels, turned, None))


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_the_wrong_way_up_is_turned_and_cut_as_if_it_had_lain_right(
    page: Pixels, quarters: int
) -> None:
    crop, quality = laid(page)
    assert quarter_turns(crop) == 0
    lying = np.ascontiguousarray(np.rot90(page, quarters))
    turned, verdict = laid(lying)
    assert quarter_turns(turned) == quarters
    assert verdict.trust is quality.trust is Trust.GREEN
    assert np.abs(cut(lying, turned).astype(int) - cut(page, crop)).max() <= 1


def test_a_photograph_upside_down_is_turned_on_its_sheet(page: Pixels) -> None:
    shot = degrade(page, photo("light"), seed=2, dpi=120.0).pixels
    upright, _ = laid(shot)
    lying = np.ascontiguousarray(np.rot90(shot, 2))
    turned, verdict = laid(lying)
    assert quarter_turns(turned) == 2
    assert turned.corners is not None
    assert verdict.trust is not Trust.REFUSED
    difference = np.abs(cut(lying, turned).astype(int) - cut(shot, upright)[: round(turned.rect.height)])
    assert difference.mean() < 3


def test_a_page_that_lies_right_is_left_alone(page: Pixels) -> None:
    crop, quality = laid(page)
    assert turns_to_try(crop, quality) == ()
    assert TURN_FIGURE not in quality.figures


def test_what_is_not_sure_is_only_advised() -> None:
    crop = Crop(Rect(0, 0, 90, 60), origin="grid")
    doubted = Quality(Trust.AMBER, (UPSIDE_DOWN,), {"upright": -2.5, "likeness": 5.0})
    assert turns_to_try(crop, doubted) == ()
    sure = Quality(Trust.AMBER, (UPSIDE_DOWN,), {TURN_FIGURE: 180.0})
    assert turns_to_try(crop, sure) == (2,)
    assert turns_to_try(replace(crop, origin="user"), sure) == ()
    assert turns_to_try(replace(crop, rotation_deg=180.0), sure) == ()
    on_its_side = Quality(Trust.REFUSED, (sideways(to_the_left=True),), {})
    assert turns_to_try(crop, on_its_side) == (1, -1)


@pytest.mark.parametrize("quarters", [-1, 1, 2])
@pytest.mark.parametrize("small", [0.0, 2.5])
def test_a_crop_of_a_turned_page_names_the_same_places_of_the_page_as_it_lies(
    quarters: int, small: float
) -> None:
    size, turned_size = (100, 60), (100, 60) if quarters == 2 else (60, 100)
    for corners in (None, CORNERS if quarters == 2 else tuple((y, x) for x, y in reversed(CORNERS))):
        crop = Crop(Rect(5, 6, 50, 40), small if corners is None else 0.0, corners, origin="grid")
        lying = as_it_lies(crop, quarters, size)
        there, straight = straight_transform(turned_size, crop.rotation_deg, crop.corners)
        here, same = straight_transform(size, lying.rotation_deg, lying.corners)
        assert same == straight
        places = [(10.0, 20.0), (40.0, 50.0), (55.0, 12.0)]
        on_page = map_points(np.linalg.inv(here), places)
        matrix, _ = straight_transform(size, 90.0 * quarters)
        assert np.allclose(map_points(np.linalg.inv(there), places), map_points(matrix, on_page), atol=1e-6)


def test_the_turned_page_is_cropped_as_a_policy_asks(page: Pixels) -> None:
    lying = np.ascontiguousarray(np.rot90(page, 2))
    crop = turned_crop(lying, "paper-c", 2)
    height, width = page.shape[:2]
    assert crop == Crop(Rect(0, round(0.2 * height), width, round(0.93 * height)), 180.0, origin="fallback")
