"""Everything that can be done, once: text, icon, shortcut, tip. Menus, buttons and help draw from here."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ecgdesk.ui.icons import icon


@dataclass(frozen=True, slots=True)
class Spec:
    """One action; a text with an ellipsis opens a dialog."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False
    tip: str = ""


class Actions(QObject):
    """The actions by name, owned by the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.name: _made(spec, parent) for spec in self._specs()}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def enable(self, on: bool, *names: str) -> None:
        """Enable or disable several."""
        for name in names:
            self._actions[name].setEnabled(on)

    def _specs(self) -> tuple[Spec, ...]:
        return self._file_specs() + self._page_specs() + self._view_specs() + self._other_specs()

    def _file_specs(self) -> tuple[Spec, ...]:
        return (
            Spec("open", self.tr("&Open pages…"), "open", ("Ctrl+O",)),
            Spec("open_folder", self.tr("Open &folder…"), "folder", ("Ctrl+Shift+O",)),
            Spec("open_sample", self.tr("Open a s&ample"), "sample"),
            Spec("save_report", self.tr("&Save report…"), "report", ("Ctrl+S",)),
            Spec("save_overlay", self.tr("Save page with heat &map…"), "save"),
            Spec("save_json", self.tr("Save result as &JSON…")),
            Spec("save_signals", self.tr("Save si&gnals…"), "signal"),
            Spec("save_table", self.tr("Save &table of all pages…"), "", ("Ctrl+Shift+S",)),
            Spec("print", self.tr("&Print report…"), "print", ("Ctrl+P",)),
            Spec("choose_pages", self.tr("C&hoose pages of this file…"), "page", ("Ctrl+G",)),
            Spec("close_page", self.tr("&Close page"), "close", ("Ctrl+W",)),
            Spec("close_all", self.tr("Close all pages"), "", ("Ctrl+Shift+W",)),
            Spec("quit", self.tr("&Quit"), "", ("Ctrl+Q",)),
        )  # fmt: skip

    def _page_specs(self) -> tuple[Spec, ...]:
        return (
            Spec("paste", self.tr("&Paste picture or files"), "paste", ("Ctrl+V",)),
            Spec("copy_result", self.tr("&Copy result as text"), "copy", ("Ctrl+Shift+C",)),
            Spec("copy_picture", self.tr("Copy p&icture with heat map"), "copy"),
            Spec("reset_crop", self.tr("Reset c&rop"), "reset", ("Ctrl+R",)),
            Spec("rotate_left", self.tr("Rotate &left"), "rotate-left", ("Ctrl+L",)),
            Spec("rotate_right", self.tr("Rotate ri&ght"), "rotate-right", ("Ctrl+Shift+L",)),
            Spec("mask", self.tr("&Mask a name"), "mask", ("M",), True,
                 self.tr("Draw boxes over what nobody should see")),
            Spec("calipers", self.tr("Ca&lipers"), "caliper", ("K",), True,
                 self.tr("Measure time and voltage on the page")),
            Spec("march", self.tr("March caliper &through"), "", ("R",)),
            Spec("leads", self.tr("Lead &boxes"), "leads", ("L",), True,
                 self.tr("Name, move and draw the boxes of the leads")),
            Spec("corners", self.tr("Page cor&ners"), "corners", ("N",), True,
                 self.tr("Drag the corners of the sheet to lay it straight")),
            Spec("scale", self.tr("&Grid scale by hand"), "ruler", ("G",), True,
                 self.tr("Draw a line over squares of the grid")),
            Spec("settings", self.tr("S&ettings…"), "settings", ("Ctrl+,",)),
        )  # fmt: skip

    def _view_specs(self) -> tuple[Spec, ...]:
        return (
            Spec("previous", self.tr("&Previous page"), "chevron-up", ("A", "PgUp")),
            Spec("next", self.tr("&Next page"), "chevron-down", ("D", "PgDown")),
            Spec("zoom_in", self.tr("Zoom &in"), "zoom-in", ("Ctrl++", "Ctrl+=")),
            Spec("zoom_out", self.tr("Zoom &out"), "zoom-out", ("Ctrl+-",)),
            Spec("fit", self.tr("&Fit page"), "fit", ("Ctrl+F",)),
            Spec("actual_size", self.tr("&Actual size"), "actual-size", ("Ctrl+1",)),
            Spec("overlay", self.tr("&Heat map"), "heat", ("H",), True,
                 self.tr("Show where the evidence lies")),
            Spec("heat_panel", self.tr("H&eat map choices"), "colours", ("E",), True,
                 self.tr("Colours, threshold, and what to compare the heat map with")),
            Spec("swap_heat", self.tr("S&wap compared heat maps"), "", ("X",)),
            Spec("traces", self.tr("&Traces that were read"), "trace", ("T",), True,
                 self.tr("Draw the traces that were read over the page")),
            Spec("signal", self.tr("S&ignal"), "signal", ("S",), True,
                 self.tr("Show the signal of a lead below the page")),
            Spec("crop_panel", self.tr("&Crop in numbers"), "crop", ("C",), True),
            Spec("preview", self.tr("What the model &sees"), "preview", ("P",), True),
            Spec("full_screen", self.tr("F&ull screen"), "", ("F11",), True),
        )  # fmt: skip

    def _other_specs(self) -> tuple[Spec, ...]:
        return (
            Spec("analyse", self.tr("&Analyse this page"), "analyse", ("F5",)),
            Spec("analyse_all", self.tr("Analyse a&ll pages"), "analyse", ("Ctrl+Return",)),
            Spec("cancel", self.tr("&Cancel"), "cancel", ("Ctrl+.",)),
            Spec("import_model", self.tr("&Import a model…"), "model"),
            Spec("about_model", self.tr("A&bout the model"), "info", ("Ctrl+I",)),
            Spec("restart_engine", self.tr("&Restart the engine")),
            Spec("train", self.tr("&Train a model"), "train", ("Ctrl+T",)),
            Spec("runs", self.tr("Training &runs"), "log"),
            Spec("how_to_train", self.tr("&From the command line"), "help"),
            Spec("guide", self.tr("&Guide"), "help", ("F1",)),
            Spec("shortcuts", self.tr("&Keyboard shortcuts"), "", ("Ctrl+/",)),
            Spec("log", self.tr("&Log"), "log"),
            Spec("doctor", self.tr("&Check this computer"), "cpu"),
            Spec("about", self.tr("&About ecgdesk"), "info"),
        )  # fmt: skip


def _made(spec: Spec, parent: QObject) -> QAction:
    action = QAction(spec.text, parent)
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    if spec.icon:
        action.setIcon(icon(spec.icon))
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setToolTip(_tip(action, spec))
    return action


def _tip(action: QAction, spec: Spec) -> str:
    plain = spec.tip or plain_text(action)
    if not spec.keys:
        return plain
    return f"{plain} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"


def plain_text(action: QAction) -> str:
    """The text of an action without its mnemonic and ellipsis."""
    return action.text().replace("&", "").removesuffix("…")
