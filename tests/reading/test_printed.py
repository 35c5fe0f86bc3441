"""Speed and gain are read where they are printed; what cannot be read is not made up."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.load import load
from ecgdesk.reading.printed import Printed, lines_of_text, read_printed
from ecgdesk.reading.read_page import read_page
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.render_text import Face, text_mask
from ecgdesk.reading.simulate import simulate
from tests.reading.pictures import Pixels


def written(text: str, face: Face = Face.SERIF, size: float = 24.0) -> tuple[Pixels, Crop]:
    """Return a sheet with a line of text below its crop."""
    mask, _ = text_mask(text, face, size, 0.0, True)
    page = np.full((400, 1600, 3), 250, np.uint8)
    page[330 : 330 + mask.shape[0], 60 : 60 + mask.shape[1]] -= (mask * (220 / 255)).astype(np.uint8)[
        ..., None
    ]
    return page, Crop(Rect(0, 20, 1600, 320), origin="frame")


@pytest.mark.parametrize("face", [Face.SERIF, Face.SANS])
@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("25mm/s 10mm/mV 0.67~25Hz", Printed(25.0, 10.0)),
        ("0.05-150Hz AC50 50mm/s 20mm/mV", Printed(50.0, 20.0)),
        ("25 mm/sec   5 mm/mV", Printed(25.0, 5.0)),
        ("12.5mm/s 10mm/mV", Printed(12.5, 10.0)),
        ("150Hz 100Hz AC50 25mA", Printed(None, None)),
        ("2020-10-15 09:14:31", Printed(None, None)),
    ],
)
def test_what_is_printed_is_read(text: str, printed: Printed, face: Face) -> None:
    assert read_printed(*written(text, face)) == printed


def test_two_answers_are_none() -> None:
    page, crop = written("25mm/s 10mm/mV")
    page[:20] = 250
    again, _ = written("50mm/s 10mm/mV")
    both = np.vstack([again[320:], page])
    assert read_printed(both, replace(crop, rect=crop.rect.moved(0, 80))) == Printed(None, 10.0)


def test_what_a_mask_hides_is_not_read() -> None:
    page, crop = written("25mm/s 10mm/mV")
    hidden = replace(crop, masks=(Rect(0, 322, 1600, 400),))
    assert read_printed(page, hidden) == Printed()


@pytest.mark.parametrize("size", [(20, 30), (3, 900), (60, 60)])
def test_small_and_blank_parts_say_nothing(size: tuple[int, int]) -> None:
    assert lines_of_text(np.full((*size, 3), 255, np.uint8)) == []
    assert lines_of_text(np.random.default_rng(1).integers(0, 255, (*size, 3), dtype=np.uint8)) is not None


def test_a_page_is_read_at_the_speed_that_is_printed_on_it() -> None:
    page = render(simulate(seed=5), replace(PRESETS["edan-like"], mm_per_s=50.0)).pixels
    reading = read_page(page, propose_crop(page))
    assert reading.printed_mm_per_s == 50.0
    assert reading.scale is not None
    assert reading.scale.mm_per_s == 50.0
    assert "speed" not in reading.reasons


def test_without_text_the_usual_speed_is_assumed_and_that_is_said() -> None:
    page = render(simulate(seed=5), replace(PRESETS["edan-like"], caption=None)).pixels
    reading = read_page(page, propose_crop(page))
    assert (reading.printed_mm_per_s, reading.printed_mm_per_mv) == (None, None)
    assert "speed" in reading.reasons


@pytest.mark.real_data
@pytest.mark.parametrize("smaller", [False, True])
def test_real_pages_state_theirs(data_folder: Path, smaller: bool) -> None:
    found = []
    for file in sorted(data_folder.glob("ecg-cardiac/full/*.jpg")):
        page = load(PageRef(file)).pixels
        if smaller:
            page = cv2.resize(page, None, fx=0.75, fy=0.75, interpolation=cv2.INTER_AREA)
        found.append(read_printed(page, propose_crop(page)))
    assert {printed.mm_per_s for printed in found} <= {25.0, None}
    assert {printed.mm_per_mv for printed in found} <= {10.0, None}
    assert sum(printed == Printed(25.0, 10.0) for printed in found) >= (6 if smaller else 12)
