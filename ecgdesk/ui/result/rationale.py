"""The rationale as lines: each statement with its evidence, what speaks against it marked, details folded."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from ecgdesk.core.sentence import parts_of
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.text import prose, small
from ecgdesk.ui.theme import space

DETAILS: Final = (
    "Such a list is made to hold the right class for {share} of pages.",
    "Measured: {values}.",
    "Usual for {name}: {value} (8 of 10 training pages: {low} to {high}).",
)
"""What stands elsewhere too, or only confirms: folded away until it is asked for."""
AGAINST: Final = "Against it: "
"""How the sentences begin that speak against the class."""

_SIGN_PX: Final = 14


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of the rationale, in the window's language."""

    words: str
    against: bool = False
    detail: bool = False


def statements(rationale: str) -> Iterator[Statement]:
    """Yield the lines of a rationale in its order."""
    for part in parts_of(rationale):
        wording = getattr(part, "template", str(part))
        yield Statement(said(part), wording.startswith(AGAINST), wording in DETAILS)


class RationaleView(QWidget):
    """One row for each statement; a button opens the details."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QLabel, IconLabel, QLabel]] = []
        self._shown: tuple[Statement, ...] = ()
        self._most = 0
        self.more = QToolButton(self)
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.toggled.connect(self._fill)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space())
        self._grid.setVerticalSpacing(space(0.5))
        self._grid.setColumnStretch(1, 1)

    def show_rationale(self, rationale: str) -> None:
        """Show another rationale; whether its details are open stays."""
        shown = tuple(statements(rationale))
        if shown != self._shown:
            self._shown = shown
            self._fill()
        self.setVisible(bool(shown))

    def limit_width(self, most: int) -> None:
        """Keep lines short enough to read, in pixels."""
        self._most = most

    @property
    def text(self) -> str:
        """The statements that can be read now, a line each."""
        return "\n".join(words.text() for _, _, words in self._rows if not words.isHidden())

    def _fill(self) -> None:
        plain = [one for one in self._shown if not one.detail]
        details = [one for one in self._shown if one.detail]
        lines = [*plain, *details] if self.more.isChecked() else plain
        while len(self._rows) < len(lines):
            self._add_row()
        for place, row in enumerate(self._rows):
            self._put(row, lines[place] if place < len(lines) else None)
        self.more.setVisible(bool(details))
        opened = self.more.isChecked()
        self.more.setArrowType(Qt.ArrowType.UpArrow if opened else Qt.ArrowType.DownArrow)
        self.more.setText(self.tr("Less") if opened else self.tr("More"))

    def _put(self, row: tuple[QLabel, IconLabel, QLabel], line: Statement | None) -> None:
        dot, sign, words = row
        dot.setVisible(line is not None and not line.against)
        sign.setVisible(line is not None and line.against)
        words.setVisible(line is not None)
        words.setText(line.words if line is not None else "")

    def _add_row(self) -> None:
        dot, sign = small("•", self), IconLabel("status-caution", "caution", _SIGN_PX, self)
        words = prose("", self)
        if self._most:
            words.setMaximumWidth(self._most)
        place = len(self._rows)
        for mark in (dot, sign):
            mark.setFixedWidth(_SIGN_PX)
            self._grid.addWidget(mark, place, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        dot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._grid.addWidget(words, place, 1)
        self._rows.append((dot, sign, words))
        self._grid.addWidget(self.more, place + 1, 1, Qt.AlignmentFlag.AlignLeft)
