"""Opens a file's folder in the file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_in_folder(file: Path) -> None:
    """Show the folder a file is in."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
