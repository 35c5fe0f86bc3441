"""One field of a recipe: its name, its sentence, its editor, and what is wrong with what was typed."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from ecgdesk.core.recipe_form import FieldKind, FormField
from ecgdesk.core.recipe_values import Problem, written
from ecgdesk.ui.i18n import said
from ecgdesk.ui.text import small
from ecgdesk.ui.theme import space, tabular
from ecgdesk.ui.training.field_names import field_name
from ecgdesk.ui.training.message import FieldError
from ecgdesk.ui.training.problem_words import problem_words

EDITOR_PX = 232


class FieldRow(QWidget):
    """Name and sentence beside an editor; answers while one types."""

    edited = Signal(object, str)
    """The FormField and what was typed."""

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor = self._made_editor()
        self.error = FieldError(self)
        name = QLabel(field_name(field.path), self)
        name.setBuddy(self.editor)
        name.setWordWrap(True)
        sentence = small(said(field.sentence), self)
        sentence.setWordWrap(True)
        self.editor.setAccessibleName(name.text())
        self.editor.setAccessibleDescription(sentence.text())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, space(0.5), 0, space(0.5))
        grid.setHorizontalSpacing(space(2))
        grid.setVerticalSpacing(space(0.25))
        grid.setColumnStretch(0, 1)
        grid.addWidget(name, 0, 0)
        grid.addWidget(sentence, 1, 0)
        grid.addWidget(self.editor, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.error, 2, 0, 1, 2)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - a recipe's values are of any kind
        """Show a value, unless it is what is being typed."""
        editor = self.editor
        with QSignalBlocker(editor):
            if isinstance(editor, QCheckBox):
                editor.setChecked(bool(value))
                self._name_switch()
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(editor.findData(str(value)))
            elif isinstance(editor, QLineEdit) and not editor.hasFocus():
                editor.setText(written(self.field, value))
                editor.setCursorPosition(0)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong, or nothing."""
        self.error.say("" if problem is None else problem_words(problem))

    def _made_editor(self) -> QWidget:
        match self.field.kind:
            case FieldKind.SWITCH:
                return self._switch()
            case FieldKind.CHOICE:
                return self._choice()
            case _:
                return self._line()

    def _switch(self) -> QCheckBox:
        box = QCheckBox(self)
        box.setFixedWidth(EDITOR_PX)
        box.toggled.connect(lambda on: self.edited.emit(self.field, "true" if on else "false"))
        box.toggled.connect(lambda _: self._name_switch())
        return box

    def _name_switch(self) -> None:
        if isinstance(self.editor, QCheckBox):
            self.editor.setText(self.tr("Yes") if self.editor.isChecked() else self.tr("No"))

    def _choice(self) -> QComboBox:
        box = QComboBox(self)
        box.setFixedWidth(EDITOR_PX)
        for choice in self.field.choices:
            box.addItem(said(choice), choice)
        box.activated.connect(lambda _: self.edited.emit(self.field, str(box.currentData())))
        return box

    def _line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setFixedWidth(EDITOR_PX)
        line.setPlaceholderText(self.tr("empty"))
        if self.field.kind is not FieldKind.TEXT:
            line.setFont(tabular(line.font()))
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.textEdited.connect(lambda text: self.edited.emit(self.field, text))
        return line
