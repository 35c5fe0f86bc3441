"""What an evaluation found: figures with intervals, each class, subgroups, and how far the pages are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ecgdesk.core.evaluation import Drift, Evaluation, LeftOut, Subgroup
from ecgdesk.services.training.evaluation import figures_of
from ecgdesk.services.training.results import Value
from ecgdesk.ui.i18n import said
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.figure_table import FigureTable, value_words
from ecgdesk.ui.training.figures_view import FiguresView
from ecgdesk.ui.training.gallery import Gallery
from ecgdesk.ui.training.pictures import Pictures
from ecgdesk.ui.wording import probability

MOST_LEFT_OUT = 8


class EvaluationView(QWidget):
    """Figures first, then the tables that say for which pages they hold."""

    page_wanted = Signal(object)
    """The path of a page to look at."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures, self.mistakes = FiguresView(self), Gallery(pictures, self)
        self.subgroups, self.drift = FigureTable("", self), FigureTable("", self)
        self._remarks, self.left_out = prose("", self), prose("", self)
        self.mistakes.page_wanted.connect(self.page_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space())
        self._column.addWidget(self.figures)
        self._groups = self._add(self.tr("Groups of pages"), self.subgroups)
        self._distance = self._add(self.tr("How far these pages are from the training pages"), self.drift)
        self._column.addWidget(self._remarks)
        self._wrong = self._add(self.tr("Most confident mistakes"), self.mistakes)
        self._left = self._add(self.tr("Pages without a part in the figures"), self.left_out)

    def show_result(self, result: Evaluation, root: Path) -> None:
        """Show an evaluation; `root` is where its files are."""
        self.figures.show_figures(figures_of(result), result.reliability, result.protocol)
        self._show_groups(result.subgroups)
        self._show_drift(result.drift)
        words = self.tr("{true}\nsaid {guess}, {p}")
        self.mistakes.show_pages(
            (root / m.file, words.format(true=m.true, guess=m.said, p=probability(m.probability)))
            for m in result.mistakes
        )
        self._wrong.setVisible(bool(result.mistakes))
        self._show_left_out(result.left_out)

    def _add(self, words: str, part: QWidget) -> QLabel:
        title = heading(words, self)
        part.setAccessibleName(words)
        self._column.addSpacing(space())
        self._column.addWidget(title)
        self._column.addWidget(part)
        return title

    def _show_groups(self, groups: Sequence[Subgroup]) -> None:
        for part in (self._groups, self.subgroups):
            part.setVisible(bool(groups))
        heads = (
            self.tr("Group"), self.tr("Pages"), self.tr("Accuracy"), self.tr("All others"),
            self.tr("Differs beyond chance"),
        )  # fmt: skip
        self.subgroups.show_rows(heads, [self._group_row(one) for one in groups])

    def _group_row(self, one: Subgroup) -> tuple[str, ...]:
        accuracy = Value(one.accuracy.value, one.accuracy.low, one.accuracy.high)
        others = "–" if one.others is None else f"{one.others:.3f}"
        apart = self.tr("yes") if one.apart else self.tr("no")
        return f"{one.by}: {one.value}", str(one.pages), value_words(accuracy), others, apart

    def _show_drift(self, drift: Sequence[Drift]) -> None:
        remarks = "\n".join(f"{said(one.name)}: {said(one.sentence)}" for one in drift if one.sentence)
        for part, there in ((self._distance, drift), (self.drift, drift), (self._remarks, remarks)):
            part.setVisible(bool(there))
        heads = (self.tr("Measure"), self.tr("At the training"), self.tr("These pages"))
        rows = [
            (
                said(one.name),
                "–" if one.training is None else f"{one.training:.3f}",
                value_words(Value(one.here, one.low, one.high)),
            )
            for one in drift
        ]
        self.drift.show_rows(heads, rows)
        self._remarks.setText(remarks)

    def _show_left_out(self, left_out: Sequence[LeftOut]) -> None:
        for part in (self._left, self.left_out):
            part.setVisible(bool(left_out))
        lines = [f"{one.file}: {said(one.reason)}" for one in left_out[:MOST_LEFT_OUT]]
        if len(left_out) > MOST_LEFT_OUT:
            lines.append(self.tr("and {n} more").format(n=len(left_out) - MOST_LEFT_OUT))
        self.left_out.setText("\n".join(lines))
