"""Halved sizes of a page."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from ecgdesk.ui.canvas.pyramid import build_pyramid, coarse_pyramid


def mean_of(image: QImage) -> float:
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)
    return float(rows[..., :3].mean())


def test_the_finest_level_is_the_page_itself() -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (301, 437, 3), dtype=np.uint8)
    finest = build_pyramid(pixels).levels[0]
    assert (finest.width(), finest.height()) == (437, 301)
    colour = finest.pixelColor(400, 17)
    assert (colour.red(), colour.green(), colour.blue()) == tuple(pixels[17, 400])


def test_each_level_halves_the_one_before_and_keeps_its_ink() -> None:
    pixels = np.full((1501, 2203, 3), 255, dtype=np.uint8)
    pixels[::7] = 0
    levels = build_pyramid(pixels).levels
    assert [(one.width(), one.height()) for one in levels] == [(2203, 1501), (1102, 751), (551, 376)]
    means = [mean_of(one) for one in levels]
    assert means == pytest.approx([means[0]] * 3, rel=0.01)


@pytest.mark.parametrize(
    ("zoom", "width"), [(3, 2400), (1, 2400), (0.6, 2400), (0.5, 1200), (0.3, 1200), (0.01, 300)]
)
def test_the_level_for_a_zoom_has_a_pixel_for_each_of_the_screen(zoom: float, width: int) -> None:
    pyramid = build_pyramid(np.zeros((2400, 2400, 3), dtype=np.uint8))
    assert pyramid.best(zoom).width() == width


def test_the_rough_level_is_small_and_covers_the_whole_page() -> None:
    pixels = np.zeros((5000, 7000, 3), dtype=np.uint8)
    pixels[2500:, 3500:] = 200
    pyramid = coarse_pyramid(pixels)
    (level,) = pyramid.levels
    assert pyramid.size == (7000, 5000)
    assert level.width() * level.height() < 1_000_000
    assert level.pixelColor(level.width() - 1, level.height() - 1).red() == 200
    assert level.pixelColor(0, 0).red() == 0
