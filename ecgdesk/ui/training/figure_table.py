"""A table of figures with their intervals that takes the height it needs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from ecgdesk.services.training.results import Value
from ecgdesk.ui.theme import space, tabular

_FRAME_PX = 2
_MOST_ROWS = 24


class FigureTable(QTableView):
    """Rows of words and numbers; the first column names, the others are aligned as numbers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(space(3.75))
        self.horizontalHeader().setHighlightSections(False)
        self.setFont(tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def texts(self) -> list[list[str]]:
        """What the cells say."""
        rows, columns = range(self._rows.rowCount()), range(self._rows.columnCount())
        return [[self._rows.item(row, column).text() for column in columns] for row in rows]

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows under these headings."""
        self._rows.clear()
        self._rows.setHorizontalHeaderLabels(list(headings))
        for row in rows:
            self._rows.appendRow([_cell(text, column) for column, text in enumerate(row)])
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if headings:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            header.setDefaultAlignment(aligned(as_number=True))
            self._rows.horizontalHeaderItem(0).setTextAlignment(aligned(as_number=False))
        self._fit()

    def _fit(self) -> None:
        shown = min(self._rows.rowCount(), _MOST_ROWS)
        rows = shown * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * _FRAME_PX + space(1.5))


def _cell(text: str, column: int) -> QStandardItem:
    item = QStandardItem(text)
    item.setToolTip(text)
    item.setTextAlignment(aligned(as_number=bool(column)))
    return item


def aligned(*, as_number: bool) -> Qt.AlignmentFlag:
    """How a cell and its heading are aligned: numbers at the end, words at the beginning."""
    side = Qt.AlignmentFlag.AlignTrailing if as_number else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter


def value_words(value: Value | None) -> str:
    """A figure with three decimals and its interval."""
    if value is None:
        return "–"
    if value.low is None or value.high is None:
        return f"{value.value:.3f}"
    return f"{value.value:.3f}  ({value.low:.3f} – {value.high:.3f})"
