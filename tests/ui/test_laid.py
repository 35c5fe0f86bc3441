"""A page that was turned or straightened says so, and a step takes it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLabel

from ecgdesk.core.geometry import straight_transform
from ecgdesk.ui.canvas.corner_tool import shown_corners
from ecgdesk.ui.canvas.mode import Mode
from tests.fakes.pages import write_page
from tests.fakes.window import Rig

TURNED = "The page was upside down; it was turned."
STRAIGHTENED = "The page was straightened from the photograph."


def opened(rig: Rig, folder: Path, name: str) -> None:
    rig.open(write_page(folder / f"{name}.png"))
    rig.finished()
    rig.qtbot.wait(20)


def step(rig: Rig, text: str, name: str) -> None:
    notice = next(one for one in rig.window.notices.notices if one.text == text)
    dict(notice.steps)[name]()


def test_a_turned_page_says_so_and_one_step_turns_it_back(rig: Rig, tmp_path: Path) -> None:
    opened(rig, tmp_path, "turned-by-itself")
    assert TURNED in rig.notices()
    step(rig, TURNED, "Turn it back")
    crop = rig.entry.crop
    assert crop is not None
    assert crop.rotation_deg % 360 == 0
    rig.finished()
    assert TURNED not in rig.notices()


def test_the_result_says_it_as_long_as_it_stands(rig: Rig, tmp_path: Path) -> None:
    opened(rig, tmp_path, "leaning-photo")
    texts = [label.text() for label in rig.window.workspace.result.findChildren(QLabel)]
    assert any(STRAIGHTENED in text for text in texts)


def test_a_straightened_page_says_so_and_can_be_left_as_it_was(rig: Rig, tmp_path: Path) -> None:
    opened(rig, tmp_path, "leaning-photo")
    assert STRAIGHTENED in rig.notices()
    step(rig, STRAIGHTENED, "Leave it as it was")
    assert rig.entry.crop is not None
    assert rig.entry.crop.corners is None


def test_its_corners_can_be_seen_and_dragged_also_outside_of_the_picture(rig: Rig, tmp_path: Path) -> None:
    opened(rig, tmp_path, "leaning-photo")
    step(rig, STRAIGHTENED, "Set the corners")
    canvas = rig.window.workspace.view.canvas
    assert canvas.state.mode is Mode.CORNERS
    assert canvas.state.crop.corners is not None
    rig.qtbot.wait(20)
    to_screen, port = canvas.view.to_screen(), canvas.view.viewport().rect()
    assert all(
        port.contains(to_screen.map(QPointF(*place)).toPoint()) for place in shown_corners(canvas.state)
    )


@pytest.mark.parametrize("name", ["a", "turned-by-itself"])
def test_only_the_page_that_was_laid_says_so(rig: Rig, tmp_path: Path, name: str) -> None:
    opened(rig, tmp_path, name)
    assert (TURNED in rig.notices()) is (name != "a")
    opened(rig, tmp_path, "b")
    rig.services.session.show(rig.services.session.pages[-1])
    rig.qtbot.wait(20)
    assert TURNED not in rig.notices()


def test_the_page_is_shown_as_it_was_laid(rig: Rig, tmp_path: Path) -> None:
    opened(rig, tmp_path, "leaning-photo")
    state = rig.window.workspace.view.canvas.state
    assert state.size == straight_transform(state.page_size, 0.0, state.crop.corners)[1]


def test_the_step_back_stands_below_the_result_when_the_notice_is_gone(rig: Rig, tmp_path: Path) -> None:
    opened(rig, tmp_path, "leaning-photo")
    rig.window.notices.withdraw("laid")
    back = rig.window.workspace.result.result._back
    assert back.isVisible()
    assert back.text() == "Leave it as it was"
    back.click()
    assert rig.entry.crop is not None
    assert rig.entry.crop.corners is None
    rig.finished()
    rig.qtbot.wait(20)
    assert not back.isVisible()
