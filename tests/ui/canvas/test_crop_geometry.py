"""How a crop changes, without a window."""

import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Point, Rect, map_points, straight_transform
from ecgdesk.ui.canvas.crop_geometry import Handle, Turner, fitted, moved, resized, rotated, straight_size

SIZE = (800, 600)
CROP = Crop(Rect(100, 150, 700, 500))


def on_page(crop: Crop, points: list[Point]) -> list[Point]:
    """Return where points of the straightened page lie on the loaded page."""
    matrix, _ = straight_transform(SIZE, crop.rotation_deg, crop.corners)
    return map_points(np.linalg.inv(matrix), points)


def centre(rect: Rect) -> Point:
    return (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2


@pytest.mark.parametrize("angle", [-10, -0.1, 3.3, 45, 90, 180, -90])
def test_a_turned_page_keeps_the_crop_on_the_same_content(angle: float) -> None:
    small = Crop(Rect(300, 250, 500, 350))
    turned = rotated(small, SIZE, angle)
    (before,), (after,) = on_page(small, [centre(small.rect)]), on_page(turned, [centre(turned.rect)])
    assert after == pytest.approx(before, abs=1.0)


def test_quarter_turns_swap_width_and_height_and_four_of_them_are_none() -> None:
    crop = Crop(Rect(100, 150, 700, 500), masks=(Rect(120, 160, 200, 190),))
    quarter = rotated(crop, SIZE, 90)
    assert (quarter.rect.width, quarter.rect.height) == (350, 600)
    assert quarter.rect == Rect(100, 100, 450, 700)
    full = quarter
    for angle in (180, 270, 360):
        full = rotated(full, SIZE, angle)
    assert (full.rect, full.masks) == (crop.rect, crop.masks)


@pytest.mark.parametrize("angle", [-7.3, 2, 30, 90])
def test_nothing_comes_out_from_under_a_mask_when_the_page_turns(angle: float) -> None:
    crop = Crop(CROP.rect, masks=(Rect(120, 160, 200, 190),))
    (mask,) = rotated(crop, SIZE, angle).masks
    hidden = [(x, y) for x in np.linspace(120, 200, 9) for y in np.linspace(160, 190, 5)]
    matrix, _ = straight_transform(SIZE, angle)
    for x, y in map_points(matrix, hidden):
        assert mask.x0 - 1e-5 <= x <= mask.x1 + 1e-5
        assert mask.y0 - 1e-5 <= y <= mask.y1 + 1e-5


def test_turning_step_by_step_and_back_changes_nothing() -> None:
    crop = Crop(CROP.rect, masks=(Rect(120, 160, 200, 190),))
    turner, turned = Turner(), crop
    for step in [*range(1, 50), *range(48, -1, -1)]:
        turned = turner.turned(turned, SIZE, step / 10)
    assert turned == crop


def test_masks_grow_no_more_in_many_small_turns_than_in_one() -> None:
    crop = Crop(CROP.rect, masks=(Rect(120, 160, 200, 190),))
    turner, turned = Turner(), crop
    for step in range(1, 51):
        turned = turner.turned(turned, SIZE, step / 10)
    assert turned == rotated(crop, SIZE, 5.0)


def test_a_turn_after_another_edit_starts_from_that_edit() -> None:
    turner = Turner()
    turned = turner.turned(CROP, SIZE, 2.0)
    edited = turned.with_rect(Rect(200, 200, 400, 400))
    assert turner.turned(edited, SIZE, 2.1).rect.width == 200


def test_a_turned_crop_lies_on_the_grown_page() -> None:
    whole = Crop(Rect(0, 0, *SIZE))
    turned = rotated(whole, SIZE, 10)
    width, height = straight_size(SIZE, turned)
    assert (width, height) > SIZE
    assert 0 <= turned.rect.x0 < turned.rect.x1 <= width
    assert 0 <= turned.rect.y0 < turned.rect.y1 <= height


def test_rectangles_stay_on_the_page() -> None:
    assert moved(Rect(10, 10, 50, 50), -30, 900, SIZE) == Rect(0, 560, 40, 600)
    assert resized(Rect(10, 10, 50, 50), Handle.TOP_LEFT, -30, -30, SIZE) == Rect(0, 0, 50, 50)
    assert fitted(Rect(-50, 100, 900, 200), SIZE) == Rect(0, 100, 800, 200)
