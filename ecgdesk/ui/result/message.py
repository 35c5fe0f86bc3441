"""A state without a result: what is the case, and the next step as a button."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.text import prose
from ecgdesk.ui.theme import TextSize, set_text_size, space


@dataclass(frozen=True, slots=True)
class Message:
    """Icon, colour role, heading, body, and a button (text and a name to act on), if there is a step."""

    icon: str
    role: str
    title: str
    text: str
    button: str = ""
    step: str = ""


class MessageView(QWidget):
    """Shows one Message."""

    step_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel(side=32, parent=self)
        self._title, self._text = prose("", self), prose("", self)
        set_text_size(self._title, TextSize.TITLE, bold=True)
        self._button = QPushButton(self)
        self._step = ""
        self._button.clicked.connect(lambda: self.step_chosen.emit(self._step))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space())
        column.addWidget(self._sign)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_message(self, message: Message) -> None:
        """Show another message."""
        self._sign.show_icon(message.icon, message.role)
        self._title.setText(message.title)
        self._text.setText(message.text)
        self._text.setVisible(bool(message.text))
        self._button.setText(message.button)
        self._button.setVisible(bool(message.button))
        self._step = message.step
        self.setAccessibleName(f"{message.title} {message.text}")
