"""Nothing of the wizard is cut off on a full HD screen at 200 % scaling, which leaves 960 × 540."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.fakes.clipping import clipped
from tests.fakes.window import Rig
from tests.fakes.wizard_states import WIZARD_STATES

State = Callable[[Callable[..., Rig], Path], tuple[Rig, QWidget, str]]


@pytest.mark.slow
@pytest.mark.parametrize("state", WIZARD_STATES, ids=lambda state: state.__name__)
def test_nothing_is_cut_off_at_200_percent(state: State, make: Callable[..., Rig], tmp_path: Path) -> None:
    rig, widget, _ = state(make, tmp_path)
    widget.resize(960, 540)
    rig.qtbot.wait(80)
    assert widget.height() == 540
    assert clipped(widget) == []
