"""How many pages each class has, as bars."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ecgdesk.ui.result.bars import ProbabilityBar
from ecgdesk.ui.theme import space, tabular

_THICKNESS = 8


class ClassCounts(QWidget):
    """A line for each class: name, bar, number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(1.5))
        self._grid.setVerticalSpacing(space(0.5))
        self._grid.setColumnStretch(1, 1)
        self._parts: list[QWidget] = []

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show the pages of each class; the longest bar is the largest class."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts.clear()
        most = max(counts.values(), default=1) or 1
        for row, (name, pages) in enumerate(counts.items()):
            self._add_row(row, name, pages, pages / most)

    def _add_row(self, row: int, name: str, pages: int, share: float) -> None:
        label, bar, number = QLabel(name, self), ProbabilityBar(_THICKNESS, self), QLabel(self)
        number.setText(self.locale().toString(pages))
        number.setFont(tabular(number.font()))
        bar.set_value(share)
        bar.setAccessibleName(self.tr("{name}: {n} pages").format(name=name, n=pages))
        for column, part in enumerate((label, bar, number)):
            self._grid.addWidget(part, row, column)
            self._parts.append(part)
            part.show()
