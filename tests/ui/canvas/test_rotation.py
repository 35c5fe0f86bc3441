"""The page turns under the crop; canvas and model see the same."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsScene

from ecgdesk.core.geometry import Crop, Point, Rect, map_points, straight_transform
from ecgdesk.reading.straighten import straighten
from ecgdesk.ui.canvas.crop_tool import TURN_GRIP_PX
from tests.ui.canvas.conftest import CROP, PAGE_SIZE, Hand, grey_page, page_of

Show = Callable[..., Hand]
Corners = tuple[Point, Point, Point, Point] | None

SPOT = (400, 325)
CORNERS = ((40.0, 30.0), (770.0, 10.0), (790.0, 580.0), (10.0, 590.0))


def spotted_page() -> np.ndarray:
    pixels = grey_page().pixels.copy()
    pixels[SPOT[1] - 4 : SPOT[1] + 4, SPOT[0] - 4 : SPOT[0] + 4] = (255, 0, 0)
    return pixels


@pytest.mark.parametrize("angle", [90, 7, -3.5])
def test_the_content_in_the_middle_of_the_crop_stays_in_view_and_in_the_crop(
    show: Show, angle: float
) -> None:
    hand = show(page_of(spotted_page()))
    before = hand.screen(*SPOT)
    hand.canvas.rotate_by(angle)
    rect = hand.crop.rect
    middle = ((rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2)
    assert hand.colour(*middle).name() == "#ff0000"
    assert (hand.screen(*middle) - before).manhattanLength() <= 2


@pytest.mark.parametrize(
    ("angle", "corners"), [(0, None), (90, None), (180, None), (4.2, None), (0, CORNERS), (-2.5, CORNERS)]
)
def test_the_canvas_shows_the_pixels_that_the_model_gets(show: Show, angle: float, corners: Corners) -> None:
    rng = np.random.default_rng(1)
    coarse = rng.integers(0, 255, (30, 40, 3), dtype=np.uint8)
    pixels = np.ascontiguousarray(np.kron(coarse, np.ones((20, 20, 1), dtype=np.uint8)))
    crop = Crop(Rect(0, 0, 10, 10), rotation_deg=angle, corners=corners)
    hand = show(page_of(pixels), crop)
    expected = straighten(pixels, crop)
    seen = rendered(hand.canvas.view.scene(), expected.shape[1], expected.shape[0])
    inner = np.s_[25:-25, 25:-25]
    difference = np.abs(seen[inner].astype(int) - expected[inner].astype(int)).max(axis=2)
    # A shift by half a pixel would change the rims of a twentieth of all pixels by far more.
    assert np.percentile(difference, 99.5) <= 12


def rendered(scene: QGraphicsScene, width: int, height: int) -> np.ndarray:
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    scene.render(painter, QRectF(0, 0, width, height), QRectF(0, 0, width, height))
    painter.end()
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(height, image.bytesPerLine())
    return rows[:, : 3 * width].reshape(height, width, 3).copy()


def turn_grip(hand: Hand) -> tuple[float, float]:
    rect = hand.crop.rect
    return (rect.x0 + rect.x1) / 2, rect.y0 - TURN_GRIP_PX / hand.canvas.view.zoom


def test_dragging_the_turning_grip_turns_in_tenths_of_a_degree(hand: Hand) -> None:
    x, y = turn_grip(hand)
    hand.drag((x, y), (x + 20, y))
    expected = np.degrees(np.arctan2(20, CROP.rect.height / 2 + TURN_GRIP_PX))
    assert hand.crop.rotation_deg == pytest.approx(expected, abs=0.2)
    assert hand.crop.rotation_deg * 10 == pytest.approx(round(hand.crop.rotation_deg * 10))
    assert len(hand.edits) == 1


def test_with_ctrl_the_turning_grip_is_finer(hand: Hand) -> None:
    x, y = turn_grip(hand)
    hand.drag((x, y), (x + 20, y), held=Qt.KeyboardModifier.ControlModifier)
    assert 0 < hand.crop.rotation_deg < 2


def test_small_turns_in_a_row_undo_as_one_and_exactly(hand: Hand) -> None:
    for _ in range(20):
        hand.canvas.rotate_by(0.1)
    assert hand.crop.rotation_deg == pytest.approx(2.0)
    assert hand.stack.count() == 1
    hand.stack.undo()
    assert hand.crop == CROP


def test_four_quarter_turns_are_none(hand: Hand) -> None:
    for _ in range(4):
        hand.canvas.rotate_by(90)
    assert hand.crop.rect == CROP.rect
    assert hand.crop.rotation_deg == 0


def test_a_fitted_page_is_fitted_again_after_a_quarter_turn(hand: Hand) -> None:
    hand.canvas.fit()
    hand.canvas.rotate_by(90)
    area = hand.canvas.view.viewport().rect()
    assert area.contains(hand.screen(0, 0))
    assert area.contains(hand.screen(600, 800))


def test_cursor_positions_are_of_the_straightened_page(show: Show) -> None:
    hand = show(page_of(spotted_page()))
    hand.canvas.rotate_by(90)
    told: list[QPointF | None] = []
    hand.canvas.cursor_moved.connect(told.append)
    matrix, _ = straight_transform(PAGE_SIZE, 90)
    (place,) = map_points(matrix, [SPOT])
    QTest.mouseMove(hand.canvas.view.viewport(), hand.screen(*place))
    assert told[-1].toTuple() == pytest.approx(place, abs=1)
    QTest.mouseMove(hand.canvas.view.viewport(), hand.screen(-20, -20))
    assert told[-1] is None
