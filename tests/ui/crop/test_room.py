"""The model's view leaves the page its room: it shrinks beside it, and goes below it in a narrow window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from tests.fakes.pages import write_page
from tests.fakes.window import Rig


@pytest.mark.parametrize(("size", "below"), [(QSize(900, 600), True), (QSize(1280, 720), False)])
def test_the_page_keeps_most_of_its_room(rig: Rig, tmp_path: Path, size: QSize, below: bool) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.window.resize(size)
    rig.qtbot.wait(50)
    view = rig.window.workspace.view
    whole = view.canvas.size()
    with rig.qtbot.waitSignal(view.preview.picture_shown):
        rig.window.actions_["preview"].trigger()
    rig.qtbot.wait(50)
    left = view.canvas.size()
    shares = left.width() / whole.width(), left.height() / whole.height()
    assert (shares[0] == 1) is below
    assert min(shares) > 0.5
    rig.window.actions_["preview"].trigger()
    rig.qtbot.waitUntil(lambda: view.canvas.size() == whole)


def test_with_the_crop_numbers_open_the_view_stands_beside_the_page(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    rig.window.resize(900, 600)
    view = rig.window.workspace.view
    rig.window.actions_["preview"].trigger()
    rig.window.actions_["crop_panel"].trigger()
    rig.qtbot.waitUntil(lambda: view.preview.mapTo(view, view.preview.pos()).x() > view.canvas.width())
