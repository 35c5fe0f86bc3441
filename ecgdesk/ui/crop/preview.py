"""The exact picture that the model gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ecgdesk.ui.crop.picture import PictureView
from ecgdesk.ui.theme import TextSize, set_text_size, space

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ecgdesk.core.card import Preprocessing


class CropPreview(QWidget):
    """Shows a crop after the model's own preprocessing, pixel for pixel, with its size under it."""

    picture_shown = Signal(object)
    """The picture, uint8 of shape (height, width, channels), as soon as it is on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self._caption = PictureView(self), QLabel(self)
        self._settings: Preprocessing | None = None
        self.view.resized.connect(self._describe)
        set_text_size(self._caption, TextSize.SMALL)
        self._caption.setWordWrap(True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(0.5))
        layout.addWidget(self.view)
        layout.addWidget(self._caption)
        layout.addStretch()
        self.setAccessibleName(self.tr("What the model sees"))

    def expect(self, preprocessing: Preprocessing) -> None:
        """Say that another picture is on its way, where that takes a while; the old one stays until then."""
        self._settings = preprocessing
        if preprocessing.reads_leads:
            self._caption.setText(self.tr("Reading the leads…"))
        elif self.picture is None:
            self._caption.setText(self.tr("One moment…"))

    def show_picture(self, picture: NDArray[np.uint8]) -> None:
        """Show what the model gets."""
        self.view.show_picture(picture)
        self._describe()
        self.picture_shown.emit(picture)

    def show_problem(self, words: str) -> None:
        """Say why there is no picture."""
        self.view.show_picture(None)
        self._caption.setText(words)

    def fit_into(self, room: QSize) -> None:
        """Take no more room than this for the picture."""
        self.view.setMaximumSize(room)

    def clear(self) -> None:
        """Show nothing."""
        self._settings = None
        self.view.show_picture(None)
        self._caption.clear()

    @property
    def picture(self) -> NDArray[np.uint8] | None:
        """The picture on the screen, uint8 of shape (height, width, channels)."""
        return self.view.picture

    @property
    def caption(self) -> str:
        """The words under the picture."""
        return self._caption.text()

    def _describe(self) -> None:
        if self.picture is None:
            return
        height, width = self.picture.shape[:2]
        whole = self.view.percent >= 100
        caption = self.tr("%1 × %2, %3") if whole else self.tr("%1 × %2, %3, shown at %4 %")
        for place, value in enumerate((width, height, self._colour_name(), self.view.percent), start=1):
            caption = caption.replace(f"%{place}", str(value))
        self._caption.setText(caption)
        self.setAccessibleDescription(caption)

    def _colour_name(self) -> str:
        names = {
            "rgb": self.tr("colour"),
            "grey": self.tr("grey"),
            "ink": self.tr("ink"),
            "traces": self.tr("leads"),
        }
        return names[self._settings.colour] if self._settings else ""
