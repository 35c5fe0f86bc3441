"""The left-hand panel: the open pages, and the two things done with them."""

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QPushButton, QVBoxLayout, QWidget

from ecgdesk.core.page import PageRef
from ecgdesk.services.entry import EntryStatus
from ecgdesk.services.session import Session
from ecgdesk.ui.actions import Actions, plain_text
from ecgdesk.ui.folder import show_in_folder
from ecgdesk.ui.icons import icon
from ecgdesk.ui.pages.delegate import PageDelegate
from ecgdesk.ui.pages.model import PageListModel
from ecgdesk.ui.theme import space

WIDTH_PX = 248


class PageList(QListView):
    """The list itself; Delete closes the chosen pages."""

    delete_pressed = Signal()

    def __init__(self, model: PageListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(PageDelegate(self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Open pages"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Delete; leave the rest to the list."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)


class PagesPanel(QWidget):
    """Keeps the list and the session's shown page in step."""

    remove_wanted = Signal(object)
    """Pages to close, as a list."""
    analyse_wanted = Signal(object)
    """Pages to analyse, as a list."""

    def __init__(
        self, session: Session, model: PageListModel, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._model = session, model
        self._save_report, self._choose_pages = actions["save_report"], actions["choose_pages"]
        self.list = PageList(model, self)
        self._add, self._all = QPushButton(self), QPushButton(self)
        self._lay_out(actions)
        self.list.selectionModel().currentChanged.connect(self._on_row_chosen)
        self.list.delete_pressed.connect(lambda: self.remove_wanted.emit(self.selected))
        self.list.customContextMenuRequested.connect(self._show_menu)
        session.current_changed.connect(self._on_current_changed)

    def sizeHint(self) -> QSize:
        """Room for a picture and a short name."""
        return QSize(WIDTH_PX, space(70))

    @property
    def selected(self) -> list[PageRef]:
        """The chosen pages in order; at least the shown one."""
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        chosen = [self._model.page(self._model.index(row)) for row in rows]
        current = self._session.current
        return chosen or ([current] if current is not None else [])

    def _on_row_chosen(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self._session.show(self._model.page(index))

    def _on_current_changed(self, page: PageRef | None) -> None:
        if page is None or page not in self._session:
            return
        index = self._model.index_of(page)
        if index != self.list.currentIndex():
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, choose)
        self.list.scrollTo(index)

    def _show_menu(self, place: QPoint) -> None:
        if not self.list.indexAt(place).isValid():
            return
        self.build_menu().popup(self.list.viewport().mapToGlobal(place))

    def build_menu(self) -> QMenu:
        """Return what can be done with the chosen pages."""
        menu, chosen = QMenu(self), self.selected
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        failed = any((e := self._session.get(p)) and e.status is EntryStatus.FAILED for p in chosen)
        words = self.tr("Try again") if failed else self.tr("Analyse")
        menu.addAction(icon("analyse"), words, lambda: self.analyse_wanted.emit(chosen))
        menu.addSeparator()
        menu.addAction(self._save_report)
        menu.addAction(icon("folder"), self.tr("Show in folder"), lambda: show_in_folder(chosen[0].path))
        if self._choose_pages.isEnabled():
            menu.addAction(self._choose_pages)
        menu.addSeparator()
        menu.addAction(icon("close"), self.tr("Close"), lambda: self.remove_wanted.emit(chosen))
        return menu

    def _lay_out(self, actions: Actions) -> None:
        for button, name, text in (
            (self._add, "open", self.tr("Add")),
            (self._all, "analyse_all", self.tr("Analyse all")),
        ):
            action = actions[name]
            button.setText(text)
            button.setIcon(icon("add") if name == "open" else action.icon())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(plain_text(action))
            button.clicked.connect(action.trigger)
            button.setEnabled(action.isEnabled())
            action.enabledChanged.connect(button.setEnabled)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(space(), space(), space(), space())
        buttons.setSpacing(space())
        buttons.addWidget(self._add, 1)
        buttons.addWidget(self._all, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
