"""Closing all pages as a step that can be undone."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from ecgdesk.services.entry import Entry
from ecgdesk.services.session import Session


class ClosePages(QUndoCommand):
    """Pages that have been closed, with their places and everything known of them."""

    def __init__(self, session: Session, removed: list[tuple[int, Entry]]) -> None:
        super().__init__(QCoreApplication.translate("closing", "close all pages"))
        self._session, self._removed = session, removed

    def redo(self) -> None:
        """Close them; they are closed already when this is pushed."""
        self._session.remove(entry.page for _, entry in self._removed)

    def undo(self) -> None:
        """Bring them back and show the first."""
        self._session.put_back(self._removed)
        self._session.show(self._removed[0][1].page)
