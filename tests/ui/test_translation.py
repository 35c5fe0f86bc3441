"""Every word of the window goes through translation; a made-up language shows which does not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QGroupBox, QLabel, QMenu, QWidget

from ecgdesk.ui.about import AboutDialog
from ecgdesk.ui.settings_dialog import SettingsDialog
from tests.fakes.locales import LongerWords
from tests.fakes.pages import CLASSES, write_page
from tests.fakes.window import Rig

NOT_OURS = {*CLASSES.values(), "Fake model", "Other model", "CPU", "GPU", "Grad-CAM", "Deutsch", "English"}


@pytest.fixture
def made_up() -> Iterator[None]:
    translator = LongerWords()
    QApplication.installTranslator(translator)
    yield
    QApplication.removeTranslator(translator)


def _texts(root: QWidget) -> list[str]:
    shown = [w for w in root.findChildren(QWidget) if w.isVisible()]
    words = [w.text() for w in shown if isinstance(w, QLabel | QAbstractButton)]
    words += [w.title() for w in shown if isinstance(w, QGroupBox)]
    tips = [w.toolTip() for w in shown if isinstance(w, QAbstractButton)]
    actions = [a.text() for menu in root.findChildren(QMenu) for a in menu.actions()]
    return [text for text in (*words, *tips, *actions) if any(c.isalpha() for c in text)]


def _untranslated(root: QWidget, also: tuple[str, ...] = ()) -> list[str]:
    allowed = {*NOT_OURS, *also}
    return [t for t in _texts(root) if "ä" not in t and "ö" not in t and t not in allowed]


def test_the_welcome_page_and_all_menus(made_up: None, make: Callable[..., Rig]) -> None:
    assert _untranslated(make().window) == []


@pytest.mark.parametrize("page", ["guide", "how_to_train", "log"])
def test_the_help_pages(made_up: None, make: Callable[..., Rig], page: str) -> None:
    rig = make()
    rig.window.actions_[page].trigger()
    assert _untranslated(rig.window.middle.currentWidget()) == []


def test_settings_and_about(made_up: None, make: Callable[..., Rig], tmp_path: Path) -> None:
    rig = make()
    settings = SettingsDialog(rig.services.settings, rig.services.models, [("de", "Deutsch")], rig.window)
    settings.show()
    assert _untranslated(settings) == []
    about = AboutDialog(rig.window.windowIcon(), tmp_path, rig.window)
    about.show()
    version = next(t for t in _texts(about) if t.startswith("ecgdesk "))
    assert _untranslated(about, (version,)) == []


@pytest.mark.parametrize("name", ["a", "blur", "unsure", "refused"])
def test_the_result_panel(made_up: None, make: Callable[..., Rig], tmp_path: Path, name: str) -> None:
    rig = make()
    rig.open(write_page(tmp_path / f"{name}.png"))
    rig.window.actions_["crop_panel"].trigger()
    rig.qtbot.wait(30)
    found = _untranslated(rig.window.workspace.result)
    assert [t for t in found if not t.startswith("Fake model")] == []
    assert _untranslated(rig.window.workspace.view) == []
