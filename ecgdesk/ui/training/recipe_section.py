"""A section of the recipe that opens and closes; its rows are made when it is first opened."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ecgdesk.core.recipe_form import FormField, FormSection
from ecgdesk.core.recipe_values import Problem, Values, problem_of, value_at
from ecgdesk.ui.i18n import said
from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import small
from ecgdesk.ui.theme import space
from ecgdesk.ui.training.field_names import section_name
from ecgdesk.ui.training.field_row import FieldRow


class RecipeSection(QWidget):
    """A title that opens, one sentence, a switch where the section may be left out, and its fields."""

    edited = Signal(object, str)
    """The FormField and what was typed."""
    switched = Signal(str, bool)
    """The section's place, and whether it takes part."""

    def __init__(self, section: FormSection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.rows: list[FieldRow] = []
        self._values: Values = {}
        self._problems: Mapping[str, Problem] = {}
        self.title = QToolButton(self)
        self.title.setObjectName("section")
        self.title.setCheckable(True)
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.setText(section_name(section.path))
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title.toggled.connect(self._on_toggled)
        self.switch = QCheckBox(self.tr("Use"), self)
        self.switch.setAccessibleName(self.tr("Use {section}").format(section=self.title.text()))
        self.switch.setVisible(section.is_optional)
        self.switch.toggled.connect(lambda on: self.switched.emit(section.path, on))
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._lay_out()
        self._on_toggled(False)

    def open(self) -> None:
        """Show the fields."""
        self.title.setChecked(True)

    def stand_open(self) -> None:
        """Show the fields without a title; the page names them itself."""
        self.open()
        self.title.hide()
        self._column.setContentsMargins(0, 0, 0, space())

    def show_values(self, values: Values, problems: Mapping[str, Problem]) -> None:
        """Show a draft's values and what is wrong with them."""
        self._values, self._problems = values, problems
        own = {p for p in problems if self._is_own(p)}
        if self.section.is_optional:
            with QSignalBlocker(self.switch):
                self.switch.setChecked(value_at(values, self.section.path) is not None)
        if own:
            self.open()
        self.title.setIcon(icon("status-error", "error") if own else self._arrow())
        self._fill()

    def row(self, path: str) -> FieldRow | None:
        """The row of a field, once the section was opened."""
        return next((row for row in self.rows if row.field.path == path), None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(space())
        top.addWidget(self.title, 1)
        top.addWidget(self.switch)
        self._column.setContentsMargins(space(3.5), 0, 0, space())
        self._column.setSpacing(0)
        if self.section.sentence:
            sentence = small(said(self.section.sentence), self._body)
            sentence.setWordWrap(True)
            self._column.addWidget(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addLayout(top)
        column.addWidget(self._body)

    def _on_toggled(self, on: bool) -> None:
        if on and not self.rows:
            self._make_rows()
        self._body.setVisible(on)
        self.title.setIcon(self._arrow())
        self._fill()

    def _make_rows(self) -> None:
        for field in self.section.fields:
            row = FieldRow(field, self._body)
            row.edited.connect(self._on_edited)
            self.rows.append(row)
            self._column.addWidget(row)

    def _on_edited(self, field: FormField, text: str) -> None:
        self.edited.emit(field, text)

    def _fill(self) -> None:
        used = not self.section.is_optional or value_at(self._values, self.section.path) is not None
        for row in self.rows:
            row.setEnabled(used)
            value = value_at(self._values, row.field.path) if used else row.field.default
            row.show_value(value)
            row.show_problem(problem_of(self._problems, row.field.path) if used else None)

    def _is_own(self, place: str) -> bool:
        return any(place == f.path or place.startswith(f"{f.path}.") for f in self.section.fields)

    def _arrow(self) -> QIcon:
        closed = "chevron-left" if self.isRightToLeft() else "chevron-right"
        return icon("chevron-down" if self.title.isChecked() else closed, "muted")
