"""Events of the data doctor survive the way through a JSON line."""

import json
from dataclasses import replace

import pytest

from ecgdesk.core.event_lines import from_line, to_line
from ecgdesk.core.findings import (
    Began,
    Cancelled,
    Evaluated,
    Event,
    Examined,
    Finding,
    FindingCode,
    Progress,
    Refused,
    Remedy,
    RemedyKind,
    Severity,
)
from ecgdesk.core.sentence import Sentence, say, say_count

REMEDY = Remedy(
    RemedyKind.LEAVE_OUT, "Keep one of each", "Leaves the second out.", ("b.png",), (("a.png", "b.png"),),
    {"split.folds": 3},
)  # fmt: skip
FINDING = Finding(
    FindingCode.COPIES, Severity.BLOCKS, 1, "One file is a copy.", ("a.png",), (REMEDY,),
    (("a.png", "b.png"),), ("b.png",), 0.5, None, {"files": 2, "kind": "png"},
)  # fmt: skip


@pytest.mark.parametrize(
    "event",
    [
        Began("pages.csv", "/data", 3, ("AHB", "Normal")),
        Progress("reading", 1, 3, 1),
        FINDING,
        Examined(3, 3, 2, {"AHB": 2, "Normal": 1}, 1, 1, {"cleaned": "cleaned.csv"}),
        Evaluated(3, 0.5, 0.1, 0.9, ("few pages",), {"report": "report.html"}, {"pages": 3}),
        Cancelled(),
        Refused("recipe", "There is no folder.", "Name another."),
    ],
    ids=lambda event: event.kind,
)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    line = to_line(event)
    assert "\n" not in line
    assert from_line(line) == event


def test_fields_of_a_later_version_are_passed_over() -> None:
    values = {**json.loads(to_line(FINDING)), "of_tomorrow": 1}
    values["remedies"][0]["also_new"] = 2
    assert from_line(json.dumps(values)) == FINDING


@pytest.mark.parametrize("line", ['{"event": "unheard of"}', "[1]", '{"event": "progress"}'])
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not an event"):
        from_line(line)


def test_the_first_remedy_is_offered() -> None:
    assert FINDING.remedy is REMEDY


def test_a_sentence_can_be_said_in_another_language_on_the_other_side() -> None:
    finding = replace(
        FINDING,
        sentence=say_count(
            "{n} file of {what}.", "{n} files of {what}.", n=2, what=say("a {kind}", kind="x")
        ),
    )
    back = from_line(to_line(finding))
    assert isinstance(back, Finding)
    assert back == finding
    sentence = back.sentence
    assert isinstance(sentence, Sentence)
    assert (sentence.template, sentence.how_many) == ("{n} files of {what}.", 2)
    assert isinstance(sentence.values["what"], Sentence)


def test_a_wording_that_does_not_give_the_text_is_passed_over() -> None:
    values = json.loads(to_line(FINDING))
    values["wordings"] = {"One file is a copy.": {"template": "{x.__class__}", "values": {"x": "1"}}}
    back = from_line(json.dumps(values))
    assert isinstance(back, Finding)
    assert type(back.sentence) is str
