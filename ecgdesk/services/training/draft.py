"""The recipe that the wizard's pages write together."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe, parse_recipe, recipe_toml
from ecgdesk.core.recipe_form import FormField
from ecgdesk.core.recipe_values import (
    Checked,
    Problem,
    Values,
    check,
    read_written,
    value_at,
    values_of,
    with_value,
)
from ecgdesk.services.training.networks import RECOMMENDED
from ecgdesk.services.training.preview import DataPreview

_EMPTY: Final[Values] = {
    "card": {"id": "my-model", "name": "My model", "limits": [DISCLAIMER]},
    "data": {"source": "pages"},
    "model": {"architecture": RECOMMENDED},
}
_UNWRITTEN: Final = Problem("toml")


class Draft(QObject):
    """Values on their way to a recipe, where their paths begin, and what was looked at."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.values: Values = values_of(Recipe.model_validate(_EMPTY))
        self.preview: DataPreview | None = None
        self.root = Path()
        self._unwritten: dict[str, Problem] = {}

    @property
    def checked(self) -> Checked:
        """The recipe, or what is wrong with it now."""
        checked = check(self.values)
        if not self._unwritten:
            return checked
        return Checked(None, {**checked.problems, **self._unwritten})

    @property
    def recipe(self) -> Recipe:
        """The recipe; raises RecipeError while something is wrong."""
        recipe = self.checked.recipe
        if recipe is None:
            raise RecipeError("The recipe is not whole yet.", "Correct the fields that are marked.")
        return recipe

    @property
    def architecture(self) -> str:
        """The network chosen."""
        return str(value_at(self.values, "model.architecture"))

    def replace(self, values: Values) -> None:
        """Take other values."""
        self.values = values
        self._unwritten.clear()
        self.changed.emit()

    def set(self, path: str, value: object) -> None:
        """Change one value."""
        self._unwritten.pop(path, None)
        self.values = with_value(self.values, path, value)
        self.changed.emit()

    def update(self, settings: Mapping[str, Any]) -> None:
        """Change several values by their places, as a remedy asks."""
        for path, value in settings.items():
            self.values = with_value(self.values, path, value)
        self.changed.emit()

    def type(self, field: FormField, text: str) -> None:
        """Take what was typed into a field; what is no value is remembered as a problem."""
        try:
            value = read_written(field, text)
        except RecipeError:
            self._unwritten[field.path] = _UNWRITTEN
            self.changed.emit()
            return
        self.set(field.path, field.default if value is None and not field.is_required else value)

    def take_data(self, preview: DataPreview) -> None:
        """Train on these pages; what was chosen otherwise stays."""
        self.preview = preview
        self.root = preview.source.parent
        chosen = preview.chosen
        data = {
            **self.values["data"],
            "source": preview.source.name,
            "classes": [],
            "path_column": chosen.path_column,
            "label_column": chosen.label_column,
            "group_column": chosen.group_column,
            "copies_column": chosen.copies_column,
            "pages_folder": chosen.pages_folder,
        }
        self.values = {**self.values, "data": data}
        if not chosen.copies_column:
            self.values["comparison"] = None
        self.changed.emit()

    def use_network(self, architecture: str) -> None:
        """Train another network; its own preprocessing and options come with it."""
        if architecture == self.architecture:
            return
        model = {**self.values["model"], "architecture": architecture, "options": {}}
        self.values = {**self.values, "model": model, "preprocessing": None, "unfreezing": None}
        self.values["optimiser"] = {**self.values["optimiser"], "parts": []}
        self.changed.emit()

    def rename(self, name: str) -> None:
        """Give the model its name, and the id that follows from it."""
        card = {**self.values["card"], "name": name, "id": id_for(name)}
        self.values = {**self.values, "card": card}
        self.changed.emit()

    def to_toml(self) -> str:
        """Return the recipe as TOML; raises RecipeError while something is wrong."""
        return recipe_toml(self.recipe)

    def from_toml(self, text: str, name: str) -> None:
        """Take a recipe; its pages stay those that were chosen here, if any. Raises RecipeError."""
        values = values_of(parse_recipe(text, name))
        if self.preview is not None:
            values["data"] = {
                **values["data"],
                **{key: self.values["data"][key] for key in ("source", "pages_folder")},
            }
        self.replace(values)


def id_for(name: str) -> str:
    """Return an id that a pack may have, made from a name."""
    plain = re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-._")
    return plain or "my-model"
