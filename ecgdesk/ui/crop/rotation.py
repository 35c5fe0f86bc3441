"""The rotation of the page: quarter turns, a fine slider and the angle as a number."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QSlider, QToolButton, QWidget

from ecgdesk.ui.icons import icon
from ecgdesk.ui.theme import number_field, space

_FINE_DEG: Final = 10
_STEPS_PER_DEG: Final = 10
_ICON_PX: Final = 20


class RotationFields(QWidget):
    """Shows a rotation in degrees, clockwise, from −179.9 to 180; half a turn is always 180."""

    edited = Signal(float)
    """The rotation that the user wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._degrees = 0.0
        self.left = self._turn_button("rotate-left", -90)
        self.right = self._turn_button("rotate-right", 90)
        self.slider, self.angle = self._make_slider(), self._make_angle()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(0.5))
        for column, part in enumerate((self.left, self.right, self.angle)):
            layout.addWidget(part, 0, column)
        layout.setColumnStretch(2, 1)
        layout.addWidget(self.slider, 1, 0, 1, 3)
        # Left turns left, also where people read from the right.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._name_parts()

    def show_rotation(self, degrees: float) -> None:
        """Show a rotation without saying that the user wants it."""
        self._degrees = degrees
        with QSignalBlocker(self.angle), QSignalBlocker(self.slider):
            self.angle.setValue(_upright(degrees))
            self.slider.setValue(round((degrees - _quarter(degrees)) * _STEPS_PER_DEG))

    def _turn_button(self, name: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.clicked.connect(lambda: self.edited.emit(_upright(self._degrees + by)))
        return button

    def _make_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(-_FINE_DEG * _STEPS_PER_DEG, _FINE_DEG * _STEPS_PER_DEG)
        slider.setPageStep(_STEPS_PER_DEG)
        slider.setProperty("fromCentre", True)
        slider.valueChanged.connect(self._on_slid)
        return slider

    def _make_angle(self) -> QDoubleSpinBox:
        angle = QDoubleSpinBox(self)
        angle.setRange(-180 + 1 / _STEPS_PER_DEG, 180)
        angle.setWrapping(True)
        angle.setDecimals(1)
        angle.setSingleStep(1 / _STEPS_PER_DEG)
        angle.setSuffix("°")
        number_field(angle)
        angle.valueChanged.connect(self.edited)
        return angle

    def _name_parts(self) -> None:
        for part, name in (
            (self.left, self.tr("Turn left by 90°")),
            (self.right, self.tr("Turn right by 90°")),
            (self.slider, self.tr("Straighten by up to 10°")),
            (self.angle, self.tr("Rotation in degrees")),
        ):
            part.setToolTip(name)
            part.setAccessibleName(name)

    def _on_slid(self, value: int) -> None:
        self.edited.emit(_upright(_quarter(self._degrees) + value / _STEPS_PER_DEG))


def _quarter(degrees: float) -> float:
    return 90.0 * round(degrees / 90)


def _upright(degrees: float) -> float:
    """Return the same turn as more than −180 and at most 180 degrees, as the files have it."""
    return 180 - (180 - degrees) % 360
