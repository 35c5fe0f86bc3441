"""The run's model as a model pack: its name, what its card says, and into the list of models."""

from pathlib import Path

from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecgdesk.core.card import Card
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.models.pack import read_card
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.packing import PackName, save_pack
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import small
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.card_view import CardView
from ecgdesk.ui.training.message import FieldError, Message
from ecgdesk.ui.training.page import WizardPage


class SavePage(WizardPage):
    """Names the model and installs it; the card is shown as others will see it."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("Save as a model"))
        self.setAccessibleName(self.title.text())
        self.lead.setText(
            self.tr(
                "A model pack is one file with weights, figures and limits. It is chosen at the top right of "
                "the window, and can be copied to other computers."
            )
        )
        self._services = services
        self._files: RunFiles | None = None
        self._card: Card | None = None
        self._asked: str | None = None
        self.name, self.description = QLineEdit(self), QPlainTextEdit(self)
        self.licence, self.id = QLineEdit(self), small("", self)
        self.error, self.message = FieldError(self), Message(self)
        self.save = QPushButton(self.tr("Save and use"), self)
        self.card = CardView(self)
        self._lay_out()
        self.name.textChanged.connect(self._on_edited)
        self.description.textChanged.connect(self._on_edited)
        self.licence.textChanged.connect(self._on_edited)
        self.save.clicked.connect(self._on_save)
        self.save.setDefault(True)
        services.models.changed.connect(self._on_models)
        services.models.failed.connect(self._on_refused)
        services.models.replace_asked.connect(self._on_replace_asked)

    def show_run(self, files: RunFiles) -> None:
        """Offer a run's model."""
        self._files, self._card = files, None
        self.message.clear()
        self.save.setEnabled(False)
        self.save.setDefault(True)
        self.set_ready(False)
        self._services.jobs.submit(lambda: read_card(files.pack), self._on_card, self._on_failed)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(space(2))
        form.setVerticalSpacing(space())
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.description.setFixedHeight(space(9))
        self.description.setTabChangesFocus(True)
        named = QWidget(self)
        column = QVBoxLayout(named)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        for part in (self.name, self.error, self.id):
            column.addWidget(part)
        for words, field, row in (
            (self.tr("Name"), self.name, named),
            (self.tr("What it does"), self.description, self.description),
            (self.tr("Licence"), self.licence, self.licence),
        ):
            label = QLabel(words, self)
            label.setBuddy(field)
            label.setMinimumHeight(self.name.sizeHint().height())
            field.setAccessibleName(words)
            form.addRow(label, row)
        self.add_layout(form)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addStretch(1)
        self.add_layout(foot)
        self.add(self.message)
        self.add_heading(self.tr("What the card says"))
        self.add(self.card)

    def _said_name(self) -> PackName:
        return PackName(self.name.text(), self.description.toPlainText(), self.licence.text())

    def _on_card(self, card: Card) -> None:
        self._card = card
        self.name.setText(card.name)
        self.description.setPlainText(card.description)
        self.licence.setText(card.licence)
        self._on_edited()

    def _on_failed(self, error: EcgdeskError) -> None:
        self.message.show_error(error)

    def _on_edited(self) -> None:
        name = self._said_name()
        named = bool(name.name.strip())
        self.error.say("" if named else self.tr("The model needs a name."))
        self.id.setText(self.tr("Its id: {id}").format(id=name.id) if named else "")
        self.save.setEnabled(named and self._card is not None)
        if self._card is not None:
            self.card.show_card(self._card, name)

    def _on_save(self) -> None:
        files, name = self._files, self._said_name()
        if files is None:
            return
        self.save.setEnabled(False)
        self._asked = name.id
        self._services.jobs.submit(
            lambda: save_pack(files.pack, files.path, name), self._on_written, self._on_failed
        )

    def _on_written(self, pack: Path) -> None:
        self._services.models.import_pack(pack)

    def _on_models(self) -> None:
        chosen = self._services.models.chosen
        if self._asked is None or chosen is None or chosen.id != self._asked:
            return
        self._asked = None
        self.save.setEnabled(True)
        words = self.tr("{name} is saved and in use. Drop a page on the window to try it.")
        self.message.say(words.format(name=chosen.name))
        self.save.setDefault(False)
        self.set_ready(True)

    def _on_refused(self, error: EcgdeskError) -> None:
        if self._asked is not None:
            self._asked = None
            self.save.setEnabled(True)
            self.message.show_error(error)

    def _on_replace_asked(self, path: Path, error: EcgdeskError) -> None:
        if self._asked is None:
            return
        self.save.setEnabled(True)
        words = self.tr("Another model is called like that. Give this one another name, or replace it.")
        self.message.say(
            words, Tone.CAUTION, self.tr("Replace"),
            lambda: self._services.models.import_pack(path, replace=True),
        )  # fmt: skip
