"""A crop that leaves out traces says so; a nudged edge does not."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.analysis import Trust
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.left_out import share_left_out
from ecgdesk.reading.load import load
from ecgdesk.reading.quality import LEFT_OUT, judge
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.simulate import simulate
from tests.reading.pictures import Pixels

LEFT_HALF, NO_RHYTHM_STRIP, NO_V4_TO_V6 = (0, 0, 0.5, 1), (0, 0, 1, 0.75), (0, 0, 0.76, 1)
NUDGES = [(0.01, 0.01, 0.99, 0.99), (0.02, 0, 1, 0.98), (0.02, 0.02, 1.02, 1.02), (-0.05, -0.05, 1.05, 1.05)]

Part = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def page() -> Pixels:
    return render(simulate(seed=2), PRESETS["edan-like"]).pixels


def part_of(area: Crop, part: Part) -> Crop:
    r, (x0, y0, x1, y1) = area.rect, part
    across, down = r.width, r.height
    return area.with_rect(Rect(r.x0 + x0 * across, r.y0 + y0 * down, r.x0 + x1 * across, r.y0 + y1 * down))


def is_told(pixels: Pixels, crop: Crop, area: Crop) -> bool:
    return LEFT_OUT in judge(pixels, crop, area).cautions


@pytest.mark.parametrize("part", [LEFT_HALF, NO_RHYTHM_STRIP, NO_V4_TO_V6])
def test_leads_left_out_by_the_user_are_an_amber_caution(page: Pixels, part: Part) -> None:
    area = propose_crop(page)
    quality = judge(page, part_of(area, part), area)
    assert quality.trust is Trust.AMBER
    assert [c for c in quality.cautions if c.code == "crop-cuts-trace"] == [LEFT_OUT]
    assert quality.figures["left_out"] > 0.15


@pytest.mark.parametrize("part", NUDGES)
def test_a_nudged_crop_leaves_nothing_out(page: Pixels, part: Part) -> None:
    area = propose_crop(page)
    assert not is_told(page, part_of(area, part), area)


def test_only_a_crop_of_the_user_is_held_against_the_area(page: Pixels) -> None:
    area = propose_crop(page)
    proposed = replace(part_of(area, LEFT_HALF), origin="frame")
    assert not is_told(page, proposed, area)
    assert "left_out" not in judge(page, proposed, area).figures


def test_a_turned_crop_is_compared_where_it_lies_on_the_page(page: Pixels) -> None:
    area = propose_crop(page)
    height, width = page.shape[:2]
    whole = Crop(Rect(0, 0, height, width), rotation_deg=90)
    assert share_left_out(page, whole, area) == 0
    left = replace(whole, rect=Rect(0, 0, height, width / 2))  # turned clockwise, the left is at the top
    assert 0.4 < share_left_out(page, left, area) < 0.6


def test_an_area_without_traces_says_nothing() -> None:
    blank = np.full((400, 600, 3), 255, np.uint8)
    assert share_left_out(blank, Crop(Rect(0, 0, 10, 10)), Crop(Rect(0, 0, 600, 400))) == 0


@pytest.mark.real_data
def test_a_scanned_page_whose_crop_leaves_out_leads_is_told_of_it(data_folder: Path) -> None:
    pixels = load(PageRef(data_folder / "ecg-cardiac" / "full" / "ahb-021f4963.jpg")).pixels
    area = propose_crop(pixels)
    for part in (LEFT_HALF, NO_RHYTHM_STRIP, NO_V4_TO_V6):
        assert is_told(pixels, part_of(area, part), area), part
    for part in NUDGES:
        assert judge(pixels, part_of(area, part), area).trust is Trust.GREEN, part
