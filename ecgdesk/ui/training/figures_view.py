"""The figures of one set of predictions: summary, confusion matrix, reliability, each class."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecgdesk.core.card import ReliabilityBin
from ecgdesk.services.training.results import MainFigures
from ecgdesk.ui.flow import Flow
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.confusion_view import ConfusionView
from ecgdesk.ui.training.figure_table import FigureTable, value_words
from ecgdesk.ui.training.figure_words import PER_CLASS, SHOWN, figure_name
from ecgdesk.ui.training.reliability_view import ReliabilityView

SUMMARY_PX = 392


class FiguresView(QWidget):
    """Blocks side by side where there is room, and a table with a row for each class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = FigureTable(self.tr("Figures"), self)
        self.classes = FigureTable(self.tr("Figures of each class"), self)
        self.confusion, self.reliability = ConfusionView(self), ReliabilityView(self)
        self._between = prose("", self)
        self._blocks = Flow(space(3), self)
        self._add_blocks()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        column.addWidget(self._blocks)
        column.addWidget(self._between)
        column.addSpacing(space())
        column.addWidget(heading(self.tr("Each class"), self))
        column.addWidget(self.classes)

    def show_figures(
        self, figures: MainFigures, reliability: Sequence[ReliabilityBin], remark: str = ""
    ) -> None:
        """Show figures, with a remark below the pictures."""
        self._show_summary(figures)
        self._show_classes(figures)
        self._confusion_block.setVisible(bool(figures.confusion))
        if figures.confusion:
            self.confusion.show_counts(figures.classes, figures.confusion)
        self._reliability_block.setVisible(bool(reliability))
        self.reliability.show_bins(reliability)
        self._between.setText(remark)
        self._between.setVisible(bool(remark))
        self._blocks.updateGeometry()

    def _add_blocks(self) -> None:
        self.summary.setFixedWidth(SUMMARY_PX)
        self._block(self.tr("Figures"), self.summary)
        self._confusion_block = self._block(self.tr("Confusion matrix"), self.confusion)
        self._reliability_block = self._block(self.tr("Reliability"), self.reliability)

    def _block(self, words: str, view: QWidget) -> QWidget:
        block = QWidget(self._blocks)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space())
        column.addWidget(heading(words, block))
        column.addWidget(view)
        column.addStretch(1)
        self._blocks.flow.addWidget(block)
        return block

    def _show_summary(self, figures: MainFigures) -> None:
        keys = [key for key in SHOWN if key in figures.summary]
        keys += [key for key in figures.summary if key not in SHOWN]
        heads = (self.tr("Figure"), self.tr("Value (95 % interval)"))
        self.summary.show_rows(heads, [(figure_name(k), value_words(figures.summary[k])) for k in keys])

    def _show_classes(self, figures: MainFigures) -> None:
        kinds = [k for k in PER_CLASS if any(k in c.figures for c in figures.per_class)]
        titles = (self.tr("Class"), self.tr("Pages"), *(figure_name(k) for k in kinds))
        rows = [
            (c.name, str(c.pages), *(value_words(c.figures.get(k)) for k in kinds)) for c in figures.per_class
        ]
        self.classes.show_rows(titles, rows)
