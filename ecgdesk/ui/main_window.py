"""The window: it only puts parts together."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QKeySequence,
    QResizeEvent,
    QUndoGroup,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from ecgdesk.core.page import PageRef
from ecgdesk.services.bundle import Services
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.availability import update_actions
from ecgdesk.ui.corner import Corner
from ecgdesk.ui.docks import Docks
from ecgdesk.ui.drop import DropTarget
from ecgdesk.ui.frame import Frame
from ecgdesk.ui.help_pages import HelpPages
from ecgdesk.ui.menus import RecentMenu, ThemeMenu, build_menus
from ecgdesk.ui.news import News
from ecgdesk.ui.notice import NoticeArea
from ecgdesk.ui.opening import OpeningActions
from ecgdesk.ui.stack import PageStack
from ecgdesk.ui.status_bar import StatusBar
from ecgdesk.ui.training_place import TrainingPlace
from ecgdesk.ui.welcome import Welcome
from ecgdesk.ui.wording import disclaimer, how_far, page_title

if TYPE_CHECKING:
    from ecgdesk.ui.workspace import Workspace

PREPARE_EVERY_MS = 20
FIRST_SIZE = QSize(1280, 800)
SMALLEST = QSize(900, 480)
FRAME = QSize(16, 48)
"""Room for the title bar and borders, whose size is not known before the window is shown."""


@dataclass(frozen=True, slots=True)
class Resources:
    """Files that come with the program."""

    root: Path

    @property
    def samples(self) -> Path:
        """Simulated pages."""
        return self.root / "samples"

    @property
    def licences(self) -> Path:
        """Texts of the licences."""
        return self.root / "licences"

    @property
    def icon(self) -> QIcon:
        """The program's icon."""
        return QIcon(str(self.root / "icons" / "ecgdesk.png"))


class MainWindow(QMainWindow):
    """Builds the parts, connects them, keeps the layout."""

    prepared = Signal()
    """The workspace is complete, or was completed because it was needed."""

    def __init__(self, services: Services, resources: Resources) -> None:
        super().__init__()
        self.services, self._resources = services, resources
        self.setWindowTitle("ecgdesk")
        self.setWindowIcon(resources.icon)
        self.setMinimumSize(SMALLEST)
        self.actions_ = Actions(self)
        self.addActions(list(self.actions_))
        self.notices = NoticeArea(self)
        self.news = News(services, self.notices, self.actions_, self)
        self.welcome = Welcome(self.actions_, services.recent, self)
        self.status, self.top_right = StatusBar(self.actions_, self), Corner(self)
        self.middle = PageStack(self)
        self._lay_out()
        self.docks = Docks(self)
        self._frame = self._make_frame()
        self._workspace: Workspace | None = None
        self.drop = DropTarget(self)
        self.help = HelpPages(services, self.actions_, resources, self)
        self.training = TrainingPlace(services, self.actions_, self)
        self.opening = OpeningActions(services, self.actions_, self.news, resources.samples, self)
        self._build_menus()
        self._connect_services()
        self._connect_actions()
        self._restore_layout()
        self._on_models_changed()

    @property
    def workspace(self) -> "Workspace":
        """Canvas, result, page list and saving; built now if they were not before."""
        made = self._made_workspace()
        made.finish()
        return made

    def prepare_workspace(self) -> None:
        """Import and build the workspace bit by bit while nothing else is to be done."""
        self.services.jobs.submit(_workspace_class, lambda _: self._prepare_more(), self.news.show_error)

    # Parts

    def _made_workspace(self) -> "Workspace":
        if self._workspace is None:
            self._workspace = _workspace_class()(self.services, self._frame)
        return self._workspace

    def _prepare_more(self) -> None:
        if self._made_workspace().step():
            QTimer.singleShot(PREPARE_EVERY_MS, self, self._prepare_more)
        else:
            self.prepared.emit()

    def _make_frame(self) -> Frame:
        group = QUndoGroup(self)
        undo = group.createUndoAction(self, self.tr("&Undo"))
        redo = group.createRedoAction(self, self.tr("&Redo"))
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        return Frame(self, self.actions_, self.news, self.docks, self.middle, self.status, group, undo, redo)

    def _build_menus(self) -> None:
        services = self.services
        extra = {"undo": self._frame.undo, "redo": self._frame.redo, **self.docks.toggles}
        submenus = {
            "recent": RecentMenu(services.recent, self._open_one),
            "theme": ThemeMenu(services.settings),
        }
        build_menus(self.menuBar(), self.actions_, extra, submenus)
        self.menuBar().setCornerWidget(self.top_right)

    def _lay_out(self) -> None:
        self.middle.addWidget(self.welcome)
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.middle, 1)
        self.setCentralWidget(central)
        self.setStatusBar(self.status)

    def _connect_services(self) -> None:
        services, session = self.services, self.services.session
        services.engine.state_changed.connect(self._on_engine_state)
        services.batch.progressed.connect(self.status.show_progress)
        services.batch.ended.connect(lambda _: self.status.show_progress(None))
        services.models.changed.connect(self._on_models_changed)
        for signal in (session.changed, services.batch.ended, services.current.busy_changed):
            signal.connect(self._update)
        services.current.page_arrived.connect(self._update)
        # Before the first page is shown there must be something to show it.
        session.entries_added.connect(lambda *_: self.workspace)
        session.current_changed.connect(self._on_current_changed)

    def _connect_actions(self) -> None:
        do, session = self.actions_, self.services.session
        do["quit"].triggered.connect(self.close)
        do["previous"].triggered.connect(lambda: session.step(-1))
        do["next"].triggered.connect(lambda: session.step(1))
        do["analyse"].triggered.connect(self.services.current.analyse)
        do["analyse_all"].triggered.connect(self._analyse_all)
        do["cancel"].triggered.connect(self._cancel)
        do["restart_engine"].triggered.connect(self.services.follower.restart_engine)
        do["full_screen"].toggled.connect(lambda on: self.showFullScreen() if on else self.showNormal())
        self.welcome.recent_chosen.connect(self._open_one)
        self.top_right.model_chosen.connect(self.services.models.choose)
        self.top_right.import_wanted.connect(do["import_model"].trigger)
        self.top_right.device_clicked.connect(do["settings"].trigger)
        self.drop.dropped.connect(self.opening.take_drop)
        self.drop.picture_dropped.connect(self.opening.take_picture)

    # What the user does

    def _open_one(self, path: Path) -> None:
        self.opening.open([path])

    def _analyse_all(self) -> None:
        self.services.batch.start(e.page for e in self.services.session if not e.is_finished)

    def _cancel(self) -> None:
        self.services.batch.cancel()
        self.services.current.cancel()

    # What the services say

    def _on_engine_state(self) -> None:
        self.top_right.show_device(self.services.engine.device)

    def _on_models_changed(self) -> None:
        models = self.services.models
        self.top_right.show_models(models.choices, models.chosen, models.is_listed)
        self._update()

    def _on_current_changed(self, page: PageRef | None) -> None:
        self.middle.setCurrentWidget(self.workspace.view if page is not None else self.welcome)
        self.docks.set_document_open(page is not None)

    def _update(self) -> None:
        session = self.services.session
        entry = session.get(session.current)
        number = session.index(entry.page) + 1 if entry is not None else 0
        title = page_title(entry.page, entry.page_count) if entry is not None else disclaimer()
        self.status.show_page(title, number, len(session))
        self.docks.pages.title.remark.setText(how_far(session))
        update_actions(self.actions_, self.services)

    # Drag and drop, layout, end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what a drop would do."""
        self.drop.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let the pointer show it too."""
        self.drop.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget it."""
        self.drop.leave(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.drop.drop(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page its room first."""
        super().resizeEvent(event)
        self.docks.follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go away at once; the work is ended behind the closed window."""
        store = self._layout_store()
        store.setValue("geometry", self.saveGeometry())
        store.setValue("layout", self.docks.save())
        store.sync()
        self.hide()
        self.help.stop()
        self.training.stop()
        self.services.close()
        super().closeEvent(event)

    def _restore_layout(self) -> None:
        store = self._layout_store()
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() - FRAME).expandedTo(SMALLEST))
        if (geometry := store.value("geometry")) is not None:
            self.restoreGeometry(geometry)
        if (layout := store.value("layout")) is not None:
            self.docks.restore(layout)

    def _layout_store(self) -> QSettings:
        return QSettings(str(self.services.folder.window_file), QSettings.Format.IniFormat)


def _workspace_class() -> "type[Workspace]":
    from ecgdesk.ui.workspace import Workspace, warm_up

    warm_up()
    return Workspace
