"""A sentence is plain English text that can be said again in another language."""

import copy
import json
import pickle
from datetime import datetime

import pytest

from ecgdesk.core.analysis import Caution
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.figures import percent_text, probability_text
from ecgdesk.core.sentence import ENGLISH, Language, Sentence, joined, say, say_count, verbatim

GERMAN = {
    ("{file} is empty.", None): "{file} ist leer.",
    ("{file} has {pages}.", None): "{file} hat {pages}.",
    ("{n} pages", 1): "{n} Seite",
    ("{n} pages", 2): "{n} Seiten",
    ("Try again.", None): "Noch einmal versuchen.",
    ("top", None): "oben",
    ("It is {share}.", None): "Es sind {share}.",
    ("{seconds:.2f} s, {name!r}", None): "{name!r} nach {seconds:.2f} s",
    ("Normal {odd} ECG", None): "nie",
    ("Normal {{odd}} ECG", None): "Normales {{odd}} EKG",
}


def _language() -> Language:
    def wording(template: str, count: int | None) -> str:
        return GERMAN.get((template, count), template)

    def date(when: datetime) -> str:
        return f"{when:%d.%m.%Y}"

    return Language(wording, lambda number: number.replace(".", ","), date, date)


def test_it_is_the_english_text() -> None:
    said = say("{file} is empty.", file="a.png")
    assert said == "a.png is empty."
    assert isinstance(said, str)
    assert json.dumps({"a": said}) == '{"a": "a.png is empty."}'
    assert said.upper() == "A.PNG IS EMPTY."
    assert ENGLISH(said) == "a.png is empty."


def test_it_is_said_in_another_language() -> None:
    assert _language()(say("{file} is empty.", file="a.png")) == "a.png ist leer."


def test_a_text_that_is_no_sentence_is_looked_up_as_it_stands() -> None:
    assert _language()("Try again.") == "Noch einmal versuchen."
    assert _language()("Of {unknown} origin.") == "Of {unknown} origin."


@pytest.mark.parametrize(("n", "english", "german"), [(1, "1 page", "1 Seite"), (2, "2 pages", "2 Seiten")])
def test_what_counts_has_its_plural(n: int, english: str, german: str) -> None:
    said = say("{file} has {pages}.", file="a.pdf", pages=say_count("{n} page", "{n} pages", n=n))
    assert said == f"a.pdf has {english}."
    assert _language()(said) == f"a.pdf hat {german}."
    assert ENGLISH(said) == said


def test_names_are_never_translated_sentences_in_sentences_are() -> None:
    assert _language()(say("{file} is empty.", file="top")) == "top ist leer."
    assert _language()(say("{file} is empty.", file=say("top"))) == "oben ist leer."


def test_figures_are_written_as_the_language_does() -> None:
    assert _language()(say("It is {share}.", share=probability_text(0.934))) == "Es sind 0,93."
    assert _language()(say("It is {share}.", share=probability_text(0.999))) == "Es sind >0,99."
    assert _language()(say("It is {share}.", share=percent_text(0.5))) == "Es sind 50\N{NO-BREAK SPACE}%."
    assert _language()(say("It is {share}.", share="v1.2")) == "Es sind v1.2."
    assert _language()(say("{seconds:.2f} s, {name!r}", seconds=1.5, name="a")) == "'a' nach 1,50 s"


def test_it_travels_through_pickle_and_copies_with_all_it_carries() -> None:
    said = say("{file} has {pages}.", file="a", pages=say_count("{n} page", "{n} pages", n=2))
    for made in (pickle.loads(pickle.dumps(said)), copy.deepcopy(said)):
        assert made == said
        assert _language()(made) == "a hat 2 Seiten."


def test_parts_are_joined_and_translated_one_by_one() -> None:
    both = joined((say("{file} is empty.", file="a"), "", say("Try again.")))
    assert both == "a is empty. Try again."
    assert _language()(both) == "a ist leer. Noch einmal versuchen."
    assert joined(()) == ""


def test_a_literal_that_was_joined_is_kept_and_translated() -> None:
    assert _language()(joined(("Try again.", "top"), "\n")) == "Noch einmal versuchen.\noben"


def test_braces_in_a_name_are_no_placeholders() -> None:
    assert verbatim("Normal {odd} ECG") == "Normal {odd} ECG"
    assert _language()(verbatim("Normal {odd} ECG")) == "Normales {odd} EKG"


def test_errors_and_cautions_speak_as_one_sentence() -> None:
    error = EcgdeskError(say("{file} is empty.", file="a"), "Try again.")
    caution = Caution("x", say("{file} is empty.", file="a"), "Try again.")
    for one in (error, caution):
        assert str(one) == one.sentence == "a is empty. Try again."
        assert _language()(one.sentence) == "a ist leer. Noch einmal versuchen."
        assert isinstance(pickle.loads(pickle.dumps(one)).problem, Sentence)
