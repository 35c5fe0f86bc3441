"""The first thing seen: three ways to begin, where to drop files, and files opened lately."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecgdesk.services.recent import RecentFiles
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import heading, small
from ecgdesk.ui.theme import TextSize, space

RECENT_SHOWN = 5
CARD_WIDTH_PX = 216
COLUMN_PX = 3 * CARD_WIDTH_PX + 2 * 16


class Card(QPushButton):
    """A big button: icon, name, one line on what it does."""

    def __init__(self, icon_name: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name, words = heading(title, self), QLabel(text, self)
        words.setWordWrap(True)
        for label in (name, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        sign = IconLabel(icon_name, "accent", 32, self)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(2), space(2), space(2), space(2))
        self._column.setSpacing(space())
        for part in (sign, name, words):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setFixedWidth(CARD_WIDTH_PX)

    def sizeHint(self) -> QSize:
        """As tall as the words need at this width."""
        return QSize(CARD_WIDTH_PX, self._column.heightForWidth(CARD_WIDTH_PX))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the words."""
        return self.sizeHint()


class Welcome(QWidget):
    """Shown while no page is open."""

    recent_chosen = Signal(object)
    """The path of a recent file."""

    def __init__(self, actions: Actions, recent: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        self._files = QWidget(self)
        self._rows = QVBoxLayout(self._files)
        self._lay_out(actions)
        recent.changed.connect(self._fill)
        self._fill()

    def _lay_out(self, actions: Actions) -> None:
        title = heading(self.tr("Open an ECG page"), self, TextSize.TITLE)
        hint = QLabel(self.tr("Drop pictures, PDF files or folders anywhere in this window."), self)
        hint.setWordWrap(True)
        cards = QHBoxLayout()
        cards.setSpacing(space(2))
        for card in self._cards(actions):
            cards.addWidget(card)
        column = QVBoxLayout()
        column.setSpacing(space())
        column.addWidget(title)
        column.addWidget(hint)
        column.addSpacing(space(2))
        column.addLayout(cards)
        column.addSpacing(space(2))
        column.addWidget(self._files)
        outer = QGridLayout(self)
        outer.setColumnStretch(0, 1)
        outer.setColumnStretch(2, 1)
        outer.setRowStretch(0, 2)
        outer.setRowStretch(2, 3)
        outer.addLayout(column, 1, 1)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def _cards(self, actions: Actions) -> list[Card]:
        made = []
        for name, icon_name, title, text in (
            (
                "open",
                "open",
                self.tr("Open pages"),
                self.tr("Scans, photographs or PDF files from this computer"),
            ),
            (
                "open_sample",
                "sample",
                self.tr("Open a sample"),
                self.tr("A simulated ECG, to see what happens"),
            ),
            (
                "train",
                "train",
                self.tr("Train a model"),
                self.tr("With your own labelled pages, checked before and measured after"),
            ),
        ):
            card = Card(icon_name, title, text, self)
            card.setToolTip(actions[name].toolTip())
            card.clicked.connect(actions[name].trigger)
            made.append(card)
        return made

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        paths = self._recent.paths[:RECENT_SHOWN]
        self._files.setVisible(bool(paths))
        if not paths:
            return
        self._rows.addWidget(heading(self.tr("Opened lately"), self._files))
        self._rows.addSpacing(space(0.5))
        for path in paths:
            self._rows.addWidget(self._row(path))

    def _row(self, path: Path) -> QWidget:
        row = QWidget(self._files)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space())
        there = path.exists()
        line.addWidget(self._file_button(path, there))
        words = str(path.parent) if there else self.tr("This file is no longer there.")
        where = small(words, row)
        where.setToolTip(str(path))
        where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(where, 1)
        if not there:
            line.addWidget(self._remove_button(path))
        return row

    def _file_button(self, path: Path, there: bool) -> QToolButton:
        button = QToolButton(self._files)
        button.setText(path.name)
        button.setIcon(icon("page", "accent" if there else "muted"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setEnabled(there)
        button.setToolTip(str(path))
        button.clicked.connect(lambda: self.recent_chosen.emit(path))
        return button

    def _remove_button(self, path: Path) -> QPushButton:
        button = QPushButton(self.tr("Remove from list"), self._files)
        button.setAccessibleName(self.tr("Remove {name} from the list").format(name=path.name))
        button.clicked.connect(lambda: self._recent.remove(path))
        return button
