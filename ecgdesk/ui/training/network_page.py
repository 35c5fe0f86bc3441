"""Which network to train: the catalog, and any network of timm by its name."""

from PySide6.QtCore import QItemSelectionModel, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from ecgdesk.services.training.draft import Draft
from ecgdesk.services.training.networks import NetworkChoice, catalog_choices, matching
from ecgdesk.services.training.timm_networks import PREFIX, TimmNetworks
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.message import Message
from ecgdesk.ui.training.network_table import NAME, NetworkModel
from ecgdesk.ui.training.page import WizardPage

MOST_OF_TIMM = 60
_TYPED_MS = 150
PRETRAINED = "model.pretrained"


class NetworkPage(WizardPage):
    """A table to choose from, with what the chosen network is."""

    def __init__(self, draft: Draft, timm: TimmNetworks, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("Which network?"))
        self.setAccessibleName(self.title.text())
        self.lead.setText(
            self.tr(
                "Small networks do well on few pages. Letters name the papers that a network is from. "
                "Speed is by multiplications a page; how long it takes here depends on this computer."
            )
        )
        self._draft, self._timm = draft, timm
        self._catalog = catalog_choices()
        self.search, self.model, self.table = QLineEdit(self), NetworkModel(), QTableView(self)
        self.ask_timm = QPushButton(icon("search"), self.tr("Search timm too"), self)
        self.message = Message(self)
        self._name, self._what = heading("", self), prose("", self)
        self.pretrained = QCheckBox(self.tr("Begin with public weights where they are here"), self)
        self._weights = prose("", self)
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._prepare_table()
        self._lay_out()
        self._connect()
        self._fill()
        self.set_ready(True)

    def enter(self) -> None:
        """Show what is chosen now; weights may have come since."""
        self._catalog = catalog_choices()
        self._fill()

    def stop(self) -> None:
        """End a question to timm."""
        self._timm.stop()

    def _prepare_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Networks"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(space(3.75))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.table.setMinimumHeight(space(30))

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search by name, such as resnet"))
        self.search.setAccessibleName(self.tr("Search networks"))
        self.search.setClearButtonEnabled(True)
        row = QHBoxLayout()
        row.setSpacing(space())
        row.addWidget(self.search, 1)
        row.addWidget(self.ask_timm)
        self.add_layout(row)
        self.add(self.message)
        self.add(self.table, 1)
        for part in (self._name, self._what, self.pretrained, self._weights):
            self.add(part)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._typed.start())
        self.search.returnPressed.connect(self._fill)
        self._typed.timeout.connect(self._fill)
        self.ask_timm.clicked.connect(self._on_ask_timm)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.pretrained.toggled.connect(self._on_pretrained)
        self._timm.named.connect(self._on_named)
        self._timm.sized.connect(self._on_sized)
        self._timm.failed.connect(self.message.show_error)

    def _on_ask_timm(self) -> None:
        self.message.say(self.tr("Asking timm for its networks. This takes some seconds."))
        self._timm.ask_names()

    def _on_named(self) -> None:
        self.message.clear()
        self.ask_timm.hide()
        self._fill()

    def _fill(self) -> None:
        text = self.search.text()
        found = [*matching(self._catalog, text)]
        if text.strip():
            found += self._timm.choices(text, MOST_OF_TIMM)
        chosen = self._draft.architecture
        if chosen.startswith(PREFIX) and chosen not in [one.id for one in found]:
            found += self._timm.choices(chosen.removeprefix(PREFIX), 1)
        self.model.show_choices(found)
        self._select(chosen)
        if not found:
            self.message.say(self.tr("No network is called like that. Search timm too, or shorten the name."))
        elif not self._timm.is_naming:
            self.message.clear()

    def _select(self, network: str) -> None:
        rows = [row for row, one in enumerate(self.model.choices) if one.id == network]
        if rows:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            index = self.model.index(rows[0], 0)
            self.table.selectionModel().setCurrentIndex(index, flags)
            self.table.scrollTo(index)

    def _on_row(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.model.choices):
            return
        choice = self.model.choices[row]
        self._draft.use_network(choice.id)
        if choice.size is None:
            self._timm.ask_size(choice.id)
        self._show(choice)

    def _on_sized(self, sized: NetworkChoice) -> None:
        self.model.take_size(sized)
        if sized.id == self._draft.architecture:
            self._show(sized)

    def _show(self, choice: NetworkChoice) -> None:
        self._name.setText(choice.name)
        self._what.setText(said(choice.description) or self.tr("A network of timm, with random weights."))
        self.pretrained.setVisible(bool(choice.weights))
        wanted = self._draft.values["model"]["pretrained"] != "no"
        self.pretrained.setChecked(wanted)
        self._weights.setText(self._weight_words(choice))
        self._weights.setVisible(bool(self._weights.text()))

    def _weight_words(self, choice: NetworkChoice) -> str:
        if not choice.weights:
            return ""
        if choice.absent:
            text = self.tr(
                "Not on this computer: {names}. Without them the network begins with random weights. "
                "Bring them with “ecgdesk models fetch” or from another machine."
            )
            return text.format(names=", ".join(choice.absent))
        return said(choice.note)

    def _on_pretrained(self, on: bool) -> None:
        self._draft.set(PRETRAINED, "if available" if on else "no")
