"""A command to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ecgdesk.ui.icons import icon
from ecgdesk.ui.theme import space


class CodeLine(QWidget):
    """A read-only line in a fixed-width font with a button that copies it."""

    def __init__(self, command: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(command, self)
        self._line.setReadOnly(True)
        self._line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._line.setAccessibleName(self.tr("Command"))
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._copy = QPushButton(icon("copy"), self.tr("Copy"), self)
        self._copy.setAccessibleName(self.tr("Copy the command"))
        self._copy.clicked.connect(self._on_copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space())
        row.addWidget(self._line, 1)
        row.addWidget(self._copy)

    def set_command(self, command: str) -> None:
        """Show another command."""
        if command != self._line.text():
            self._line.setText(command)
            self._line.setCursorPosition(0)
            self._copy.setText(self.tr("Copy"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._line.text())
        self._copy.setText(self.tr("Copied"))
