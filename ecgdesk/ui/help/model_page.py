"""About the model: what it is, how good, on what, and who should not use it; all from its card."""

from PySide6.QtWidgets import QWidget

from ecgdesk.core.card import Card, Figure
from ecgdesk.ui.flow import Flow
from ecgdesk.ui.help.card_charts import CardCharts
from ecgdesk.ui.help.frame import COLUMN_PX, HelpPage
from ecgdesk.ui.i18n import said
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.confusion_view import ConfusionView
from ecgdesk.ui.training.figure_table import FigureTable
from ecgdesk.ui.training.reliability_view import ReliabilityView


class ModelPage(HelpPage):
    """One card, filled anew for each model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About the model"), parent)
        self._what = self.add_text("")
        self._warning = self.add_text("")
        self.add_heading(self.tr("How good it is"))
        self._protocol = self.add_text("")
        self._figures = FigureTable(self.tr("Figures"), self)
        self._figures.setMaximumWidth(COLUMN_PX + space(16))
        self.add(self._figures)
        self._charts = Flow(space(4), self)
        self._confusion, self._reliability = ConfusionView(self._charts), ReliabilityView(self._charts)
        self._charts.fill((self._confusion, self._reliability))
        self.add(self._charts)
        self._card_charts = CardCharts(self)
        self.add(self._card_charts)
        self.add_heading(self.tr("What it was trained on"))
        self._data = self.add_text("")
        self.add_heading(self.tr("Limits"))
        self._limits = self.add_text("")

    def show_card(self, card: Card) -> None:
        """Show a model's card."""
        self.set_title(card.name)
        self._what.setText(said(card.description))
        self._warning.setText("\n".join(self.tr("Override: {0}").format(one) for one in card.overrides))
        self._warning.setVisible(bool(card.overrides))
        self._protocol.setText(card.figures[0].protocol if card.figures else self.tr("Nothing was measured."))
        head = (self.tr("Figure"), self.tr("Value"), self.tr("95 % interval"), self.tr("Pages"))
        self._figures.show_rows(head, [self._row(figure) for figure in card.figures])
        self._show_charts(card)
        self._data.setText("\n".join(self._trained_on(card)))
        self._limits.setText("\n".join(f"• {said(limit)}" for limit in card.limits))

    def _show_charts(self, card: Card) -> None:
        names = {item.id: item.short for item in card.classes}
        counts = {
            names.get(true, true): {names.get(guess, guess): float(n) for guess, n in row.items()}
            for true, row in card.confusion.items()
        }
        self._confusion.setVisible(bool(counts))
        if counts:
            self._confusion.show_counts(list(counts), counts)
        self._reliability.setVisible(bool(card.calibration.reliability))
        self._reliability.show_bins(card.calibration.reliability)
        self._charts.setVisible(bool(counts or card.calibration.reliability))
        self._card_charts.show_card(card)

    def _trained_on(self, card: Card) -> list[str]:
        words = self.tr("{n} pages of {data}, grouped by {group}.")
        lines = [words.format(n=one.pages, data=one.name, group=one.grouped_by) for one in card.training_data]
        return [*lines, self.tr("Network: {network}.").format(network=card.architecture), card.licence]

    def _row(self, figure: Figure) -> tuple[str, ...]:
        there = figure.low is not None and figure.high is not None
        interval = f"{figure.low:.3f} – {figure.high:.3f}" if there else ""
        return figure.name, f"{figure.value:.3f}", interval, "" if figure.n is None else str(figure.n)
