"""The window while two heat maps are compared, for the tests that draw every state."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ecgdesk.core.methods import EVERY_NETWORK
from ecgdesk.services.comparison import Other
from tests.fakes.pages import write_page
from tests.fakes.services import FAKE_MODEL, OTHER_MODEL
from tests.fakes.window import Rig

Make = Callable[..., Rig]


def _compared(rig: Rig, folder: Path, other: Other) -> None:
    rig.open(write_page(folder / "a.png"))
    rig.window.actions_["heat_panel"].trigger()
    rig.services.comparison.compare_with(other)
    rig.qtbot.waitUntil(lambda: rig.services.comparison.analysis is not None)
    rig.qtbot.wait(30)


def classes_compared(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _compared(rig, folder, Other(target="Normal"))
    return rig, rig.window, "Warm: more for"


def methods_compared(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make(models=(replace(FAKE_MODEL, methods=EVERY_NETWORK), OTHER_MODEL))
    _compared(rig, folder, Other(method="layercam"))
    return rig, rig.window, "LayerCAM ·"


HEAT_STATES = [classes_compared, methods_compared]
