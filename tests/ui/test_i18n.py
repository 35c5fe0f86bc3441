"""What is said below the window is said in the window's language."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ecgdesk.core.figures import probability_text
from ecgdesk.core.sentence import say, say_count
from ecgdesk.ui.i18n import CONTEXT, said, window_language

GERMAN = {"{file} is empty.": "{file} ist leer.", "It is {p}.": "Es sind {p}.", "d MMMM yyyy": "d. MMMM yyyy"}


class _German(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if source == "{n} pages":
            return "{n} Seite" if n == 1 else "{n} Seiten"
        return GERMAN.get(source) if context in (CONTEXT, "wording") else None


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before, translator = QLocale(), _German()
    QLocale.setDefault(QLocale("de_DE"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_a_sentence_is_translated_with_its_values(german: None) -> None:
    assert said(say("{file} is empty.", file="a.png")) == "a.png ist leer."
    assert said(say("It is {p}.", p=probability_text(0.93))) == "Es sind 0,93."
    assert said(say_count("{n} page", "{n} pages", n=1)) == "1 Seite"
    assert said(say_count("{n} page", "{n} pages", n=3)) == "3 Seiten"


def test_what_no_translation_knows_stays_as_it_is(german: None) -> None:
    assert said("OSError: 12 %n") == "OSError: 12 %n"
    assert said("") == ""


def test_without_a_translation_it_is_the_english_text(qapp: QApplication) -> None:
    assert said(say_count("{n} page", "{n} pages", n=1)) == "1 page"
    assert said(say("{file} is empty.", file="a")) == "a is empty."


def test_dates_are_written_as_the_language_writes_them(german: None) -> None:
    when = datetime(2026, 3, 5, 9, 7).astimezone()
    assert window_language().date(when) == "5. März 2026"
    assert window_language().moment(when) == "5. März 2026, 09:07"
