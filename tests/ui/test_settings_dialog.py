"""The settings dialog changes what it says, when it is accepted, and nothing before."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from ecgdesk.core.analysis import DeviceChoice
from ecgdesk.ui.settings_dialog import SettingsDialog
from ecgdesk.ui.theme import current_theme
from tests.fakes.pages import write_page
from tests.fakes.window import Rig


def _dialog(rig: Rig) -> SettingsDialog:
    dialog = SettingsDialog(rig.services.settings, rig.services.models, [("de", "Deutsch")], rig.window)
    dialog.show()
    return dialog


def _choose(dialog: SettingsDialog, name: str, value: object) -> None:
    field = dialog._fields[name]
    field.setCurrentIndex(field.findData(value))


def _press(dialog: SettingsDialog, kind: QDialogButtonBox.StandardButton) -> None:
    QTest.mouseClick(dialog.findChild(QDialogButtonBox).button(kind), Qt.MouseButton.LeftButton)


def test_ok_takes_over_every_field_and_writes_it(rig: Rig) -> None:
    dialog = _dialog(rig)
    _choose(dialog, "theme", "dark")
    _choose(dialog, "model", "fake-2")
    _choose(dialog, "language", "de")
    dialog._fields["restore_session"].setChecked(False)
    _press(dialog, QDialogButtonBox.StandardButton.Ok)
    assert current_theme().name == "dark"
    rig.qtbot.waitUntil(lambda: rig.services.folder.settings_file.is_file(), timeout=10_000)
    written = json.loads(rig.services.folder.settings_file.read_text())
    assert written == {"theme": "dark", "model": "fake-2", "language": "de", "restore_session": False}
    rig.services.settings.update(theme="light")
    assert QApplication.instance().palette().window().color() == current_theme().color("surface")


def test_cancel_changes_nothing(rig: Rig) -> None:
    before, dialog = rig.services.settings.values, _dialog(rig)
    _choose(dialog, "device", DeviceChoice.CPU)
    _press(dialog, QDialogButtonBox.StandardButton.Cancel)
    assert rig.services.settings.values == before
    assert rig.engine.options == []


def test_another_device_starts_the_engine_with_it(rig: Rig) -> None:
    dialog = _dialog(rig)
    _choose(dialog, "device", DeviceChoice.CPU)
    dialog._fields["threads"].setValue(2)
    _press(dialog, QDialogButtonBox.StandardButton.Ok)
    assert [(o.device, o.threads) for o in rig.engine.options] == [(DeviceChoice.CPU, 2)]


def test_without_heat_maps_the_page_is_analysed_again_without_one(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_page(tmp_path / "a.png"))
    dialog = _dialog(rig)
    dialog._fields["explain"].setChecked(False)
    _press(dialog, QDialogButtonBox.StandardButton.Ok)
    rig.finished()
    assert rig.engine.requests[-1].method is None
    assert rig.entry.analysis.explanation is None
    assert not rig.window.actions_["save_overlay"].isEnabled()
