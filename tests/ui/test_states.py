"""Every designed state of the window, drawn at 1280×720, in both themes, in longer words, and mirrored.

`ECGDESK_SHOTS=folder` keeps the pictures to look at.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.engine.protocol import EngineState, StateChanged
from ecgdesk.ui.about import AboutDialog
from ecgdesk.ui.pages.chooser import PageChooser
from ecgdesk.ui.result.state import PanelState
from ecgdesk.ui.settings_dialog import SettingsDialog
from tests.fakes.clipping import clipped
from tests.fakes.gate_states import GATE_STATES
from tests.fakes.heat_states import HEAT_STATES
from tests.fakes.locales import LongerWords, longer
from tests.fakes.measured_states import MEASURED_STATES
from tests.fakes.pages import write_page, write_pages
from tests.fakes.window import Rig
from tests.fakes.wizard_states import WIZARD_STATES

Make = Callable[..., Rig]
State = Callable[[Make, Path], tuple[Rig, QWidget, str]]


def _show(rig: Rig, *paths: Path) -> None:
    rig.open(*paths)
    rig.qtbot.wait(30)


def welcome(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make(start=False)
    return rig, rig.window, "Open an ECG page"


def welcome_with_recent_files(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.services.recent.add([write_page(folder / "a.png"), folder / "a scan that is gone.pdf"])
    return rig, rig.window, "This file is no longer there."


def loading(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.engine.hold.clear()
    rig.drop(write_page(folder / "a.png"))
    rig.qtbot.waitUntil(lambda: len(rig.services.session) == 1)
    assert rig.services.current.page is None
    return rig, rig.window, "a.png"


def analysing(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.engine.step_s = 0.3
    rig.drop(write_page(folder / "a.png"))
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    rig.engine.hold.clear()
    assert rig.window.workspace.result.state is PanelState.ANALYSING
    return rig, rig.window, "Analysing"


def result(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_page(folder / "a page with a long file name from the scanner.png"))
    return rig, rig.window, "Myocardial infarction"


def amber(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_page(folder / "blur.png"))
    return rig, rig.window, "This page is blurred. Scan it again or hold the camera still."


def not_sure(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_page(folder / "unsure.png"))
    return rig, rig.window, "Not sure"


def several_labels(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_page(folder / "several.png"))
    return rig, rig.window, "The mark on a bar is where the model begins to name its class."


def leads_unread(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_page(folder / "unread.png"))
    return rig, rig.window, "The leads that were read contradict each other."


def refused(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_page(folder / "refused.png"))
    return rig, rig.window, "No result for this page"


def error(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.drop(write_page(folder / "broken.png"))
    rig.qtbot.waitUntil(lambda: len(rig.services.session) == 1 and rig.entry.error is not None)
    return rig, rig.window, "This page could not be analysed"


def stale(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_page(folder / "a.png"))
    rig.engine.hold.clear()
    rig.window.workspace.view.canvas.edit_crop(Crop(Rect(40, 130, 700, 600)))
    rig.qtbot.waitUntil(lambda: rig.services.current.is_busy)
    return rig, rig.window, "Updating…"


def not_analysed(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.services.settings.update(analyse_on_open=False)
    rig.drop(write_page(folder / "a.png"))
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    return rig, rig.window, "Not analysed yet"


def engine_starting(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.services.engine.state_changed.emit(StateChanged(EngineState.READING))
    rig.services.engine._state = StateChanged(EngineState.READING)
    rig.engine.step_s = 0.3
    rig.drop(write_page(folder / "a.png"))
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    rig.engine.hold.clear()
    return rig, rig.window, "Getting ready"


def engine_restarting(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.engine.step_s = 0.3
    rig.drop(write_page(folder / "killer.png"))
    rig.qtbot.waitUntil(lambda: rig.services.engine.state is EngineState.RESTARTING, timeout=5000)
    rig.engine.hold.clear()
    return rig, rig.window, "Starting again"


def engine_gone(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.services.settings.update(analyse_on_open=False)
    rig.drop(write_page(folder / "a.png"))
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    rig.engine.fail_for_good()
    rig.qtbot.waitUntil(lambda: rig.services.engine.state is EngineState.FAILED)
    return rig, rig.window, "The engine does not start"


def no_graphics_card(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    sentence = "The graphics card cannot be used: its driver is too old. The CPU is used instead."
    rig.services.engine.state_changed.emit(StateChanged(EngineState.READY, sentence, "CPU"))
    return rig, rig.window, sentence


def no_model(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make(models=())
    rig.drop(write_page(folder / "a.png"))
    rig.qtbot.waitUntil(lambda: rig.services.current.page is not None)
    return rig, rig.window, "No model is installed"


def batch(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    paths = [write_page(folder / f"page {i}.png") for i in range(9)]
    rig.drop(*paths)
    rig.qtbot.waitUntil(lambda: rig.services.batch.is_running and rig.services.batch.progress.done >= 2)
    rig.engine.hold.clear()
    rig.qtbot.wait(60)
    return rig, rig.window, "Cancel"


def batch_with_problems(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    names = ("a", "refused", "broken", "unsure", "blur")
    rig.drop(*(write_page(folder / f"{name}.png") for name in names), folder / "notes.txt")
    with rig.qtbot.waitSignal(rig.services.batch.ended):
        pass
    rig.qtbot.wait(60)
    return rig, rig.window, "Show the first"


def dragging(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.drag(write_page(folder / "a.png"), write_page(folder / "b.png"), folder / "notes.txt")
    return rig, rig.window, "Left out: notes.txt"


def dragging_the_wrong_thing(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.drag(folder / "notes.txt")
    return rig, rig.window, "notes.txt cannot be opened"


def crop_and_preview(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_page(folder / "a.png"))
    with rig.qtbot.waitSignal(rig.window.workspace.view.preview.picture_shown, timeout=15_000):
        rig.window.actions_["crop_panel"].trigger()
        rig.window.actions_["preview"].trigger()
    assert rig.window.workspace.view.crop_panel.isVisible()
    return rig, rig.window, "What the model sees"


def _with_tool(name: str, words: str, start: tuple[float, float], end: tuple[float, float]) -> State:
    """Return the state of a page with a tool in the hand that has been used once."""

    def tool(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
        rig = make()
        _show(rig, write_page(folder / "a.png"))
        rig.window.actions_[name].trigger()
        rig.qtbot.wait(30)
        view = rig.window.workspace.view.canvas.view
        a, b = (view.to_screen().map(QPointF(*place)).toPoint() for place in (start, end))
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=a)
        QTest.mouseMove(view.viewport(), b)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=b)
        rig.finished()
        rig.qtbot.wait(30)
        return rig, rig.window, words

    tool.__name__ = name
    return tool


def signal_and_traces(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_page(folder / "a.png"))
    rig.window.actions_["signal"].trigger()
    rig.window.actions_["traces"].trigger()
    rig.qtbot.wait(50)
    return rig, rig.window, "Follow pointer"


def tools_in_a_small_window(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    rig.window.resize(900, 600)
    _show(rig, write_page(folder / "a.png"))
    rig.window.actions_["scale"].trigger()
    rig.window.actions_["signal"].trigger()
    rig.qtbot.wait(50)
    return rig, rig.window, "Draw a line over"


def choosing_pages(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    _show(rig, write_pages(folder / "a scan.tiff", 9))
    rig.window.actions_["choose_pages"].trigger()
    chooser = rig.window.findChild(PageChooser)
    rig.qtbot.wait(50)
    return rig, chooser, "1 of 9 pages"


def _help(name: str, words: str) -> State:
    def page(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
        rig = make()
        rig.window.actions_[name].trigger()
        return rig, rig.window, words

    page.__name__ = name
    return page


def settings(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    dialog = SettingsDialog(rig.services.settings, rig.services.models, [("de", "Deutsch")], rig.window)
    dialog.show()
    return rig, dialog, "Bring back the open pages at the next start"


def about(make: Make, folder: Path) -> tuple[Rig, QWidget, str]:
    rig = make()
    dialog = AboutDialog(rig.window.windowIcon(), folder, rig.window)
    dialog.show()
    return rig, dialog, "Research and education. Not for diagnosis."


STATES = [
    welcome, welcome_with_recent_files, loading, analysing, result, amber, not_sure, several_labels,
    leads_unread, refused, error, stale,
    not_analysed, engine_starting, engine_restarting, engine_gone, no_graphics_card, no_model, batch,
    batch_with_problems, dragging, dragging_the_wrong_thing, crop_and_preview,
    _with_tool("calipers", "March through", (280, 180), (360, 182)),
    _with_tool("leads", "Rhythm strip", (400, 300), (430, 305)),
    _with_tool("scale", "As read", (100, 140), (180, 140)),
    _with_tool("corners", "Straightened", (0, 0), (40, 30)),
    signal_and_traces, tools_in_a_small_window, choosing_pages,
    _help("guide", "Check the crop"), _help("how_to_train", "2. Train"), _help("shortcuts", "Quit"),
    _help("log", "Copy all"), settings, about, *WIZARD_STATES, *HEAT_STATES, *GATE_STATES, *MEASURED_STATES,
]  # fmt: skip


@pytest.fixture
def longer_words() -> Iterator[LongerWords]:
    translator = LongerWords()
    QApplication.installTranslator(translator)
    yield translator
    QApplication.removeTranslator(translator)


@pytest.fixture
def mirrored() -> Iterator[None]:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _draw(widget: QWidget, name: str) -> None:
    for _ in range(3):  # a height that follows from a width takes more than one round to settle
        QApplication.processEvents()
    picture = widget.grab()
    assert not picture.isNull()
    if folder := os.environ.get("ECGDESK_SHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        picture.save(str(Path(folder) / f"{name}.png"))


def _said(widget: QWidget) -> str:
    parts = [w for w in widget.findChildren(QWidget) if w.isVisible() and hasattr(w, "text")]
    return "\n".join(str(w.text()) for w in parts if callable(w.text))


@pytest.mark.parametrize("state", STATES, ids=lambda s: s.__name__)
@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_nothing_is_cut_off(state: State, theme: str, make: Make, tmp_path: Path) -> None:
    _, widget, words = state(lambda **o: _themed(make(**o), theme), tmp_path)
    _draw(widget, f"{state.__name__}-{theme}")
    assert words in _said(widget)
    assert clipped(widget) == []


@pytest.mark.parametrize("state", STATES, ids=lambda s: s.__name__)
def test_words_that_are_longer_by_two_fifths_still_fit(
    state: State, make: Make, tmp_path: Path, longer_words: LongerWords
) -> None:
    _, widget, _ = state(make, tmp_path)
    _draw(widget, f"{state.__name__}-longer")
    assert clipped(widget) == []
    assert len(longer_words.asked) > 50


@pytest.mark.parametrize("state", STATES, ids=lambda s: s.__name__)
def test_a_right_to_left_language_mirrors_the_window(
    state: State, make: Make, tmp_path: Path, mirrored: None
) -> None:
    rig, widget, _ = state(make, tmp_path)
    _draw(widget, f"{state.__name__}-mirrored")
    assert clipped(widget) == []
    if not rig.window.docks.pages.isHidden():
        middle = rig.window.width() / 2
        assert rig.window.docks.pages.geometry().center().x() > middle


def _themed(rig: Rig, theme: str) -> Rig:
    rig.services.settings.update(theme=theme)
    return rig


def test_the_longer_language_keeps_placeholders() -> None:
    assert longer("{n} s left").format(n=3).startswith("3 s left")


def test_labels_of_the_result_do_not_run_too_wide(make: Make, tmp_path: Path) -> None:
    rig, _, _ = result(make, tmp_path)
    labels = rig.window.workspace.result.findChildren(QLabel)
    rationale = next(label for label in labels if label.text().startswith("Most of the evidence"))
    assert rationale.maximumWidth() <= rationale.fontMetrics().averageCharWidth() * 70
