"""The frame of every help page: a heading, a way back, and content of readable width."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import TextSize, space

COLUMN_PX = 640


class HelpPage(QWidget):
    """Heading, back button, and a column to fill with `add_text` and `add`."""

    closed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading("", self, TextSize.TITLE)
        self.set_title(title)
        self.back = QPushButton(icon("chevron-left"), self.tr("Back"), self)
        self.back.setShortcut("Esc")
        self.back.setToolTip(self.tr("Back (Esc)"))
        self.back.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setContentsMargins(space(2), space(2), space(2), space(2))
        top.setSpacing(space(2))
        top.addWidget(self.back)
        top.addWidget(self._heading, 1)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(space(3), space(), space(3), space(3))
        self._column.setSpacing(space(1.5))
        # A layout aligned to the top is narrower than the width its height is asked for: charts would be cut.
        self._column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._scroller(), 1)

    def set_title(self, title: str) -> None:
        """Give the page its heading."""
        self._heading.setText(title)
        self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the column."""
        self._column.insertWidget(self._column.count() - 1, widget, stretch)

    def add_heading(self, text: str) -> None:
        """Put a heading at the end of the column."""
        self.add(heading(text, self._content))

    def add_text(self, text: str) -> QLabel:
        """Put a paragraph at the end of the column."""
        label = prose(text, self._content)
        label.setMaximumWidth(COLUMN_PX)
        self.add(label)
        return label

    def _scroller(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidget(self._content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        return scroll
