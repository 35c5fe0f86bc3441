"""What the window lends to the parts inside it."""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QUndoGroup
from PySide6.QtWidgets import QStackedWidget, QWidget

from ecgdesk.ui.actions import Actions
from ecgdesk.ui.docks import Docks
from ecgdesk.ui.news import News
from ecgdesk.ui.status_bar import StatusBar


@dataclass(frozen=True, slots=True)
class Frame:
    """The window's own parts, made before any page is open."""

    window: QWidget
    actions: Actions
    news: News
    docks: Docks
    middle: QStackedWidget
    status: StatusBar
    undo_group: QUndoGroup
    undo: QAction
    redo: QAction
