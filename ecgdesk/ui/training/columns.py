"""Which column of a CSV list is what."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from ecgdesk.services.training.preview import Columns
from ecgdesk.ui.text import small
from ecgdesk.ui.theme import space

_NEEDED = ("path_column", "label_column")


class ColumnChoices(QWidget):
    """A chooser for each thing that a list may say of a page."""

    chosen = Signal(object)
    """Columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, space(), 0, 0)
        grid.setHorizontalSpacing(space(1.5))
        grid.setVerticalSpacing(space(0.5))
        grid.setColumnStretch(2, 1)
        for row, (name, words, sentence) in enumerate(self._rows()):
            box = QComboBox(self)
            box.setAccessibleName(words)
            box.setMinimumWidth(space(22))
            box.activated.connect(self._on_activated)
            self._boxes[name] = box
            self._add(grid, row, words, box, sentence)
        self._folder = QLineEdit(self)
        self._folder.setAccessibleName(self.tr("Folder of the pages"))
        self._folder.editingFinished.connect(self._on_activated)
        self._shown = Columns()
        self._add(
            grid, len(self._boxes), self.tr("Folder of the pages"), self._folder,
            self.tr("Where the paths begin, seen from the list; empty means beside it."),
        )  # fmt: skip

    def show_columns(self, names: Sequence[str], chosen: Columns) -> None:
        """Offer the columns of a list."""
        self._shown = chosen
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.clear()
                if name not in _NEEDED:
                    box.addItem(self.tr("None"), "")
                for column in names:
                    box.addItem(column, column)
                box.setCurrentIndex(max(0, box.findData(getattr(chosen, name))))
        self._folder.setText(chosen.pages_folder)

    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("path_column", self.tr("Path"), self.tr("The column that names each page's file.")),
            ("label_column", self.tr("Class"), self.tr("The column with the diagnosis.")),
            (
                "group_column", self.tr("Patient or date"),
                self.tr("Pages of one patient or day stay on one side of every split."),
            ),
            (
                "copies_column", self.tr("Copies"),
                self.tr("How often a page occurs in a published set; for comparison with papers only."),
            ),
        )  # fmt: skip

    def _add(self, grid: QGridLayout, row: int, words: str, field: QWidget, sentence: str) -> None:
        label = QLabel(words, self)
        label.setBuddy(field)
        explained = small(sentence, self)
        explained.setWordWrap(True)
        for column, part in enumerate((label, field, explained)):
            grid.addWidget(part, row, column)

    def _on_activated(self) -> None:
        values = {name: str(box.currentData() or "") for name, box in self._boxes.items()}
        columns = Columns(**values, pages_folder=self._folder.text().strip())
        if columns != self._shown:
            self._shown = columns
            self.chosen.emit(columns)
