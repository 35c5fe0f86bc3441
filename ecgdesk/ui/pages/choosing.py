"""Lets a person choose which pages of a file are open, by itself for files of many pages."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoGroup
from PySide6.QtWidgets import QWidget

from ecgdesk.core.page import PageRef
from ecgdesk.services.bundle import Services
from ecgdesk.services.entry import Entry
from ecgdesk.services.session import Session
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.news import News
from ecgdesk.ui.notice import Notice
from ecgdesk.ui.pages.chooser import PageChooser
from ecgdesk.ui.thumbnail_loader import ThumbnailLoader
from ecgdesk.ui.thumbnails import Thumbnails


class ChoosePages(QUndoCommand):
    """Opens exactly some pages of a file; undone, those that were open before."""

    def __init__(self, session: Session, page: PageRef, numbers: list[int], text: str) -> None:
        super().__init__(text)
        self._session, self._page, self._after = session, page, numbers
        self._before = session.pages_of(page.path)
        self._closed = session.choose_pages(page.path, numbers).removed
        self._first = True

    @property
    def closed(self) -> list[tuple[int, Entry]]:
        """What was closed, with its places."""
        return self._closed

    def redo(self) -> None:
        """Open them; the first time that has been done already."""
        if not self._first:
            self._closed = self._session.choose_pages(self._page.path, self._after).removed
        self._first = False

    def undo(self) -> None:
        """Bring back what was closed with all that was known of it, close what was opened."""
        self._session.put_back(self._closed)
        self._session.choose_pages(self._page.path, self._before)


class PageChoice(QObject):
    """Answers the action, and speaks up when a file has many pages."""

    def __init__(
        self, services: Services, thumbnails: Thumbnails, loader: ThumbnailLoader, actions: Actions,
        news: News, undo: QUndoGroup, window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._services, self._thumbnails, self._loader = services, thumbnails, loader
        self._news, self._undo, self._window = news, undo, window
        actions["choose_pages"].triggered.connect(self._on_choose)
        services.session.more_pages.connect(self._on_more_pages)

    def ask(self, page: PageRef) -> PageChooser:
        """Open the question for the file of a page."""
        session = self._services.session
        count = session[page].page_count
        pages = [PageRef(page.path, number) for number in range(1, count + 1)]
        chooser = PageChooser(
            page.path.name, pages, session.pages_of(page.path), self._thumbnails, self._window
        )
        chooser.accepted.connect(lambda: self._choose(page, chooser.grid.chosen))
        chooser.finished.connect(lambda _: self._loader.want([]))
        chooser.finished.connect(chooser.deleteLater)
        self._loader.want(pages)
        chooser.open()
        return chooser

    def _on_choose(self) -> None:
        current = self._services.session.current
        if current is not None:
            self.ask(current)

    def _on_more_pages(self, page: PageRef) -> None:
        count = self._services.session[page].page_count
        text = self.tr("{name} has {n} pages. The first is open.").format(name=page.path.name, n=count)
        steps = (
            (self.tr("Choose pages…"), lambda: self._later(page)),
            (self.tr("Open all"), lambda: self._choose(page, list(range(1, count + 1)))),
        )
        self._news.tell(Notice(f"more-pages:{page.path}", text, steps=steps))

    def _later(self, page: PageRef) -> None:
        if page in self._services.session:
            self.ask(page)

    def _choose(self, page: PageRef, numbers: list[int]) -> None:
        session = self._services.session
        if page not in session or numbers == session.pages_of(page.path):
            return
        command = ChoosePages(session, page, numbers, self.tr("Choose pages"))
        stack = self._undo.activeStack()
        if stack is not None:
            stack.push(command)
        self._news.removed(command.closed)
