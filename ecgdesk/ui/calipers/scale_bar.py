"""The scale as a bar below the page: over how many squares a line goes, paper speed and gain."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from ecgdesk.core.tracing import USUAL_MM_PER_MV, USUAL_MM_PER_S, Scale
from ecgdesk.ui.calipers.parts import choice, hint, word_button
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.canvas.edits import EditKind
from ecgdesk.ui.canvas.scale_tool import LEAST_PX_PER_MM, MOST_PX_PER_MM
from ecgdesk.ui.flow import FlowBar
from ecgdesk.ui.theme import number_field, space

SPEEDS: Final = (12.5, 25.0, 50.0)
GAINS: Final = (5.0, 10.0, 20.0)
LARGE_MM: Final = 5.0
SMALL_MM: Final = 1.0
_USUAL_SQUARES: Final = 5
_MOST_SQUARES: Final = 300


class ScaleBar(FlowBar):
    """Sets the scale of the page by hand where it cannot be read, or was read wrongly."""

    def __init__(self, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent, space())
        self._canvas, self._marks = canvas, canvas.marks
        self.setAccessibleName(self.tr("Scale"))
        self._hint = hint(self.tr("Draw a line over"), self)
        self.squares = self._number_of_squares()
        self.unit = choice(self.tr("Which squares"), self)
        self.unit.addItem(self.tr("squares of 5 mm"), LARGE_MM)
        self.unit.addItem(self.tr("squares of 1 mm"), SMALL_MM)
        self.px_per_mm = self._pixels()
        self.speed, self.gain = choice(self.tr("Paper speed"), self), choice(self.tr("Gain"), self)
        for value in SPEEDS:
            self.speed.addItem(self.tr("{n} mm/s").format(n=f"{value:g}"), value)
        for value in GAINS:
            self.gain.addItem(self.tr("{n} mm/mV").format(n=f"{value:g}"), value)
        self.reset = word_button(
            self.tr("As read"), self.tr("Go back to the scale that was read (Delete)"), self
        )
        self.add(self._hint, self.squares, self.unit, self.px_per_mm, self.speed, self.gain, self.reset)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the scale as it is now."""
        scale = self._marks.scale
        with QSignalBlocker(self.px_per_mm), QSignalBlocker(self.speed), QSignalBlocker(self.gain):
            self.px_per_mm.setValue(scale.px_per_mm_x if scale else self.px_per_mm.minimum())
            _choose(self.speed, scale.mm_per_s if scale else USUAL_MM_PER_S)
            _choose(self.gain, scale.mm_per_mv if scale else USUAL_MM_PER_MV)
        for part in (self.speed, self.gain):
            part.setEnabled(scale is not None)
        self.reset.setEnabled(self._marks.marks.scale is not None)
        self.flow.invalidate()

    def _number_of_squares(self) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(1, _MOST_SQUARES)
        field.setValue(_USUAL_SQUARES)
        field.setAccessibleName(self.tr("Number of squares"))
        field.setToolTip(self.tr("Over how many squares the line goes"))
        number_field(field)
        return field

    def _pixels(self) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setRange(LEAST_PX_PER_MM - 0.01, MOST_PX_PER_MM)
        field.setDecimals(2)
        field.setSingleStep(0.01)
        field.setSpecialValueText(self.tr("not known"))
        field.setSuffix(self.tr(" px/mm"))
        field.setAccessibleName(self.tr("Pixels of a millimetre"))
        field.setToolTip(self.tr("Pixels of a millimetre, to be entered instead of drawing a line"))
        number_field(field)
        return field

    def _connect(self) -> None:
        self._marks.changed.connect(lambda: None if self.isHidden() else self.refresh())
        self.squares.valueChanged.connect(self._on_length)
        self.unit.activated.connect(self._on_length)
        self.px_per_mm.valueChanged.connect(self._on_pixels)
        self.speed.activated.connect(self._on_paper)
        self.gain.activated.connect(self._on_paper)
        self.reset.clicked.connect(self._canvas.view.remove_chosen)

    def _on_length(self) -> None:
        self._canvas.view.scale_tool.set_length(self.squares.value() * self.unit.currentData())

    def _on_pixels(self, value: float) -> None:
        if value < LEAST_PX_PER_MM:
            return
        self._marks.ruler = None
        known = self._marks.scale or Scale(value, value, 1.0, "user")
        self._commit(replace(known, px_per_mm_x=value, px_per_mm_y=value))

    def _on_paper(self) -> None:
        known = self._marks.scale
        if known is not None:
            speed, gain = self.speed.currentData(), self.gain.currentData()
            self._commit(replace(known, mm_per_s=speed, mm_per_mv=gain))

    def _commit(self, scale: Scale) -> None:
        by_hand = replace(scale, source="user", confidence=1.0)
        self._marks.commit(self._marks.with_scale(by_hand), EditKind.SCALE_NUMBER)


def _choose(box: QComboBox, value: float) -> None:
    """Choose a value, added where it is none of the usual."""
    index = next((row for row in range(box.count()) if abs(box.itemData(row) - value) < 1e-6), -1)
    if index < 0:
        unit = box.itemText(0).rpartition(" ")[2]
        box.addItem(f"{value:g} {unit}", value)
        index = box.count() - 1
    box.setCurrentIndex(index)
