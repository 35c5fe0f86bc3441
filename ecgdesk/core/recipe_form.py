"""A recipe as a form: its fields with their sentences, read from the schema itself."""

import types
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from ecgdesk.core.recipe import Recipe
from ecgdesk.core.sentence import template

ROOT: Final = ""
"""The section of fields that stand at the top of a recipe."""

_PREPROCESSING: Final = {
    "preprocessing.width": template("Width of the network's input in pixels."),
    "preprocessing.height": template("Height of the network's input in pixels."),
    "preprocessing.colour": template(
        "Three colours, luminance, or the ink left when a coloured grid is taken away."
    ),
    "preprocessing.contrast_stretch": template(
        "Whether the 1st and 99th percentile become black and white first."
    ),
    "preprocessing.resize": template("How a crop is made smaller: the mean over areas, or bicubic."),
    "preprocessing.fit": template("Whether a crop is stretched to the input or padded to it."),
    "preprocessing.mean": template("What is subtracted from each channel, in [0, 1]."),
    "preprocessing.std": template("What each channel is divided by afterwards."),
    "preprocessing.crop_policy": template(
        "What is looked at: the tracing, the crop of paper C, or the whole page."
    ),
}
"""The card's own schema has no sentences."""


class FieldKind(StrEnum):
    """How a field is edited; `LITERAL` is anything else, written as TOML."""

    SWITCH = "switch"
    WHOLE = "whole"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    LITERAL = "literal"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its dotted place in the recipe, its sentence, and how it is edited."""

    path: str
    sentence: str
    kind: FieldKind
    default: Any = None
    choices: tuple[str, ...] = ()
    is_required: bool = False

    @property
    def name(self) -> str:
        """The last part of its place."""
        return self.path.rpartition(".")[2]

    @property
    def section(self) -> str:
        """The place of the section it is in."""
        return self.path.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class FormSection:
    """A section of fields; an optional one may be left out of the recipe as a whole."""

    path: str
    sentence: str
    is_optional: bool = False
    fields: tuple[FormField, ...] = field(default=())


def form_sections(model: type[BaseModel] = Recipe, path: str = ROOT) -> tuple[FormSection, ...]:
    """Return all sections of a recipe in order, the one of the top fields first."""
    return tuple(_sections(model, path, "", False))


def _sections(model: type[BaseModel], path: str, sentence: str, is_optional: bool) -> list[FormSection]:
    own: list[FormField] = []
    below: list[FormSection] = []
    for name, info in model.model_fields.items():
        place = f"{path}.{name}" if path else name
        kind, is_absent = _without_none(info.annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            below += _sections(kind, place, info.description or "", is_absent)
        else:
            own.append(_field(place, kind, info))
    return [FormSection(path, sentence, is_optional, tuple(own)), *below]


def _without_none(annotation: Any) -> tuple[Any, bool]:  # noqa: ANN401 - annotations are of any kind
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [part for part in get_args(annotation) if part is not type(None)]
        if len(rest) == 1:
            return rest[0], True
    return annotation, False


def _field(path: str, kind: Any, info: FieldInfo) -> FormField:  # noqa: ANN401
    choices = tuple(str(one) for one in get_args(kind)) if get_origin(kind) is Literal else ()
    default = None if info.default is PydanticUndefined else info.default
    sentence = info.description or _PREPROCESSING.get(path, "")
    return FormField(path, sentence, _kind_of(kind, choices), default, choices, info.is_required())


def _kind_of(kind: Any, choices: tuple[str, ...]) -> FieldKind:  # noqa: ANN401
    if choices:
        return FieldKind.CHOICE
    plain = {
        bool: FieldKind.SWITCH, int: FieldKind.WHOLE, float: FieldKind.NUMBER, str: FieldKind.TEXT,
    }  # fmt: skip
    return plain.get(kind, FieldKind.LITERAL)
