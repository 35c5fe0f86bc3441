"""The values of a recipe while it is being written: nested, half right, checked after every letter."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import tomli_w
from pydantic import ValidationError

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.recipe_form import FieldKind, FormField

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a value cannot be used: pydantic's name of the error, its numbers, and its own words."""

    code: str
    context: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A recipe, or what is wrong by the dotted place of each field ("" for the whole)."""

    recipe: Recipe | None
    problems: Mapping[str, Problem] = field(default_factory=dict)


def values_of(recipe: Recipe) -> Values:
    """Return a recipe's values, nested by section; sections that are left out are None."""
    return recipe.model_dump(mode="json")


def value_at(values: Values, path: str) -> Any:  # noqa: ANN401 - values are of any kind
    """Return the value at a dotted place; None where there is none."""
    here: Any = values
    for name in path.split("."):
        if not isinstance(here, dict):
            return None
        here = here.get(name)
    return here


def with_value(values: Values, path: str, value: object) -> Values:
    """Return the values with another one at a dotted place; sections on the way are made."""
    changed = deepcopy(values)
    here = changed
    *way, last = path.split(".")
    for name in way:
        if not isinstance(here.get(name), dict):
            here[name] = {}
        here = here[name]
    here[last] = value
    return changed


def check(values: Values) -> Checked:
    """Return the recipe that the values make, or every field that is wrong."""
    try:
        return Checked(Recipe.model_validate(values))
    except ValidationError as error:
        return Checked(None, dict(map(_problem, error.errors(include_url=False, include_input=False))))


def _problem(error: Any) -> tuple[str, Problem]:  # noqa: ANN401 - pydantic's own record
    place = ".".join(str(part) for part in error["loc"])
    context = {key: value for key, value in (error.get("ctx") or {}).items() if key != "error"}
    return place, Problem(error["type"], context, str(error["msg"]).removeprefix("Value error, "))


def problem_of(problems: Mapping[str, Problem], place: str) -> Problem | None:
    """Return what is wrong with a field, or with something inside its value."""
    inside = (p for path, p in problems.items() if path == place or path.startswith(f"{place}."))
    return next(inside, None)


def written(field_: FormField, value: object) -> str:
    """Return a value as its editor shows it; a literal as TOML."""
    if value is None:
        return ""
    if field_.kind is FieldKind.LITERAL:
        return _toml_value(value)
    return str(value)


def read_written(field_: FormField, text: str) -> object:
    """Return what was typed as a value for `check`; raises RecipeError for TOML that is none."""
    if field_.kind is not FieldKind.LITERAL:
        text = text.strip()
        return None if not text and field_.kind in (FieldKind.WHOLE, FieldKind.NUMBER) else text
    if not text.strip():
        return None
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(
            "This is not a value as TOML writes it.", "For example [0.9, 1.1] or { depth = 2 }."
        ) from error


def _toml_value(value: object) -> str:
    """Return a value on one line; tomli_w writes tables with their own headings."""
    if isinstance(value, Mapping):
        pairs = (f"{_key(str(key))} = {_toml_value(inner)}" for key, inner in value.items())
        return "{ " + ", ".join(pairs) + " }" if value else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml_value(inner) for inner in value) + "]"
    return tomli_w.dumps({"v": value}).removeprefix("v = ").strip()


def _key(name: str) -> str:
    plain = name.replace("-", "").replace("_", "")
    return name if plain.isascii() and plain.isalnum() else tomli_w.dumps({name: 0}).partition(" = ")[0]
