"""The picture that the model gets."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.models.preprocess import to_picture
from ecgdesk.reading.straighten import cut
from ecgdesk.ui.crop import CropPreview

INK = Preprocessing(width=176, height=104, colour="ink", mean=(0.1,), std=(0.2,))
COLOUR = Preprocessing(width=60, height=40, contrast_stretch=True, fit="pad")
CROP = Crop(Rect(40, 50, 380, 260), rotation_deg=2.5, masks=(Rect(100, 100, 150, 130),))


@pytest.fixture
def page() -> Page:
    pixels = np.random.default_rng(3).integers(0, 255, (300, 400, 3), dtype=np.uint8)
    return Page(PageRef(Path("a.png")), pixels, 1, "0" * 64)


@pytest.fixture
def preview(qtbot: QtBot) -> CropPreview:
    widget = CropPreview()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("settings", "caption"), [(INK, "176 × 104, ink"), (COLOUR, "60 × 40, colour")], ids=["ink", "colour"]
)
def test_the_preview_is_exactly_what_preprocessing_gives(
    qtbot: QtBot, preview: CropPreview, page: Page, settings: Preprocessing, caption: str
) -> None:
    with qtbot.waitSignal(preview.picture_shown):
        preview.show_crop(page, CROP, settings)
    expected = to_picture(cut(page.pixels, CROP), settings)
    assert np.array_equal(preview.picture, expected)
    assert preview.caption == caption


def test_each_pixel_is_painted_as_a_square_of_whole_screen_pixels(
    qtbot: QtBot, preview: CropPreview, page: Page
) -> None:
    with qtbot.waitSignal(preview.picture_shown):
        preview.show_crop(page, CROP, INK)
    view = preview.view
    qtbot.waitUntil(lambda: view.place().width() > INK.width)
    place, shot = view.place(), view.grab().toImage()
    scale = place.width() / INK.width
    assert scale == int(scale) == 2
    for x, y in ((0, 0), (17, 40), (175, 103), (90, 51)):
        for corner in (0.1, 0.9):
            at = place.left() + (x + corner) * scale, place.top() + (y + corner) * scale
            assert QColor(shot.pixel(int(at[0]), int(at[1]))).red() == preview.picture[y, x, 0]


def test_a_picture_that_does_not_fit_is_shown_whole_and_says_so(
    qtbot: QtBot, preview: CropPreview, page: Page
) -> None:
    preview.resize(132, 200)
    with qtbot.waitSignal(preview.picture_shown):
        preview.show_crop(page, CROP, INK)
    qtbot.waitUntil(lambda: preview.caption == "176 × 104, ink, shown at 75 %")
    preview.resize(400, 300)
    qtbot.waitUntil(lambda: preview.caption == "176 × 104, ink")


def test_only_the_latest_crop_is_shown(qtbot: QtBot, preview: CropPreview, page: Page) -> None:
    shown = []
    preview.picture_shown.connect(shown.append)
    crops = [Crop(Rect(0, 0, 100 + number, 100)) for number in range(20)]
    for crop in crops:
        preview.show_crop(page, crop, INK)
    qtbot.waitUntil(lambda: len(shown) == 1)
    qtbot.wait(50)
    assert len(shown) == 1
    assert np.array_equal(preview.picture, to_picture(cut(page.pixels, crops[-1]), INK))


def test_a_cleared_preview_shows_nothing(qtbot: QtBot, preview: CropPreview, page: Page) -> None:
    with qtbot.waitSignal(preview.picture_shown):
        preview.show_crop(page, CROP, INK)
    preview.show_crop(page, CROP, COLOUR)
    preview.clear()
    qtbot.wait(50)
    assert preview.picture is None
    assert preview.caption == ""
