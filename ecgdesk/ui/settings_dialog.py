"""The settings; each takes effect when the dialog is accepted."""

from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ecgdesk.core.analysis import DeviceChoice
from ecgdesk.services.models import Models
from ecgdesk.services.settings import SettingsStore
from ecgdesk.ui.text import heading, without_icons
from ecgdesk.ui.theme import space

MOST_THREADS = 64


class Choice(QComboBox):
    """A combo box of values with words."""

    def __init__(
        self, options: list[tuple[object, str]], value: object, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for one, words in options:
            self.addItem(words, one)
        self.setCurrentIndex(max(0, self.findData(value)))

    def value(self) -> Any:  # noqa: ANN401
        """The chosen value."""
        return self.currentData()


class FolderField(QWidget):
    """A folder with a button to choose it; empty means the last one used."""

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(folder, self)
        self._line.setPlaceholderText(self.tr("The folder used last"))
        self._line.setClearButtonEnabled(True)
        self._line.setMinimumWidth(space(28))
        button = QPushButton(self.tr("Choose…"), self)
        button.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space())
        row.addWidget(self._line, 1)
        row.addWidget(button)
        self.setFocusProxy(self._line)

    def value(self) -> str:
        """The folder as text."""
        return self._line.text().strip()

    def _on_choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), self._line.text())
        if folder:
            self._line.setText(folder)


class SettingsDialog(QDialog):
    """Three short sections; nothing changes before OK."""

    def __init__(
        self,
        settings: SettingsStore,
        models: Models,
        languages: list[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self._fields: dict[str, Any] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(3), space(3), space(2))
        column.setSpacing(space(2))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(space(2))
        self._form.setVerticalSpacing(space())
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(self._form)
        self._add_analysis(models)
        self._add_window(languages)
        self._add_folders()
        column.addStretch(1)
        column.addWidget(self._buttons())

    def accept(self) -> None:
        """Take over every field."""
        self._settings.update(**{name: _value_of(field) for name, field in self._fields.items()})
        super().accept()

    def _add_analysis(self, models: Models) -> None:
        now = self._settings.values
        self._section(self.tr("Analysis"))
        chosen = models.chosen.id if models.chosen else now.model
        installed: list[tuple[object, str]] = [(one.id, one.name) for one in models.choices]
        self._add("model", self.tr("Model"), Choice(installed or [(now.model, self.tr("No model"))], chosen))
        devices: list[tuple[object, str]] = [
            (DeviceChoice.AUTO, self.tr("The fastest there is")),
            (DeviceChoice.CPU, self.tr("Processor (CPU)")),
            (DeviceChoice.CUDA, self.tr("Graphics card (GPU)")),
        ]
        self._add("device", self.tr("Runs on"), Choice(devices, now.device))
        self._add("threads", self.tr("Threads"), self._threads(now.threads))
        crops: list[tuple[object, str]] = [
            ("model", self.tr("As the model was trained")), ("whole", self.tr("The whole page")),
        ]  # fmt: skip
        self._add("crop", self.tr("Crop at first"), Choice(crops, now.crop))
        self._add("explain", "", _box(self.tr("Draw heat maps"), now.explain))
        exams: list[tuple[object, str]] = [
            ("never", self.tr("Never")), ("page", self.tr("On the page that is shown")),
            ("all", self.tr("In batches too (slow)")),
        ]  # fmt: skip
        self._add("examine", self.tr("Test heat maps"), Choice(exams, now.examine))
        self._add(
            "measure_batches", "", _box(self.tr("Measure the pages of batches too"), now.measure_batches)
        )
        self._add(
            "analyse_on_open",
            "",
            _box(self.tr("Analyse pages as soon as they are open"), now.analyse_on_open),
        )

    def _add_window(self, languages: list[tuple[str, str]]) -> None:
        now = self._settings.values
        self._section(self.tr("Window"))
        themes: list[tuple[object, str]] = [
            ("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")),
        ]  # fmt: skip
        self._add("theme", self.tr("Theme"), Choice(themes, now.theme))
        known: list[tuple[object, str]] = [("", self.tr("As the system")), *languages]
        language = Choice(known, now.language)
        language.setToolTip(self.tr("Takes effect at the next start"))
        self._add("language", self.tr("Language (next start)"), language)
        self._add(
            "restore_session",
            "",
            _box(self.tr("Bring back the open pages at the next start"), now.restore_session),
        )

    def _add_folders(self) -> None:
        now = self._settings.values
        self._section(self.tr("Folders"))
        self._add("open_folder", self.tr("Open from"), FolderField(now.open_folder))
        self._add("save_folder", self.tr("Save to"), FolderField(now.save_folder))

    def _section(self, title: str) -> None:
        name = heading(title, self)
        if self._form.rowCount():
            name.setContentsMargins(0, space(), 0, 0)
        self._form.addRow(name)

    def _add(self, name: str, words: str, field: QWidget) -> None:
        self._fields[name] = field
        if words:
            label = QLabel(words, self)
            label.setBuddy(field)
            # As tall as its field, so that both stand on one line.
            label.setMinimumHeight(field.sizeHint().height())
            self._form.addRow(label, field)
            field.setAccessibleName(words)
        else:
            self._form.addRow("", field)

    def _threads(self, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(0, MOST_THREADS)
        box.setSpecialValueText(self.tr("All but one"))
        box.setValue(value)
        return box

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return without_icons(box)


def _box(words: str, on: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(on)
    return box


def _value_of(field: Any) -> Any:  # noqa: ANN401
    return field.isChecked() if isinstance(field, QCheckBox) else field.value()
