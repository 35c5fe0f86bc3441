"""One finding of the data doctor: what, how much, examples, and what to do about it."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ecgdesk.core.findings import Finding, Remedy, Severity
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.text import prose, small
from ecgdesk.ui.theme import current_theme, space
from ecgdesk.ui.training.gallery import Gallery
from ecgdesk.ui.training.pictures import Pictures

_SIGNS = {
    Severity.BLOCKS: ("status-error", "error"),
    Severity.WARNS: ("status-caution", "caution"),
    Severity.NOTES: ("info", "accent"),
}
EXAMPLES = 4


class FindingCard(QWidget):
    """A raised card; a remedy that was chosen can be taken back."""

    remedy_toggled = Signal(object, bool)
    """A Remedy, and whether it is wanted."""
    page_wanted = Signal(object)
    """The path of an example."""

    def __init__(
        self, finding: Finding, root: Path, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self.chosen: list[Remedy] = []
        self.setAccessibleName(f"{self._severity()}: {said(finding.sentence)}")
        column = QVBoxLayout(self)
        column.setContentsMargins(space(2), space(1.5), space(2), space(1.5))
        column.setSpacing(space())
        column.addLayout(self._top())
        gallery = Gallery(pictures, self)
        gallery.page_wanted.connect(self.page_wanted)
        gallery.show_pages((root / name, Path(name).name) for name in finding.examples[:EXAMPLES])
        column.addWidget(gallery)
        for remedy in finding.remedies:
            column.addLayout(self._remedy(remedy))

    @property
    def is_settled(self) -> bool:
        """Whether it no longer stands in the way of a sound training."""
        return self.finding.severity is not Severity.BLOCKS or bool(self.chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card's ground."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("hairline"))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space())
        sign = IconLabel(*_SIGNS[self.finding.severity], parent=self)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(prose(said(self.finding.sentence), self), 1)
        row.addWidget(small(self._severity(), self), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _severity(self) -> str:
        return {
            Severity.BLOCKS: self.tr("Figures would be wrong"),
            Severity.WARNS: self.tr("Look at it"),
            Severity.NOTES: self.tr("Good to know"),
        }[self.finding.severity]

    def _remedy(self, remedy: Remedy) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space())
        button = QPushButton(said(remedy.label), self)
        button.setCheckable(True)
        button.setAccessibleDescription(said(remedy.sentence))
        words = small(said(remedy.sentence), self)
        words.setWordWrap(True)
        button.toggled.connect(lambda on: self._on_toggled(remedy, button, on))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

    def _on_toggled(self, remedy: Remedy, button: QPushButton, on: bool) -> None:
        if on:
            self.chosen.append(remedy)
        else:
            self.chosen.remove(remedy)
        label = said(remedy.label)
        button.setText(self.tr("{remedy}: done, undo").format(remedy=label) if on else label)
        self.remedy_toggled.emit(remedy, on)
