"""Every choice of the run, each with its sentence; checked while one types."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from ecgdesk.core.errors import EcgdeskError, RecipeError
from ecgdesk.core.recipe_form import FormField, FormSection, form_sections
from ecgdesk.core.recipe_values import problem_of, with_value
from ecgdesk.core.run_folder import write_text
from ecgdesk.services.training.commands import typed
from ecgdesk.services.training.draft import Draft
from ecgdesk.services.training.estimate import Pace, pace_key, seconds_for
from ecgdesk.services.training.networks import description_of
from ecgdesk.services.training.presets import RECOMMENDED, Preset, applied, presets
from ecgdesk.ui.help.code_line import CodeLine
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icons import icon
from ecgdesk.ui.notice import Tone
from ecgdesk.ui.text import heading, prose
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.field_row import FieldRow
from ecgdesk.ui.training.message import Message
from ecgdesk.ui.training.page import WizardPage
from ecgdesk.ui.training.problem_words import problem_words
from ecgdesk.ui.training.recipe_section import RecipeSection
from ecgdesk.ui.training.spans import span

FIRST = (
    "card.name", "protocol", "split.folds", "epochs", "batch", "optimiser.rate", "balance", "precision",
    "device", "seed",
)  # fmt: skip
"""What most people look at; these fields stand open at the top."""
ELSEWHERE = ("data.source", "model.architecture")
"""Decided on pages of their own."""
RECIPE_FILE = "recipe.toml"


class RecipePage(WizardPage):
    """Presets, the fields, the file, and the command line that does the same."""

    WIDEST_PX = 860

    def __init__(self, draft: Draft, runs: Path, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("How to train?"))
        self.setAccessibleName(self.title.text())
        self.lead.setText(
            self.tr(
                "Begin with a recipe and change what you like. The same file trains from the command line."
            )
        )
        self._draft, self._runs = draft, runs
        self._paces: dict[str, Pace] = {}
        self.presets, self._known = QComboBox(self), {preset.id: preset for preset in presets()}
        self.message, self.whole = Message(self), Message(self)
        self.sections = [RecipeSection(section, self) for section in _sections()]
        self.command = CodeLine("", self)
        self._time = prose("", self)
        self._add_top()
        self._add_sections()
        self._add_command()
        draft.changed.connect(self._show)
        self._show()

    @property
    def next_text(self) -> str:
        """Going on from here starts the run."""
        return self.tr("Start training")

    def show_paces(self, known: dict[str, Pace]) -> None:
        """Know how fast networks were trained on this machine."""
        self._paces = known
        self._show_time()

    def row(self, path: str) -> FieldRow:
        """The row of a field; its section is opened. Raises KeyError for an unknown one."""
        for section in self.sections:
            if any(field.path == path for field in section.section.fields):
                section.open()
                if (row := section.row(path)) is not None:
                    return row
        raise KeyError(path)

    def choose_preset(self, preset_id: str) -> None:
        """Take over a recipe that comes with the program."""
        self.presets.setCurrentIndex(self.presets.findData(preset_id))
        self._on_preset()

    def import_file(self, file: Path) -> None:
        """Take over a recipe from a file."""
        try:
            self._draft.from_toml(file.read_text(encoding="utf-8"), file.name)
        except (OSError, UnicodeDecodeError):
            text = self.tr("{name} cannot be read. Choose a recipe in TOML.").format(name=file.name)
            self.message.say(text, Tone.ERROR)
        except RecipeError as error:
            self.message.show_error(error)
        else:
            self.presets.setCurrentIndex(-1)
            self.message.say(self.tr("Taken from {name}.").format(name=file.name))

    def export_file(self, file: Path) -> None:
        """Write the recipe to a file."""
        try:
            write_text(file, self._draft.to_toml())
        except OSError:
            self.message.say(self.tr("{name} could not be written.").format(name=file.name), Tone.ERROR)
        except EcgdeskError as error:
            self.message.show_error(error)
        else:
            self.message.say(self.tr("Saved as {name}.").format(name=file.name))

    # Parts

    def _add_top(self) -> None:
        self.presets.setAccessibleName(self.tr("Recipe to begin with"))
        for preset in self._known.values():
            self.presets.addItem(self._preset_words(preset), preset.id)
        self.presets.setPlaceholderText(self.tr("A recipe of your own"))
        self.presets.activated.connect(lambda _: self._on_preset())
        self.presets.setToolTip(self.tr("Recipe to begin with"))
        take = QPushButton(icon("open"), self.tr("Import…"), self)
        give = QPushButton(icon("save"), self.tr("Export…"), self)
        take.clicked.connect(self._on_import)
        give.clicked.connect(self._on_export)
        row = QHBoxLayout()
        row.setSpacing(space())
        row.addWidget(QLabel(self.tr("Begin with"), self))
        row.addWidget(self.presets, 1)
        row.addWidget(take)
        row.addWidget(give)
        self.add_layout(row)
        self.add(self.message)

    def _add_sections(self) -> None:
        self.add(self.whole)
        self.add(heading(self.tr("What matters most"), self))
        for number, section in enumerate(self.sections):
            if number == 1:
                self.add_heading(self.tr("Everything else"))
            section.edited.connect(self._on_edited)
            section.switched.connect(self._on_switched)
            self.add(section)
        self.sections[0].stand_open()

    def _add_command(self) -> None:
        self.add_heading(self.tr("The same from the command line"))
        self.add(prose(self.tr("Export the recipe, then type this beside it."), self))
        self.add(self.command)
        self.add(self._time)

    def _preset_words(self, preset: Preset) -> str:
        if preset.paper:
            words = self.tr("Paper {letter}: {name}")
            return words.format(letter=preset.paper, name=preset.name)
        if preset.id == RECOMMENDED:
            return self.tr("Recommended, for any page layout")
        return self.tr("As the bundled model: {name}").format(name=said(preset.name))

    # What the user does

    def _on_preset(self) -> None:
        preset = self._known.get(str(self.presets.currentData()))
        if preset is None:
            return
        try:
            self._draft.replace(applied(self._draft.values, preset))
        except RecipeError as error:
            self.message.show_error(error)
        else:
            self.message.say(self._preset_remark(preset))

    def _preset_remark(self, preset: Preset) -> str:
        if preset.id == RECOMMENDED:
            return ""
        if not preset.paper:
            return said(description_of(self._draft.recipe.model.architecture))
        return self.tr(
            "Follows the paper on sound splits. Set the protocol to “as published” to repeat its figures, "
            "leaks and all; the model's card then says so."
        )

    def _on_edited(self, field: FormField, text: str) -> None:
        if field.path == "card.name":
            self._draft.rename(text)
        else:
            self._draft.type(field, text)

    def _on_switched(self, path: str, on: bool) -> None:
        self._draft.set(path, _first_values(path) if on else None)

    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a recipe"), "", self.tr("Recipes (*.toml)")
        )
        if name:
            self.import_file(Path(name))

    def _on_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the recipe"), RECIPE_FILE, self.tr("Recipes (*.toml)")
        )
        if name:
            self.export_file(Path(name))

    # What is shown

    def _show(self) -> None:
        checked = self._draft.checked
        for section in self.sections:
            section.show_values(self._draft.values, checked.problems)
        problem = problem_of(checked.problems, "") if "" in checked.problems else None
        self.whole.say("" if problem is None else problem_words(problem), Tone.ERROR)
        arguments = ["train", "--config", RECIPE_FILE, "--data", str(self._draft.root)]
        self.command.set_command(typed([*arguments, "--runs", str(self._runs)]))
        self._show_time()
        self.set_ready(checked.recipe is not None and self._draft.preview is not None)

    def _show_time(self) -> None:
        recipe, preview = self._draft.checked.recipe, self._draft.preview
        pace = None if recipe is None else self._paces.get(pace_key(recipe))
        if recipe is None or preview is None:
            self._time.setText("")
        elif pace is None:
            self._time.setText(
                self.tr("How long it takes is not known: this network was not trained on this computer yet.")
            )
        else:
            words = self.tr("About {time} on this computer, at the pace of {run}.")
            took = seconds_for(recipe, preview.pages, pace)
            self._time.setText(words.format(time=span(took), run=pace.run))


def _sections() -> list[FormSection]:
    """The recipe's sections, with what matters most gathered at the top."""
    known = {field.path: field for section in form_sections() for field in section.fields}
    first = FormSection("", "", fields=tuple(known[path] for path in FIRST if path in known))
    rest = [
        FormSection(
            section.path, section.sentence, section.is_optional,
            tuple(field for field in section.fields if field.path not in (*FIRST, *ELSEWHERE)),
        )
        for section in form_sections()
    ]  # fmt: skip
    return [first, *(section for section in rest if section.fields)]


def _first_values(path: str) -> dict[str, object]:
    """The defaults of a section that is switched on."""
    fields = next(section.fields for section in form_sections() if section.path == path)
    values: dict[str, object] = {}
    for field in fields:
        if field.default is not None:
            values = with_value(values, field.name, field.default)
    return values
