"""The real window around the fake engine, and ways to use it as a person would."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecgdesk.app import begin, open_window
from ecgdesk.core.page import PageRef
from ecgdesk.services.bundle import Services
from ecgdesk.services.entry import Entry
from ecgdesk.services.models import ModelChoice
from ecgdesk.ui.main_window import MainWindow
from tests.fakes.engine import FakeEngine
from tests.fakes.services import FAKE_MODEL, OTHER_MODEL, make_desk

MODELS = (FAKE_MODEL, OTHER_MODEL)


def mime_of(paths: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _hand(data: QMimeData) -> tuple[Any, ...]:
    return Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class Rig:
    """A window with its services and engine."""

    window: MainWindow
    services: Services
    engine: FakeEngine
    qtbot: QtBot

    @property
    def entry(self) -> Entry:
        entry = self.services.current.entry
        assert entry is not None
        return entry

    def drag(self, *paths: Path) -> tuple[QDragEnterEvent, QDragMoveEvent, QMimeData]:
        """Hold files over the window; returns the events and the data, which must outlive the drag."""
        data, where = mime_of(paths), QPoint(300, 300)
        args = _hand(data)
        enter, move = QDragEnterEvent(where, *args), QDragMoveEvent(where, *args)
        QApplication.sendEvent(self.window, enter)
        QApplication.sendEvent(self.window, move)
        return enter, move, data

    def leave(self) -> None:
        QApplication.sendEvent(self.window, QDragLeaveEvent())

    def drop(self, *paths: Path) -> QDropEvent:
        """Drag files over the window and let them go."""
        *_, data = self.drag(*paths)
        event = QDropEvent(QPointF(300, 300), *_hand(data))
        QApplication.sendEvent(self.window, event)
        return event

    def finished(self, *paths: Path) -> None:
        """Wait until these files (default: all open pages) have their results."""
        pages = [PageRef(path) for path in paths] or None

        def done() -> bool:
            session = self.services.session
            if not len(session) or not all(p in session for p in pages or []):
                return False
            entries = [session[p] for p in pages] if pages else list(session)
            return all(e.is_finished for e in entries)

        self.qtbot.waitUntil(done, timeout=15_000)

    def open(self, *paths: Path) -> None:
        """Drop files and wait for their results."""
        self.drop(*paths)
        self.finished(*paths)
        self.qtbot.waitUntil(lambda: self.services.current.page is not None)

    def notices(self) -> list[str]:
        """What the notices say, the newest first."""
        return [notice.text for notice in self.window.notices.notices]


def make_rig(
    folder: Path,
    qtbot: QtBot,
    engine: FakeEngine | None = None,
    models: tuple[ModelChoice, ...] = MODELS,
    files: Sequence[Path] = (),
    start: bool = True,
) -> Rig:
    desk = make_desk(folder, engine, models)
    window = open_window(QApplication.instance(), desk.services)
    window.resize(1280, 720)
    if start:
        begin(desk.services, list(files))
        qtbot.waitUntil(lambda: desk.services.models.is_listed)
    return Rig(window, desk.services, desk.engine, qtbot)
