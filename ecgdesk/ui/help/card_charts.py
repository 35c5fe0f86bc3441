"""ROC curves and mean maps of a model's card, each with a heading; nothing where the card has none."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ecgdesk.core.card import Card
from ecgdesk.ui.flow import Flow
from ecgdesk.ui.help.frame import COLUMN_PX
from ecgdesk.ui.help.mean_map_panel import MeanMapPanel
from ecgdesk.ui.help.roc_panel import RocPanel
from ecgdesk.ui.i18n import said
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space


class CardCharts(QWidget):
    """Filled anew for each card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves, self._maps = Flow(space(2), self), Flow(space(2), self, COLUMN_PX)
        self._curves_heading = heading(self.tr("How well each class is told apart"), self)
        self._axes = prose(
            self.tr(
                "Sensitivity (up) against 1 − specificity (across) on held-out pages; the diagonal is chance."
            ),
            self,
        )
        self._maps_heading = heading(self.tr("Where it looked on pages it never saw"), self)
        self._protocol: QLabel = prose("", self)
        for words in (self._axes, self._protocol):
            words.setMaximumWidth(COLUMN_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        for part in (
            self._curves_heading,
            self._axes,
            self._curves,
            self._maps_heading,
            self._protocol,
            self._maps,
        ):
            column.addWidget(part)

    def show_card(self, card: Card) -> None:
        """Show the curves and maps of a card."""
        names = {item.id: item.short for item in card.classes}
        self._curves.fill(
            RocPanel(curve, names.get(curve.name, curve.name), self._curves) for curve in card.roc
        )
        for part in (self._curves_heading, self._axes):
            part.setVisible(bool(card.roc))
        maps = card.mean_maps
        self._protocol.setText(said(maps.protocol) + "." if maps else "")
        self._maps.fill(self._map_panels(card, names))
        for part in (self._maps_heading, self._protocol):
            part.setVisible(maps is not None)
        self.setVisible(bool(card.roc) or maps is not None)

    def _map_panels(self, card: Card, names: Mapping[str, str]) -> Iterator[QWidget]:
        maps = card.mean_maps
        if maps is None:
            return
        found = {(one.name, one.right): one for one in maps.maps}
        for class_id, name in names.items():
            for right in (True, False):
                one = found.get((class_id, right))
                yield MeanMapPanel(maps, name, one, right=right, several=card.multi_label, parent=self._maps)
