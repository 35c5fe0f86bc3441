"""The picture that the model gets."""

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ecgdesk.core.card import Preprocessing
from ecgdesk.ui.crop import CropPreview

INK = Preprocessing(width=176, height=104, colour="ink", mean=(0.1,), std=(0.2,))
COLOUR = Preprocessing(width=60, height=40, contrast_stretch=True, fit="pad")
LEADS = Preprocessing(width=250, height=16, colour="traces", mean=(0.5,), std=(0.16,))


def picture(settings: Preprocessing) -> np.ndarray:
    shape = (settings.height, settings.width, 1 if settings.colour == "ink" else 3)
    return np.random.default_rng(3).integers(0, 255, shape, dtype=np.uint8)


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
def test_the_size_and_kind_of_the_picture_are_told(
    preview: CropPreview, settings: Preprocessing, caption: str
) -> None:
    preview.expect(settings)
    preview.show_picture(picture(settings))
    assert preview.caption == caption


def test_while_leads_are_read_this_is_told_and_a_problem_takes_its_place(preview: CropPreview) -> None:
    preview.expect(LEADS)
    assert preview.caption == "Reading the leads…"
    preview.show_problem("There is not enough memory.")
    assert preview.caption == "There is not enough memory."
    assert preview.picture is None


def test_each_pixel_is_painted_as_a_square_of_whole_screen_pixels(qtbot: QtBot, preview: CropPreview) -> None:
    preview.expect(INK)
    preview.show_picture(picture(INK))
    view = preview.view
    qtbot.waitUntil(lambda: view.place().width() > INK.width)
    place, shot = view.place(), view.grab().toImage()
    scale = place.width() / INK.width
    assert scale == int(scale) == 2
    for x, y in ((0, 0), (17, 40), (175, 103), (90, 51)):
        for corner in (0.1, 0.9):
            at = place.left() + (x + corner) * scale, place.top() + (y + corner) * scale
            assert QColor(shot.pixel(int(at[0]), int(at[1]))).red() == preview.picture[y, x, 0]


def test_a_picture_that_does_not_fit_is_shown_whole_and_says_so(qtbot: QtBot, preview: CropPreview) -> None:
    preview.resize(132, 200)
    preview.expect(INK)
    preview.show_picture(picture(INK))
    qtbot.waitUntil(lambda: preview.caption == "176 × 104, ink, shown at 75 %")
    preview.resize(400, 300)
    qtbot.waitUntil(lambda: preview.caption == "176 × 104, ink")


def test_a_cleared_preview_shows_nothing(qtbot: QtBot, preview: CropPreview) -> None:
    preview.expect(INK)
    preview.show_picture(picture(INK))
    preview.clear()
    assert preview.picture is None
    assert preview.caption == ""
