"""What happens while files are dragged over the window: it says what a drop would do, or why it would not."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ecgdesk.services.collect import has_page_suffix
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.pasted import holds_picture, pasted
from ecgdesk.ui.theme import TextSize, current_theme, set_text_size, space

MODEL_SUFFIX: Final = ".ecgmodel"
NAMED_AT_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Dragged:
    """What is in the hand: folders and files that may open, model packs, others, or a bare picture."""

    pages: tuple[Path, ...] = ()
    models: tuple[Path, ...] = ()
    wrong: tuple[Path, ...] = ()
    picture: bool = False

    @property
    def welcome(self) -> bool:
        """Whether a drop would do anything."""
        return bool(self.pages or self.models or self.picture)


def dragged(data: QMimeData) -> Dragged:
    """Sort what is dragged by name alone; nothing is opened while the mouse moves."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if not paths:
        return Dragged(picture=holds_picture(data))
    models = tuple(p for p in paths if p.suffix.lower() == MODEL_SUFFIX)
    pages = tuple(p for p in paths if p not in models and (has_page_suffix(p) or p.is_dir()))
    return Dragged(pages, models, tuple(p for p in paths if p not in models and p not in pages))


def named(paths: Iterable[Path]) -> str:
    """A few names, and how many more."""
    return joined(path.name for path in paths)


def joined(names: Iterable[str]) -> str:
    """The first names, and how many more."""
    all_names = list(names)
    more = len(all_names) - NAMED_AT_MOST
    first = ", ".join(all_names[:NAMED_AT_MOST])
    if more <= 0:
        return first
    return QCoreApplication.translate("wording", "{names} and {n} more").format(names=first, n=more)


class DropOverlay(QWidget):
    """Covers the window while something is dragged over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign = IconLabel(side=48, parent=self)
        self._title, self._text = QLabel(self), QLabel(self)
        set_text_size(self._title, TextSize.TITLE, bold=True)
        column = QVBoxLayout(self)
        column.setSpacing(space())
        column.addStretch(1)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        self._welcome = True
        self.hide()

    @property
    def words(self) -> str:
        """What is said."""
        return f"{self._title.text()} {self._text.text()}".strip()

    def show_dragged(self, what: Dragged) -> None:
        """Say what a drop would do."""
        self._welcome = what.welcome
        self._sign.show_icon(*(("open", "accent") if what.welcome else ("status-refused", "caution")))
        self._title.setText(self._title_of(what))
        left_out = self.tr("Left out: {names}").format(names=named(what.wrong))
        kinds = self.tr("Pictures, PDF, DICOM, signals (WFDB, EDF, CSV), folders and model packs can.")
        self._text.setText((left_out if what.wrong else "") if what.welcome else kinds)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a veil and a dashed frame."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.color("raised"))
        veil.setAlphaF(0.94)
        painter.fillRect(self.rect(), veil)
        pen = QPen(theme.color("accent" if self._welcome else "caution"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        inset = space(2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)

    def _title_of(self, what: Dragged) -> str:
        if what.picture:
            return self.tr("Drop to open this picture")
        if not what.welcome:
            return self.tr("{names} cannot be opened").format(names=named(what.wrong))
        if what.models and not what.pages:
            return self.tr("Drop to import {names}").format(names=named(what.models))
        if len(what.pages) == 1:
            return self.tr("Drop to open {names}").format(names=named(what.pages))
        return self.tr("Drop to open {n} files and folders").format(n=len(what.pages))


class DropTarget(QObject):
    """Handles the drag events of a window and tells what was dropped."""

    dropped = Signal(object)
    """Dragged."""
    picture_dropped = Signal(object)
    """A Pasted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        self.overlay = DropOverlay(window)
        self._what = Dragged()

    def enter(self, event: QDragEnterEvent) -> None:
        """Say what a drop would do. Accepted in any case: a refused drag gets no leave event."""
        self._what = dragged(event.mimeData())
        self.overlay.show_dragged(self._what)
        event.setAccepted(True)

    def move(self, event: QDragMoveEvent) -> None:
        """Let the pointer show whether a drop would do anything."""
        if self._what.welcome:
            event.acceptProposedAction()
        else:
            event.ignore()

    def leave(self, event: QDragLeaveEvent) -> None:
        """Take the words away."""
        self.overlay.hide()

    def drop(self, event: QDropEvent) -> None:
        """Tell what was dropped, also when nothing of it can be opened."""
        self.overlay.hide()
        what = dragged(event.mimeData())
        if what.picture:
            self.picture_dropped.emit(pasted(event.mimeData()))
        else:
            self.dropped.emit(what)
        event.setAccepted(what.welcome)
