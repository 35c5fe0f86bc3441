"""The rationale in the panel: a line for each statement, what speaks against it marked, details on demand."""

from pytestqt.qtbot import QtBot

from ecgdesk.core.sentence import joined, parts_of, say
from ecgdesk.explain.templates import TEMPLATES
from ecgdesk.ui.icon_label import IconLabel
from ecgdesk.ui.result.rationale import AGAINST, DETAILS, RationaleView, statements

SAID = joined(
    [
        say("{name}, probability {probability}.", name="Infarction", probability="0.91"),
        say("Measured: {values}.", values=joined(["81 bpm", "PR 158 ms"], ", ")),
        say("Against it: {name}, {probability}.", name="Normal", probability="0.08"),
    ],
    "\n",
)


def shown(qtbot: QtBot, rationale: str = SAID) -> RationaleView:
    view = RationaleView()
    qtbot.addWidget(view)
    view.show_rationale(rationale)
    return view


def marks(view: RationaleView) -> int:
    return sum(not sign.isHidden() for sign in view.findChildren(IconLabel))


def test_the_details_and_objections_are_sentences_of_the_rationale() -> None:
    assert set(DETAILS) <= set(TEMPLATES.values())
    against = [key for key, words in TEMPLATES.items() if words.startswith(AGAINST)]
    assert against == [key for key in TEMPLATES if key.startswith("against")]


def test_details_are_folded_and_what_speaks_against_it_never_is(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert view.text == "Infarction, probability 0.91.\nAgainst it: Normal, 0.08."
    assert marks(view) == 1
    view.more.click()
    assert view.text.splitlines()[-1] == "Measured: 81 bpm, PR 158 ms."
    assert view.more.text() == "Less"
    view.more.click()
    assert "Measured" not in view.text


def test_an_open_view_stays_open_and_leaves_no_line_of_another_page(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.more.click()
    view.show_rationale(joined([say("Not sure. Possible: {classes}.", classes="MI")], "\n"))
    assert view.text == "Not sure. Possible: MI."
    assert marks(view) == 0
    assert view.more.isHidden()
    view.show_rationale(SAID)
    assert "Measured" in view.text


def test_a_rationale_from_elsewhere_is_shown_line_by_line(qtbot: QtBot) -> None:
    view = shown(qtbot, "One reason.\nAnother.")
    assert view.text == "One reason.\nAnother."
    view.show_rationale("")
    assert view.isHidden()


def test_a_sentence_is_not_cut_where_a_value_holds_a_line_break() -> None:
    one = say("{name}, probability {probability}.", name="A", probability="0.5")
    assert parts_of(joined([one], "\n")) == [one]
    assert [line.words for line in statements(joined([one, ""], "\n"))] == ["A, probability 0.5."]
