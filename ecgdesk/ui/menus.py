"""The menu bar, drawn from a table of action names."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ecgdesk.services.recent import RecentFiles
from ecgdesk.services.settings import SettingsStore
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.theme import space

_LINE: Final = "-"

FILE: Final = (
    "open", "open_folder", "open_sample", "recent", _LINE,
    "save_report", "save_overlay", "save_json", "save_signals", "save_table", _LINE, "print", _LINE,
    "choose_pages", "close_page", "close_all", _LINE, "quit",
)  # fmt: skip
EDIT: Final = (
    "undo", "redo", _LINE, "paste", "copy_result", "copy_picture", _LINE,
    "rotate_left", "rotate_right", "corners", "mask", "reset_crop", _LINE,
    "calipers", "march", "leads", "scale", _LINE, "settings",
)  # fmt: skip
VIEW: Final = (
    "previous", "next", _LINE, "zoom_in", "zoom_out", "fit", "actual_size", _LINE,
    "overlay", "heat_panel", "swap_heat", "traces", "signal", "crop_panel", "preview", _LINE,
    "pages_dock", "result_dock", _LINE, "theme", "full_screen",
)  # fmt: skip
ANALYSE: Final = ("analyse", "analyse_all", "cancel", _LINE, "about_model", "import_model", "restart_engine")
TRAIN: Final = ("train", "runs", _LINE, "how_to_train")
PAGE: Final = (
    "calipers", "march", "leads", "scale", _LINE,
    "reset_crop", "rotate_left", "rotate_right", "corners", "mask", _LINE, "fit", "actual_size", _LINE,
    "copy_picture", "save_overlay",
)  # fmt: skip
"""What a right click on the page offers."""
HELP: Final = ("guide", "shortcuts", _LINE, "log", "doctor", _LINE, "about")


def build_menus(
    bar: QMenuBar, actions: Actions, extra: dict[str, QAction], submenus: dict[str, QMenu]
) -> None:
    """Fill the bar; `extra` are actions that others own (undo, docks), `submenus` go in by name."""
    # A native bar on macOS has no room for the model and the device at its end.
    bar.setNativeMenuBar(False)
    bar.setStyleSheet(f"QMenuBar::item {{ padding: {space()}px; }}")
    translate = QCoreApplication.translate
    for title, names in (
        (translate("menus", "&File"), FILE),
        (translate("menus", "&Edit"), EDIT),
        (translate("menus", "&View"), VIEW),
        (translate("menus", "&Analyse"), ANALYSE),
        (translate("menus", "&Train"), TRAIN),
        (translate("menus", "&Help"), HELP),
    ):
        menu = bar.addMenu(title)
        for name in names:
            if name == _LINE:
                menu.addSeparator()
            elif name in submenus:
                menu.addMenu(submenus[name])
            else:
                menu.addAction(extra[name] if name in extra else actions[name])


def page_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu of the page itself."""
    menu = QMenu(parent)
    for name in PAGE:
        if name == _LINE:
            menu.addSeparator()
        else:
            menu.addAction(actions[name])
    return menu


class RecentMenu(QMenu):
    """Recent files; missing ones say so and go when chosen."""

    def __init__(self, recent: RecentFiles, open_file: Callable[[Path], None]) -> None:
        super().__init__(QCoreApplication.translate("menus", "Open &recent"))
        self._recent, self._open = recent, open_file
        self.aboutToShow.connect(self._fill)
        recent.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        self.menuAction().setEnabled(bool(self._recent.paths))

    def _fill(self) -> None:
        self.clear()
        for path in self._recent.paths:
            self._add(path)
        self.addSeparator()
        self.addAction(self.tr("&Clear list"), self._recent.clear)

    def _add(self, path: Path) -> None:
        name = path.name.replace("&", "&&")
        if path.exists():
            self.addAction(name, lambda: self._open(path)).setToolTip(str(path))
        else:
            text = self.tr("{name} is gone: remove from list").format(name=name)
            self.addAction(text, lambda: self._recent.remove(path))


class ThemeMenu(QMenu):
    """System, light or dark."""

    def __init__(self, settings: SettingsStore) -> None:
        super().__init__(QCoreApplication.translate("menus", "&Theme"))
        self._settings = settings
        group = QActionGroup(self)
        self._choices: dict[str, QAction] = {}
        for key, text in (
            ("system", self.tr("&System")),
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
        ):
            self._choices[key] = self._choice(group, key, text)
        settings.changed.connect(lambda *_: self._show())
        self._show()

    def _choice(self, group: QActionGroup, key: str, text: str) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        group.addAction(action)
        action.triggered.connect(lambda: self._settings.update(theme=key))
        return action

    def _show(self) -> None:
        self._choices[self._settings.values.theme].setChecked(True)
