"""The heat map on the masked crop: where it belongs, colours that say how much, nothing else in the file."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.heat import HeatLook, HeatView
from ecgdesk.output.heat import scale_bar, tinted
from ecgdesk.output.legend import with_legend
from ecgdesk.output.overlay import LONGEST_SIDE_PX, overlay, pictures, png, write_overlay
from tests.output.results import heat, page_pixels, result

UPRIGHT = Crop(Rect(20, 40, 420, 240))


def explained(placement: Rect, values: np.ndarray) -> Explanation:
    return Explanation("gradcam", "layer", "MI", values, placement)


def test_the_picture_is_the_crop_with_its_masks_painted_over() -> None:
    crop = Crop(Rect(20, 40, 420, 240), masks=(Rect(80, 40, 130, 240),))
    picture = overlay(page_pixels(), result(crop=crop, explanation=None))
    assert picture.shape == (200, 400, 3)
    assert (picture[:, 60:110] == 255).all()
    assert (picture[20:22, :60] == 10).all()


def test_heat_colours_paper_and_leaves_ink_black() -> None:
    picture = overlay(page_pixels(), result(crop=UPRIGHT, explanation=explained(UPRIGHT.rect, heat())))
    hot, cold = picture[60, 305], picture[180, 20]
    assert (cold == 250).all()
    assert hot[1] < 120 < hot[0]  # deep red-violet, not grey
    assert picture[20, 305].max() <= 10


def test_the_heat_lies_where_its_placement_says() -> None:
    values = np.zeros((10, 10), dtype=np.float32)
    values[:, :] = 1
    picture = overlay(
        page_pixels(), result(crop=UPRIGHT, explanation=explained(Rect(120, 90, 220, 140), values))
    )
    coloured = (picture.astype(int).min(axis=2) < 200) & (picture.astype(int).max(axis=2) > 60)
    rows, columns = np.nonzero(coloured)
    assert (rows.min(), rows.max() + 1) == pytest.approx((50, 100), abs=3)
    assert (columns.min(), columns.max() + 1) == pytest.approx((100, 200), abs=3)


def test_opacity_zero_shows_the_bare_page() -> None:
    bare = overlay(page_pixels(), result(explanation=None))
    assert np.array_equal(overlay(page_pixels(), result(), HeatView(HeatLook(opacity=0.0))), bare)


def test_a_huge_page_is_made_handy() -> None:
    crop = Crop(Rect(0, 0, 4800, 1200))
    picture = overlay(np.full((1200, 4800, 3), 255, dtype=np.uint8), result(crop=crop))
    assert picture.shape == (600, LONGEST_SIDE_PX, 3)


def test_equal_steps_of_heat_are_ever_darker_steps_of_colour() -> None:
    bar = scale_bar(256, 1)[0].astype(float)
    luminance = bar @ (0.2126, 0.7152, 0.0722)
    assert (np.diff(luminance) <= 1).all()
    assert luminance[0] == pytest.approx(255)
    assert luminance[-1] < 130


def test_the_tint_is_the_same_whatever_the_size_of_the_heat_map() -> None:
    paper = np.full((40, 80, 3), 255, dtype=np.uint8)
    small = tinted(paper, np.full((2, 3), 0.7, dtype=np.float32))
    large = tinted(paper, np.full((100, 200), 0.7, dtype=np.float32))
    assert np.array_equal(small, large)


def test_the_legend_is_below_and_the_picture_untouched() -> None:
    picture = overlay(page_pixels(), result())
    whole = with_legend(pictures(page_pixels(), result()), result())
    assert np.array_equal(whole[: picture.shape[0]], picture)
    assert whole.shape[0] > picture.shape[0]
    assert whole[picture.shape[0] :].min() < 100  # words


def test_the_file_carries_pixels_and_nothing_else(tmp_path: Path) -> None:
    path = write_overlay(tmp_path / "o.png", page_pixels(), result())
    data = path.read_bytes()
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.info == {}
        assert not picture.getexif()
    assert b"Jane" not in data
    assert b"patients" not in data
    with Image.open(io.BytesIO(png(page_pixels()))) as picture:
        assert np.array_equal(np.asarray(picture), page_pixels())
