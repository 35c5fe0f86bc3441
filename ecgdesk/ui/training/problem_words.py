"""What is wrong with a value, in a sentence beside its field."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ecgdesk.core.recipe_values import Problem
from ecgdesk.ui.i18n import said

_NEEDED: Final = QT_TRANSLATE_NOOP("problems", "Something is needed here.")
_WHOLE: Final = QT_TRANSLATE_NOOP("problems", "Must be a whole number.")
_NUMBER: Final = QT_TRANSLATE_NOOP("problems", "Must be a number, with a point before decimals.")
_LIST: Final = QT_TRANSLATE_NOOP("problems", "Must be a list in brackets, such as [0.9, 1.1].")
_TABLE: Final = QT_TRANSLATE_NOOP("problems", "Must be a table in braces, such as { depth = 2 }.")

_TEMPLATES: Final[Mapping[str, object]] = MappingProxyType(
    {
        "missing": _NEEDED,
        "string_too_short": _NEEDED,
        "too_short": _NEEDED,
        "int_parsing": _WHOLE,
        "int_type": _WHOLE,
        "int_from_float": _WHOLE,
        "float_parsing": _NUMBER,
        "float_type": _NUMBER,
        "finite_number": _NUMBER,
        "tuple_type": _LIST,
        "list_type": _LIST,
        "dict_type": _TABLE,
        "model_type": _TABLE,
        "model_attributes_type": _TABLE,
        "greater_than": QT_TRANSLATE_NOOP("problems", "Must be more than {gt}."),
        "greater_than_equal": QT_TRANSLATE_NOOP("problems", "Must be {ge} or more."),
        "less_than": QT_TRANSLATE_NOOP("problems", "Must be less than {lt}."),
        "less_than_equal": QT_TRANSLATE_NOOP("problems", "Must be {le} or less."),
        "literal_error": QT_TRANSLATE_NOOP("problems", "Must be one of: {expected}."),
        "string_pattern_mismatch": QT_TRANSLATE_NOOP(
            "problems", "Only small letters, digits, points, dashes and underscores; a letter or digit first."
        ),
        "toml": QT_TRANSLATE_NOOP("problems", "Must be a value as TOML writes it, such as [0.9, 1.1]."),
        "extra_forbidden": QT_TRANSLATE_NOOP("problems", "There is no such field."),
    }
)
"""By pydantic's names of errors; anything else is said in its own words."""


def problem_words(problem: Problem) -> str:
    """Return the sentence for a problem of the recipe."""
    template = _TEMPLATES.get(problem.code)
    if template is None:
        return said(_sentence(problem.words))
    words = QCoreApplication.translate("problems", str(template))
    for name, value in problem.context.items():
        words = words.replace(f"{{{name}}}", _plain(value))
    return words


def _plain(value: object) -> str:
    if isinstance(value, int | float):
        return f"{value:g}"
    return str(value).replace("'", "").replace(" or ", ", ")


def _sentence(words: str) -> str:
    text = words[:1].upper() + words[1:]
    return text if text.endswith(".") else f"{text}."
