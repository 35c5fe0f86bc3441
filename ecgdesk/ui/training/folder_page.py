"""A page of the wizard on which a folder or a list is dropped."""

from abc import abstractmethod
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ecgdesk.ui.training.page import WizardPage


class FolderPage(WizardPage):
    """Takes what is dropped; the window must not open it as pages."""

    def __init__(self, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(title, lead, parent)
        self.setAcceptDrops(True)

    @abstractmethod
    def choose(self, source: Path) -> None:
        """Look at a folder or list in the background."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and lists."""
        event.setAccepted(any(url.isLocalFile() for url in event.mimeData().urls()))

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.choose(paths[0])
