"""Photographed pages are laid straight by their sheet's edges or their lines; flat pages are left alone."""

import cv2
import numpy as np
import pytest

from ecgdesk.core.geometry import straight_transform
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.degrade import Degradation, Degraded, degrade, photo
from ecgdesk.reading.directions import directions, looks_flat, view
from ecgdesk.reading.paper import find_paper, shows_surround
from ecgdesk.reading.perspective import find_corners
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import PRESETS, varied_options
from ecgdesk.reading.simulate import simulate
from ecgdesk.reading.sketch import Sketch, sketch
from tests.reading.pictures import Pixels

DPI = 110.0


def drawn(seed: int) -> Pixels:
    return render(simulate(seed=seed), varied_options(seed, DPI)).pixels


def taken(page: Pixels, how: Degradation, seed: int = 0) -> Degraded:
    return degrade(page, how, seed=seed, dpi=DPI)


def edges_of(page: Pixels) -> np.ndarray:
    height, width = page.shape[:2]
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)


def moved(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    return cv2.perspectiveTransform(points[None], matrix)[0]


def leaning(matrix: np.ndarray, page: Pixels) -> float:
    """By how many degrees the edges of a page, sent through a matrix, are off upright and level at most."""
    corners = moved(matrix, edges_of(page))
    sides = np.roll(corners, -1, axis=0) - corners
    angles = np.degrees(np.arctan2(sides[:, 1], sides[:, 0])) - [0, 90, 180, 270]
    return float(np.abs((angles + 180) % 360 - 180).max())


@pytest.mark.parametrize("level", ["light", "medium", "heavy"])
@pytest.mark.parametrize("seed", [3, 9, 14, 20])
def test_the_corners_of_a_sheet_on_a_table_are_found(level: str, seed: int) -> None:
    page = drawn(seed)
    shot = taken(page, photo(level), seed)  # type: ignore[arg-type]
    found = find_corners(sketch(shot.pixels))
    assert found is not None
    assert found.by == "paper"
    off = np.linalg.norm(np.array(found.corners) - moved(shot.matrix, edges_of(page)), axis=1)
    assert off.max() < 0.003 * np.hypot(*page.shape[:2])


def close_up(seed: int, how: Degradation) -> tuple[Pixels, Pixels, np.ndarray]:
    """A page, a part of its photograph that shows nothing but paper, and the matrix between them."""
    page = drawn(seed)
    shot = taken(page, how, seed)
    corners = moved(shot.matrix, edges_of(page))
    x0, y0 = np.ceil(np.maximum(corners[0], [corners[3][0], corners[1][1]]) + 6).astype(int)
    x1, y1 = np.floor(np.minimum(corners[2], [corners[1][0], corners[3][1]]) - 6).astype(int)
    shift = np.array([[1, 0, -x0], [0, 1, -y0], [0, 0, 1]], np.float64)
    return page, np.ascontiguousarray(shot.pixels[y0:y1, x0:x1]), shift @ shot.matrix


def grid_all_over(seed: int) -> bool:
    found = view(directions(sketch(drawn(seed)).ink), (1, 1))
    return found is not None and found.share == 1


@pytest.mark.parametrize("seed", [1, 12, 16, 27])
def test_where_the_sheet_fills_the_picture_the_lines_of_its_grid_lay_it_straight(seed: int) -> None:
    assert grid_all_over(seed)
    page, picture, matrix = close_up(seed, Degradation(rotation_deg=3, perspective=0.09, blur_px=0.6))
    found = find_corners(sketch(picture))
    assert found is not None
    assert found.by == "lines"
    assert 0.5 < found.confidence <= 1
    size = (picture.shape[1], picture.shape[0])
    flat, (width, height) = straight_transform(size, 0.0, found.corners)
    assert leaning(flat @ matrix, page) < 0.3 < leaning(matrix, page)
    inside = moved(flat, edges_of(picture))
    assert inside.min() > -1.5
    assert np.all(inside.max(axis=0) < [width + 1.5, height + 1.5])


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("degrees", [0.0, 2.0])
def test_flat_pages_have_no_corners_to_set_turned_or_not(name: str, degrees: float) -> None:
    page = render(simulate(seed=3), PRESETS[name]).pixels
    whole = taken(page, Degradation(rotation_deg=degrees, surround=False, paper_rgb=(255, 255, 254)))
    assert find_corners(sketch(whole.pixels)) is None


def test_a_sheet_that_lies_square_on_a_table_keeps_its_place() -> None:
    page = cv2.copyMakeBorder(drawn(3), 60, 80, 50, 90, cv2.BORDER_CONSTANT, value=(90, 100, 110))
    paper = find_paper(sketch(page))
    assert paper is not None
    assert np.abs(paper[0] * sketch(page).factor - [50, 60]).max() < 2
    assert find_corners(sketch(page)) is None


def test_a_light_table_hides_the_sheets_edges_and_a_sheet_without_lines_is_left_alone() -> None:
    shot = taken(np.full((700, 1000, 3), 250, np.uint8), photo("medium"), 4)
    pale = np.maximum(shot.pixels, 235)
    assert not shows_surround(sketch(pale))
    assert find_corners(sketch(pale)) is None


@pytest.mark.parametrize("seed", range(4))
def test_pictures_without_a_sheet_get_no_corners(seed: int) -> None:
    rng = np.random.default_rng(seed)
    soft = cv2.GaussianBlur(rng.integers(0, 255, (700, 900, 3), dtype=np.uint8), (0, 0), 1 + 6 * seed)
    assert find_corners(sketch(cv2.normalize(soft, None, 0, 255, cv2.NORM_MINMAX))) is None


@pytest.mark.parametrize("size", [(1, 1), (2, 30), (30, 2), (60, 60), (900, 12)])
def test_any_size_is_looked_at(size: tuple[int, int]) -> None:
    for page in (np.full((*size, 3), 250, np.uint8), np.zeros((*size, 3), np.uint8)):
        assert find_corners(sketch(page)) is None


def test_level_lines_are_seen_at_once() -> None:
    page = sketch(render(simulate(seed=3), PRESETS["edan-like"]).pixels)
    assert looks_flat(page.ink)
    assert not looks_flat(page.turned(1.0).ink)


def test_a_photographed_page_is_cropped_on_the_sheet_laid_straight() -> None:
    page = render(simulate(seed=9), varied_options(9, DPI))
    shot = taken(page.pixels, photo("medium"), 9)
    crop = propose_crop(shot.pixels)
    assert crop.corners is not None
    assert crop.rotation_deg == 0
    height, width = page.pixels.shape[:2]
    _, (across, down) = straight_transform((shot.pixels.shape[1], shot.pixels.shape[0]), 0, crop.corners)
    frame = np.array([page.frame.x0 / width, page.frame.y0 / height])
    assert np.abs(np.array([crop.rect.x0 / across, crop.rect.y0 / down]) - frame).max() < 0.03


def test_a_sketch_is_straightened_as_its_page_is() -> None:
    page = drawn(9)
    shot = taken(page, photo("medium"), 9)
    found = find_corners(sketch(shot.pixels))
    assert found is not None
    flat: Sketch = sketch(shot.pixels).straightened(found.corners)
    assert flat.corners == found.corners
    assert abs(flat.width / flat.height - page.shape[1] / page.shape[0]) < 0.08
    assert looks_flat(flat.ink)
