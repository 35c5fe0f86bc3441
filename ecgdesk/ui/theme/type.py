"""Three type sizes and the 8 px grid."""

from enum import Enum
from typing import Final

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget

GRID_PX: Final = 8


class TextSize(Enum):
    """The three sizes, as multiples of the system font."""

    SMALL = 0.9
    BODY = 1.0
    TITLE = 1.45


def space(steps: float = 1) -> int:
    """Return so many steps of the 8 px grid in logical pixels."""
    return round(steps * GRID_PX)


def set_text_size(widget: QWidget, size: TextSize, *, bold: bool = False) -> None:
    """Give a widget one of the three sizes of the application's font."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * size.value)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    widget.setFont(font)


def tabular(font: QFont) -> QFont:
    """Return the font with digits of one width, so that changing numbers do not jump."""
    steady = QFont(font)
    steady.setFeature(QFont.Tag("tnum"), 1)
    return steady


def number_field(field: QAbstractSpinBox) -> None:
    """Prepare a field for numbers: digits of one width, and whole numbers before they count."""
    field.setFont(tabular(field.font()))
    # A style sheet's padding does not reach the text of a spin box.
    field.lineEdit().setTextMargins(space(0.75), 0, 0, 0)
    # Half a number typed is no wish yet.
    field.setKeyboardTracking(False)
