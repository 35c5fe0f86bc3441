"""What an evaluation found: figures with intervals, each class, subgroups, and how far the pages are."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecgdesk.services.training.evaluation import EvaluationResult
from ecgdesk.ui.i18n import said
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.figure_table import FigureTable, value_words
from ecgdesk.ui.training.figures_view import FiguresView


class EvaluationView(QWidget):
    """Figures first, then the tables that say for which pages they hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresView(self)
        self.subgroups, self.drift = FigureTable("", self), FigureTable("", self)
        self._groups, self._distance = QWidget(self), QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.figures)
        self._fill(self._groups, self.tr("Groups of pages"), self.subgroups, self._group_words())
        self._fill(
            self._distance, self.tr("How far these pages are from the training pages"), self.drift,
            self.tr("The more they differ, the less the figures of the model's card say about your pages."),
        )  # fmt: skip
        column.addWidget(self._groups)
        column.addWidget(self._distance)

    def show_result(self, result: EvaluationResult) -> None:
        """Show an evaluation."""
        self.figures.setVisible(result.figures is not None)
        if result.figures is not None:
            self.figures.show_figures(result.figures, result.reliability)
        self._show_groups(result)
        self._show_drift(result)

    def _show_groups(self, result: EvaluationResult) -> None:
        self._groups.setVisible(bool(result.subgroups))
        heads = (self.tr("Group"), self.tr("Pages"), self.tr("Accuracy"))
        self.subgroups.show_rows(
            heads, [(one.name, str(one.pages), value_words(one.accuracy)) for one in result.subgroups]
        )

    def _show_drift(self, result: EvaluationResult) -> None:
        self._distance.setVisible(bool(result.drift))
        heads = (self.tr("Measure"), self.tr("Training pages"), self.tr("These pages"))
        self.drift.show_rows(heads, [(said(one.name), one.training, one.here) for one in result.drift])

    def _group_words(self) -> str:
        return self.tr("A model can be good on all pages together and poor on some of them.")

    def _fill(self, block: QWidget, words: str, table: FigureTable, sentence: str) -> None:
        table.setAccessibleName(words)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space())
        column.addWidget(heading(words, block))
        column.addWidget(prose(sentence, block))
        column.addWidget(table)
