"""What recipes, the data doctor and the bundled cards say is known to the translation that is offered."""

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ecgdesk.core.event_lines import from_line, to_line
from ecgdesk.core.findings import Finding, FindingCode, Severity
from ecgdesk.core.recipe_form import form_sections
from ecgdesk.core.resources import resources_folder
from ecgdesk.core.sentence import say, say_count
from ecgdesk.models.pack import read_card
from ecgdesk.ui.docks import Docks
from ecgdesk.ui.i18n import CONTEXT, said

SCRIPTS = resources_folder().parent / "scripts"
FOLDER = resources_folder() / "translations"


@pytest.fixture(scope="module")
def collector() -> ModuleType:
    sys.path.insert(0, str(SCRIPTS))
    try:
        import sentences
    finally:
        sys.path.remove(str(SCRIPTS))
    return sentences


@pytest.fixture
def german(qapp: QApplication) -> Iterator[QTranslator]:
    before, translator = QLocale(), QTranslator()
    assert translator.load(str(FOLDER / "ecgdesk_de.qm"))
    QLocale.setDefault(QLocale("de_DE"))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_fields_of_a_recipe_doctor_and_cards_are_all_translated(
    collector: ModuleType, german: QTranslator
) -> None:
    training = collector.said_by(collector.sources(collector.ROOT / "training"))
    fields, cards = collector.described(collector.sources()), collector.on_cards()
    assert min(len(training), len(fields), len(cards)) > 10
    lost = [
        one.template for one in {*training, *fields, *cards} if not german.translate(CONTEXT, one.template)
    ]
    assert lost == []


def test_every_field_that_the_wizard_shows_has_a_german_sentence(german: QTranslator) -> None:
    shown = [section.sentence for section in form_sections()]
    shown += [field.sentence for section in form_sections() for field in section.fields]
    assert [words for words in shown if words and said(words) == words] == []


def test_a_finding_is_german_after_its_way_through_a_line_of_json(german: QTranslator) -> None:
    sentence = say_count(
        "{n} page is there under several labels.", "{n} pages are there under several labels.", n=3
    )
    finding = Finding(FindingCode.COPIES_ACROSS_CLASSES, Severity.BLOCKS, 3, sentence)
    back = from_line(to_line(finding))
    assert isinstance(back, Finding)
    assert said(back.sentence) == "3 Seiten sind unter mehreren Klassen da."


def test_the_cards_of_the_bundled_models_are_read_in_german(german: QTranslator) -> None:
    for pack in sorted((resources_folder() / "models").glob("*.ecgmodel")):
        card = read_card(pack)
        for words in (card.description, *card.limits):
            assert said(words) != words


def test_the_titles_of_the_side_panels_are_german(german: QTranslator, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    docks = Docks(window)
    assert (docks.pages.windowTitle(), docks.result.windowTitle()) == ("Seiten", "Ergebnis")


@pytest.mark.parametrize(
    ("words", "in_german"),
    [
        (
            "No P wave keeps the same place before the QRS complexes.",
            "Keine P-Welle steht stets an derselben Stelle vor den QRS-Komplexen.",
        ),
        ("Do not rely on what was measured.", "Verlassen Sie sich nicht auf die Messwerte."),
        ("A good part of this lead is hidden.", "Ein guter Teil dieser Ableitung ist verdeckt."),
    ],
)
def test_why_something_is_not_measured_is_german(german: QTranslator, words: str, in_german: str) -> None:
    assert said(say(words)) == in_german
