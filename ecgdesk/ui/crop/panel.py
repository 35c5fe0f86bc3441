"""The crop by numbers, for hands that want it exact."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ecgdesk.core.geometry import Crop, Rect, Size
from ecgdesk.ui.canvas.crop_geometry import Turner, straight_size
from ecgdesk.ui.crop.fields import RectFields
from ecgdesk.ui.crop.rotation import RotationFields
from ecgdesk.ui.icons import icon
from ecgdesk.ui.theme import TextSize, set_text_size, space

_ICON_PX = 20


class CropPanel(QWidget):
    """Four numbers, a rotation, and buttons for what else can be done to a crop."""

    crop_edited = Signal(object)
    """The Crop that the user entered; nothing is changed until it comes back by `set_crop`."""
    reset_requested = Signal()
    mask_mode_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crop: Crop | None = None
        self._page_size: Size = (0, 0)
        self._turner = Turner()
        self.fields, self.rotation = RectFields(self), RotationFields(self)
        self.mask_button = self._button("mask", self.tr("Hide an area: draw a box over it"))
        self.reset_button = self._button("reset", self.tr("Go back to the proposed crop"))
        self.undo_button = self._button("undo", self.tr("Undo"))
        self.redo_button = self._button("redo", self.tr("Redo"))
        self.mask_button.setCheckable(True)
        for button in (self.undo_button, self.redo_button):
            button.setEnabled(False)
        self._masks = QLabel(self)
        self._lay_out()
        self._connect()
        self.set_crop(None, (0, 0))

    def set_crop(self, crop: Crop | None, page_size: Size) -> None:
        """Show a crop of a loaded page of this size, or none; no signal follows."""
        self._crop, self._page_size = crop, page_size
        for part in (self.fields, self.rotation, self.mask_button, self.reset_button):
            part.setEnabled(crop is not None)
        if crop is not None:
            self.fields.show_rect(crop.rect, straight_size(page_size, crop))
            self.rotation.show_rotation(crop.rotation_deg)
        self._masks.setText(self._count(len(crop.masks) if crop else 0))
        self._masks.setHidden(not self._masks.text())

    def set_mask_mode(self, on: bool) -> None:
        """Show whether masks are being drawn."""
        self.mask_button.setChecked(on)

    def set_undo_actions(self, undo: QAction, redo: QAction) -> None:
        """Let the two buttons do and show what the window's own actions do."""
        undo.setIcon(icon("undo"))
        redo.setIcon(icon("redo"))
        self.undo_button.setDefaultAction(undo)
        self.redo_button.setDefaultAction(redo)

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _lay_out(self) -> None:
        set_text_size(self._masks, TextSize.SMALL)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(0.5))
        for button in (self.mask_button, self.reset_button, self.undo_button, self.redo_button):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        layout.addWidget(self.fields)
        layout.addWidget(self.rotation)
        layout.addLayout(buttons)
        layout.addWidget(self._masks)
        layout.addStretch()

    def _connect(self) -> None:
        self.fields.edited.connect(self._on_rect_entered)
        self.rotation.edited.connect(self._on_rotation_entered)
        self.reset_button.clicked.connect(self.reset_requested)
        self.mask_button.clicked.connect(self.mask_mode_requested)

    def _on_rect_entered(self, rect: Rect) -> None:
        if self._crop is not None:
            self.crop_edited.emit(self._crop.with_rect(rect))

    def _on_rotation_entered(self, degrees: float) -> None:
        if self._crop is not None:
            self.crop_edited.emit(self._turner.turned(self._crop, self._page_size, degrees))

    def _count(self, masks: int) -> str:
        if masks == 1:
            return self.tr("1 area hidden")
        return self.tr("%1 areas hidden").replace("%1", str(masks)) if masks else ""
