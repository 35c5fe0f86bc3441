"""What this is, and what it is not."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ecgdesk import __version__
from ecgdesk.ui.text import without_icons
from ecgdesk.ui.theme import TextSize, set_text_size, space
from ecgdesk.ui.wording import disclaimer


class AboutDialog(QDialog):
    """Version, disclaimer, licences."""

    def __init__(self, picture: QIcon, licences: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About ecgdesk"))
        self._licences = licences
        sign = QLabel(self)
        sign.setPixmap(picture.pixmap(QSize(64, 64)))
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(3), space(3), space(2))
        column.setSpacing(space(3))
        column.addLayout(row)
        column.addWidget(self._buttons())
        self.setMinimumWidth(space(60))

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(space())
        purpose = self.tr("Reads scanned and photographed ECG pages on this computer. Nothing leaves it.")
        licence = self.tr(
            "The program is under the MIT licence. It stands on Qt (LGPL), PyTorch, OpenCV and others, "
            "each under its own licence."
        )
        for text, size, bold in (
            (f"ecgdesk {__version__}", TextSize.TITLE, True),
            (disclaimer(), TextSize.BODY, True),
            (purpose, TextSize.BODY, False),
            (licence, TextSize.BODY, False),
        ):
            label = QLabel(text, self)
            label.setWordWrap(True)
            set_text_size(label, size, bold=bold)
            words.addWidget(label)
        return words

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        if self._licences.is_dir():
            show = box.addButton(self.tr("Show licences"), QDialogButtonBox.ButtonRole.ActionRole)
            show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._licences))))
        return without_icons(box)
