"""Figures that must not be taken for a result: folded away until they are asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ecgdesk.ui.theme import space


class Folded(QWidget):
    """Holds a widget; open as it is, or `fold`ed behind a button that says what is there."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._folded = False
        self.button = QToolButton(self)
        self.button.setText(self.tr("Show what the model would have said"))
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setToolTip(self.tr("Of such pages it knows nothing: these numbers are no result."))
        self.button.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space())
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        self.button.hide()

    def fold(self, folded: bool, *, anew: bool = True) -> None:
        """Put the content behind the button, or show it without; `anew` closes what was opened."""
        self._folded = folded
        self.button.setVisible(folded)
        if anew:
            self.button.setChecked(False)
        self._show()

    def _on_toggled(self, opened: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._show()

    def _show(self) -> None:
        self._content.setVisible(not self._folded or self.button.isChecked())
