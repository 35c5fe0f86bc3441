"""Pages that can be trusted are green, doubtful ones say why, and what is no ECG is refused."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from sklearn.datasets import load_sample_images

from ecgdesk.core.analysis import Quality, Trust
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.degrade import Degradation, degrade, photo
from ecgdesk.reading.load import load
from ecgdesk.reading.quality import judge
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.simulate import simulate
from tests.reading.pictures import Pixels


def rng() -> np.random.Generator:
    return np.random.default_rng(5)


def ecg_page(preset: str = "edan-like") -> Pixels:
    return render(simulate(seed=2), PRESETS[preset]).pixels


def judged(page: Pixels) -> Quality:
    return judge(page, propose_crop(page))


def codes(quality: Quality) -> set[str]:
    return {caution.code for caution in quality.cautions}


def written_page(size: int = 28) -> Pixels:
    image = Image.new("RGB", (1654, 2339), "white")
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(size)
    words = ["The", "patient", "was", "seen", "today", "and", "feels", "well", "after", "last", "week", "."]
    chance = rng()
    for row in range(40):
        line = " ".join(chance.choice(words, 14))
        draw.text((130, 130 + row * 2 * size), line, font=font, fill=(20, 20, 20))
    return np.asarray(image)


def table(filled: bool) -> Pixels:
    chance = rng()
    page = np.full((1200, 1600, 3), 255, np.uint8)
    for x in range(100, 1501, 140):
        cv2.line(page, (x, 100), (x, 1100), (0, 0, 0), 2)
    for y in range(100, 1101, 50):
        cv2.line(page, (100, y), (1500, y), (0, 0, 0), 2)
    for x in range(100, 1400, 140):
        for y in range(100, 1051, 50):
            if filled:
                cv2.putText(page, f"{chance.random():.2f}", (x + 15, y + 35), 0, 0.9, (0, 0, 0), 2)
    return page


def empty_grid() -> Pixels:
    page = np.full((1200, 1700, 3), 255, np.uint8)
    for place in range(0, 1700, 8):
        colour = (255, 200, 205) if place % 40 else (240, 150, 160)
        cv2.line(page, (place, 0), (place, 1200), colour, 1)
        cv2.line(page, (0, place), (1700, place), colour, 1)
    return page


def soft_noise() -> Pixels:
    noise = cv2.GaussianBlur(rng().normal(0, 1, (900, 1200, 3)), (0, 0), 4)
    return cv2.normalize(noise, None, 0, 255, cv2.NORM_MINMAX).astype(np.uint8)


NO_ECG: dict[str, Callable[[], Pixels]] = {
    "blank": lambda: np.full((1600, 1100, 3), 255, np.uint8),
    "blank with grain": lambda: np.clip(rng().normal(245, 3, (1600, 1100, 3)), 0, 255).astype(np.uint8),
    "black": lambda: np.zeros((800, 1100, 3), np.uint8),
    "noise": lambda: rng().integers(0, 255, (900, 1200, 3), dtype=np.uint8),
    "soft noise": soft_noise,
    "gradient": lambda: np.tile(np.linspace(0, 255, 1200).astype(np.uint8)[None, :, None], (900, 1, 3)),
    "letter": lambda: written_page(),
    "letter in large type": lambda: written_page(44),
    "table": lambda: table(True),
    "empty table": lambda: table(False),
    "empty grid": empty_grid,
    "flower": lambda: load_sample_images().images[1],
}


@pytest.mark.parametrize("name", NO_ECG)
def test_what_is_no_ecg_is_refused_with_a_sentence(name: str) -> None:
    quality = judged(NO_ECG[name]())
    assert quality.trust is Trust.REFUSED
    assert len(quality.cautions) == 1
    assert quality.cautions[0].problem.endswith(".")
    assert quality.cautions[0].advice.endswith(".")


def test_a_page_on_its_side_is_at_least_doubted_and_told_to_be_turned() -> None:
    quality = judged(np.ascontiguousarray(np.rot90(ecg_page())))
    assert quality.trust is not Trust.GREEN
    assert "upright" in quality.cautions[0].advice


def test_a_landscape_photograph_is_at_least_doubted() -> None:
    assert judged(load_sample_images().images[0]).trust is not Trust.GREEN


@pytest.mark.parametrize("preset", PRESETS)
def test_a_rendered_page_is_green(preset: str) -> None:
    quality = judged(ecg_page(preset))
    assert quality.trust is Trust.GREEN
    assert quality.cautions == ()


@pytest.mark.parametrize("level", ["light", "medium"])
@pytest.mark.parametrize("preset", ["edan-like", "a4-red", "strip-green"])
def test_an_ordinary_photograph_of_a_page_is_green(preset: str, level: str) -> None:
    assert judged(degrade(ecg_page(preset), photo(level), seed=1).pixels).trust is Trust.GREEN


def test_figures_come_with_every_verdict() -> None:
    figures = judged(ecg_page()).figures
    assert figures["width_px"] > 2000
    assert 0.4 < figures["sharpness"] < 0.6
    assert figures["evenness"] > 0.9
    assert 3 < figures["trace_rows"] < 5
    assert all(np.isfinite(value) for value in figures.values())


def amber(page: Pixels) -> set[str]:
    quality = judged(page)
    assert quality.trust is Trust.AMBER, quality.cautions
    return codes(quality)


def test_a_blurred_page_says_so() -> None:
    assert amber(cv2.GaussianBlur(ecg_page(), (0, 0), 5)) == {"blurred"}


def test_a_faint_page_says_so() -> None:
    assert amber((255 - (255 - ecg_page().astype(float)) * 0.2).astype(np.uint8)) == {"faint"}


def test_a_page_in_a_deep_shadow_says_so() -> None:
    light = np.clip(np.linspace(1.6, 0.1, 2213), 0.3, 1)[None, :, None]
    assert "uneven-light" in amber((ecg_page() * light).astype(np.uint8))


def test_a_dark_page_says_so() -> None:
    assert "dark" in amber((ecg_page() * 0.3).astype(np.uint8))


def test_a_small_page_says_so_and_a_tiny_one_is_refused() -> None:
    small = cv2.resize(ecg_page(), None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA)
    assert "too-small" in amber(small)
    tiny = cv2.resize(ecg_page(), None, fx=0.08, fy=0.08, interpolation=cv2.INTER_AREA)
    assert judged(tiny).trust is Trust.REFUSED
    assert "pixels" in judged(tiny).cautions[0].problem


def test_a_crop_of_a_small_part_says_so() -> None:
    page = ecg_page()
    part = Crop(Rect(700, 300, 1300, 700))
    assert "small-crop" in codes(judge(page, part, propose_crop(page)))


def test_a_crop_on_empty_paper_is_refused() -> None:
    page = cv2.copyMakeBorder(ecg_page(), 0, 900, 0, 0, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    quality = judge(page, Crop(Rect(100, 1650, 2000, 2400)))
    assert quality.trust is Trust.REFUSED
    assert codes(quality) == {"blank"}


def test_what_is_masked_is_not_seen() -> None:
    page = ecg_page()
    crop = propose_crop(page)
    assert judge(page, replace(crop, masks=(crop.rect,))).trust is Trust.REFUSED


def test_a_page_cut_through_a_row_of_traces_says_at_which_edge() -> None:
    page = render(simulate(seed=2), PRESETS["strip-green"])
    rows = sorted(float(np.mean(np.asarray(trace.points)[:, 1])) for trace in page.traces)
    for cut_page, edge in (
        (page.pixels[: round(rows[-1])], "bottom"),
        (page.pixels[round(rows[0]) :], "top"),
    ):
        crop = Crop(Rect(0, 0, cut_page.shape[1], cut_page.shape[0]), origin="grid")
        cautions = [caution for caution in judge(cut_page, crop).cautions if caution.code == "cut-off"]
        assert [caution.problem for caution in cautions] == [f"This page is cut off at the {edge} edge."]


def test_a_users_crop_through_a_trace_says_so() -> None:
    page = render(simulate(seed=2), PRESETS["edan-like"])
    lowest = max(float(np.mean(np.asarray(trace.points)[:, 1])) for trace in page.traces)
    crop = propose_crop(page.pixels)
    through = crop.with_rect(Rect(crop.rect.x0, crop.rect.y0, crop.rect.x1, round(lowest)))
    assert "crop-cuts-trace" in codes(judge(page.pixels, through))


@pytest.mark.parametrize("turn", [0.0, 3.0])
def test_the_verdict_takes_a_moment_also_on_a_tilted_page(turn: float) -> None:
    page = degrade(ecg_page(), Degradation(rotation_deg=turn), seed=1).pixels
    crop = propose_crop(page)
    judge(page, crop)
    start = time.process_time()
    judge(page, crop)
    # Many times what it takes on a quiet machine: only a change of kind should fail here.
    assert time.process_time() - start < 0.4


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (40, 1), (3, 3)])
def test_the_smallest_pages_are_refused_and_not_an_error(size: tuple[int, int]) -> None:
    assert judged(np.full((*size, 3), 200, np.uint8)).trust is Trust.REFUSED


@pytest.mark.real_data
@pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.slow)])
def test_every_real_scan_is_green(every: int, data_folder: Path) -> None:
    files = sorted(data_folder.glob("ecg-cardiac/*/*.jpg")) + sorted(data_folder.glob("ludb/pages/*.png"))
    for file in files[::every]:
        quality = judged(load(PageRef(file)).pixels)
        assert quality.trust is Trust.GREEN, (file.name, quality.cautions)


@pytest.mark.real_data
def test_real_photographs_are_not_refused_and_more_than_half_are_green(data_folder: Path) -> None:
    trusts = [judged(load(PageRef(file)).pixels).trust for file in sorted(data_folder.glob("ecg-photos/*"))]
    assert Trust.REFUSED not in trusts
    # In many of them traces run into the picture's edge, and that is said.
    assert trusts.count(Trust.GREEN) >= 14
