"""What every page of the wizard is: a title, a sentence, a column that scrolls, and a way on."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import TextSize, space


class WizardPage(QWidget):
    """A page of the wizard; subclasses fill the column with `add`."""

    WIDEST_PX = 1120

    readiness_changed = Signal()
    """Whether one may go on has changed."""

    def __init__(self, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Lines of words and rows of fields are hard to follow over the whole width of a large screen.
        self._ready = False
        self.title = heading(title, self, TextSize.TITLE)
        self.lead = prose(lead, self)
        self.setAccessibleName(title)
        self._content = QWidget()
        self._content.setMaximumWidth(self.WIDEST_PX)
        whole_column = QVBoxLayout(self._content)
        whole_column.setContentsMargins(space(3), space(2), space(3), space(3))
        whole_column.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(space(1.5))
        # What is left of the height stays below, instead of gaping between the parts.
        self._rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        whole_column.addLayout(self._column)
        whole_column.addItem(self._rest)
        self._column.addWidget(self.title)
        self._column.addWidget(self.lead)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroller())

    @property
    def is_ready(self) -> bool:
        """Whether one may go on from here."""
        return self._ready

    @property
    def next_text(self) -> str:
        """The verb of the button that goes on; empty for the usual one."""
        return ""

    def set_ready(self, ready: bool) -> None:
        """Say whether one may go on."""
        if ready != self._ready:
            self._ready = ready
            self.readiness_changed.emit()

    def enter(self) -> None:
        """Called whenever the page is shown."""

    def leave(self) -> bool:
        """Called before one goes on; whether that is possible."""
        return True

    def stop(self) -> None:
        """End what the page runs beside the window; called when the window closes."""

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the column; one with a stretch takes what is left of the height."""
        if stretch:
            self._rest.changeSize(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self._column.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """Put a row at the end of the column."""
        self._column.addLayout(layout, stretch)

    def add_heading(self, text: str) -> None:
        """Put a heading at the end of the column."""
        self._column.addSpacing(space())
        self.add(heading(text, self._content))

    def _scroller(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidget(self._content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        return scroll


def follows_theme(event: QEvent) -> bool:
    """Whether a change event means that colours are to be put on anew."""
    return event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
