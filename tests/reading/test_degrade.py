"""A degraded page is as bad as its level says, the same for the same seed, and maps back."""

import numpy as np
import pytest

from ecgdesk.core.constants import PHOTO_LEVELS, PhotoLevel
from ecgdesk.core.geometry import map_points
from ecgdesk.reading.degrade import Degradation, degrade, photo

WHITE = np.full((400, 600, 3), 255, dtype=np.uint8)
SPOTS = ((80, 60), (520, 60), (520, 340), (80, 340))
COLOURS = ((200, 0, 0), (0, 160, 0), (0, 0, 220), (150, 0, 150))


@pytest.fixture(scope="module")
def marked() -> np.ndarray:
    """A white page with a coloured spot at each corner of an imagined frame."""
    page = WHITE.copy()
    for (x, y), colour in zip(SPOTS, COLOURS, strict=True):
        page[y - 6 : y + 7, x - 6 : x + 7] = colour
    return page


def test_the_levels_are_the_fixed_numbers() -> None:
    assert dict(PHOTO_LEVELS) == {
        "light": PhotoLevel(2, 0.02, 0.5, 80, 0.9),
        "medium": PhotoLevel(5, 0.05, 1.0, 50, 0.7),
        "heavy": PhotoLevel(10, 0.10, 2.0, 30, 0.5),
    }
    for name, level in PHOTO_LEVELS.items():
        how = photo(name)
        used = (how.rotation_deg, how.perspective, how.blur_px, how.jpeg_quality, how.shadow)
        assert used == (
            level.rotation_deg, level.perspective, level.blur_px, level.jpeg_quality, level.shadow,
        )  # fmt: skip


@pytest.mark.parametrize("level", PHOTO_LEVELS)
def test_the_seed_decides_every_pixel(level: str, marked: np.ndarray) -> None:
    first = degrade(marked, photo(level), seed=3)
    again = degrade(marked, photo(level), seed=3)
    other = degrade(marked, photo(level), seed=4)
    assert np.array_equal(first.pixels, again.pixels)
    assert np.array_equal(first.matrix, again.matrix)
    assert not np.array_equal(first.matrix, other.matrix)


def test_nothing_asked_for_changes_nothing(marked: np.ndarray) -> None:
    same = degrade(marked, Degradation())
    assert np.array_equal(same.pixels, marked)
    assert np.array_equal(same.matrix, np.eye(3))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("level", PHOTO_LEVELS)
def test_the_matrix_leads_to_where_things_are(level: str, seed: int, marked: np.ndarray) -> None:
    how = Degradation(rotation_deg=photo(level).rotation_deg, perspective=photo(level).perspective)
    result = degrade(marked, how, seed)
    for spot, colour in zip(SPOTS, COLOURS, strict=True):
        ((x, y),) = map_points(result.matrix, [spot])
        near = np.abs(result.pixels.astype(int) - colour).max(axis=2) < 60
        rows, columns = np.nonzero(near)
        assert (columns.mean(), rows.mean()) == pytest.approx((x, y), abs=0.7)


@pytest.mark.parametrize("seed", range(4))
def test_the_canvas_holds_the_whole_sheet(seed: int) -> None:
    result = degrade(WHITE, photo("heavy"), seed)
    height, width = result.pixels.shape[:2]
    for x, y in map_points(result.matrix, [(0, 0), (600, 0), (600, 400), (0, 400)]):
        assert 0 <= x <= width
        assert 0 <= y <= height


@pytest.mark.parametrize("degrees", [2, 5, 10])
def test_the_sheet_is_turned_by_the_stated_angle(degrees: float) -> None:
    matrix = degrade(WHITE, Degradation(rotation_deg=degrees), seed=1).matrix
    assert abs(np.rad2deg(np.arctan2(matrix[1, 0], matrix[0, 0]))) == pytest.approx(degrees, abs=1e-3)


def test_one_edge_shrinks_by_the_stated_share_of_the_width() -> None:
    matrix = degrade(WHITE, Degradation(perspective=0.05), seed=2).matrix
    corners = np.array(map_points(matrix, [(0, 0), (600, 0), (600, 400), (0, 400)]))
    edges = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    shortened = np.array([600, 400, 600, 400]) - edges
    assert shortened.max() == pytest.approx(0.05 * 600, abs=0.1)


@pytest.mark.parametrize("share", [0.9, 0.7, 0.5])
def test_the_shadow_leaves_the_stated_share_of_light(share: float) -> None:
    page = degrade(WHITE, Degradation(shadow=share), seed=5).pixels
    assert page.min() == pytest.approx(255 * share, abs=2)
    assert page.max() == pytest.approx(255, abs=2)


@pytest.mark.parametrize(("sigma", "dpi"), [(1.0, 200), (2.0, 200), (2.0, 100)])
def test_the_blur_has_the_stated_width_at_200_dpi(sigma: float, dpi: float) -> None:
    step = WHITE.copy()
    step[:, 300:] = 0
    line = degrade(step, Degradation(blur_px=sigma), dpi=dpi).pixels[200, :, 0].astype(float)
    slope = -np.diff(line)
    place = np.arange(len(slope))
    middle = np.average(place, weights=slope)
    width = np.sqrt(np.average((place - middle) ** 2, weights=slope))
    assert width == pytest.approx(sigma * dpi / 200, rel=0.12)


def test_paper_brightness_noise_and_folds_show() -> None:
    tinted = degrade(WHITE, Degradation(paper_rgb=(250, 230, 200))).pixels
    assert tuple(tinted[10, 10]) == (250, 230, 200)
    assert degrade(WHITE, Degradation(brightness=0.8)).pixels.mean() == pytest.approx(204, abs=1)
    grey = np.full_like(WHITE, 128)
    assert degrade(grey, Degradation(noise=4.0)).pixels.std() == pytest.approx(4.0, rel=0.05)
    assert np.ptp(degrade(grey, Degradation(creases=1)).pixels) > 8


def test_jpeg_loses_detail_by_its_quality(marked: np.ndarray) -> None:
    def loss(quality: int) -> float:
        coded = degrade(marked, Degradation(jpeg_quality=quality)).pixels
        return float(np.abs(coded.astype(int) - marked).mean())

    assert 0 < loss(80) < loss(30)
