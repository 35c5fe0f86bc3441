"""The preview's pictures come from the engine: the latest crop wins, and nothing is asked twice."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import PageRef
from ecgdesk.services.engine_service import EngineService
from ecgdesk.ui.crop import CropPreview
from ecgdesk.ui.crop.feed import PreviewFeed
from tests.fakes.engine import FakeEngine
from tests.fakes.pages import read_page, seen, write_page

SETTINGS = Preprocessing(width=224, height=224)


class Desk:
    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.engine, self.preview = FakeEngine(), CropPreview()
        qtbot.addWidget(self.preview)
        self.service = EngineService(self.engine)
        self.feed = PreviewFeed(self.service, self.preview)
        self.page = PageRef(write_page(folder / "a.png"))
        self.service.start()

    def request(self, right: int = 400) -> AnalysisRequest:
        return AnalysisRequest(self.page, "fake-1", Crop(Rect(20, 20, right, 300)))

    def show(self, right: int = 400) -> None:
        self.feed.show(self.request(right), SETTINGS)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path):  # noqa: ANN201
    made = Desk(qtbot, tmp_path)
    yield made
    made.service.close()


def test_what_the_engine_sees_is_shown(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.preview.picture_shown):
        desk.show()
    assert np.array_equal(desk.preview.picture, seen(read_page(desk.page), desk.request().crop))
    assert desk.preview.caption.startswith("224 × 224, colour")


def test_of_many_crops_the_last_is_shown_and_few_are_asked_for(qtbot: QtBot, desk: Desk) -> None:
    for right in range(200, 400, 5):
        desk.show(right)
    with qtbot.waitSignal(desk.preview.picture_shown):
        pass
    qtbot.wait(150)
    assert desk.engine.seen == [desk.request(395)]


def test_a_crop_that_changes_while_a_picture_is_on_its_way_is_asked_for_next(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.engine.hold.clear()
    desk.show(300)
    qtbot.waitUntil(lambda: len(desk.engine.seen) == 1)
    desk.show(350)
    desk.show(380)
    qtbot.wait(150)
    assert len(desk.engine.seen) == 1
    desk.engine.hold.set()
    qtbot.waitUntil(lambda: len(desk.engine.seen) == 2)
    assert desk.engine.seen[-1] == desk.request(380)


def test_the_same_crop_is_not_asked_for_again(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.preview.picture_shown):
        desk.show()
    desk.show()
    qtbot.wait(150)
    assert len(desk.engine.seen) == 1


def test_what_goes_wrong_is_said_in_its_place(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    broken = PageRef(write_page(tmp_path / "broken.png"))
    desk.feed.show(replace(desk.request(), page=broken), SETTINGS)
    qtbot.waitUntil(lambda: "broken.png" in desk.preview.caption)
    assert desk.preview.picture is None


def test_a_cleared_preview_shows_nothing_that_was_on_its_way(qtbot: QtBot, desk: Desk) -> None:
    desk.engine.hold.clear()
    desk.show()
    qtbot.waitUntil(lambda: len(desk.engine.seen) == 1)
    desk.feed.clear()
    desk.engine.hold.set()
    qtbot.wait(150)
    assert desk.preview.picture is None
    assert desk.preview.caption == ""
