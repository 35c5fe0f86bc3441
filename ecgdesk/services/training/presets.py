"""Recipes to begin with: the recommended one, and those of the four papers."""

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import read_recipe
from ecgdesk.core.recipe_values import Values, values_of

RECOMMENDED: Final = "any-layout"
_KEPT: Final = ("card", "data")
"""What a preset leaves as it is: the pages, and what the pack says of itself."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A recipe to begin with; `paper` is the letter of the paper it follows, empty for our own."""

    id: str
    name: str
    file: Path
    paper: str = ""


def recipes_folder() -> Path | None:
    """Return the folder of recipes that come with the program, without importing the trainer."""
    if bundle := getattr(sys, "_MEIPASS", None):
        return Path(bundle) / "training" / "recipes"
    found = importlib.util.find_spec("training")
    places = list(found.submodule_search_locations or ()) if found is not None else []
    return Path(places[0]) / "recipes" if places else None


def presets(folder: Path | None = None) -> tuple[Preset, ...]:
    """Return the recipes that come with the program, the recommended one first."""
    folder = folder or recipes_folder()
    files = sorted(folder.glob("*.toml")) if folder is not None else []
    made = [preset for file in files if (preset := _preset(file)) is not None]
    return tuple(sorted(made, key=lambda preset: (preset.id != RECOMMENDED, preset.paper, preset.id)))


def applied(values: Values, preset: Preset) -> Values:
    """Return the draft's values with all choices of a preset but its pages and its card."""
    return under(values, values_of(read_recipe(preset.file)), own=not preset.paper)


def under(values: Values, recipe: Values, *, own: bool = False) -> Values:
    """Return a recipe's values on the draft's pages and card; `own` leaves out what only our set can have."""
    changed = {**recipe, **{name: values[name] for name in _KEPT}}
    if own or not values["data"].get("full_size_folder"):
        changed["shift_pages"] = 0
    if not values["data"].get("copies_column"):
        changed["comparison"] = None
    return changed


def _preset(file: Path) -> Preset | None:
    letter, _, rest = file.stem.partition("-")
    paper = letter.upper() if rest and len(letter) == 1 else ""
    try:
        name = read_recipe(file).card.name
    except RecipeError:  # a recipe of a newer program: the others still serve
        return None
    return Preset(file.stem, name, file, paper)
