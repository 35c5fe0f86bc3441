"""A model card as people read it: what the model is, how good, on what, and what it cannot do."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecgdesk.core.card import Card, Figure
from ecgdesk.services.training.packing import PackName, renamed
from ecgdesk.ui.text import heading, prose, small
from ecgdesk.ui.theme import TextSize, current_theme, space

_FIGURES = ("Accuracy", "Macro F1", "Macro AUROC (one against the rest)")


class CardView(QWidget):
    """The card of a pack under the name that is being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = heading("", self, TextSize.TITLE)
        self._name.setWordWrap(True)
        self._what, self._facts = prose("", self), prose("", self)
        self._figures, self._limits = prose("", self), prose("", self)
        self._licence = small("", self)
        self._licence.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(2), space(2), space(2), space(2))
        column.setSpacing(space())
        for part in (self._name, self._what, self._figures, self._facts, self._limits, self._licence):
            column.addWidget(part)

    def show_card(self, card: Card, name: PackName) -> None:
        """Show a card."""
        shown = renamed(card, name)
        self._name.setText(shown.name)
        self._what.setText(shown.description)
        self._what.setVisible(bool(shown.description))
        self._figures.setText("\n".join(map(self._figure, _main(shown))))
        self._facts.setText(self._facts_of(shown))
        meant = self.tr("Override: {reason}")
        points = [*(meant.format(reason=reason) for reason in shown.overrides), *shown.limits]
        self._limits.setText("\n".join(f"• {point}" for point in points))
        self._licence.setText(self.tr("Licence: {licence}").format(licence=shown.licence))
        self.setAccessibleName(shown.name)
        self.setAccessibleDescription(self._figures.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card's ground."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("hairline"))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _figure(self, figure: Figure) -> str:
        if figure.low is None or figure.high is None:
            return f"{figure.name} {figure.value:.3f}"
        words = self.tr("{name} {value}, 95 % interval {low} to {high}")
        return words.format(
            name=figure.name, value=f"{figure.value:.3f}", low=f"{figure.low:.3f}", high=f"{figure.high:.3f}"
        )

    def _facts_of(self, card: Card) -> str:
        classes = ", ".join(item.name for item in card.classes)
        lines = [
            self.tr("Classes: {classes}").format(classes=classes),
            self.tr("Network: {network}").format(network=card.architecture),
        ]
        for data in card.training_data:
            words = self.tr("Trained on {n} pages of {data}, grouped by {group}.")
            lines.append(words.format(n=data.pages, data=data.name, group=data.grouped_by))
        if card.figures:
            lines.append(card.figures[0].protocol)
        return "\n".join(lines)


def _main(card: Card) -> list[Figure]:
    named = [figure for figure in card.figures if figure.name in _FIGURES]
    return named or list(card.figures[:3])
