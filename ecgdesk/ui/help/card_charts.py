"""ROC curves and mean maps of a model's card, each with a heading; nothing where the card has none."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ecgdesk.core.card import Card
from ecgdesk.ui.flow import FlowLayout
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
        self._curves, self._maps = _Panels(self), _Panels(self)
        self._curves_heading = heading(self.tr("How well each class is told apart"), self)
        self._maps_heading = heading(self.tr("Where it looked on pages it never saw"), self)
        self._protocol: QLabel = prose("", self)
        self._protocol.setMaximumWidth(COLUMN_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        for part in (self._curves_heading, self._curves, self._maps_heading, self._protocol, self._maps):
            column.addWidget(part)

    def show_card(self, card: Card) -> None:
        """Show the curves and maps of a card."""
        names = {item.id: item.short for item in card.classes}
        self._curves.fill(RocPanel(curve, names.get(curve.name, curve.name)) for curve in card.roc)
        self._curves_heading.setVisible(bool(card.roc))
        maps = card.mean_maps
        self._protocol.setText(said(maps.protocol) + "." if maps else "")
        self._maps.fill(self._map_panels(card, names))
        for part in (self._maps_heading, self._protocol):
            part.setVisible(maps is not None)
        self.setVisible(bool(card.roc) or maps is not None)

    def _map_panels(self, card: Card, names: Mapping[str, str]) -> Iterable[QWidget]:
        if card.mean_maps is None:
            return ()
        maps = card.mean_maps
        return [MeanMapPanel(maps, one, names.get(one.name, one.name)) for one in maps.maps]


class _Panels(QWidget):
    """Panels beside each other, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=space(2), centred=False)
        self._flow.setContentsMargins(0, 0, 0, 0)

    def fill(self, panels: Iterable[QWidget]) -> None:
        """Show these panels in place of others."""
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for panel in panels:
            panel.setParent(self)
            self._flow.addWidget(panel)
            panel.show()
        self.setVisible(self._flow.count() > 0)
