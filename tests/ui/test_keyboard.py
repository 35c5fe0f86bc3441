"""Everything can be reached and named without a mouse."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QPushButton,
    QScrollBar,
    QWidget,
)

from ecgdesk.ui.welcome import Card
from tests.fakes.pages import write_page
from tests.fakes.window import Rig

CONTROLS = (QAbstractButton, QComboBox, QAbstractSlider, QAbstractItemView, QAbstractSpinBox)
STEPS = 80


def _controls(root: QWidget) -> list[QWidget]:
    found = (w for w in root.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible())
    return [w for w in found if not isinstance(w, QScrollBar)]


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or widget.toolTip()


def _opened(rig: Rig, folder: Path) -> None:
    rig.open(write_page(folder / "blur.png"), write_page(folder / "b.png"))
    rig.window.actions_["crop_panel"].trigger()
    rig.qtbot.wait(50)


def test_every_control_has_a_name_for_a_screen_reader(rig: Rig, tmp_path: Path) -> None:
    _opened(rig, tmp_path)
    # The clear button and the like that Qt puts into its own controls are named by Qt.
    own = [w for w in _controls(rig.window) if not w.objectName().startswith("qt_")]
    assert len(own) > 20
    assert [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in own if not _name(w)] == []


def test_tab_reaches_list_page_and_result(rig: Rig, tmp_path: Path) -> None:
    _opened(rig, tmp_path)
    rig.window.activateWindow()
    rig.window.workspace.pages.list.setFocus()
    seen: set[QWidget] = set()
    for _ in range(STEPS):
        QTest.keyClick(QApplication.focusWidget() or rig.window, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    workspace = rig.window.workspace
    wanted = {
        "list": workspace.pages.list,
        "page": workspace.view.canvas.view,
        "class to explain": workspace.result.result.why._target,
        "strength": workspace.result.result.why._opacity,
    }
    assert {name for name, widget in wanted.items() if widget not in seen} == set()


def test_the_welcome_cards_answer_to_the_keyboard(rig: Rig) -> None:
    card = next(c for c in rig.window.welcome.findChildren(Card) if c.accessibleName() == "Train a model")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    rig.qtbot.waitUntil(lambda: rig.window.middle.currentWidget().accessibleName() == "Train a model")


def test_escape_leaves_a_help_page(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    for name in ("guide", "how_to_train", "shortcuts", "log"):
        rig.window.actions_[name].trigger()
        page = rig.window.middle.currentWidget()
        assert page is not rig.window.workspace.view
        back = page.findChild(QPushButton)
        assert back.shortcut() == QKeySequence("Esc")
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
        assert rig.window.middle.currentWidget() is rig.window.workspace.view


def test_no_two_actions_share_a_key(rig: Rig) -> None:
    keys = [key.toString() for action in rig.window.actions_ for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_every_shortcut_is_listed_in_help(rig: Rig) -> None:
    rig.window.actions_["shortcuts"].trigger()
    page = rig.window.middle.currentWidget()
    shown = " ".join(w.text() for w in page.findChildren(QWidget) if hasattr(w, "text"))
    native = QKeySequence.SequenceFormat.NativeText
    missing = [
        a.text() for a in rig.window.actions_ for k in a.shortcuts() if k.toString(native) not in shown
    ]
    assert missing == []


def test_letters_typed_into_a_number_do_not_turn_pages(rig: Rig, tmp_path: Path) -> None:
    _opened(rig, tmp_path)
    field = rig.window.workspace.view.crop_panel.findChild(QAbstractSpinBox)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_D)
    assert rig.services.session.current == rig.services.session.pages[0]
