"""How heat is painted, what it is compared with, and which layer an activation map shows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSlider, QVBoxLayout, QWidget

from ecgdesk.core.heat import COLOUR_MAPS, EMBER, HeatLook
from ecgdesk.services.comparison import Other
from ecgdesk.ui.text import prose, small
from ecgdesk.ui.theme import space, tabular

NOTHING, CLASS, METHOD, MODEL = "", "class", "method", "model"
MOST_HIDDEN = 90


class HeatPanel(QWidget):
    """Asks through signals; keeps no state of the page."""

    look_changed = Signal(object)
    """HeatLook without its opacity."""
    comparison_changed = Signal(object)
    """Other, or None."""
    layer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours, self._threshold, self._hidden = _box(), QSlider(Qt.Orientation.Horizontal), QLabel()
        self._kind, self._other, self._layer = _box(), _box(), _box()
        self._offers: dict[str, Sequence[tuple[str, str]]] = {}
        self._remark = prose("", self)
        self._layer_label = QLabel(self.tr("Layer"), self)
        self._fill()
        self._lay_out()
        self._connect()
        self.offer({}, (), (), "")

    @property
    def other(self) -> Other | None:
        """What to compare with."""
        kind, value = self._kind.currentData(), self._other.currentData()
        if not kind or not value:
            return None
        return Other(**{"target" if kind == CLASS else kind: value})

    def show_look(self, look: HeatLook) -> None:
        """Show a look without telling anybody."""
        with QSignalBlocker(self._colours), QSignalBlocker(self._threshold):
            self._colours.setCurrentIndex(max(0, self._colours.findData(look.colours)))
            self._threshold.setValue(round(100 * look.threshold))
        self._show_hidden()

    def offer(
        self, classes: Mapping[str, str], methods: Sequence[tuple[str, str]],
        models: Sequence[tuple[str, str]], explained: str,
    ) -> None:  # fmt: skip
        """Offer what there is to compare with, as ids and names; `explained` is the class shown already."""
        before = self.other
        self._offers = {
            CLASS: [(one, name) for one, name in classes.items() if one != explained],
            METHOD: methods, MODEL: models,
        }  # fmt: skip
        for row in range(1, self._kind.count()):
            item = self._kind.model().item(row)  # type: ignore[attr-defined]
            item.setEnabled(bool(self._offers[self._kind.itemData(row)]))
        self._fill_other(before)

    def show_layers(self, layers: Sequence[str], shown: str) -> None:
        """Offer the layers of an activation map; without any there is no choice."""
        for part in (self._layer, self._layer_label):
            part.setVisible(bool(layers))
        with QSignalBlocker(self._layer):
            self._layer.clear()
            for layer in layers:
                self._layer.addItem(layer, layer)
            self._layer.setCurrentIndex(self._layer.findData(shown))

    def say(self, words: str) -> None:
        """Say something about the comparison; nothing hides the line."""
        self._remark.setText(words)
        self._remark.setVisible(bool(words))

    def _fill(self) -> None:
        names = {
            EMBER: self.tr("Ember"), "sea": self.tr("Sea"), "grey": self.tr("Grey"),
            "jet": self.tr("Rainbow (uneven)"),
        }  # fmt: skip
        for one in COLOUR_MAPS:
            self._colours.addItem(names[one], one)
        for kind, words in (
            (NOTHING, self.tr("Nothing")), (CLASS, self.tr("Another class")),
            (METHOD, self.tr("Another method")), (MODEL, self.tr("Another model")),
        ):  # fmt: skip
            self._kind.addItem(words, kind)
        self._threshold.setRange(0, MOST_HIDDEN)
        self._threshold.setPageStep(10)
        self._hidden.setFont(tabular(self._hidden.font()))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(space())
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for label, field, name in (
            (QLabel(self.tr("Colours"), self), self._colours, self.tr("Colours of the heat map")),
            (self._hidden, self._threshold, self.tr("Heat below this is not shown")),
            (QLabel(self.tr("Compare with"), self), self._kind, self.tr("What to compare with")),
            (None, self._other, self.tr("Which one to compare with")),
            (self._layer_label, self._layer, self.tr("Layer of the activation map")),
        ):
            field.setAccessibleName(name)
            field.setToolTip(name)
            form.addRow(label, field) if label is not None else form.addRow(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space())
        column.addLayout(form)
        column.addWidget(self._remark)
        hint = small(self.tr("H hides the heat map, X swaps it with the one it is compared with."), self)
        hint.setWordWrap(True)
        column.addWidget(hint)
        self._remark.hide()
        self.show_layers((), "")
        self._show_hidden()

    def _connect(self) -> None:
        self._colours.activated.connect(self._on_look)
        self._threshold.valueChanged.connect(self._on_look)
        self._kind.activated.connect(self._on_kind)
        self._other.activated.connect(lambda: self.comparison_changed.emit(self.other))
        self._layer.activated.connect(lambda: self.layer_chosen.emit(self._layer.currentData()))

    def _on_look(self) -> None:
        self._show_hidden()
        self.look_changed.emit(HeatLook(self._colours.currentData(), self._threshold.value() / 100))

    def _on_kind(self) -> None:
        self._fill_other(None)
        self.comparison_changed.emit(self.other)

    def _fill_other(self, before: Other | None) -> None:
        kind = self._kind.currentData()
        offers = self._offers.get(kind, ())
        with QSignalBlocker(self._other):
            self._other.clear()
            for one, name in offers:
                self._other.addItem(name, one)
            if before is not None:
                chosen = before.target or before.method or before.model
                self._other.setCurrentIndex(max(0, self._other.findData(chosen)))
        self._other.setVisible(bool(kind))

    def _show_hidden(self) -> None:
        self._hidden.setText(self.tr("Hide below {n} %").format(n=self._threshold.value()))


def _box() -> QComboBox:
    box = QComboBox()
    box.setMinimumContentsLength(14)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
