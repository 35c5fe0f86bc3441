"""Small controls that the bars below the page are made of."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton, QWidget

from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import small

_ICON_PX = 18


def tool_button(name: str, tip: str, parent: QWidget) -> QToolButton:
    """Return a button with an icon, whose tip says what it does and by which key."""
    button = QToolButton(parent)
    button.setIcon(icon(name))
    button.setIconSize(QSize(_ICON_PX, _ICON_PX))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def word_button(text: str, tip: str, parent: QWidget) -> QPushButton:
    """Return a button with a word on it."""
    button = QPushButton(text, parent)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    return button


def choice(name: str, parent: QWidget) -> QComboBox:
    """Return an empty list to choose from."""
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def hint(text: str, parent: QWidget) -> QLabel:
    """Return a quiet word on what to do; it may be longer than the bar is wide."""
    label = small(text, parent)
    label.setWordWrap(False)
    return label
