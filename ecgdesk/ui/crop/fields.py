"""The crop as four numbers in pixels of the straightened page."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from ecgdesk.core.geometry import Rect, Size
from ecgdesk.ui.canvas.crop_geometry import MIN_SIDE_PX, Handle, moved, resized
from ecgdesk.ui.theme import number_field, space


class RectFields(QWidget):
    """Left, top, width and height; each keeps the rectangle on the page."""

    edited = Signal(object)
    """The Rect after the user entered a number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rect, self._size = Rect(0, 0, 0, 0), (0, 0)
        self.left, self.top, self.width_, self.height_ = (QSpinBox(self) for _ in range(4))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(space(1))
        layout.setVerticalSpacing(space(0.5))
        for place, (field, name) in enumerate(self._named().items()):
            self._add(layout, field, name, row=place // 2 * 2, column=place % 2)

    def show_rect(self, rect: Rect, size: Size) -> None:
        """Show a rectangle on a straightened page of this size."""
        self._rect, self._size = rect, size
        x0, y0, x1, y1 = rect.rounded()
        self._put(self.left, x0, 0, size[0] - (x1 - x0))
        self._put(self.top, y0, 0, size[1] - (y1 - y0))
        self._put(self.width_, x1 - x0, MIN_SIDE_PX, size[0] - x0)
        self._put(self.height_, y1 - y0, MIN_SIDE_PX, size[1] - y0)

    def _named(self) -> dict[QSpinBox, str]:
        return {
            self.left: self.tr("Left, px"),
            self.top: self.tr("Top, px"),
            self.width_: self.tr("Width, px"),
            self.height_: self.tr("Height, px"),
        }

    def _add(self, layout: QGridLayout, field: QSpinBox, name: str, *, row: int, column: int) -> None:
        label = QLabel(name, self)
        label.setBuddy(field)
        field.setAccessibleName(name)
        number_field(field)
        field.valueChanged.connect(self._on_changed)
        # The name above its field: a long word of another language still fits a narrow panel.
        layout.addWidget(label, row, column)
        layout.addWidget(field, row + 1, column)

    @staticmethod
    def _put(field: QSpinBox, value: int, low: int, high: int) -> None:
        with QSignalBlocker(field):
            field.setRange(low, max(low, high))
            field.setValue(value)

    def _on_changed(self) -> None:
        x0, y0, x1, y1 = self._rect.rounded()
        rect = moved(self._rect, self.left.value() - x0, self.top.value() - y0, self._size)
        wider, higher = self.width_.value() - (x1 - x0), self.height_.value() - (y1 - y0)
        self.edited.emit(resized(rect, Handle.BOTTOM_RIGHT, wider, higher, self._size))
