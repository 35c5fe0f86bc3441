"""The window with its table of measurements open, for the tests that draw every state."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QToolButton, QWidget

from ecgdesk.core.analysis import Measurements
from ecgdesk.reading.measure import nothing_measured
from ecgdesk.ui.result.measured import MeasuredSection
from tests.fakes.pages import MEASURED, write_page
from tests.fakes.window import Rig

Make = Callable[..., Rig]
FIBRILLATING = replace(
    MEASURED, pr_ms=None, p_ms=None, regular=False,
    reasons=dict.fromkeys(
        ("pr_ms", "p_ms"),
        "No P wave keeps the same place before the QRS complexes.",
    ),
)  # fmt: skip
UNREAD = nothing_measured("No grid stands out on this page, so lengths on it mean nothing.")


def _opened(make: Make, folder: Path, measured: Measurements) -> Rig:
    rig = make()
    rig.open(write_page(folder / "a.png"))
    rig.qtbot.wait(30)
    section = rig.window.findChild(MeasuredSection)
    section.show_measurements(measured)
    more = section.findChild(QToolButton)
    if more.isVisible():
        more.click()
    rig.qtbot.wait(30)
    scroll = rig.window.workspace.result._scroll
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    rig.qtbot.wait(30)
    return rig


def all_measurements(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = _opened(make, folder, MEASURED)
    return rig, rig.window, "QTc (Fridericia)"


def some_not_measurable(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = _opened(make, folder, FIBRILLATING)
    return rig, rig.window, "not measurable"


def nothing_measurable(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = _opened(make, folder, UNREAD)
    return rig, rig.window, "No grid stands out on this page, so lengths on it mean nothing."


MEASURED_STATES = [all_measurements, some_not_measurable, nothing_measurable]
