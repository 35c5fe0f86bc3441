"""The two side panels: they close, float and come back, and stay away while no page is open."""

from PySide6.QtCore import QByteArray, QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QToolButton, QWidget

from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import heading, small
from ecgdesk.ui.theme import space

LAYOUT_VERSION = 1
ROOMY_PX = 1100
"""In a window that is narrower, both panels share one place while the page has panels of its own open."""


class DockTitle(QWidget):
    """Name, a small remark, and the buttons to float and close."""

    def __init__(self, title: str, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.remark = small("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(1.5), space(0.5), space(1.5), space(0.5))
        row.setSpacing(space())
        row.addWidget(heading(title, self))
        row.addStretch(1)
        row.addWidget(self.remark)
        for name, tip, act in (
            ("float", self.tr("Float or dock this panel"), lambda: dock.setFloating(not dock.isFloating())),
            ("close", self.tr("Close this panel (View menu brings it back)"), dock.close),
        ):
            row.addWidget(self._button(name, tip, act))

    def _button(self, name: str, tip: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, "muted"))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(act)
        return button


class Dock(QDockWidget):
    """A side panel with a title of our own."""

    def __init__(self, name: str, title: str, window: QMainWindow) -> None:
        super().__init__(title, window)
        self.setObjectName(name)
        self.title = DockTitle(title, self)
        self.setTitleBarWidget(self.title)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)


class Docks:
    """Both panels of a window."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.pages = Dock("pages", QCoreApplication.translate("Docks", "Pages"), window)
        self.result = Dock("result", QCoreApplication.translate("Docks", "Result"), window)
        # Qt mirrors layouts for right-to-left languages, but not the places of docks.
        sides = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        first, last = reversed(sides) if window.isRightToLeft() else sides
        window.addDockWidget(first, self.pages)
        window.addDockWidget(last, self.result)
        self._wanted = {self.pages: True, self.result: True}
        self._open = True
        self._crowded = False
        self._was: tuple[Qt.DockWidgetArea, int] | None = None
        self.set_document_open(False)

    @property
    def toggles(self) -> dict[str, QAction]:
        """The actions that show and hide the panels, by the names used in the menus."""
        return {"pages_dock": self.pages.toggleViewAction(), "result_dock": self.result.toggleViewAction()}

    def set_document_open(self, is_open: bool) -> None:
        """Hide the panels while there is nothing to show in them; afterwards as the user had them."""
        if is_open == self._open:
            return
        if not is_open:
            self._wanted = {dock: not dock.isHidden() for dock in self._wanted}
        self._open = is_open
        for dock, wanted in self._wanted.items():
            dock.setVisible(is_open and wanted)
            dock.toggleViewAction().setEnabled(is_open)

    def give_way(self, crowded: bool) -> None:
        """Say whether the page has panels of its own open: where room is scarce, both share a place."""
        self._crowded = crowded
        self.follow()

    def follow(self) -> None:
        """Put the panels behind each other, or apart again, as the window's width asks for."""
        tight = self._crowded and self._window.width() < ROOMY_PX
        if tight and self._was is None and self._apart():
            self._was = self._window.dockWidgetArea(self.pages), self.pages.width()
            self._window.tabifyDockWidget(self.result, self.pages)
            self.result.raise_()
        elif not tight:
            self._part()

    def _apart(self) -> bool:
        docks, window = (self.pages, self.result), self._window
        here = all(not dock.isHidden() and not dock.isFloating() for dock in docks)
        return here and window.dockWidgetArea(self.pages) != window.dockWidgetArea(self.result)

    def _part(self) -> None:
        """Put the page list back where it was, unless it was moved meanwhile."""
        was, self._was = self._was, None
        if was is None or self.result not in self._window.tabifiedDockWidgets(self.pages):
            return
        hidden = self.pages.isHidden()
        self._window.addDockWidget(was[0], self.pages)
        self._window.resizeDocks([self.pages], [was[1]], Qt.Orientation.Horizontal)
        self.pages.setHidden(hidden)

    def save(self) -> QByteArray:
        """The layout with the panels as the user wants them."""
        self._part()
        hidden = not self._open
        if hidden:
            self.set_document_open(True)
        state = self._window.saveState(LAYOUT_VERSION)
        if hidden:
            self.set_document_open(False)
        return state

    def restore(self, state: QByteArray) -> None:
        """Bring a saved layout back."""
        was_open = self._open
        self.set_document_open(True)
        self._window.restoreState(state, LAYOUT_VERSION)
        self._open = True
        if not was_open:
            self.set_document_open(False)
