"""The window with pages that the gate doubts or refuses, for the tests that draw every state."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.fakes.pages import write_page
from tests.fakes.window import Rig

Make = Callable[..., Rig]


def _shown(make: Make, page: Path) -> Rig:
    rig = make()
    rig.open(write_page(page))
    rig.qtbot.wait(30)
    return rig


def cut_off_and_upside_down(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = _shown(make, folder / "cut.png")
    return rig, rig.window, "This page seems to be upside down."


def cut_off_and_upside_down_unfolded(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = _shown(make, folder / "cut.png")
    rig.window.workspace.result.result._cautions.more.click()
    rig.qtbot.wait(30)
    return rig, rig.window, "This page is cut off at the right edge. Retake it with the whole sheet visible."


def on_its_side(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = _shown(make, folder / "sideways.png")
    return rig, rig.window, "This page lies on its side. Turn it upright, a quarter to the left."


def turned_by_itself(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = _shown(make, folder / "turned-by-itself.png")
    return rig, rig.window, "The page was upside down; it was turned."


def straightened(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = _shown(make, folder / "leaning-photo.png")
    return rig, rig.window, "The page was straightened from the photograph."


def corners_outside_of_the_picture(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = _shown(make, folder / "leaning-photo.png")
    rig.window.actions_["corners"].trigger()
    rig.qtbot.wait(30)
    return rig, rig.window, "Drag each corner to where the sheet ends."


GATE_STATES = [
    cut_off_and_upside_down, cut_off_and_upside_down_unfolded, on_its_side, turned_by_itself, straightened,
    corners_outside_of_the_picture,
]  # fmt: skip
