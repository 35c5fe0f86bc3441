"""Labels in the few ways the window uses them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from ecgdesk.ui.theme import TextSize, set_text_size


class Prose(QLabel):
    """A label that wraps, and asks for the height it has at the width it may have.

    A layout asks a label of limited width for the height of all the room there is: too little, and what
    stands below is cut.
    """

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words in a width, no wider than the label may be."""
        return super().heightForWidth(min(width, self.maximumWidth()))


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
    label = Prose(parent)
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
