"""Which class of a model each label of one's own pages means."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from ecgdesk.ui.text import prose
from ecgdesk.ui.theme import space


class Meanings(QWidget):
    """A chooser for every label that the model does not know by that name."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(2))
        self._grid.setColumnStretch(2, 1)
        self._parts: list[QWidget] = []

    @property
    def chosen(self) -> dict[str, str]:
        """The model's class of each label for which one was chosen."""
        found = {label: str(box.currentData() or "") for label, box in self.boxes.items()}
        return {label: name for label, name in found.items() if name}

    @property
    def is_whole(self) -> bool:
        """Whether every label has a meaning."""
        return len(self.chosen) == len(self.boxes)

    def ask(self, labels: Sequence[str], classes: Mapping[str, str]) -> None:
        """Ask what these labels mean; `classes` are names by ids of the model."""
        if tuple(labels) == tuple(self.boxes) and labels:
            return
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.boxes = [], {}
        if labels:
            words = prose(self.tr("These labels are no classes of the model. What do they mean?"), self)
            self._put(words, 0, 0, 3)
        for row, label in enumerate(labels, start=1):
            self._put(QLabel(label, self), row, 0)
            self._put(self._box(label, classes), row, 1)
        self.setVisible(bool(labels))

    def _box(self, label: str, classes: Mapping[str, str]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(label)
        box.setMinimumWidth(space(30))
        box.addItem(self.tr("Choose…"), "")
        for identity, name in classes.items():
            box.addItem(name, identity)
        box.activated.connect(lambda _: self.changed.emit())
        self.boxes[label] = box
        return box

    def _put(self, part: QWidget, row: int, column: int, columns: int = 1) -> None:
        self._grid.addWidget(part, row, column, 1, columns)
        self._parts.append(part)
        part.show()
