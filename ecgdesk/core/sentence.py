"""Sentences that know how they were made, so that a window can say them in another language.

Below the window everything is English text. A `Sentence` is such a text, with the template and the values it
was made of; whoever shows it may translate the template first and fill in the values after.
"""

import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from ecgdesk.core.figures import Figure

COUNT: Final = "n"
"""The value that decides between the forms of a sentence that counts."""


class Sentence(str):
    """English text with its `template` and `values`; `singular` is the template for `n` = 1, if it counts.

    Behaves as `str` everywhere, and travels through pickle with all it carries. Only the text compares.
    """

    template: str
    values: Mapping[str, Any]
    singular: str

    def __new__(
        cls, template: str, values: Mapping[str, Any] | None = None, singular: str = ""
    ) -> "Sentence":
        """Fill in the template."""
        values = {name: _kept(value) for name, value in (values or {}).items()}
        wording = singular if singular and values[COUNT] == 1 else template
        made = super().__new__(cls, wording.format_map(values))
        made.template, made.values, made.singular = template, values, singular
        return made

    def __reduce__(self) -> tuple[type["Sentence"], tuple[str, Mapping[str, Any], str]]:
        """Travel as template and values."""
        return Sentence, (self.template, self.values, self.singular)

    @property
    def how_many(self) -> int | None:
        """The number that decides between singular and plural; None for a sentence that does not count."""
        return int(self.values[COUNT]) if self.singular else None


def say(template: str, /, **values: Any) -> Sentence:  # noqa: ANN401 - whatever can be written down
    """Return a sentence: `say("{file} is empty.", file=name)`.

    The template is a literal, for `scripts/translations.py` collects it from the source. Values that are
    sentences or figures themselves are translated too, names stay as they are.
    """
    return Sentence(template, values)


def template(text: str, /) -> str:
    """Return a template as it is; collects it for translation where it is data and filled in elsewhere."""
    return text


def say_count(singular: str, plural: str, /, n: int, **values: Any) -> Sentence:  # noqa: ANN401
    """Return a sentence that counts: `say_count("{n} page", "{n} pages", n=2)`; both are literals."""
    return Sentence(plural, {COUNT: n, **values}, singular)


def joined(parts: Iterable[str], separator: str = " ") -> Sentence:
    """Return sentences one after another, empty ones left out; each is translated on its own."""
    whole = [part if isinstance(part, Sentence) else verbatim(part) for part in parts if part]
    values = {f"part{place}": part for place, part in enumerate(whole)}
    return Sentence(separator.join(f"{{{name}}}" for name in values), values)


def parts_of(text: str) -> list[str]:
    """Return the sentences that `joined` put one below another; any other text is cut into its lines."""
    if isinstance(text, Sentence) and text.template == "\n".join(f"{{{name}}}" for name in text.values):
        return [part for part in text.values.values() if part]
    return [line for line in text.splitlines() if line]


def verbatim(text: str) -> Sentence:
    """Return a word that may be known to a translation as it stands, such as the name of a class."""
    return Sentence(text.replace("{", "{{").replace("}", "}}"))


def _kept(value: object) -> object:
    """Return a value that surely travels: texts and numbers as they are, anything else as text."""
    return value if isinstance(value, str | int | float) else str(value)


@dataclass(frozen=True, slots=True)
class Language:
    """How a sentence is said: `wording` translates a template, or returns it as it is.

    `wording` gets the count of a sentence that counts; `number` changes a number from English writing.
    """

    wording: Callable[[str, int | None], str]
    number: Callable[[str], str]
    date: Callable[[datetime], str]
    moment: Callable[[datetime], str]

    def __call__(self, text: str) -> str:
        """Return a text in this language; one that is no Sentence is looked up as it stands."""
        if not isinstance(text, Sentence):
            return self.wording(text, None)
        template = self.wording(text.template, text.how_many)
        if text.how_many == 1 and template == text.template:
            template = text.singular
        return _Filler(self).vformat(template, (), text.values)


class _Filler(string.Formatter):
    """Fills in values as a language writes them."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, Any]) -> Any:  # noqa: ANN401
        value = kwargs[str(key)]
        if isinstance(value, Sentence):
            return self._language(value)
        return self._language.number(value) if isinstance(value, Figure) else value

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401
        written = format(value, format_spec)
        return self._language.number(written) if isinstance(value, float) else written


ENGLISH: Final = Language(
    wording=lambda template, _count: template,
    number=lambda written: written,
    date=lambda when: f"{when:%d %B %Y}",
    moment=lambda when: f"{when:%d %B %Y, %H:%M}",
)
