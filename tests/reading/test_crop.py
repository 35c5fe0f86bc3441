"""The proposed crop is the tracing area, wherever the page shows it, and text stays out of it."""

import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Rect, map_points, straight_transform
from ecgdesk.core.page import PageRef
from ecgdesk.reading.crop import paper_c, propose_crop
from ecgdesk.reading.degrade import degrade, photo
from ecgdesk.reading.load import load
from ecgdesk.reading.render import RenderedPage, render
from ecgdesk.reading.render_presets import PRESETS, varied_options
from ecgdesk.reading.simulate import simulate
from ecgdesk.reading.straighten import cut
from tests.reading.pictures import FRAME, Pixels, ecg_like_page

# The frame of the EDAN pages, measured on the full-size ones: centre of its four lines, of 2213 × 1572.
EDAN_FRAME = np.array([69.5, 285.0, 2174.5, 1516.5])
EDAN_WIDTH = 2213
Change = Callable[[Pixels], Pixels]


def turned(page: Pixels, degrees: float) -> Pixels:
    matrix, size = straight_transform((page.shape[1], page.shape[0]), degrees)
    return cv2.warpAffine(page, matrix[:2], size, borderValue=(255, 255, 255))


def resized(page: Pixels, factor: float) -> Pixels:
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return cv2.resize(page, None, fx=factor, fy=factor, interpolation=how)


def as_jpeg(page: Pixels, quality: int) -> Pixels:
    return cv2.imdecode(cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)


def grey(page: Pixels) -> Pixels:
    return cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)


def brighter(page: Pixels, factor: float) -> Pixels:
    return np.clip(page * factor, 0, 255).astype(np.uint8)


def grainy(page: Pixels) -> Pixels:
    noise = np.random.default_rng(0).normal(0, 10, page.shape)
    return np.clip(page + noise, 0, 255).astype(np.uint8)


def shaded(page: Pixels) -> Pixels:
    light = np.linspace(0.6, 1.0, page.shape[1])[None, :, None]
    return (cv2.GaussianBlur(page, (0, 0), 1) * light).astype(np.uint8)


CHANGES: dict[str, Change] = {
    "as it is": lambda page: page,
    "JPEG 40": lambda page: as_jpeg(page, 40),
    "grey": grey,
    "20 % brighter": lambda page: brighter(page, 1.2),
    "20 % darker": lambda page: brighter(page, 0.8),
    "grainy": grainy,
    "shaded and soft": shaded,
    "at 70 %": lambda page: resized(page, 0.7),
    "at 130 %": lambda page: resized(page, 1.3),
    "with a dark surround": lambda page: cv2.copyMakeBorder(
        page, 90, 60, 40, 110, cv2.BORDER_CONSTANT, value=(90, 110, 120)
    ),
}


def shift(name: str) -> tuple[int, int]:
    return (40, 90) if "surround" in name else (0, 0)


def as_row(rect: Rect) -> np.ndarray:
    return np.array([rect.x0, rect.y0, rect.x1, rect.y1])


def covered(crop: Crop, page: Pixels, points: np.ndarray) -> float:
    """Share of points of the loaded page that the crop keeps."""
    matrix, _ = straight_transform((page.shape[1], page.shape[0]), crop.rotation_deg, crop.corners)
    x, y = np.array(map_points(matrix, [tuple(point) for point in points])).T
    rect = crop.rect
    return float(((x >= rect.x0) & (x < rect.x1) & (y >= rect.y0) & (y < rect.y1)).mean())


def points_in(rect: Rect) -> np.ndarray:
    return np.array([
        (rect.x0 + across * rect.width, rect.y0 + down * rect.height)
        for across in np.linspace(0.02, 0.98, 25)
        for down in np.linspace(0.1, 0.9, 7)
    ])  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_printed_frame_is_found(name: str) -> None:
    page = CHANGES[name](ecg_like_page())
    factor = page.shape[1] / 800 if name.startswith("at ") else 1
    crop = propose_crop(page)
    dx, dy = shift(name)
    inside = np.array(FRAME) * factor + [dx, dy, dx, dy]
    assert crop.origin == "frame"
    assert crop.rotation_deg == 0
    assert np.abs(as_row(crop.rect) - inside).max() <= 6
    assert crop.rect.x0 > inside[0]
    assert crop.rect.y1 < inside[3]


@pytest.mark.parametrize("degrees", [-5.0, -2.0, 0.7, 3.0, 5.0])
def test_a_tilted_page_is_turned_straight(degrees: float) -> None:
    page = turned(ecg_like_page(1100, 760, (50, 150, 1050, 690)), degrees)
    crop = propose_crop(page)
    assert crop.rotation_deg == pytest.approx(-degrees, abs=0.15)
    assert crop.origin == "frame"
    assert crop.rect.width == pytest.approx(1000, abs=10)
    assert crop.rect.height == pytest.approx(540, abs=10)


def test_a_straight_page_is_not_turned_at_all() -> None:
    assert propose_crop(ecg_like_page()).rotation_deg == 0.0


def test_paper_c_and_whole_are_what_they_say() -> None:
    page = np.full((1000, 700, 3), 255, dtype=np.uint8)
    assert propose_crop(page, "paper-c") == Crop(Rect(0, 200, 700, 930), origin="fallback")
    assert propose_crop(page, "whole") == Crop(Rect(0, 0, 700, 1000), origin="whole")


def test_where_nothing_is_found_paper_c_stands_in() -> None:
    page = np.full((1000, 700, 3), 255, dtype=np.uint8)
    assert propose_crop(page) == paper_c((700, 1000))


@pytest.mark.parametrize(
    "size", [(1, 1), (1, 60), (60, 1), (2, 3), (20, 20), (5, 3000), (3000, 5), (100, 100)]
)
@pytest.mark.parametrize("kind", ["white", "black", "noise"])
def test_any_page_gives_a_crop_that_can_be_cut(size: tuple[int, int], kind: str) -> None:
    page = {
        "white": np.full((*size, 3), 255, dtype=np.uint8),
        "black": np.zeros((*size, 3), dtype=np.uint8),
        "noise": np.random.default_rng(1).integers(0, 255, (*size, 3), dtype=np.uint8),
    }[kind]
    crop = propose_crop(page)
    _, straight = straight_transform(size[::-1], crop.rotation_deg)
    assert crop.rect == crop.rect.clipped(straight)
    assert cut(page, crop).size > 0


def test_the_page_itself_is_left_alone() -> None:
    page = ecg_like_page()
    page.setflags(write=False)
    assert propose_crop(page) == propose_crop(ecg_like_page())


def keeps_the_traces_and_no_text(page: RenderedPage, crop: Crop) -> None:
    for trace in page.traces:
        assert covered(crop, page.pixels, np.asarray(trace.points)[::20]) > 0.999, trace.lead
    for words in (page.header, page.footer):
        assert words is None or covered(crop, page.pixels, points_in(words)) == 0


@pytest.mark.parametrize("name", PRESETS)
def test_a_rendered_page_keeps_its_traces_and_loses_its_text(name: str) -> None:
    page = render(simulate(seed=3), PRESETS[name])
    keeps_the_traces_and_no_text(page, propose_crop(page.pixels))


@pytest.mark.parametrize("seed", [1, 4, 12, 13, 23, 27, 41, 46])
def test_grids_over_the_whole_sheet_dots_and_no_grid_do_too(seed: int) -> None:
    page = render(simulate(seed=seed), varied_options(seed))
    keeps_the_traces_and_no_text(page, propose_crop(page.pixels))


def test_a_page_without_a_grid_is_cropped_to_its_traces() -> None:
    page = render(simulate(seed=4), varied_options(4))
    assert propose_crop(page.pixels).origin == "trace"


@pytest.mark.parametrize("level", ["light", "medium", "heavy"])
@pytest.mark.parametrize("seed", [3, 9, 14])
def test_a_photographed_page_keeps_its_traces(level: str, seed: int) -> None:
    page = render(simulate(seed=seed), varied_options(seed))
    taken = degrade(page.pixels, photo(level), seed=seed)
    crop = propose_crop(taken.pixels)
    for trace in page.traces:
        points = map_points(taken.matrix, [tuple(point) for point in np.asarray(trace.points)[::20]])
        assert covered(crop, taken.pixels, np.array(points)) > 0.99
    assert crop.rect.height < 0.9 * taken.pixels.shape[0]


def test_a_full_size_page_takes_a_moment() -> None:
    page = render(simulate(), PRESETS["edan-like"]).pixels
    propose_crop(page)
    start = time.process_time()
    propose_crop(page)
    # Twelve times what it takes on a quiet machine: only a change of kind should fail here.
    assert time.process_time() - start < 0.4


@pytest.mark.real_data
@pytest.mark.parametrize("every", [10, pytest.param(1, marks=pytest.mark.slow)])
def test_the_frame_is_found_on_every_real_page_and_always_the_same(every: int, data_folder: Path) -> None:
    files = sorted(data_folder.glob("ecg-cardiac/*/*.jpg"))
    assert len(files) == 387 + 12
    files = files[::every]
    crops = {file: propose_crop(load(PageRef(file)).pixels) for file in files}
    assert {crop.origin for crop in crops.values()} == {"frame"}
    assert {crop.rotation_deg for crop in crops.values()} == {0.0}
    for folder, width in (("pages", EDAN_WIDTH / 2), ("full", EDAN_WIDTH)):
        rows = np.array([as_row(crop.rect) for file, crop in crops.items() if file.parent.name == folder])
        assert np.ptp(rows, axis=0).max() <= 1
        inward = (rows - EDAN_FRAME * width / EDAN_WIDTH) * [1, 1, -1, -1] * EDAN_WIDTH / width
        assert inward.min() >= 2
        assert inward.max() <= 6


@pytest.mark.real_data
@pytest.mark.parametrize("name", CHANGES)
def test_a_real_frame_is_found_whatever_was_done_to_the_scan(name: str, data_folder: Path) -> None:
    files = sorted(data_folder.glob("ecg-cardiac/pages/*.jpg"))[::100]
    files += sorted(data_folder.glob("ecg-cardiac/full/*.jpg"))[:1]
    for file in files:
        whole = load(PageRef(file)).pixels
        page = CHANGES[name](whole)
        scale = (page if name.startswith("at ") else whole).shape[1] / EDAN_WIDTH
        dx, dy = shift(name)
        crop = propose_crop(page)
        assert crop.origin == "frame", file.name
        error = (as_row(crop.rect) - [dx, dy, dx, dy]) / scale - EDAN_FRAME
        assert np.abs(error).max() <= 9, file.name


@pytest.mark.real_data
def test_photographs_get_a_crop_of_most_of_the_sheet_and_lose_printed_text(data_folder: Path) -> None:
    crops = {file.stem: propose_crop(load(PageRef(file)).pixels) for file in data_folder.glob("ecg-photos/*")}
    assert len(crops) == 26
    assert {crop.origin for crop in crops.values()} <= {"frame", "grid"}
    assert all(crop.rect.width > 0.9 * 600 for crop in crops.values())
    # Text of the header, seen by eye, ends at these rows; the footer of the second begins at its row.
    assert crops["ecg00016"].rect.y0 >= 67
    assert crops["ecg00024"].rect.y0 >= 64
    assert crops["ecg00025"].rect.y0 >= 65
    assert crops["ecg00053"].rect.y0 >= 440
    assert crops["ecg00002"].rect.y1 <= 750
