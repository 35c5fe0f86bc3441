"""Networks in a table: name, input, parameters, size, speed, public weights."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ecgdesk.services.training.network_sizes import Speed
from ecgdesk.services.training.networks import NetworkChoice
from ecgdesk.ui.icons import icon
from ecgdesk.ui.theme import tabular
from ecgdesk.ui.training.figure_table import aligned

Index = QModelIndex | QPersistentModelIndex
NAME, INPUT, PARAMETERS, SIZE, SPEED, WEIGHTS = range(6)
_NUMBERS = (INPUT, PARAMETERS, SIZE)


class NetworkModel(QAbstractTableModel):
    """The networks that are offered now."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: list[NetworkChoice] = []

    @property
    def choices(self) -> list[NetworkChoice]:
        """The networks in the order of the rows."""
        return list(self._choices)

    def show_choices(self, choices: Sequence[NetworkChoice]) -> None:
        """Offer these networks."""
        self.beginResetModel()
        self._choices = list(choices)
        self.endResetModel()

    def take_size(self, sized: NetworkChoice) -> None:
        """Fill in the size of a network that is in the table."""
        for row, choice in enumerate(self._choices):
            if choice.id == sized.id:
                self._choices[row] = sized
                self.dataChanged.emit(self.index(row, 0), self.index(row, WEIGHTS))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many networks."""
        return 0 if parent is not None and parent.isValid() else len(self._choices)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return len(self._headings())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variants
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(as_number=section in _NUMBERS)
        return self._headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words, signs and the font of numbers."""
        choice, column = self._choices[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(choice, column)
            case Qt.ItemDataRole.ToolTipRole:
                return choice.description or choice.id
            case Qt.ItemDataRole.TextAlignmentRole:
                return aligned(as_number=column in _NUMBERS)
            case Qt.ItemDataRole.FontRole if column in _NUMBERS:
                return tabular(QFont(QApplication.font()))
            case Qt.ItemDataRole.DecorationRole if column == WEIGHTS and choice.weights:
                return icon("status-ok", "ok") if choice.has_weights else icon("status-waiting", "muted")
        return None

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Network"), self.tr("Input"), self.tr("Parameters"), self.tr("Size"), self.tr("Speed"),
            self.tr("Public weights"),
        )  # fmt: skip

    def _words(self, choice: NetworkChoice, column: int) -> str:
        size = choice.size
        match column:
            case 0:
                return f"{choice.name} ({choice.paper})" if choice.paper else choice.name
            case 1:
                return f"{choice.input_size[0]}×{choice.input_size[1]}" if choice.input_size[0] else ""
            case 2:
                return "" if size is None else self.tr("{n} M").format(n=f"{size.parameters / 1e6:.1f}")
            case 3:
                return "" if size is None else self.tr("{n} MB").format(n=f"{size.megabytes:.0f}")
            case 4:
                return "" if size is None else self._speed(size.speed)
            case _:
                return self._weights(choice)

    def _weights(self, choice: NetworkChoice) -> str:
        if not choice.weights:
            return self.tr("none known")
        return self.tr("here") if choice.has_weights else self.tr("not here")

    def _speed(self, speed: Speed) -> str:
        return {
            "fast": self.tr("fast"),
            "medium": self.tr("medium"),
            "slow": self.tr("slow"),
            "very slow": self.tr("very slow"),
        }[speed]
