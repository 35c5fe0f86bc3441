"""The one path from a crop to a network's input."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from ecgdesk.core.card import Preprocessing
from ecgdesk.models.preprocess import normalise, placement, preprocess, to_picture

GREY = {"mean": (0.5,), "std": (0.5,)}


def _page(width: int = 400, height: int = 200) -> NDArray[np.uint8]:
    """A page of warm paper with a red grid and one black trace."""
    page = np.full((height, width, 3), (250, 245, 235), np.uint8)
    page[::20], page[:, ::20] = (240, 170, 170), (240, 170, 170)
    cv2.line(page, (10, height // 2), (width - 10, height // 2), (20, 20, 20), 3)
    return page


@pytest.mark.parametrize("colour", ["rgb", "grey", "ink"])
@pytest.mark.parametrize("fit", ["stretch", "pad"])
@pytest.mark.parametrize("size", [(400, 200), (90, 300), (7, 5), (1, 1)])
def test_any_crop_becomes_the_models_input(colour: str, fit: str, size: tuple[int, int]) -> None:
    statistics = {} if colour == "rgb" else GREY
    settings = Preprocessing(width=96, height=64, colour=colour, fit=fit, **statistics)
    picture, ready = to_picture(_page(*size), settings), preprocess(_page(*size), settings)
    assert (picture.shape, picture.dtype) == ((64, 96, settings.channels), np.uint8)
    assert (ready.shape, ready.dtype) == ((settings.channels, 64, 96), np.float32)
    assert ready.flags.c_contiguous


def test_values_are_standardised_channel_by_channel() -> None:
    settings = Preprocessing(width=2, height=1, mean=(0.1, 0.2, 0.3), std=(0.5, 1.0, 2.0))
    picture = np.array([[[0, 51, 255], [255, 0, 0]]], np.uint8)
    expected = [[[-0.2, 1.8]], [[0.0, -0.2]], [[0.35, -0.15]]]
    assert normalise(picture, settings) == pytest.approx(np.array(expected), abs=1e-6)


def test_ink_is_bright_where_the_trace_is_and_dark_on_paper_and_grid() -> None:
    ink = to_picture(_page(), Preprocessing(width=400, height=200, colour="ink", **GREY))[..., 0]
    assert ink[100, 50:350].min() > 180
    assert np.percentile(ink[:80], 99) < 25


def test_a_shadow_is_no_ink() -> None:
    page = _page()
    shade = np.linspace(0.5, 1.0, page.shape[1])[None, :, None]
    shaded = (page * shade).astype(np.uint8)
    settings = Preprocessing(width=400, height=200, colour="ink", **GREY)
    before, after = to_picture(page, settings).astype(int), to_picture(shaded, settings).astype(int)
    assert np.abs(before - after).mean() < 8


def test_padding_keeps_the_shape_of_the_crop_in_the_middle() -> None:
    settings = Preprocessing(width=100, height=100, colour="grey", fit="pad", **GREY)
    picture = to_picture(np.zeros((50, 200, 3), np.uint8), settings)[..., 0]
    left, top, width, height = placement((200, 50), settings)
    assert (left, top, width, height) == (0, 37, 100, 25)
    inside = np.zeros((100, 100), bool)
    inside[top : top + height, left : left + width] = True
    assert (picture[inside] == 0).all()
    assert (picture[~inside] == 255).all()


def test_padding_of_ink_is_paper() -> None:
    settings = Preprocessing(width=100, height=100, colour="ink", fit="pad", **GREY)
    assert to_picture(_page(200, 50), settings)[:30].max() == 0


def test_stretching_covers_the_whole_input() -> None:
    assert placement((17, 900), Preprocessing(width=30, height=20)) == (0, 0, 30, 20)


def test_contrast_stretch_uses_the_whole_range_and_leaves_a_blank_page_alone() -> None:
    settings = Preprocessing(width=64, height=32, colour="grey", contrast_stretch=True, **GREY)
    ramp = np.repeat(np.linspace(100, 150, 64).astype(np.uint8)[None, :, None], 32, axis=0).repeat(3, axis=2)
    picture = to_picture(ramp, settings)
    assert (picture.min(), picture.max()) == (0, 255)
    assert (to_picture(np.full((32, 64, 3), 200, np.uint8), settings) == 200).all()


def test_the_crop_itself_is_never_changed() -> None:
    page = _page()
    before = page.copy()
    for colour in ("rgb", "grey", "ink"):
        statistics = {} if colour == "rgb" else GREY
        preprocess(
            page, Preprocessing(width=400, height=200, colour=colour, contrast_stretch=True, **statistics)
        )
    assert np.array_equal(page, before)


def test_a_card_needs_one_mean_and_std_a_channel() -> None:
    with pytest.raises(ValueError, match="need 1 values"):
        Preprocessing(width=8, height=8, colour="ink")
