"""The heat map over the page."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from ecgdesk.core.analysis import Explanation
from ecgdesk.core.geometry import Rect
from ecgdesk.core.heat import heat_colours
from ecgdesk.output.heat import tinted
from ecgdesk.ui.canvas.heat import painted
from tests.ui.canvas.conftest import CROP, PAGE_SIZE, Hand, grey_page

PLACE = Rect(110, 160, 690, 490)
HOT = (523.0, 218.0)


def explanation(scale: float = 0.5) -> Explanation:
    height, width = round(PLACE.height * scale), round(PLACE.width * scale)
    y, x = np.mgrid[0:height, 0:width]
    at_x, at_y = (x + 0.5) / scale + PLACE.x0, (y + 0.5) / scale + PLACE.y0
    heat = np.exp(-(((at_x - HOT[0]) ** 2 + (at_y - HOT[1]) ** 2) / 800)).astype(np.float32)
    return Explanation("gradcam", "layer", "MI", heat, PLACE)


def warmth(hand: Hand) -> np.ndarray:
    """Return how much each page pixel differs from the page without overlay."""
    shot = hand.canvas.view.viewport().grab().toImage()
    corner = hand.screen(0, 0)
    page = int(grey_page().pixels[0, 0, 0])
    values = np.zeros((PAGE_SIZE[1], PAGE_SIZE[0]))
    for y in range(int(CROP.rect.y0) + 5, int(CROP.rect.y1) - 5):
        for x in range(int(CROP.rect.x0) + 5, int(CROP.rect.x1) - 5):
            values[y, x] = page - QColor(shot.pixel(corner.x() + x, corner.y() + y)).green()
    return values


@pytest.mark.parametrize("scale", [0.5, 0.1, 1.0])
def test_the_hottest_place_is_painted_where_it_lies_on_the_page(hand: Hand, scale: float) -> None:
    hand.canvas.set_explanation(explanation(scale))
    values = warmth(hand)
    weights = np.where(values >= 0.98 * values.max(), values, 0)
    y, x = np.mgrid[0 : values.shape[0], 0 : values.shape[1]]
    found = (float((x * weights).sum() / weights.sum()), float((y * weights).sum() / weights.sum()))
    assert found == pytest.approx(HOT, abs=1 + 0.5 / scale)


def test_cold_places_show_the_page_untouched(hand: Hand) -> None:
    hand.canvas.set_explanation(explanation())
    assert hand.colour(200, 450).getRgb()[:3] == (200, 200, 200)


def test_a_black_trace_stays_black_under_the_heat(hand: Hand) -> None:
    page = grey_page("b.png")
    page.pixels[200:240, 500:550] = 0
    hand.canvas.show_page(page, CROP, hand.stack)
    hand.canvas.set_explanation(explanation())
    assert hand.colour(*HOT).lightness() <= 2


def test_the_screen_has_the_colours_of_the_overlay_file(hand: Hand) -> None:
    heat = np.linspace(0, 1, 580, dtype=np.float32)[None, :].repeat(330, axis=0)
    hand.canvas.set_explanation(Explanation("gradcam", "layer", "MI", heat, PLACE))
    file = tinted(np.full((330, 580, 3), 200, dtype=np.uint8), heat)
    for column in range(40, 570, 50):
        seen = hand.colour(PLACE.x0 + column, 300).getRgb()[:3]
        assert seen == pytest.approx(tuple(int(value) for value in file[140, column]), abs=2)


def test_opacity_and_visibility(hand: Hand) -> None:
    hand.canvas.set_explanation(explanation())
    full = hand.colour(*HOT).green()
    hand.canvas.set_overlay_opacity(0.5)
    assert full < hand.colour(*HOT).green() < 200
    hand.canvas.set_overlay_opacity(0)
    assert hand.colour(*HOT).green() == 200
    hand.canvas.set_overlay_opacity(1)
    hand.canvas.set_overlay_visible(False)
    assert hand.colour(*HOT).green() == 200
    hand.canvas.set_overlay_visible(True)
    assert hand.colour(*HOT).green() == full


def test_a_hidden_overlay_stays_hidden_when_the_next_map_arrives(hand: Hand) -> None:
    hand.canvas.set_overlay_visible(False)
    hand.canvas.set_explanation(explanation())
    assert hand.colour(*HOT).green() == 200


def test_a_map_that_no_longer_lies_right_is_hidden_until_it_does(hand: Hand) -> None:
    hand.canvas.set_explanation(explanation())
    hand.canvas.rotate_by(0.1)
    assert hand.colour(*HOT).green() == 200
    hand.stack.undo()
    assert hand.colour(*HOT).green() < 150


def test_taking_the_explanation_away_leaves_the_page(hand: Hand) -> None:
    hand.canvas.set_explanation(explanation())
    hand.canvas.set_explanation(None)
    assert hand.colour(*HOT).green() == 200


def test_painted_heat_is_premultiplied() -> None:
    pixels = painted(np.linspace(-0.1, 1.1, 50, dtype=np.float32).reshape(5, 10), heat_colours())
    assert pixels.shape == (5, 10, 4)
    assert (pixels[..., :3] <= pixels[..., 3:]).all()
    assert (pixels[0, 0] == 0).all()
