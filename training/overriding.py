"""Settings of a recipe changed from the command line: `--set epochs=2 --set split.held_out_folds=1`."""

import tomllib
from collections.abc import Iterable
from typing import Any, Final

from pydantic import ValidationError

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import Recipe

_NOTHING: Final = "none"
_ADVICE: Final = "Write it as KEY=VALUE, with dots between sections: --set optimiser.rate=1e-4."


def overridden(recipe: Recipe, settings: Iterable[str]) -> Recipe:
    """Return the recipe with settings of the form KEY=VALUE in place of its own, in their order.

    A value is read as TOML, else as text; `none` takes an optional section away. Raises RecipeError.
    """
    values = recipe.model_dump()
    for setting in settings:
        key, sign, value = setting.partition("=")
        if not sign or not key.strip():
            raise RecipeError(f"The setting {setting!r:.80} cannot be read.", _ADVICE)
        _put(values, key.strip().split("."), _value(value.strip()), setting)
    try:
        return Recipe.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RecipeError(
            f"The recipe cannot be used with --set: {where}: {first['msg']}.", _ADVICE
        ) from error


def _put(values: dict[str, Any], path: list[str], value: object, setting: str) -> None:
    for name in path[:-1]:
        inner = values.get(name)
        if inner is None:
            inner = values[name] = {}
        if not isinstance(inner, dict):
            raise RecipeError(f"The setting {setting!r:.80} names a section that is none.", _ADVICE)
        values = inner
    values[path[-1]] = value


def _value(text: str) -> object:
    if text == _NOTHING:
        return None
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
