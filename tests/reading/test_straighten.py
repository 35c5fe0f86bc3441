"""The straightened page and the cut crop are what `core.geometry` says, and masks really cover."""

import cv2
import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Point, Rect, map_points, straight_transform
from ecgdesk.reading.straighten import PAPER_WHITE, cut, straighten

Corners = tuple[Point, Point, Point, Point]
WIDTH, HEIGHT = 300, 200
WHOLE = Rect(0, 0, WIDTH, HEIGHT)
CORNERS: Corners = ((12.0, 8.0), (290.0, 3.0), (284.0, 190.0), (5.0, 196.0))


def noise(seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (HEIGHT, WIDTH, 3), dtype=np.uint8)


def page_with_blob(x: float, y: float) -> np.ndarray:
    ys, xs = np.mgrid[0:HEIGHT, 0:WIDTH] + 0.5
    dark = 255 * np.exp(-((xs - x) ** 2 + (ys - y) ** 2) / (2 * 3.0**2))
    return np.repeat((255 - dark).astype(np.uint8)[:, :, None], 3, axis=2)


def centre_of_ink(picture: np.ndarray) -> tuple[float, float]:
    ink = 255.0 - picture[..., 0]
    ink[ink < 30] = 0
    ys, xs = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]] + 0.5
    return float((xs * ink).sum() / ink.sum()), float((ys * ink).sum() / ink.sum())


@pytest.mark.parametrize("corners", [None, CORNERS])
@pytest.mark.parametrize("degrees", [0.0, 3.3, -5.0, 90.0, 180.0, 200.0])
def test_a_point_lands_where_straight_transform_says(degrees: float, corners: Corners | None) -> None:
    matrix, size = straight_transform((WIDTH, HEIGHT), degrees, corners)
    expected = map_points(matrix, [(120.0, 80.0)])[0]
    straight = straighten(page_with_blob(120.0, 80.0), Crop(WHOLE, degrees, corners))
    assert straight.shape == (size[1], size[0], 3)
    assert centre_of_ink(straight) == pytest.approx(expected, abs=0.2)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_quarter_turns_lose_nothing(quarters: int) -> None:
    straight = straighten(noise(), Crop(WHOLE, rotation_deg=90.0 * quarters))
    assert np.array_equal(straight, np.rot90(noise(), -quarters))


@pytest.mark.parametrize(("degrees", "corners"), [(0.0, None), (4.0, None), (0.0, CORNERS), (-2.0, CORNERS)])
def test_a_cut_is_the_same_part_of_the_straightened_page(degrees: float, corners: Corners | None) -> None:
    page = cv2.GaussianBlur(noise(), (0, 0), 2)
    crop = Crop(Rect(40, 30, 220, 150), degrees, corners, masks=(Rect(60, 50, 90, 70),))
    part = straighten(page, crop)[30:150, 40:220]
    assert np.abs(cut(page, crop).astype(int) - part).max() <= 1


def test_a_straight_cut_is_a_copy_and_leaves_the_page_alone() -> None:
    page = noise()
    page.setflags(write=False)
    picture = cut(page, Crop(Rect(10, 20, 110, 90), masks=(Rect(0, 0, 50, 50),)))
    assert picture.flags["C_CONTIGUOUS"]
    assert not np.shares_memory(picture, page)
    assert np.array_equal(page, noise())


def test_fractions_of_pixels_round_to_the_nearest() -> None:
    assert np.array_equal(cut(noise(), Crop(Rect(9.6, 19.7, 110.2, 90.4))), noise()[20:90, 10:110])


@pytest.mark.parametrize("degrees", [0.0, 10.0])
def test_beyond_the_page_is_paper_white(degrees: float) -> None:
    black = np.zeros((HEIGHT, WIDTH, 3), dtype=np.uint8)
    picture = cut(black, Crop(Rect(-40, -30, WIDTH + 90, HEIGHT + 70), degrees))
    assert picture.shape == (HEIGHT + 100, WIDTH + 130, 3)
    for corner in (picture[0, 0], picture[0, -1], picture[-1, 0], picture[-1, -1]):
        assert corner.tolist() == [PAPER_WHITE] * 3
    assert picture[HEIGHT // 2, WIDTH // 2].tolist() == [0, 0, 0]


def test_a_crop_entirely_off_the_page_is_white() -> None:
    assert (cut(noise(), Crop(Rect(400, 400, 450, 420))) == PAPER_WHITE).all()
    assert (cut(noise(), Crop(Rect(-50, -50, -10, -20))) == PAPER_WHITE).all()


@pytest.mark.parametrize("degrees", [0.0, 3.0])
def test_a_mask_covers_every_pixel_it_touches(degrees: float) -> None:
    black = np.zeros((HEIGHT, WIDTH, 3), dtype=np.uint8)
    crop = Crop(Rect(50, 40, 250, 160), degrees, masks=(Rect(100.4, 80.6, 130.2, 95.1),))
    masked = cut(black, crop)
    assert (masked[80 - 40 : 96 - 40, 100 - 50 : 131 - 50] == PAPER_WHITE).all()
    assert (masked == PAPER_WHITE).all(axis=2).sum() == 16 * 31
    assert (straighten(black, crop)[80:96, 100:131] == PAPER_WHITE).all()


def test_a_mask_that_leaves_the_crop_covers_what_is_left_of_it() -> None:
    black = np.zeros((HEIGHT, WIDTH, 3), dtype=np.uint8)
    crop = Crop(
        Rect(50, 40, 250, 160), masks=(Rect(0, 0, 60, 50), Rect(240, 150, 999, 999), Rect(0, 0, 9, 9))
    )
    masked = (cut(black, crop) == PAPER_WHITE).all(axis=2)
    assert masked[:10, :10].all()
    assert masked[-10:, -10:].all()
    assert masked.sum() == 200


def test_a_crop_without_a_pixel_is_refused() -> None:
    with pytest.raises(ValueError, match="no pixel"):
        cut(noise(), Crop(Rect(10, 10, 10.2, 50)))
