"""The window: it only puts parts together."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QKeySequence,
    QUndoGroup,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ecgdesk.core.page import PageRef
from ecgdesk.services.bundle import Services
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.availability import update_actions
from ecgdesk.ui.corner import Corner
from ecgdesk.ui.docks import Docks
from ecgdesk.ui.drop import DropTarget
from ecgdesk.ui.help_pages import HelpPages
from ecgdesk.ui.menus import RecentMenu, ThemeMenu, build_menus
from ecgdesk.ui.news import News
from ecgdesk.ui.notice import NoticeArea
from ecgdesk.ui.opening import OpeningActions
from ecgdesk.ui.page_view import PageView
from ecgdesk.ui.pages.model import PageListModel
from ecgdesk.ui.pages.panel import PagesPanel
from ecgdesk.ui.presenter import Presenter
from ecgdesk.ui.result.panel import ResultPanel
from ecgdesk.ui.saving import SavingActions
from ecgdesk.ui.status_bar import StatusBar
from ecgdesk.ui.thumbnail_loader import ThumbnailLoader
from ecgdesk.ui.thumbnails import Thumbnails
from ecgdesk.ui.welcome import Welcome
from ecgdesk.ui.wording import disclaimer, page_title

FIRST_SIZE = QSize(1280, 800)
SMALLEST = QSize(720, 480)


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

    def __init__(self, services: Services, resources: Resources) -> None:
        super().__init__()
        self.services, self._resources = services, resources
        self.setWindowTitle("ecgdesk")
        self.setWindowIcon(resources.icon)
        self.setMinimumSize(SMALLEST)
        self.actions_ = Actions(self)
        self.addActions(list(self.actions_))
        self._undo = QUndoGroup(self)
        undo, redo = self._undo_actions()
        self.notices = NoticeArea(self)
        self.news = News(services, self.notices, self.actions_, self)
        self.thumbnails = Thumbnails(services.jobs, self)
        self._thumbnail_loader = ThumbnailLoader(services, self.thumbnails, self)
        self.view = PageView(self.actions_, undo, redo, self)
        self.welcome = Welcome(self.actions_, services.recent, self)
        self.result = ResultPanel(self.actions_["overlay"], self)
        model = PageListModel(services.session, services.models, self.thumbnails, self)
        self.pages = PagesPanel(services.session, model, self.actions_, self)
        self.status = StatusBar(self.actions_, self)
        self.top_right = Corner(self)
        self._lay_out()
        self.docks = Docks(self, self.pages, self.result)
        self.drop = DropTarget(self)
        self.help = HelpPages(services, self.actions_, resources, self)
        self.opening = OpeningActions(services, self.actions_, self.news, resources.samples, self)
        self.saving = SavingActions(
            services, self.actions_, self.news, lambda: self.result.result.why.opacity, self
        )
        extra = {"undo": undo, "redo": redo, **self.docks.toggles}
        submenus = {
            "recent": RecentMenu(services.recent, self._open_one),
            "theme": ThemeMenu(services.settings),
        }
        build_menus(self.menuBar(), self.actions_, extra, submenus)
        self.menuBar().setCornerWidget(self.top_right)
        self.presenter = Presenter(services, self.view, self.result, self._undo, self)
        self._connect_services()
        self._connect_actions()
        self._restore_layout()
        self._on_models_changed()

    # Parts

    def _undo_actions(self) -> tuple[QAction, QAction]:
        undo = self._undo.createUndoAction(self, self.tr("&Undo"))
        redo = self._undo.createRedoAction(self, self.tr("&Redo"))
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        return undo, redo

    def _lay_out(self) -> None:
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.welcome)
        self.middle.addWidget(self.view)
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
        services.engine.page_loaded.connect(lambda event: self.thumbnails.take(event.page))
        services.engine.state_changed.connect(self._on_engine_state)
        services.batch.progressed.connect(self.status.show_progress)
        services.batch.ended.connect(lambda _: self.status.show_progress(None))
        services.models.changed.connect(self._on_models_changed)
        for signal in (session.changed, services.batch.ended, services.current.busy_changed):
            signal.connect(self._update)
        services.current.page_arrived.connect(self._update)
        services.current.page_left.connect(lambda: self.status.show_zoom(None))
        session.current_changed.connect(self._on_current_changed)
        session.entries_removed.connect(self.thumbnails.forget)

    def _connect_actions(self) -> None:
        do, session = self.actions_, self.services.session
        do["quit"].triggered.connect(self.close)
        do["close_page"].triggered.connect(lambda: self._remove(self.pages.selected))
        do["close_all"].triggered.connect(lambda: self._remove(session.pages))
        do["previous"].triggered.connect(lambda: session.step(-1))
        do["next"].triggered.connect(lambda: session.step(1))
        do["analyse"].triggered.connect(self.services.current.analyse)
        do["analyse_all"].triggered.connect(self._analyse_all)
        do["cancel"].triggered.connect(self._cancel)
        do["restart_engine"].triggered.connect(self.services.follower.restart_engine)
        do["full_screen"].toggled.connect(lambda on: self.showFullScreen() if on else self.showNormal())
        do["preview"].toggled.connect(self.presenter.show_preview)
        do["overlay"].setChecked(True)
        self.welcome.recent_chosen.connect(self._open_one)
        self.pages.remove_wanted.connect(self._remove)
        self.pages.analyse_wanted.connect(self.services.batch.start)
        self.result.step_chosen.connect(lambda name: do[name].trigger())
        self.top_right.model_chosen.connect(self.services.models.choose)
        self.top_right.import_wanted.connect(do["import_model"].trigger)
        self.top_right.device_clicked.connect(do["settings"].trigger)
        self.view.canvas.cursor_moved.connect(self.status.show_cursor)
        self.view.canvas.zoom_changed.connect(self.status.show_zoom)
        self.drop.dropped.connect(self.opening.take_drop)
        self.drop.picture_dropped.connect(self.opening.take_picture)

    # What the user does

    def _open_one(self, path: Path) -> None:
        self.opening.open([path])

    def _remove(self, pages: list[PageRef]) -> None:
        self.news.removed(self.services.session.remove(pages))

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
        self.middle.setCurrentWidget(self.view if page is not None else self.welcome)
        self.docks.set_document_open(page is not None)
        if page is None:
            self.status.show_cursor(None)

    def _update(self) -> None:
        session = self.services.session
        entry = session.get(session.current)
        number = session.index(entry.page) + 1 if entry is not None else 0
        title = page_title(entry.page, entry.page_count) if entry is not None else disclaimer()
        self.status.show_page(title, number, len(session))
        finished = sum(1 for e in session if e.is_finished)
        self.docks.pages.title.remark.setText(f"{finished}/{len(session)}" if len(session) else "")
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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go away at once; the work is ended behind the closed window."""
        store = self._layout_store()
        store.setValue("geometry", self.saveGeometry())
        store.setValue("layout", self.docks.save())
        store.sync()
        self.hide()
        self.help.stop()
        self.services.close()
        super().closeEvent(event)

    def _restore_layout(self) -> None:
        store = self._layout_store()
        self.resize(FIRST_SIZE)
        if (geometry := store.value("geometry")) is not None:
            self.restoreGeometry(geometry)
        if (layout := store.value("layout")) is not None:
            self.docks.restore(layout)

    def _layout_store(self) -> QSettings:
        return QSettings(str(self.services.folder.window_file), QSettings.Format.IniFormat)
