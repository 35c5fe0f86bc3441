"""Top right: which model answers and what it runs on."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QMenuBar, QToolButton, QWidget

from ecgdesk.services.models import ModelChoice
from ecgdesk.ui.icons import icon
from ecgdesk.ui.theme import space

WIDEST_PX = 280
ARROW_AND_FRAME_PX = 44


class Corner(QWidget):
    """Model chooser and device indicator."""

    model_chosen = Signal(str)
    import_wanted = Signal()
    device_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models = QComboBox(self)
        self._models.setAccessibleName(self.tr("Model"))
        self._models.activated.connect(self._on_activated)
        self._device = QToolButton(self)
        self._device.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._device.clicked.connect(self.device_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(), space(0.25), space(), space(0.25))
        row.setSpacing(space())
        row.addWidget(self._models)
        row.addWidget(self._device)
        self.show_device("")

    def show_models(self, choices: list[ModelChoice], chosen: ModelChoice | None, listed: bool) -> None:
        """Show the models to choose from."""
        with QSignalBlocker(self._models):
            self._models.clear()
            for choice in choices:
                self._models.addItem(choice.name, choice.id)
                self._models.setItemData(
                    self._models.count() - 1, choice.description, Qt.ItemDataRole.ToolTipRole
                )
            if not choices:
                self._models.addItem(self.tr("No model") if listed else self.tr("Finding models…"))
            self._models.insertSeparator(self._models.count())
            self._models.addItem(icon("add"), self.tr("Import a model…"), None)
            self._models.setCurrentIndex(max(0, self._models.findData(chosen.id if chosen else "")))
        name, words = (chosen.name, chosen.description) if chosen else (self._models.currentText(), "")
        self._models.setToolTip(f"{name}\n{words}".strip())
        self._fit(name)

    def _fit(self, name: str) -> None:
        # The menu bar gives its corner what it hints at once: the box must ask for its width itself.
        wanted = self._models.fontMetrics().horizontalAdvance(name) + ARROW_AND_FRAME_PX
        self._models.setFixedWidth(min(wanted, WIDEST_PX))
        self._ask_for_room()

    def _ask_for_room(self) -> None:
        self.adjustSize()
        if isinstance(bar := self.parentWidget(), QMenuBar):
            # It places its corner anew only when told that it was resized.
            QApplication.postEvent(bar, QResizeEvent(bar.size(), bar.size()))

    def show_device(self, device: str) -> None:
        """Show what the models run on; empty while that is not known."""
        on_gpu = bool(device) and device.upper() != "CPU"
        self._device.setIcon(icon("gpu" if on_gpu else "cpu", "accent" if device else "muted"))
        self._device.setText("GPU" if on_gpu else (device or "…"))
        words = device or self.tr("The engine is getting ready")
        self._device.setToolTip(self.tr("Runs on: {device}. Click to change.").format(device=words))
        self._device.setAccessibleName(self._device.toolTip())
        self._ask_for_room()

    def _on_activated(self, index: int) -> None:
        model = self._models.itemData(index)
        if isinstance(model, str) and model:
            self.model_chosen.emit(model)
        elif index == self._models.count() - 1:
            self._models.setCurrentIndex(0)
            self.import_wanted.emit()
