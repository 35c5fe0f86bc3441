"""From the network's grid to the crop of the page."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.constants import HEATMAP_LONGEST_SIDE_PX
from ecgdesk.core.errors import ExplanationError
from ecgdesk.explain.heatmap import heat_size, on_crop
from ecgdesk.models.preprocess import placement

STRETCHED = Preprocessing(width=352, height=208)
PADDED = Preprocessing(width=224, height=224, fit="pad")


def _grid(rows: int = 13, columns: int = 22) -> np.ndarray:
    return np.random.default_rng(2).random((rows, columns), dtype=np.float32)


@pytest.mark.parametrize("crop", [(2101, 1227), (640, 480), (100, 900), (8000, 4000), (1, 1), (3, 5000)])
@pytest.mark.parametrize("settings", [STRETCHED, PADDED], ids=["stretch", "pad"])
def test_a_heat_map_has_the_crops_shape_and_lies_between_0_and_1(
    crop: tuple[int, int], settings: Preprocessing
) -> None:
    heat = on_crop(_grid(), crop, settings)
    assert heat.dtype == np.float32
    assert (heat.shape[1], heat.shape[0]) == heat_size(crop)
    assert max(heat.shape) <= HEATMAP_LONGEST_SIDE_PX
    scale = min(1.0, HEATMAP_LONGEST_SIDE_PX / max(crop))
    assert (heat.shape[1], heat.shape[0]) == pytest.approx((crop[0] * scale, crop[1] * scale), abs=0.51)
    assert np.isfinite(heat).all()
    assert heat.min() >= 0
    assert heat.max() in (0.0, 1.0)


def test_a_crop_that_is_small_enough_keeps_its_size() -> None:
    assert heat_size((1000, 600)) == (1000, 600)
    assert heat_size((4096, 2048)) == (HEATMAP_LONGEST_SIDE_PX, HEATMAP_LONGEST_SIDE_PX // 2)


def test_a_stretched_map_is_linear_interpolation() -> None:
    grid = _grid()
    wanted = functional.interpolate(torch.from_numpy(grid)[None, None], (480, 640), mode="bilinear")[
        0, 0
    ].numpy()
    np.testing.assert_allclose(on_crop(grid, (640, 480), STRETCHED), wanted / wanted.max(), atol=1e-5)


@pytest.mark.parametrize("crop", [(800, 300), (300, 800), (500, 500)])
def test_padding_is_taken_away(crop: tuple[int, int]) -> None:
    cells = (np.arange(28, dtype=np.float32) + 0.5) / 28
    slope = cells[:, None] + 2 * cells[None, :]  # linear, so that interpolation has one right answer
    left, top, width, height = placement(crop, PADDED)
    x = (left + (np.arange(crop[0]) + 0.5) / crop[0] * width) / 224
    y = (top + (np.arange(crop[1]) + 0.5) / crop[1] * height) / 224
    wanted = y.clip(cells[0], cells[-1])[:, None] + 2 * x.clip(cells[0], cells[-1])[None, :]
    np.testing.assert_allclose(on_crop(slope, crop, PADDED), wanted / wanted.max(), atol=1e-5)


@pytest.mark.parametrize(("row", "column"), [(0, 0), (2, 20), (6, 11), (12, 21)])
@pytest.mark.parametrize("settings", [STRETCHED, PADDED], ids=["stretch", "pad"])
def test_a_hot_place_of_the_input_is_hot_at_its_place_on_the_crop(
    row: int, column: int, settings: Preprocessing
) -> None:
    crop = (1000, 900)
    rows, columns = 13, 22
    grid = np.zeros((rows, columns), np.float32)
    grid[row, column] = 3.0
    heat = on_crop(grid, crop, settings)
    left, top, width, height = placement(crop, settings)
    x = ((column + 0.5) / columns * settings.width - left) / width * crop[0]
    y = ((row + 0.5) / rows * settings.height - top) / height * crop[1]
    hot_y, hot_x = np.unravel_index(heat.argmax(), heat.shape)
    assert abs(np.clip(x, 0, crop[0]) - hot_x) <= crop[0] / columns
    assert abs(np.clip(y, 0, crop[1]) - hot_y) <= crop[1] / rows


def test_heat_in_the_padding_alone_shows_no_place() -> None:
    grid = np.zeros((28, 28), np.float32)
    grid[:3] = 1.0
    assert not on_crop(grid, (800, 300), PADDED).any()


@pytest.mark.parametrize("value", [0.0, 1.0, 1e-30, 1e30])
def test_a_flat_map_shows_no_place(value: float) -> None:
    assert not on_crop(np.full((7, 7), value, np.float32), (90, 60), STRETCHED).any()


def test_nothing_stays_nothing_and_the_most_is_one() -> None:
    heat = on_crop(np.array([[-2.0, 0.0, 1.0, 4.0]], np.float32), (4, 1), STRETCHED)
    assert heat.tolist() == [[0.0, 0.0, 0.25, 1.0]]


@pytest.mark.parametrize("cells", [(1, 1), (1, 9), (9, 1)])
def test_a_grid_of_one_row_or_column_is_a_map_too(cells: tuple[int, int]) -> None:
    heat = on_crop(_grid(*cells), (300, 200), STRETCHED)
    assert heat.shape == (200, 300)
    assert np.isfinite(heat).all()


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_values_that_are_not_numbers_are_refused(bad: float) -> None:
    grid = _grid()
    grid[3, 3] = bad
    with pytest.raises(ExplanationError, match="not numbers"):
        on_crop(grid, (300, 200), STRETCHED)
