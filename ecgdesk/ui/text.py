"""Labels in the few ways the window uses them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from ecgdesk.ui.theme import TextSize, set_text_size


def heading(text: str, parent: QWidget | None = None, size: TextSize = TextSize.BODY) -> QLabel:
    """A bold line that names what follows."""
    label = QLabel(text, parent)
    set_text_size(label, size, bold=True)
    return label


def small(text: str, parent: QWidget | None = None) -> QLabel:
    """A quiet remark in the theme's muted colour."""
    label = QLabel(text, parent)
    set_text_size(label, TextSize.SMALL)
    # The palette's placeholder colour is the theme's muted role; as a role it follows a change of theme.
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def prose(text: str, parent: QWidget | None = None) -> QLabel:
    """Words that wrap and can be selected; never read as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def sentence_case(text: str) -> str:
    """Return words that begin a line with a capital letter."""
    return text[:1].upper() + text[1:]


def without_icons(box: QDialogButtonBox) -> QDialogButtonBox:
    """Take the style's pictures off a dialog's buttons."""
    for button in box.buttons():
        button.setIcon(QIcon())
    return box
